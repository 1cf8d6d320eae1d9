package workbook

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
)

const odsType = "application/vnd.oasis.opendocument.spreadsheet"

// odsContent is a content.xml with the given sheets.
func odsContent(tables string) part {
	return part{"content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`}
}

// ods is a workbook with one sheet, "Data", of the given rows.
func ods(t testing.TB, rows string, extra ...part) []byte {
	return zipOf(t, append([]part{{"mimetype", odsType}, odsContent(`<table:table table:name="Data" table:style-name="ta1"><table:table-column table:number-columns-repeated="1024"/>` + rows + `</table:table>`)}, extra...)...)
}

// described scans a sheet into lines such as "A1 text x".
func described(t *testing.T, book *Book, sheet string) (lines []string, merged []Range, list diag.List) {
	t.Helper()
	merged, list, err := book.Scan(sheet, func(row *Row) bool {
		for _, c := range row.Cells {
			at := fmt.Sprintf("%s%d", diag.ColumnName(c.Column), row.Number)
			kind := [...]string{"empty", "text", "number", "bool", "error", "unread"}[c.Kind]
			line := at + " " + kind + " " + fmt.Sprintf("%q", c.Text)
			if c.Kind == Number {
				line += fmt.Sprintf(" %g", c.Number)
			}
			if y, m, d, ok := book.Date(c.Number); c.IsDate && ok {
				line += fmt.Sprintf(" %d-%d-%d", y, m, d)
			} else if c.IsDate {
				line += " time"
			}
			if c.Formula {
				line += " formula"
			}
			lines = append(lines, line)
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, merged, list
}

func odsCell(attributes, text string) string {
	return `<table:table-cell ` + attributes + `><text:p>` + text + `</text:p></table:table-cell>`
}

func odsRow(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }

func TestOpenDocumentCells(t *testing.T) {
	for _, test := range []struct{ name, cell, want string }{
		{"text", odsCell(`office:value-type="string"`, "x"), `text "x"`},
		{"text without a type", odsCell(``, "x"), `text "x"`},
		{"string value", odsCell(`office:value-type="string" office:string-value="real"`, "shown"), `text "real"`},
		{"spaces", odsCell(`office:value-type="string"`, "<text:s/>a <text:s text:c=\"2\"/>b\n  c<text:tab/>d<text:line-break/>e "), "text \" a   b c\\td\\ne \""},
		{"paragraphs and spans", `<table:table-cell office:value-type="string"><office:annotation><dc:creator>N</dc:creator><text:p>note</text:p></office:annotation><text:p>a<text:span>b</text:span><text:a>c</text:a></text:p><text:p/><text:p>d &amp; e</text:p></table:table-cell>`, `text "abc\n\nd & e"`},
		{"a drawing", `<table:table-cell><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></table:table-cell>`, ``},
		{"float", odsCell(`office:value-type="float" office:value="1.50"`, "1,5"), `number "1.50" 1.5`},
		{"percentage", odsCell(`office:value-type="percentage" office:value="0.25"`, "25 %"), `number "0.25" 0.25`},
		{"currency", odsCell(`office:value-type="currency" office:currency="EUR" office:value="-3"`, "-3 €"), `number "-3" -3`},
		{"date", odsCell(`office:value-type="date" office:date-value="2014-12-31"`, "31.12."), `number "2014-12-31" 42004 2014-12-31`},
		{"date and time", odsCell(`office:value-type="date" office:date-value="2014-12-31T12:00:00"`, "x"), `number "2014-12-31T12:00:00" 42004.5 2014-12-31`},
		{"leap day", odsCell(`office:value-type="date" office:date-value="2024-02-29"`, "x"), `number "2024-02-29" 45351 2024-2-29`},
		{"a day before 1900", odsCell(`office:value-type="date" office:date-value="1865-12-06"`, "x"), `text "1865-12-06"`},
		{"no date", odsCell(`office:value-type="date" office:date-value="soon"`, "x"), `unread ""`},
		{"time", odsCell(`office:value-type="time" office:time-value="PT06H30M00S"`, "06:30"), `number "PT06H30M00S" 0.2708333333333333 time`},
		{"no time", odsCell(`office:value-type="time" office:time-value="PT6"`, "06:30"), `unread ""`},
		{"true", odsCell(`office:value-type="boolean" office:boolean-value="true"`, "WAHR"), `bool "TRUE"`},
		{"formula", odsCell(`table:formula="of:=1+1" office:value-type="float" office:value="2"`, "2"), `number "2" 2 formula`},
		{"formula that gave nothing", `<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>`, ``},
		{"formula that nobody calculated", `<table:table-cell table:formula="of:=1+1"/>`, `empty "" formula`},
		{"formula that failed", odsCell(`table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"`, "#DIV/0!"), `error "#DIV/0!" formula`},
		{"number without a value", odsCell(`office:value-type="float"`, "7"), `unread ""`},
		{"unknown type", odsCell(`office:value-type="fraction"`, "7"), `unread ""`},
		{"covered", `<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>`, `text "hidden"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			book, list := openBytes(t, "t.ods", ods(t, odsRow(test.cell)), Limits{})
			if book == nil || len(list) > 0 {
				t.Fatal(list)
			}
			got, _, list := described(t, book, "Data")
			want := "A1 " + test.want
			if test.want == "" {
				want = ""
			}
			if strings.Join(got, "\n") != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if unread := strings.Contains(want, "unread"); unread != (len(list) == 1) {
				t.Errorf("findings: %+v", list)
			}
		})
	}
}

func TestOpenDocumentRows(t *testing.T) {
	rows := `<table:table-header-rows>` + odsRow(odsCell(`table:number-columns-repeated="3"`, "h")) + `</table:table-header-rows>` +
		`<table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		`<table:table-row-group><table:table-row table:visibility="collapse" table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>` + odsCell(``, "c") + `<table:table-cell table:number-columns-repeated="99999"/></table:table-row></table:table-row-group>` +
		odsRow(`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"><text:p>m</text:p></table:table-cell><table:covered-table-cell/>`+odsCell(``, "n")) +
		`<table:table-row table:number-rows-repeated="1048562"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`
	book, list := openBytes(t, "t.ods", ods(t, rows), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	got, merged, list := described(t, book, "Data")
	want := `A1 text "h",B1 text "h",C1 text "h",C11 text "c",C12 text "c",A13 text "m",C13 text "n"`
	if strings.Join(got, ",") != want || len(list) > 0 {
		t.Errorf("got %s, %v", got, list)
	}
	if fmt.Sprint(merged) != "[{13 1 15 2}]" {
		t.Errorf("merged: %v", merged)
	}
}

func TestOpenDocumentSheets(t *testing.T) {
	table := func(name, style, text string) string {
		return `<table:table table:name="` + name + `" table:style-name="` + style + `">` + odsRow(odsCell(``, text)) + `</table:table>`
	}
	data := zipOf(t, part{"mimetype", odsType}, odsContent(`<table:tracked-changes><table:table table:name="Old"/></table:tracked-changes>`+
		table("One", "ta1", "1")+table("Two", "ta2", "2")+table("one", "ta1", "x")+table(`'file:///b.ods'#$S`, "ta2", "cache")+table("Three", "ta1", "3")),
		part{"Basic/script-lc.xml", "<a/>"},
		part{"META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`})
	book, list := openBytes(t, "t.ods", data, Limits{})
	if book == nil {
		t.Fatal(list)
	}
	if got := fmt.Sprint(book.Sheets()); got != "[{One false} {Two true} {Three false}]" {
		t.Error(got)
	}
	var rules []string
	for _, d := range list {
		rules = append(rules, d.Rule)
	}
	if got := strings.Join(rules, " "); got != "external-link macro embedded-object duplicate-sheet" {
		t.Errorf("findings: %s", got)
	}
	// In any order, and again after a scan that stopped early.
	for _, sheet := range []string{"Three", "One", "Two", "One"} {
		got, _, _ := described(t, book, sheet)
		if want := map[string]string{"One": `[A1 text "1"]`, "Two": `[A1 text "2"]`, "Three": `[A1 text "3"]`}[sheet]; fmt.Sprint(got) != want {
			t.Errorf("%s: %s", sheet, got)
		}
		if _, _, err := book.Scan(sheet, func(*Row) bool { return false }); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenDocumentRefused(t *testing.T) {
	type test struct {
		name, rule string
		data       []byte
	}
	manifest := func(inside string) part {
		return part{"META-INF/manifest.xml", `<manifest:manifest>` + inside + `</manifest:manifest>`}
	}
	for _, test := range []test{
		{"encrypted", "encrypted-workbook", ods(t, "", manifest(`<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>`))},
		{"encrypted as a whole", "encrypted-workbook", zipOf(t, part{"mimetype", odsType}, part{"encrypted-package", "x"})},
		{"text", "not-a-workbook", zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.text"}, odsContent(""))},
		{"entities", "entity-declaration", zipOf(t, part{"mimetype", odsType}, part{"content.xml", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`})},
		{"no sheet", "no-sheet", zipOf(t, part{"mimetype", odsType}, odsContent(""))},
		{"cut off", "damaged-workbook", zipOf(t, part{"mimetype", odsType}, part{"content.xml", odsContent("").text[:300]})},
		{"other root", "not-a-workbook", zipOf(t, part{"mimetype", odsType}, part{"content.xml", "<a/>"})},
		{"other names", "damaged-workbook", zipOf(t, part{"mimetype", odsType}, part{"content.xml", "<office:document-content/>"})},
	} {
		book, list := openBytes(t, "t.ods", test.data, Limits{})
		if book != nil || len(list) != 1 || list[0].Rule != test.rule {
			t.Errorf("%s: %+v, want %s", test.name, list, test.rule)
		}
	}
}

func TestOpenDocumentLimits(t *testing.T) {
	for _, test := range []struct{ name, rows, rule string }{
		{"cells", `<table:table-row table:number-rows-repeated="1000000">` + odsCell(`table:number-columns-repeated="1000"`, "x") + `</table:table-row>`, "over-limit"},
		{"rows", `<table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>` + odsRow(odsCell(``, "x")), "outside-sheet"},
		{"columns", odsRow(`<table:table-cell table:number-columns-repeated="16384"/>` + odsCell(``, "x")), "outside-sheet"},
		{"long text", odsRow(odsCell(``, strings.Repeat("x", 300))), "text-too-long"},
		{"many spaces", odsRow(odsCell(``, `<text:s text:c="999999999"/>`)), "text-too-long"},
		{"no number of rows", `<table:table-row table:number-rows-repeated="-1"/>`, "broken-sheet"},
		{"no number of columns", odsRow(`<table:table-cell table:number-columns-repeated="x"/>`), "broken-sheet"},
	} {
		book, list := openBytes(t, "t.ods", ods(t, test.rows), Limits{Cells: 5000, StringBytes: 200})
		if book == nil {
			t.Fatal(test.name, list)
		}
		_, _, list = described(t, book, "Data")
		if len(list) != 1 || list[0].Rule != test.rule {
			t.Errorf("%s: %+v, want %s", test.name, list, test.rule)
		}
	}
	bomb := ods(t, odsRow(odsCell(``, strings.Repeat(" ", 4<<20))))
	if book, list := openBytes(t, "t.ods", bomb, Limits{}); book != nil || len(list) != 1 || list[0].Rule != "over-limit" {
		t.Errorf("a zip bomb: %+v", list)
	}
}

// Content that is too large to be kept is unpacked again for each scan.
func TestOpenDocumentLarge(t *testing.T) {
	row := odsRow(odsCell(`office:value-type="float" office:value="1" table:style-name="`+strings.Repeat("x", 1000)+`"`, "1"))
	tables := `<table:table table:name="One">` + strings.Repeat(row, 33_000) + `</table:table><table:table table:name="Two">` + odsRow(odsCell("", "2")) + `</table:table>`
	data := zipOf(t, part{"mimetype", odsType}, odsContent(tables))
	book, list := openBytes(t, "t.ods", data, Limits{Ratio: 5000, UnpackedBytes: 50 << 20})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	for range 5 {
		if got, _, list := described(t, book, "Two"); fmt.Sprint(got) != `[A1 text "2"]` || len(list) > 0 {
			t.Fatal(got, list)
		}
	}
	if got, _, list := described(t, book, "One"); len(got) != 33_000 || len(list) > 0 {
		t.Error(len(got), list)
	}
	// A file that makes the reader pass over the same bytes time and again is stopped.
	if _, _, list := described(t, book, "Two"); len(list) != 1 || list[0].Rule != "over-limit" {
		t.Error(list)
	}
}

// What LibreOffice wrote.
func TestOpenDocumentOfLibreOffice(t *testing.T) {
	book, list := openBytes(t, "t.ods", readFile(t, "testdata/libreoffice.ods"), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	if got, _, _ := described(t, book, "t"); strings.Join(got, ",") != `A1 text "a",B1 text "b",A2 number "1" 1,B2 number "2" 2` {
		t.Error(got)
	}
}

func FuzzOpenODS(f *testing.F) {
	data, err := os.ReadFile("testdata/libreoffice.ods")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(ods(f, odsRow(odsCell(`office:value-type="float" office:value="1"`, "1"))))
	f.Fuzz(func(t *testing.T, data []byte) { checkBook(t, "t.ods", data) })
}

// FuzzODSContent changes the rows inside a sound file.
func FuzzODSContent(f *testing.F) {
	f.Add(odsRow(odsCell(`table:number-columns-repeated="3" office:value-type="date" office:date-value="2014-12-31"`, "x")))
	f.Add(`<table:table-row table:number-rows-repeated="2">` + odsCell(`table:formula="of:=1" table:number-columns-spanned="2" table:number-rows-spanned="2"`, `a<text:s text:c="3"/><text:tab/><text:span>b</text:span>`) + `<table:covered-table-cell/></table:table-row>`)
	f.Add(odsRow(odsCell(`office:value-type="time" office:time-value="PT1H"`, "") + odsCell(`office:value-type="boolean" office:boolean-value="true"`, "") + odsCell(`office:value-type="string" office:string-value="s"`, "")))
	f.Add(`</table:table><table:table table:name="Two" table:style-name="ta2"><!DOCTYPE a>`)
	f.Fuzz(func(t *testing.T, rows string) { checkBook(t, "t.ods", ods(t, rows)) })
}

// BenchmarkScanODS reads 100,000 rows of 8 columns, spelled as LibreOffice does.
func BenchmarkScanODS(b *testing.B) {
	var rows strings.Builder
	for i := range 100_000 {
		s := func(text string) {
			rows.WriteString(odsCell(`office:value-type="string" calcext:value-type="string"`, text))
		}
		n := func(v any) {
			rows.WriteString(odsCell(fmt.Sprintf(`office:value-type="float" office:value="%v" calcext:value-type="float"`, v), fmt.Sprint(v)))
		}
		rows.WriteString(`<table:table-row table:style-name="ro1">`)
		s(fmt.Sprintf("place-%03d", i%200))
		n(1999 + i%16)
		s(fmt.Sprintf("place-%03d", 200+i%60))
		n(float64(i) * 0.37)
		rows.WriteString(odsCell(fmt.Sprintf(`table:style-name="ce1" office:value-type="date" office:date-value="%d-%02d-%02d" calcext:value-type="date"`, 2000+i%14, 1+i%12, 1+i%28), "x"))
		s(fmt.Sprintf("place-%03d", 900+i%5))
		n(i)
		s(fmt.Sprintf("Seen in annual report no. %d, page %d &amp; annex", i, i%97))
		rows.WriteString(`</table:table-row>`)
	}
	fsys := fstest.MapFS{"t.ods": {Data: ods(b, rows.String())}}
	b.ReportAllocs()
	for b.Loop() {
		book, list, err := Open(fsys, "t.ods", Limits{})
		if err != nil || len(list) > 0 {
			b.Fatal(list, err)
		}
		cells := 0
		if _, _, err = book.Scan("Data", func(row *Row) bool { cells += len(row.Cells); return true }); err != nil || cells != 800_000 {
			b.Fatal(cells, err)
		}
		book.Close()
	}
}
