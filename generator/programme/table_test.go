package programme

import (
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
)

// read reads a table from text.
func read(t *testing.T, text string) (*table, diag.List) {
	t.Helper()
	var findings diag.List
	table, err := readTable(fstest.MapFS{"t.csv": {Data: []byte(text)}}, "t.csv", &findings)
	if err != nil {
		t.Fatal(err)
	}
	return table, findings
}

func TestReadTablePositions(t *testing.T) {
	table, findings := read(t, "id,name\n\"ñandú \n x\",ä\r\n\n , \nB,\"b \"\"c\"\"\"\n")
	if len(findings) > 0 || len(table.rows) != 2 {
		t.Fatalf("%d rows, findings %v", len(table.rows), findings)
	}
	for _, c := range []struct {
		row    int
		column string
		want   string
		pos    string
	}{
		{0, "id", "ñandú \n x", "t.csv:2:1"},
		{0, "name", "ä", "t.csv:3:5"},
		{1, "id", "B", "t.csv:6:1"},
		{1, "name", `b "c"`, "t.csv:6:3"},
		{1, "region", "", "t.csv:6"},
	} {
		got, pos := table.rows[c.row].get(c.column)
		if got != c.want || pos.String() != c.pos {
			t.Errorf("row %d, %s is %q at %s, want %q at %s", c.row, c.column, got, pos, c.want, c.pos)
		}
	}
}

func TestReadTableSeparators(t *testing.T) {
	for _, text := range []string{"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\ufeffa;b\r\n1;2\r\n"} {
		table, findings := read(t, text)
		if len(findings) > 0 {
			t.Fatalf("%q: %v", text, findings)
		}
		a, _ := table.rows[0].get("a")
		b, _ := table.rows[0].get("b")
		if a != "1" || b != "2" {
			t.Errorf("%q gives %q and %q", text, a, b)
		}
	}
}

func TestReadTableRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, rule, pos string }{
		{"latin 1", "id,name\nES,Espa\xf1a\n", "encoding", "t.csv:2:8"},
		{"a spreadsheet", "PK\x03\x04\x14\x00", "control-character", "t.csv:1:3"},
		{"empty", " \n\n", "empty-file", "t.csv:1:1"},
		{"too large", strings.Repeat("a", maxTableBytes+1), "file-size", "t.csv"},
		{"too many rows", "id\n" + strings.Repeat("a\n", maxTableRows+1), "file-size", "t.csv"},
	} {
		table, findings := read(t, c.text)
		if table != nil || len(findings) != 1 {
			t.Errorf("%s: a table is %v, findings %v", c.name, table != nil, findings)
			continue
		}
		if d := findings[0]; d.Rule != c.rule || d.Pos.String() != c.pos {
			t.Errorf("%s: %s at %s, want %s at %s", c.name, d.Rule, d.Pos, c.rule, c.pos)
		}
	}
}
