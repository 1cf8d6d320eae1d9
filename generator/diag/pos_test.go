package diag_test

import (
	"slices"
	"testing"

	"tipscore/generator/diag"
)

func TestPosString(t *testing.T) {
	tests := []struct {
		pos        diag.Pos
		want, cell string
	}{
		{diag.Pos{}, "", ""},
		{diag.Pos{File: "a.xlsx"}, "a.xlsx", ""},
		{diag.Pos{File: "a.xlsx", Sheet: "S"}, "a.xlsx!S", ""},
		{diag.Pos{File: "a.xlsx", Sheet: "S", Column: 3}, "a.xlsx!S", ""},
		{diag.Pos{File: "a.xlsx", Sheet: "S", Row: 14}, "a.xlsx!S!14", "14"},
		{diag.Pos{File: "a.xlsx", Sheet: "S", Row: 14, Column: 3}, "a.xlsx!S!C14", "C14"},
		{diag.Pos{File: "a.yaml", Line: 42}, "a.yaml:42", ""},
		{diag.Pos{File: "a.yaml", Line: 42, Column: 5}, "a.yaml:42:5", ""},
		{diag.Pos{File: "a.csv", Row: 2, Column: 28}, "a.csv!AB2", "AB2"},
	}
	for _, tt := range tests {
		if got := tt.pos.String(); got != tt.want {
			t.Errorf("%#v: got %q, want %q", tt.pos, got, tt.want)
		}
		if got := tt.pos.Cell(); got != tt.cell {
			t.Errorf("%#v: cell %q, want %q", tt.pos, got, tt.cell)
		}
	}
}

func TestColumnName(t *testing.T) {
	for n, want := range map[int]string{
		-1: "", 0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD",
	} {
		if got := diag.ColumnName(n); got != want {
			t.Errorf("ColumnName(%d) = %q, want %q", n, got, want)
		}
	}
}

// A column's name, read back in base 26 with digits from A = 1, is the column.
func FuzzColumnName(f *testing.F) {
	f.Add(1)
	f.Add(16384)
	f.Add(-7)
	f.Fuzz(func(t *testing.T, n int) {
		back := 0
		for _, r := range diag.ColumnName(n) {
			if r < 'A' || r > 'Z' {
				t.Fatalf("%q in the name of %d", r, n)
			}
			back = back*26 + int(r-'A') + 1
		}
		if back != max(n, 0) {
			t.Errorf("%d came back as %d", n, back)
		}
	})
}

func TestSortedIsByPlaceThenRule(t *testing.T) {
	cell := func(file, sheet string, row, column int, rule string) diag.Diagnostic {
		return diag.Diagnostic{Rule: rule, Pos: diag.Pos{File: file, Sheet: sheet, Row: row, Column: column}}
	}
	want := diag.List{
		cell("a.xlsx", "", 0, 0, "z"),
		cell("a.xlsx", "Data", 2, 1, "a"),
		cell("a.xlsx", "Data", 2, 1, "b"),
		cell("a.xlsx", "Data", 2, 27, "a"),
		cell("a.xlsx", "Data", 10, 1, "a"),
		cell("a.xlsx", "Other", 1, 1, "a"),
		cell("b.xlsx", "", 0, 0, "a"),
	}
	shuffled := slices.Clone(want)
	slices.Reverse(shuffled)
	got := shuffled.Sorted()
	for i := range want {
		if got[i].Pos != want[i].Pos || got[i].Rule != want[i].Rule {
			t.Fatalf("place %d: got %v %s, want %v %s", i, got[i].Pos, got[i].Rule, want[i].Pos, want[i].Rule)
		}
	}
	if shuffled[0].Pos != want[len(want)-1].Pos {
		t.Error("Sorted changed the list it was called on")
	}
}
