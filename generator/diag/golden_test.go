package diag_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"tipscore/generator/diag"
)

var update = flag.Bool("update", false, "write the golden files anew")

// mixed is a list as a first check of a new workbook brings it: typing
// mistakes, a doubled answer, a folded group, a definition, and hostile text.
func mixed() diag.List {
	var list diag.List
	for row := 15; row <= 34; row++ {
		list.Add(diag.Diagnostic{
			Rule: "number-as-text", Severity: diag.Warning,
			Pos:     diag.Pos{File: "data/KE-2025.xlsx", Sheet: "Victims", Row: row, Column: 3 + row%2},
			Message: `"1 200" is a number stored as text`, Got: "1 200",
			Hint: "type it again without the space",
		})
	}
	list.Add(diag.Diagnostic{
		Rule: "unknown-key", Pos: diag.Pos{File: "indicators/prosecution.yaml", Line: 7, Column: 3},
		Message: `"wieght" is not a key of an indicator`, Got: "wieght: 2", Hint: `did you mean "weight"?`,
	}, diag.Diagnostic{
		Rule: "duplicate-answer", Pos: diag.Pos{File: "data/UG-2025.xlsx", Sheet: "Prosecution", Row: 9, Column: 3},
		Message: "second answer to PROS-03 for UGA 2025", Got: " no", Subject: "UGA 2025 PROS-03",
		Related: []diag.Related{
			{Pos: diag.Pos{File: "data/KE-2025.xlsx", Sheet: "Prosecution", Row: 15, Column: 3}, Note: "first answer"},
			{Pos: diag.Pos{File: "indicators/prosecution.yaml", Line: 42, Column: 5}},
		},
	}, diag.Diagnostic{
		Rule: "allowed-value", Pos: diag.Pos{File: "data/KE-2025.xlsx", Sheet: "Prosecution", Row: 14, Column: 3},
		Message: `"Yse" is not an answer to PROS-03`, Got: "Yse", Expected: "yes, partly, no, not-applicable",
		Hint:    `did you mean "yes"?`,
		Related: []diag.Related{{Pos: diag.Pos{File: "indicators/prosecution.yaml", Line: 42, Column: 5}, Note: "rule"}},
	}, diag.Diagnostic{
		Rule: "allowed-value", Pos: diag.Pos{File: "data/X\x1b[2J.xlsx", Sheet: "A\u202eB", Row: 1, Column: 1},
		Message: "\"\x1b]0;owned\x07\" is not an answer", Got: "\x1b]0;owned\x07\u009b\xff\n\u00a0<script>", Expected: "yes, no",
	}, diag.Diagnostic{
		Rule: "not-a-workbook", Pos: diag.Pos{File: "data/broken.xlsx"},
		Message: "the file is cut off", Hint: "send it again",
	}, diag.Diagnostic{
		Rule: "fell-to-zero", Severity: diag.Question, Pos: diag.Pos{File: "data/UG-2025.xlsx", Sheet: "Prosecution", Row: 12, Column: 3},
		Message: "PROS-05 fell from 14 in 2024 to 0: is this right?", Got: "0", Hint: "say why in the column comment",
	}, diag.Diagnostic{Rule: "no-programme", Message: "the project has no programme"})
	return list
}

func TestGolden(t *testing.T) {
	scope := diag.Scope{Workbooks: 4, Answers: 1234567}
	clean := func(b *bytes.Buffer) error { return diag.WriteText(b, nil, diag.Options{Scope: scope}) }
	for name, write := range map[string]func(*bytes.Buffer) error{
		"clean.txt": clean,
		"mixed.txt": func(b *bytes.Buffer) error { return diag.WriteText(b, mixed(), diag.Options{}) },
		"narrow-colour.txt": func(b *bytes.Buffer) error {
			return diag.WriteText(b, mixed(), diag.Options{Color: true, Width: 44, MaxPerRule: 2})
		},
		"mixed.json":  func(b *bytes.Buffer) error { return diag.WriteJSON(b, mixed(), scope) },
		"clean.json":  func(b *bytes.Buffer) error { return diag.WriteJSON(b, nil, scope) },
		"mixed.sarif": func(b *bytes.Buffer) error { return diag.WriteSARIF(b, mixed(), diag.SARIFOptions{Version: "v1.2.3"}) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (run with -update to accept)\n--- got\n%s\n--- want\n%s", name, got, want)
	}
}
