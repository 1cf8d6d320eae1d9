package workbook

import (
	"bytes"
	"math"
	"os"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// small limits let the fuzzer reach them.
func fuzzLimits() Limits {
	return Limits{FileBytes: 1 << 20, UnpackedBytes: 1 << 20, SharedBytes: 1 << 16, Parts: 50, Cells: 5000, StringBytes: 200}
}

// checkBook reads everything of a file and holds the promises of the package
// that hold for any bytes at all.
func checkBook(t *testing.T, name string, data []byte) {
	t.Helper()
	book, list, err := Open(fstest.MapFS{name: {Data: data}}, name, fuzzLimits())
	if err != nil {
		t.Fatalf("bytes in memory can be read: %v", err)
	}
	checkList(t, name, list)
	if book == nil {
		if !list.HasErrors() {
			t.Error("no book and no reason")
		}
		return
	}
	defer book.Close()
	if len(book.Sheets()) == 0 {
		t.Error("a book without a sheet")
	}
	for _, sheet := range book.Sheets() {
		last := 0
		_, list, err := book.Scan(sheet.Name, func(row *Row) bool {
			if row.Number <= last || row.Number > maxRow || len(row.Cells) == 0 {
				t.Errorf("row %d of %d cells after row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
			column := 0
			for _, c := range row.Cells {
				checkCell(t, c, column)
				column = c.Column
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
		checkList(t, name, list)
	}
}

func checkCell(t *testing.T, c Cell, before int) {
	t.Helper()
	if c.Column <= before || c.Column > maxColumn {
		t.Errorf("column %d after %d", c.Column, before)
	}
	if c.Kind == Unread {
		if c != (Cell{Column: c.Column, Kind: Unread}) {
			t.Errorf("a cell that is not read has more than its place: %+v", c)
		}
		return
	}
	if c.NoValue != (c.Kind == Empty) || c.NoValue && !c.Formula || c.IsDate && c.Kind != Number || c.Kind != Empty && c.Text == "" {
		t.Errorf("a cell that cannot be: %+v", c)
	}
	if math.IsNaN(c.Number) || math.IsInf(c.Number, 0) || c.Kind != Number && c.Number != 0 {
		t.Errorf("a number that cannot be: %+v", c)
	}
	if len(c.Text) > fuzzLimits().StringBytes {
		t.Errorf("%d bytes in a cell", len(c.Text))
	}
	if !xmlscan.ValidText([]byte(c.Text)) {
		t.Errorf("text that cannot be: %q", c.Text)
	}
}

func checkList(t *testing.T, name string, list diag.List) {
	t.Helper()
	if len(list) > maxFindings+50 {
		t.Errorf("%d findings", len(list))
	}
	for _, d := range list {
		if d.Rule == "" || d.Message == "" || d.Hint == "" || d.Pos.File != name {
			t.Errorf("a finding that does not help: %+v", d)
		}
	}
}

func FuzzOpenXLSX(f *testing.F) {
	var written bytes.Buffer
	if err := Write(&written, writtenSheets()); err != nil {
		f.Fatal(err)
	}
	f.Add(written.Bytes())
	good := workbookBytes(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(encrypted(f)[:2048])
	for _, name := range []string{"libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(zipMagic))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) { checkBook(t, "t.xlsx", data) })
}

// FuzzParts changes the XML inside a sound zip, which random bytes seldom
// reach.
func FuzzParts(f *testing.F) {
	good := handMade{
		rows:   `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1</f><v>42004</v></c></row><row><c t="inlineStr"><is><r><t>x</t></r></is></c><c t="b"><v>1</v></c></row>`,
		after:  `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
		shared: []string{`<t xml:space="preserve"> a_x000A_b </t>`, `<r><t>rich</t></r><rPh sb="0" eb="1"><t>r</t></rPh>`},
	}
	text := map[string]string{}
	for _, p := range good.parts() {
		text[p.name] = p.text
	}
	f.Add(text["xl/worksheets/sheet1.xml"], text["xl/sharedStrings.xml"], text["xl/styles.xml"], text["xl/workbook.xml"])
	f.Add(`<worksheet><sheetData><row r="2"><c r="B2" t="e"><v>#N/A</v></c><c r="A2" t="d"><v>2014-12-31</v></c></row><row r="1"/></sheetData></worksheet>`,
		`<sst><si/></sst>`, `<styleSheet/>`, text["xl/workbook.xml"])
	f.Add(`<worksheet><sheetData><row><c t="str"><f/><v></v></c><c r="XFD1"><v>1e5</v></c></row></sheetData></worksheet>`, "<!DOCTYPE a>", "", "")
	f.Fuzz(func(t *testing.T, sheet, shared, styles, workbook string) {
		checkBook(t, "t.xlsx", handMade{replace: []part{
			{"xl/worksheets/sheet1.xml", sheet}, {"xl/sharedStrings.xml", shared}, {"xl/styles.xml", styles}, {"xl/workbook.xml", workbook},
		}}.bytes(t))
	})
}
