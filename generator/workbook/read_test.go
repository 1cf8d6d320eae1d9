package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/compound"
)

// openBytes opens data under a name and fails on an error of the tool.
func openBytes(t testing.TB, name string, data []byte, limits Limits) (*Book, diag.List) {
	t.Helper()
	book, list, err := Open(fstest.MapFS{name: {Data: data}}, name, limits)
	if err != nil {
		t.Fatal(err)
	}
	if book != nil {
		t.Cleanup(func() { book.Close() })
	}
	return book, list
}

// scanAll returns one line per cell of a sheet, "A1 text abc", and the
// findings as "rule position".
func scanAll(t testing.TB, book *Book, sheet string) (cells, findings []string, merged []Range) {
	t.Helper()
	last := 0
	merged, list, err := book.Scan(sheet, func(row *Row) bool {
		if row.Number <= last || len(row.Cells) == 0 {
			t.Errorf("row %d with %d cells after row %d", row.Number, len(row.Cells), last)
		}
		last = row.Number
		column := 0
		for _, c := range row.Cells {
			if c.Column <= column {
				t.Errorf("row %d: column %d after column %d", row.Number, c.Column, column)
			}
			column = c.Column
			cells = append(cells, show(book, row.Number, c))
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return cells, rules(list), merged
}

func show(book *Book, row int, c Cell) string {
	s := diag.ColumnName(c.Column) + strconv.Itoa(row)
	switch {
	case c.NoValue && c.Kind == Empty:
		s += " novalue"
	case c.Kind == Text:
		s += " text " + c.Text
	case c.Kind == Unread:
		s += " unread"
	case c.Kind == Bool:
		s += " bool " + c.Text
	case c.Kind == Error:
		s += " error " + c.Text
	case c.IsDate:
		y, m, d, ok := book.Date(c.Number)
		s += fmt.Sprintf(" date %d-%d-%d %v", y, m, d, ok)
	default:
		s += fmt.Sprintf(" number %v %s", c.Number, c.Text)
	}
	if c.Formula {
		s += " formula"
	}
	return s
}

func rules(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, strings.TrimSpace(d.Rule+" "+strings.TrimPrefix(d.Pos.String(), "t.xlsx")))
	}
	return out
}

// cellSpellings are ways to spell cells, and what becomes of them. They lie in
// <row r="1"> of a sheet whose workbook has the shared texts of TestScanCells.
var cellSpellings = []struct {
	name, cells string
	want        []string
	findings    []string
}{
	{"number", `<c r="A1"><v>3</v></c><c r="B1" t="n"><v>-0.5</v></c><c r="C1"><v>1E3</v></c><c r="D1" s="3"><v>0.10000000000000001</v></c>`,
		[]string{"A1 number 3 3", "B1 number -0.5 -0.5", "C1 number 1000 1E3", "D1 number 0.1 0.10000000000000001"}, nil},
	{"long number", `<c r="A1"><v>1234567890123456789012345</v></c><c r="B1"><v>999999999999999</v></c>`,
		[]string{"A1 number 1.2345678901234568e+24 1234567890123456789012345", "B1 number 9.99999999999999e+14 999999999999999"}, nil},
	{"date", `<c r="A1" s="1"><v>42004</v></c><c r="B1" s="2"><v>42004.5</v></c><c r="C1" s="4"><v>42004</v></c><c r="D1" s="2"><v>60</v></c><c r="E1" s="99"><v>1</v></c>`,
		[]string{"A1 date 2014-12-31 true", "B1 date 2014-12-31 true", "C1 date 2014-12-31 true", "D1 date 0-0-0 false", "E1 number 1 1"}, nil},
	{"iso date", `<c r="A1" t="d"><v>2014-12-31</v></c><c r="B1" t="d"><v>2014-12-31T12:00:00Z</v></c><c r="C1" t="d"><v>soon</v></c>`,
		[]string{"A1 date 2014-12-31 true", "B1 date 2014-12-31 true", "C1 text soon"}, nil},
	{"shared", `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c>`,
		[]string{"A1 text plain", "B1 text  two  spaces ", "C1 text rich text", "D1 text 東京"}, nil},
	{"shared too far", `<c r="A1" t="s"><v>5</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>x</v></c><c r="D1" t="s"><v>0</v></c>`,
		[]string{"A1 unread", "B1 unread", "C1 unread", "D1 text plain"}, []string{"broken-cell !Data!A1", "broken-cell !Data!B1", "broken-cell !Data!C1"}},
	{"inline", `<c r="A1" t="inlineStr"><is><t>one</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space="preserve">ch </t></r></is></c>`,
		[]string{"A1 text one", "B1 text rich "}, nil},
	{"inline with a value", `<c r="A1" t="inlineStr"><is><t>one</t></is><v>1</v></c><c r="B1"><v>7</v><is><t>two</t></is></c><c r="C1" t="inlineStr"><v>three</v></c>`,
		[]string{"A1 text one", "B1 text two", "C1 text three"}, nil},
	{"str", `<c r="A1" t="str"><f>B1</f><v> kept </v></c>`, []string{"A1 text  kept  formula"}, nil},
	{"escapes", `<c r="A1" t="str"><v>a&lt;&amp;&#233;&#x1F600;_x000D_
_x005F_x000D_ _xD83D__xDE00_ _x0001_ _xZZZZ_</v></c><c r="B1" t="str"><v><![CDATA[<b>&amp;]]></v></c>`,
		[]string{"A1 text a<&é😀\r\n_x000D_ 😀 � _xZZZZ_", "B1 text <b>&amp;"}, nil},
	{"bool", `<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="b"><v>maybe</v></c>`,
		[]string{"A1 bool TRUE", "B1 bool FALSE", "C1 bool TRUE", "D1 unread"}, []string{"broken-cell !Data!D1"}},
	{"error", `<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, []string{"A1 error #N/A", "B1 error #DIV/0! formula"}, nil},
	{"no value", `<c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>A1</f></c><c r="C1"><f>1</f><v/></c><c r="D1"><f>1</f><v></v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f t="shared" si="0"/><v>2</v></c>`,
		[]string{"A1 novalue formula", "B1 novalue formula", "C1 novalue formula", "D1 novalue formula", "F1 number 2 2 formula"}, nil},
	{"empty", `<c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v></v></c><c r="D1" t="inlineStr"><is><t></t></is></c><c r="E1" t="s"><v>4</v></c>`, nil, nil},
	{"no number", `<c r="A1"><v>abc</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>INF</v></c><c r="D1"><v>1e999</v></c><c r="E1"><v>0x10</v></c><c r="F1"><v>1,5</v></c>`,
		[]string{"A1 unread", "B1 unread", "C1 unread", "D1 unread", "E1 unread", "F1 unread"}, []string{"broken-cell !Data!A1", "broken-cell !Data!B1", "broken-cell !Data!C1", "broken-cell !Data!D1", "broken-cell !Data!E1", "broken-cell !Data!F1"}},
	{"two values", `<c r="A1"><v>1</v><v>2</v></c><c r="B1"><v>3</v></c>`, []string{"A1 unread", "B1 number 3 3"}, []string{"broken-cell !Data!A1"}},
	{"unknown type", `<c r="A1" t="zz"><v>1</v></c>`, []string{"A1 unread"}, []string{"broken-cell !Data!A1"}},
	{"no addresses", `<c><v>1</v></c><c/><c><v>3</v></c><c r="F1"><v>6</v></c><c><v>7</v></c>`,
		[]string{"A1 number 1 1", "C1 number 3 3", "F1 number 6 6", "G1 number 7 7"}, nil},
	{"out of order", `<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>`, []string{"A1 number 1 1", "B1 number 2 2", "C1 number 3 3"}, nil},
	{"twice", `<c r="B1"><v>1</v></c><c r="A1"><v>0</v></c><c r="B1"><v>2</v></c>`, []string{"A1 number 0 0", "B1 number 1 1"}, []string{"duplicate-cell !Data!B1"}},
	{"other row", `<c r="A2"><v>1</v></c><c r="B1"><v>2</v></c>`, []string{"B1 number 2 2"}, []string{"outside-sheet !Data!1"}},
	{"last column", `<c r="XFD1"><v>1</v></c>`, []string{"XFD1 number 1 1"}, nil},
	{"beyond XFD", `<c r="XFE1"><v>1</v></c><c r="AAAA1"><v>2</v></c><c r="1"><v>3</v></c><c r="A"><v>4</v></c><c r="A0"><v>4</v></c>`, nil,
		slices.Repeat([]string{"outside-sheet !Data!1"}, 5)},
	{"beyond XFD by count", `<c r="XFD1"><v>1</v></c><c><v>2</v></c>`, []string{"XFD1 number 1 1"}, []string{"outside-sheet !Data!1"}},
	{"foreign elements", `<c r="A1"><x:extLst xmlns:x="u"><v>9</v></x:extLst><v>1</v></c><!-- a comment --><?pi?><q><c r="B1"><v>2</v></c></q>`, []string{"A1 number 1 1"}, nil},
}

func TestScanCells(t *testing.T) {
	for _, test := range cellSpellings {
		t.Run(test.name, func(t *testing.T) {
			h := handMade{
				rows: `<row r="1" spans="1:8">` + test.cells + `</row>`,
				shared: []string{`<t>plain</t>`, `<t xml:space="preserve"> two  spaces </t>`,
					`<r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r>`,
					`<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>`, `<t/>`},
			}
			book, list := openBytes(t, "t.xlsx", h.bytes(t), Limits{})
			if book == nil {
				t.Fatal(list)
			}
			cells, findings, _ := scanAll(t, book, "Data")
			compare(t, "cells", cells, test.want)
			compare(t, "findings", append(rules(list), findings...), test.findings)
		})
	}
}

func compare(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func TestScanRows(t *testing.T) {
	one := `<c><v>1</v></c>`
	for _, test := range []struct {
		name, rows string
		want       []string
		findings   []string
	}{
		{"gaps", `<row r="2">` + one + `</row><row r="7">` + one + `</row>`, []string{"A2 number 1 1", "A7 number 1 1"}, nil},
		{"without numbers", `<row>` + one + `</row><row/><row>` + one + `</row><row r="9">` + one + `</row><row>` + one + `</row>`,
			[]string{"A1 number 1 1", "A3 number 1 1", "A9 number 1 1", "A10 number 1 1"}, nil},
		{"last row", `<row r="1048576">` + one + `</row>`, []string{"A1048576 number 1 1"}, nil},
		{"beyond the last", `<row r="1048576">` + one + `</row><row>` + one + `</row>`, []string{"A1048576 number 1 1"}, []string{"outside-sheet !Data!1048577"}},
		{"no number", `<row r="0">` + one + `</row>`, nil, []string{"broken-sheet"}},
		{"backwards", `<row r="5">` + one + `</row><row r="3">` + one + `</row><row r="6">` + one + `</row>`,
			[]string{"A5 number 1 1", "A6 number 1 1"}, []string{"row-order !Data!3"}},
		{"twice", `<row r="5">` + one + `</row><row r="5">` + one + `</row>`, []string{"A5 number 1 1"}, []string{"row-order !Data!5"}},
		{"backwards but empty", `<row r="5">` + one + `</row><row r="3"><c r="A3" s="1"/></row>`, []string{"A5 number 1 1"}, nil},
		{"breaks off", `<row r="1">` + one + `</row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</row>`,
			[]string{"A1 number 1 1"}, []string{"broken-sheet !Data!2"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			book, list := openBytes(t, "t.xlsx", handMade{rows: test.rows}.bytes(t), Limits{})
			if book == nil {
				t.Fatal(list)
			}
			cells, findings, _ := scanAll(t, book, "Data")
			compare(t, "cells", cells, test.want)
			if len(findings) == 1 && test.name == "no number" {
				findings[0], _, _ = strings.Cut(findings[0], " ")
			}
			compare(t, "findings", findings, test.findings)
		})
	}
}

// A strict file from another program: prefixes on all elements, the strict
// namespace, absolute targets with other letters, a sheet in UTF-16.
func TestScanStrangeDialect(t *testing.T) {
	strict := `xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"`
	rel := "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	sheet := `<x:worksheet ` + strict + `><x:sheetData><x:row r="1"><x:c r="A1" t="d"><x:v>2014-12-31</x:v></x:c><x:c r="B1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells count="2"><x:mergeCell ref="A1:B2"/><x:mergeCell ref="D9:C7"/><x:mergeCell ref="nowhere"/></x:mergeCells></x:worksheet>`
	for name, encode := range map[string]func(string) string{
		"UTF-8": func(s string) string { return byteOrderMark + `<?xml version='1.0' encoding='utf-8'?>` + s },
		"UTF-16LE": func(s string) string {
			return string(compound.UTF16("\uFEFF" + `<?xml version="1.0" encoding="UTF-16"?>` + s))
		},
		"UTF-16BE": func(s string) string {
			b := compound.UTF16(`<?xml version="1.0"?>` + s)
			for i := 0; i+1 < len(b); i += 2 {
				b[i], b[i+1] = b[i+1], b[i]
			}
			return string(b)
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := zipOf(t,
				part{"_rels/.rels", encode(relationships(`<Relationship Id="a" Type="` + rel + `officeDocument" Target="/Book/main.xml"/>`))},
				part{`Book\Main.xml`, encode(`<x:workbook ` + strict + ` xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="T&amp;C" sheetId="3" state="veryHidden" q:id="s"/></x:sheets></x:workbook>`)},
				part{"book/_rels/main.xml.rels", encode(relationships(`<Relationship Id="s" Type="` + rel + `worksheet" Target="../book/the%20sheet.xml"/><Relationship Id="t" Type="` + rel + `sharedStrings" Target="texts.xml"/>`))},
				part{"book/the sheet.xml", encode(sheet)},
				part{"book/texts.xml", encode(`<x:sst ` + strict + `><x:si><x:t>é 😀</x:t></x:si></x:sst>`)},
			)
			book, list := openBytes(t, "t.xlsx", data, Limits{})
			if book == nil {
				t.Fatal(list)
			}
			if got := book.Sheets(); len(got) != 1 || got[0] != (Sheet{"T&C", true}) {
				t.Errorf("sheets: %+v", got)
			}
			cells, findings, merged := scanAll(t, book, "T&C")
			compare(t, "cells", cells, []string{"A1 date 2014-12-31 true", "B1 text é 😀"})
			compare(t, "findings", append(rules(list), findings...), nil)
			if !slices.Equal(merged, []Range{{1, 1, 2, 2}, {7, 3, 9, 4}}) {
				t.Errorf("merged: %v", merged)
			}
		})
	}
}

func TestScan1904(t *testing.T) {
	for _, from := range []struct{ attribute, want string }{
		{`date1904="1"`, "A1 date 2014-12-31 true"},
		{`date1904="0"`, "A1 date 2010-12-30 true"},
		{``, "A1 date 2010-12-30 true"},
	} {
		h := handMade{rows: `<row><c s="2"><v>40542</v></c></row>`, from: from.attribute}
		book, _ := openBytes(t, "t.xlsx", h.bytes(t), Limits{})
		cells, _, _ := scanAll(t, book, "Data")
		compare(t, from.attribute, cells, []string{from.want})
	}
}

func TestWrittenWorkbookIsReadBack(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, writtenSheets()); err != nil {
		t.Fatal(err)
	}
	book, list := openBytes(t, "t.xlsx", b.Bytes(), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	if got := book.Sheets(); !slices.Equal(got, []Sheet{{"Notes", true}, {"L'Ouest & co", false}, {"Empty", false}}) {
		t.Errorf("sheets: %v", got)
	}
	cells, findings, _ := scanAll(t, book, "L'Ouest & co")
	compare(t, "findings", findings, nil)
	compare(t, "cells", cells, []string{
		"A1 text place", "B1 text count", "C1 text share", "D1 text date", "E1 text yes",
		"A2 text =1+1", "B2 number 7 7", "C2 number 0.25 0.25", "D2 date 2014-12-31 true", "E2 bool TRUE",
		"A3 text  two  spaces ", "B3 number -3 -3", "C3 number 1e-07 0.0000001", "D3 date 1900-1-1 true", "E3 bool FALSE",
		"A4 text <b>&amp;\nsecond line\t_x000D_ \"é\" 😀", "C4 number 1.23456785e+07 12345678.5", "D4 date 9999-12-31 true",
		"B5 text +1", "C5 text -1", "D5 text @x", "E5 text =HYPERLINK(\"http://example.org\")",
	})
	if cells, _, _ := scanAll(t, book, "Empty"); len(cells) > 0 {
		t.Errorf("an empty sheet has %q", cells)
	}
}

// excelize's other way of writing: shared strings, formulas without values,
// merged cells, sheets of charts.
func TestExcelizeWorkbookIsRead(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Data"); err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{"A1": "jurisdiction", "B1": "value", "A2": "DOM", "B2": 12.5, "A9": true} {
		if err := f.SetCellValue("Data", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellFormula("Data", "B9", "B2*2"); err != nil {
		t.Fatal(err)
	}
	if err := f.MergeCell("Data", "A20", "C21"); err != nil {
		t.Fatal(err)
	}
	if err := f.AddChartSheet("Picture", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Data!$B$2"}}}); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, list := openBytes(t, "t.xlsx", b.Bytes(), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	if got := book.Sheets(); !slices.Equal(got, []Sheet{{"Data", false}}) {
		t.Errorf("sheets: %v", got)
	}
	cells, findings, merged := scanAll(t, book, "Data")
	compare(t, "findings", findings, nil)
	compare(t, "cells", cells, []string{"A1 text jurisdiction", "B1 text value", "A2 text DOM", "B2 number 12.5 12.5", "A9 bool TRUE", "B9 novalue formula"})
	if !slices.Equal(merged, []Range{{20, 1, 21, 3}}) {
		t.Errorf("merged: %v", merged)
	}
}

func TestScanStopsEarly(t *testing.T) {
	h := handMade{rows: `<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c>`, after: `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`}
	book, _ := openBytes(t, "t.xlsx", h.bytes(t), Limits{})
	n := 0
	merged, list, err := book.Scan("Data", func(*Row) bool { n++; return n < 2 })
	if n != 2 || merged != nil || list != nil || err != nil {
		t.Errorf("%d rows, %v, %v, %v", n, merged, list, err)
	}
	// The same sheet once more, from its top.
	cells, findings, _ := scanAll(t, book, "Data")
	if len(cells) != 2 || len(findings) != 1 {
		t.Errorf("the second scan found %q and %q", cells, findings)
	}
}

func TestTextsStayAfterTheScan(t *testing.T) {
	h := handMade{rows: `<row><c t="str"><v>first</v></c></row><row><c t="str"><v>other</v></c></row>`}
	book, _ := openBytes(t, "t.xlsx", h.bytes(t), Limits{})
	var texts []string
	if _, _, err := book.Scan("Data", func(r *Row) bool { texts = append(texts, r.Cells[0].Text); return true }); err != nil {
		t.Fatal(err)
	}
	compare(t, "texts", texts, []string{"first", "other"})
}

func TestScanOfAnUnknownSheetIsAnError(t *testing.T) {
	book, _ := openBytes(t, "t.xlsx", handMade{}.bytes(t), Limits{})
	if _, _, err := book.Scan("data", func(*Row) bool { return true }); err == nil || !strings.Contains(err.Error(), `"data"`) {
		t.Errorf("got %v", err)
	}
}

func TestOpenOfNoFileIsAnError(t *testing.T) {
	fsys := fstest.MapFS{"folder.xlsx/x": {Data: []byte("x")}}
	for name, says := range map[string]string{"none.xlsx": "not exist", "folder.xlsx": "is a folder"} {
		if book, list, err := Open(fsys, name, Limits{}); book != nil || list != nil || err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, %v, %v", name, book, list, err)
		}
	}
}
