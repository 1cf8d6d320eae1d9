package workbook

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"tipscore/generator/diag"
)

// scanTableText returns the cells as "line:column text" and the findings as
// "rule position".
func scanTableText(t testing.TB, text string, limits Limits) (cells, findings []string) {
	t.Helper()
	book, list := openBytes(t, "t.csv", []byte(text), limits)
	if book == nil {
		return nil, rules(list)
	}
	merged, list, err := book.Scan("", func(r *Row) bool {
		for _, c := range r.Cells {
			pos := book.Pos("", r.Number, c.Column)
			if c.Kind == Unread && c.Text == "" {
				cells = append(cells, fmt.Sprintf("%d:%d unread", pos.Line, pos.Column))
				continue
			}
			if c.Kind != Text || c.Text == "" || pos.Line == 0 || pos.Column != c.Column || pos.Sheet != "" || pos.Row != 0 {
				t.Errorf("%+v at %+v", c, pos)
			}
			cells = append(cells, fmt.Sprintf("%d:%d %s", pos.Line, pos.Column, c.Text))
		}
		return true
	})
	if err != nil || merged != nil {
		t.Fatal(merged, err)
	}
	for _, d := range list {
		findings = append(findings, d.Rule+strings.TrimPrefix(d.Pos.String(), "t.csv"))
		if d.Hint == "" || d.Severity != diag.Error {
			t.Errorf("%+v", d)
		}
	}
	return cells, findings
}

func TestScanTable(t *testing.T) {
	for _, test := range []struct {
		name, text string
		limits     Limits
		want       []string
		findings   []string
	}{
		{"plain", "a,b\n1,2\n", Limits{}, []string{"1:1 a", "1:2 b", "2:1 1", "2:2 2"}, nil},
		{"mark, no last line end", "\xEF\xBB\xBFa,b\r\n1,é", Limits{}, []string{"1:1 a", "1:2 b", "2:1 1", "2:2 é"}, nil},
		{"only a mark", "\xEF\xBB\xBF", Limits{}, nil, nil},
		{"semicolons", "a;b,c;d\n1,5;2;3\n", Limits{}, []string{"1:1 a", "1:2 b,c", "1:3 d", "2:1 1,5", "2:2 2", "2:3 3"}, nil},
		{"quoted semicolons", `"a;b;c",d` + "\n1,2\n", Limits{}, []string{"1:1 a;b;c", "1:2 d", "2:1 1", "2:2 2"}, nil},
		{"tabs", "a\tb,c\td\n1,5\t2\t3\n", Limits{}, []string{"1:1 a", "1:2 b,c", "1:3 d", "2:1 1,5", "2:2 2", "2:3 3"}, nil},
		{"quoted tabs", "\"a\tb\tc\",d\n1,2\n", Limits{}, []string{"1:1 a\tb\tc", "1:2 d", "2:1 1", "2:2 2"}, nil},
		{"one column", "a\n1\n", Limits{}, []string{"1:1 a", "2:1 1"}, nil},
		{"empty cells and lines", "a,,c\n\n,,\n,2\n", Limits{}, []string{"1:1 a", "1:3 c", "4:2 2"}, nil},
		{"spaces stay", " a , \n", Limits{}, []string{"1:1  a ", "1:2  "}, nil},
		{"ragged", "a,b\n1\n1,2,3\n", Limits{}, []string{"1:1 a", "1:2 b", "2:1 1", "3:1 1", "3:2 2", "3:3 3"}, nil},
		{"lines in a cell", "a,b\n\"x\ny\",2\n3,4\n", Limits{}, []string{"1:1 a", "1:2 b", "2:1 x\ny", "2:2 2", "4:1 3", "4:2 4"}, nil},
		{"quotes in a cell", `"say ""hi""",b` + "\n", Limits{}, []string{`1:1 say "hi"`, "1:2 b"}, nil},
		{"bare quote", "a,b\n5\" long,2\n3,4\n", Limits{}, []string{"1:1 a", "1:2 b", "3:1 3", "3:2 4"}, []string{"broken-table:2"}},
		{"unclosed quote", "a,b\n1,\"2\n3,4\n", Limits{}, []string{"1:1 a", "1:2 b"}, []string{"broken-table:2"}},
		{"invalid UTF-8", "a,pa\xeds\n1,\xff\n", Limits{}, []string{"1:1 a", "1:2 unread", "2:1 1", "2:2 unread"}, []string{"not-utf8:1:2", "not-utf8:2:2"}},
		{"long text", "a," + strings.Repeat("x", 101) + "\n1,2\n", Limits{StringBytes: 100}, []string{"1:1 a", "1:2 unread", "2:1 1", "2:2 2"}, []string{"text-too-long:1:2"}},
		{"cells", "a,b\n1,2\n3,4\n", Limits{Cells: 4}, []string{"1:1 a", "1:2 b", "2:1 1", "2:2 2"}, []string{"over-limit:3"}},
		{"no end of a quote", "a\n\"" + strings.Repeat("x,\n", 500_000), Limits{StringBytes: 1}, []string{"1:1 a"}, []string{"broken-table:2"}},
		{"no end of a quote after lines in a cell", "\"a\nb\"\n\"" + strings.Repeat("x,\n", 500_000), Limits{StringBytes: 5}, []string{"1:1 a\nb"}, []string{"broken-table:3"}},
		{"one endless line", "a\n" + strings.Repeat("x", 1_500_000), Limits{StringBytes: 1}, []string{"1:1 a"}, []string{"broken-table:2"}},
		{"wide", strings.Repeat(",", 16384) + "x\n1\n", Limits{}, []string{"2:1 1"}, []string{"outside-sheet:1:16385"}},
		{"file", "a,b\n", Limits{FileBytes: 3}, nil, []string{"over-limit"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			cells, findings := scanTableText(t, test.text, test.limits)
			compare(t, "cells", cells, test.want)
			for i := range findings {
				findings[i] = strings.TrimSuffix(findings[i], " t.csv")
			}
			compare(t, "findings", findings, test.findings)
		})
	}
}

