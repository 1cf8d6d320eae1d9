package programme

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/workbook"
)

// sheet reads a table from a workbook of rows, below a hidden sheet.
func sheet(t *testing.T, rows ...[]any) (*table, diag.List) {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, []workbook.NewSheet{{Name: "Lists", Hidden: true, Rows: [][]any{{"x"}}}, {Name: "Places", Rows: rows}}); err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	table, err := readTable(fstest.MapFS{"t.XLSX": {Data: b.Bytes()}}, "t.XLSX", &findings)
	if err != nil {
		t.Fatal(err)
	}
	return table, findings
}

func TestReadSheet(t *testing.T) {
	table, findings := sheet(t, []any{"id", "population", "valid_from", "name_en"}, []any{nil, " "},
		[]any{"N", 1210000, workbook.Date{Year: 2023, Month: 7, Day: 1}}, []any{"S", "7", "2023-Q1", " South "})
	if len(findings) > 0 || len(table.rows) != 2 {
		t.Fatalf("%+v, findings %v", table, findings)
	}
	for _, c := range []struct {
		row               int
		column, want, pos string
	}{
		{0, "id", "N", "t.XLSX!Places!A3"},
		{0, "population", "1210000", "t.XLSX!Places!B3"},
		{0, "valid_from", "2023-07", "t.XLSX!Places!C3"}, // a program made a day of it
		{0, "name_en", "", "t.XLSX!Places!3"},
		{1, "name_en", "South", "t.XLSX!Places!D4"},
		{1, "region", "", "t.XLSX!Places!4"},
	} {
		if got, pos := table.rows[c.row].get(c.column); got != c.want || pos.String() != c.pos {
			t.Errorf("row %d, %s: %q at %s, want %q at %s", c.row, c.column, got, pos, c.want, c.pos)
		}
	}
}

func TestSheetsThatAreNoTable(t *testing.T) {
	if table, findings := sheet(t); table != nil || len(findings) != 1 || findings[0].Rule != "empty-file" {
		t.Errorf("empty: %+v %v", table, findings)
	}
	var findings diag.List
	table, err := readTable(fstest.MapFS{"t.xlsx": {Data: []byte("id,name\n")}}, "t.xlsx", &findings)
	if err != nil || table != nil || !findings.HasErrors() {
		t.Errorf("a table that says it is a workbook: %+v %v %v", table, findings, err)
	}
	if _, err := readTable(fstest.MapFS{}, "t.xlsx", &findings); err == nil {
		t.Error("there is no such file, and no error")
	}
}

// The same places in a sheet and in a CSV file are the same programme.
func TestSheetOfJurisdictions(t *testing.T) {
	fsys := repository(t, "data/demonstration", "indicators/community-response")
	before := loadRepository(t, fsys)
	table, err := readTable(fsys, "data/demonstration/jurisdictions.csv", &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]any
	for _, r := range append([]record{table.header}, table.rows...) {
		var row []any
		for _, f := range r.fields {
			row = append(row, f)
		}
		rows = append(rows, row)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, []workbook.NewSheet{{Name: "Places", Rows: rows}}); err != nil {
		t.Fatal(err)
	}
	fsys["data/demonstration/places.xlsx"] = &fstest.MapFile{Data: b.Bytes()}
	yaml := fsys["data/demonstration/programme.yaml"]
	yaml.Data = bytes.Replace(yaml.Data, []byte("jurisdictions: jurisdictions.csv"), []byte("jurisdictions: places.xlsx"), 1)
	yaml.Data = bytes.Replace(yaml.Data, []byte(`["workbooks/*/*.xlsx"]`), []byte(`["workbooks/*/*.xlsx", "*.xlsx"]`), 1)
	after := loadRepository(t, fsys)
	if slices.Contains(after.Workbooks, "data/demonstration/places.xlsx") {
		t.Error("the table of places is read as answers")
	}
	if len(after.Jurisdictions) != 19 {
		t.Fatalf("%d places", len(after.Jurisdictions))
	}
	for i := range after.Jurisdictions {
		a, b := after.Jurisdictions[i], before.Jurisdictions[i]
		if a.Pos.Sheet != "Places" || a.ID != b.ID || a.Name["es"] != b.Name["es"] || a.Population != b.Population || a.From != b.From ||
			a.To != b.To || a.Successor != b.Successor || (a.Tile == nil) != (b.Tile == nil) {
			t.Errorf("%+v, want %+v", a, b)
		}
	}
}

// repository copies folders of the repository into memory.
func repository(t *testing.T, folders ...string) fstest.MapFS {
	t.Helper()
	root, out := os.DirFS("../.."), fstest.MapFS{}
	for _, folder := range folders {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			out[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func loadRepository(t *testing.T, fsys fs.FS) *Programme {
	t.Helper()
	f, findings, err := indicator.Load(fsys, "indicators/community-response")
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	p, findings, err := Load(fsys, "data/demonstration", func(string) *indicator.Framework { return f })
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	return p
}
