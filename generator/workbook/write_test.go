package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// writtenSheets is a small workbook with every kind of value in it.
func writtenSheets() []NewSheet {
	return []NewSheet{
		{Name: "Notes", Hidden: true, Header: []string{"note"}, Rows: [][]any{{"seen by nobody"}}},
		{Name: "L'Ouest & co", Header: []string{"place", "count", "share", "date", "yes"}, Rows: [][]any{
			{"=1+1", 7, 0.25, Date{Year: 2014, Month: 12, Day: 31}, true},
			{" two  spaces ", -3, 1e-7, Date{Year: 1900, Month: 1, Day: 1}, false},
			{"<b>&amp;\nsecond line\t_x000D_ \"é\" 😀", nil, 12345678.5, Date{Year: 9999, Month: 12, Day: 31}},
			{"", "+1", "-1", "@x", "=HYPERLINK(\"http://example.org\")"},
		}},
		{Name: "Empty"},
	}
}

func TestWriteIsReadBackByExcelize(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, writtenSheets()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetName(f.GetActiveSheetIndex()); got != "L'Ouest & co" {
		t.Errorf("the sheet that opens is %q", got)
	}
	if visible, err := f.GetSheetVisible("Notes"); err != nil || visible {
		t.Errorf("Notes is visible: %v, %v", visible, err)
	}
	for cell, want := range map[string]string{
		"A1": "place", "A2": "=1+1", "B2": "7", "C2": "0.25", "D2": "2014-12-31", "E2": "TRUE",
		"A3": " two  spaces ", "B3": "-3", "C3": "0.0000001", "D3": "1900-01-01", "E3": "FALSE",
		"A4": "<b>&amp;\nsecond line\t_x000D_ \"é\" 😀", "B4": "", "C4": "12345678.5", "D4": "9999-12-31",
		"A5": "", "B5": "+1", "C5": "-1", "D5": "@x", "E5": "=HYPERLINK(\"http://example.org\")",
	} {
		got, err := f.GetCellValue("L'Ouest & co", cell)
		if err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
		if formula, _ := f.GetCellFormula("L'Ouest & co", cell); formula != "" {
			t.Errorf("%s is the formula %q", cell, formula)
		}
	}
	panes, err := f.GetPanes("L'Ouest & co")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v, %v", panes, err)
	}
	names := f.GetDefinedName()
	if len(names) != 2 || names[1].RefersTo != "'L''Ouest & co'!$A$1:$E$5" {
		t.Errorf("the filter covers %+v", names)
	}
	if s, _ := f.GetCellStyle("L'Ouest & co", "B1"); s == 0 {
		t.Error("the header has no style")
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	var first bytes.Buffer
	if err := Write(&first, writtenSheets()); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		var again bytes.Buffer
		if err := Write(&again, writtenSheets()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("the same sheets gave other bytes")
		}
	}
	zr, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if zr.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the first part is %s", zr.File[0].Name)
	}
	for _, part := range zr.File {
		if part.ModifiedDate != 0 || part.ModifiedTime != 0 {
			t.Errorf("%s has the time %v", part.Name, part.Modified)
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		for _, trace := range []string{"xuri", "xcelize", "creator", "2006-09"} {
			if bytes.Contains(text, []byte(trace)) {
				t.Errorf("%s mentions %q", part.Name, trace)
			}
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	row := func(v any) []NewSheet { return []NewSheet{{Name: "S", Header: []string{"a"}, Rows: [][]any{{nil, v}}}} }
	for _, test := range []struct {
		name   string
		sheets []NewSheet
		want   string
	}{
		{"nothing", nil, "no visible sheet"},
		{"all hidden", []NewSheet{{Name: "S", Hidden: true}}, "no visible sheet"},
		{"same name", []NewSheet{{Name: "Data"}, {Name: "data"}}, `two sheets are named "data"`},
		{"slash in name", []NewSheet{{Name: "a/b"}}, `"a/b"`},
		{"long name", []NewSheet{{Name: strings.Repeat("n", 32)}}, "nnn"},
		{"no number", row(math.NaN()), "row 2, column 2: NaN"},
		{"infinite", row(math.Inf(1)), "+Inf"},
		{"no day", row(Date{Year: 2015, Month: 2, Day: 29}), "2015-02-29"},
		{"lotus day", row(Date{Year: 1900, Month: 2, Day: 29}), "1900-02-29"},
		{"too early", row(Date{Year: 1899, Month: 12, Day: 31}), "1899-12-31"},
		{"control", row("a\x01b"), "U+0001"},
		{"bytes", row("a\xffb"), "UTF-8"},
		{"long text", row(strings.Repeat("x", 32768)), "32768"},
		{"type", row([]string{"a"}), "[]string"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			err := Write(&b, test.sheets)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want one that says %q", err, test.want)
			}
			if b.Len() != 0 {
				t.Errorf("%d bytes came out", b.Len())
			}
		})
	}
}

func TestWriteKeepsTheLongestText(t *testing.T) {
	long := strings.Repeat("é", 32767)
	var b bytes.Buffer
	if err := Write(&b, []NewSheet{{Name: "S", Rows: [][]any{{long}}}}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, err := f.GetCellValue("S", "A1"); err != nil || got != long {
		t.Errorf("%d bytes came back, want %d (%v)", len(got), len(long), err)
	}
}