func TestScanTableEndsAfterManyFindings(t *testing.T) {
	_, findings := scanTableText(t, strings.Repeat("\xff\n", 1000), Limits{})
	if len(findings) != maxFindings+1 || findings[maxFindings] != "broken-table:100" {
		t.Errorf("%d findings, the last %q", len(findings), findings[len(findings)-1])
	}
}

func TestTableHasOneSheet(t *testing.T) {
	book, list := openBytes(t, "data/t.CSV", []byte("a,b\n1,2\n"), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	if got := book.Sheets(); len(got) != 1 || got[0] != (Sheet{}) {
		t.Errorf("sheets: %+v", got)
	}
	for range 2 { // a scan begins at the top, also the second time
		n := 0
		if _, _, err := book.Scan("", func(r *Row) bool { n++; return n < 1 }); n != 1 || err != nil {
			t.Errorf("%d rows, %v", n, err)
		}
	}
	if _, _, err := book.Scan("Data", func(*Row) bool { return true }); err == nil {
		t.Error("a table has a sheet named Data")
	}
}

func TestPos(t *testing.T) {
	table := &Book{name: "t.csv", table: strings.NewReader("")}
	if got := table.Pos("", 4, 2); got != (diag.Pos{File: "t.csv", Line: 4, Column: 2}) {
		t.Errorf("%+v", got)
	}
	if got := (&Book{name: "t.xlsx"}).Pos("Data", 4, 2); got != (diag.Pos{File: "t.xlsx", Sheet: "Data", Row: 4, Column: 2}) {
		t.Errorf("%+v", got)
	}
}

// A table that encoding/csv reads without trouble gives the same fields.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\xEF\xBB\xBFa;b\n1,5;2\n", "\"a\nb\",c\n", "a\"b\n", "\"", "a,\xff\n", ",,\n\n", "a\rb\n", "\x00", ""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, list, err := Open(fstest.MapFS{"t.csv": {Data: data}}, "t.csv", Limits{})
		if err != nil || (book == nil) != (len(list) == 1) {
			t.Fatal(book, list, err)
		}
		if book == nil {
			return
		}
		defer book.Close()
		var got []string
		_, list, err = book.Scan("", func(r *Row) bool {
			for _, c := range r.Cells {
				if !utf8.ValidString(c.Text) {
					t.Errorf("%q", c.Text)
				}
				if c.Kind != Unread {
					got = append(got, c.Text)
				}
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		text := strings.TrimPrefix(string(data), byteOrderMark)
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord, r.Comma = -1, delimiter(text[:min(len(text), 4093)])
		records, err := r.ReadAll()
		if err != nil {
			if len(list) == 0 {
				t.Errorf("no finding, encoding/csv says %v", err)
			}
			return
		}
		var want []string
		for _, record := range records {
			for _, field := range record {
				if field != "" && utf8.ValidString(field) {
					want = append(want, field)
				}
			}
		}
		if len(list) == 0 || len(list) <= maxFindings {
			compare(t, "fields", got, want)
		}
	})
}
