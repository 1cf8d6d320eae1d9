package diag_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"tipscore/generator/diag"
)

func text(t *testing.T, list diag.List, o diag.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.WriteText(&b, list, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The look that the style guide fixes, character by character.
func TestTextIsTheAgreedLook(t *testing.T) {
	const want = `data/KE-2025.xlsx!Prosecution!C14: error: "Yse" is not an answer to PROS-03 [allowed-value]
    C14 | Yse          expected: yes, partly, no, not-applicable
    hint: did you mean "yes"?
    rule: indicators/prosecution.yaml:42:5

1 error in 1 file
`
	got := text(t, diag.List{{
		Rule: "allowed-value", Pos: diag.Pos{File: "data/KE-2025.xlsx", Sheet: "Prosecution", Row: 14, Column: 3},
		Message: `"Yse" is not an answer to PROS-03`, Got: "Yse", Expected: "yes, partly, no, not-applicable",
		Hint:    `did you mean "yes"?`,
		Related: []diag.Related{{Pos: diag.Pos{File: "indicators/prosecution.yaml", Line: 42, Column: 5}, Note: "rule"}},
	}}, diag.Options{})
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFolding(t *testing.T) {
	column := func(n int) (list diag.List) {
		for row := range n {
			list.Add(diag.Diagnostic{Rule: "r", Message: "m", Pos: diag.Pos{File: "f.xlsx", Sheet: "S", Row: row + 1, Column: 3}})
		}
		return list
	}
	tests := []struct {
		name  string
		list  diag.List
		fold  int
		shown int
		note  string
	}{
		{"five are all shown", column(5), 0, 5, ""},
		{"six are folded", column(6), 0, 3, "and 3 more (C4:C6)"},
		{"many", column(12345), 0, 3, "and 12,342 more (C4:C12345)"},
		{"never", column(40), -1, 40, ""},
		{"tighter", column(3), 1, 1, "and 2 more (C2:C3)"},
		{"another sheet is another group", append(column(5), diag.Diagnostic{Rule: "r", Message: "m", Pos: diag.Pos{File: "f.xlsx", Sheet: "T"}}), 0, 6, ""},
	}
	for _, tt := range tests {
		got := text(t, tt.list, diag.Options{MaxPerRule: tt.fold})
		if n := strings.Count(got, "error: m [r]"); n != tt.shown {
			t.Errorf("%s: %d shown, want %d", tt.name, n, tt.shown)
		}
		if strings.Contains(got, "more") != (tt.note != "") || !strings.Contains(got, tt.note) {
			t.Errorf("%s: no %q in\n%s", tt.name, tt.note, got)
		}
	}
	var header, cell diag.List
	for column := range 8 {
		header.Add(diag.Diagnostic{Rule: "r", Pos: diag.Pos{File: "f.csv", Line: 1, Column: column + 1}})
		cell.Add(diag.Diagnostic{Rule: "r", Pos: diag.Pos{File: "f.xlsx", Sheet: "S", Row: 1, Column: 2}})
	}
	if got := text(t, header, diag.Options{}); !strings.Contains(got, "and 5 more (line 1)\n") {
		t.Errorf("one line of a text file:\n%s", got)
	}
	if got := text(t, cell, diag.Options{}); !strings.Contains(got, "and 5 more (B1)\n") {
		t.Errorf("one cell:\n%s", got)
	}
	var lines diag.List
	for l := 10; l < 20; l++ {
		lines.Add(diag.Diagnostic{Rule: "r", Pos: diag.Pos{File: "f.yaml", Line: l, Column: 2}})
	}
	if got := text(t, lines, diag.Options{}); !strings.Contains(got, "and 7 more (lines 13 to 19)") {
		t.Errorf("lines of a text file:\n%s", got)
	}
}

// Whatever order findings are found in, the same text comes out.
func TestOrderOfDiscoveryIsIrrelevant(t *testing.T) {
	list := mixed()
	want := text(t, list, diag.Options{})
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if got := text(t, list, diag.Options{}); got != want {
			t.Fatalf("another order gives another text:\n%s", got)
		}
	}
}

func TestLongTextsAreCut(t *testing.T) {
	long := strings.Repeat("é", 100_000)
	got := text(t, diag.List{{
		Rule: "r", Message: long, Got: long, Expected: long, Hint: long,
		Related: []diag.Related{{Note: long}},
		Pos:     diag.Pos{File: "f.xlsx", Sheet: "S", Row: 1, Column: 1},
	}}, diag.Options{})
	if n := len([]rune(got)); n > 2000 {
		t.Errorf("%d characters are written", n)
	}
	if !strings.Contains(got, "A1 | "+strings.Repeat("é", 39)+"… expected: ") {
		t.Errorf("the cell is not cut at 40 characters:\n%s", got)
	}
}

func TestNarrowTerminal(t *testing.T) {
	list := diag.List{{
		Rule: "r", Message: "m", Got: "Yse", Expected: "yes, partly, no, not-applicable, not-assessed",
		Pos: diag.Pos{File: "f.xlsx", Sheet: "S", Row: 14, Column: 3},
	}}
	const want = `f.xlsx!S!C14: error: m [r]
    C14 | Yse
    expected: yes, partly, no,
              not-applicable,
              not-assessed
`
	if got := text(t, list, diag.Options{Width: 32}); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWriteErrorIsReturned(t *testing.T) {
	full := errors.New("disk full")
	w := failing{full}
	for name, err := range map[string]error{
		"text":  diag.WriteText(w, mixed(), diag.Options{}),
		"json":  diag.WriteJSON(w, mixed(), diag.Scope{}),
		"sarif": diag.WriteSARIF(w, mixed(), diag.SARIFOptions{}),
	} {
		if !errors.Is(err, full) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestSummary(t *testing.T) {
	at := func(s diag.Severity, file string) diag.Diagnostic {
		return diag.Diagnostic{Severity: s, Pos: diag.Pos{File: file}}
	}
	tests := []struct {
		want  string
		list  diag.List
		scope diag.Scope
	}{
		{"no problems", nil, diag.Scope{}},
		{"no problems in 1 workbook, 1 answer", nil, diag.Scope{Workbooks: 1, Answers: 1}},
		{"no problems in 12 workbooks, 1,234,567 answers", nil, diag.Scope{Workbooks: 12, Answers: 1234567}},
		{"no problems in 0 workbooks, 999 answers", nil, diag.Scope{Answers: 999}},
		{"1 error", diag.List{{}}, diag.Scope{Workbooks: 3}},
		{"2 warnings in 1 file", diag.List{at(diag.Warning, "a"), at(diag.Warning, "a")}, diag.Scope{}},
		{"3 errors, 1 warning in 2 files", diag.List{at(diag.Error, "a"), at(diag.Error, "b"), {}, at(diag.Warning, "a")}, diag.Scope{}},
		{"1 error, 2 warnings, 3 questions in 1 file", diag.List{at(diag.Question, "a"), at(diag.Error, "a"), at(diag.Warning, "a"),
			at(diag.Question, "a"), at(diag.Warning, "a"), at(diag.Question, "a")}, diag.Scope{}},
		{"1 question", diag.List{{Severity: diag.Question}}, diag.Scope{Workbooks: 3}},
	}
	for _, tt := range tests {
		if got := tt.list.Summary(tt.scope); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestPrintable(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Yes, 50 % <b>&amp;", "Yes, 50 % <b>&amp;"},
		{"não, 否, لا, नहीं, می\u200cکند", "não, 否, لا, नहीं, می\u200cکند"},
		{"\ufffd is a character", "\ufffd is a character"},
		{"a\tb\r\nc", `a\tb\r\nc`},
		{"\x1b[31mred\x1b[0m", `\x1b[31mred\x1b[0m`},
		{"\x00\x07\x7f", `\x00\x07\x7f`},
		{"\u009b31m", `\u009b31m`},
		{"\x9b31m", `\x9b31m`},
		{"yes\u00a0", `yes\u00a0`},
		{"\u202eevil\u2066", `\u202eevil\u2066`},
		{"\u200b\ufeff\u2028", `\u200b\ufeff\u2028`},
		{"\U000e0041", `\U000e0041`},
	}
	for _, tt := range tests {
		if got := diag.Printable(tt.in); got != tt.want {
			t.Errorf("Printable(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// No text of a workbook reaches a terminal as anything but visible characters,
// whatever field it stands in and whatever the width.
func FuzzHostileText(f *testing.F) {
	f.Add("\x1b[2J", "\u009b\x00\xff", 0)
	f.Add("plain", " spaced ", 20)
	f.Add(strings.Repeat("\x1b", 500), "\u202e", -3)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		list := diag.List{{
			Rule: a, Message: b, Got: a, Expected: b, Hint: a,
			Pos:     diag.Pos{File: b, Sheet: a, Row: 3, Column: 2},
			Related: []diag.Related{{Note: b, Pos: diag.Pos{File: a, Line: 2}}},
		}}
		for _, r := range text(t, list, diag.Options{Width: width}) {
			if r != '\n' && r != '\u200c' && r != '\u200d' && !unicode.IsPrint(r) {
				t.Fatalf("%U is written raw", r)
			}
		}
		var js bytes.Buffer
		if err := diag.WriteJSON(&js, list, diag.Scope{}); err != nil {
			t.Fatal(err)
		}
		for _, r := range js.String() {
			if r != '\n' && r != '\u200c' && r != '\u200d' && !unicode.IsPrint(r) {
				t.Fatalf("%U is written raw in JSON", r)
			}
		}
	})
}
