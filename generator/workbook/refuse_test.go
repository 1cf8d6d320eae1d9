package workbook

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/compound"
)

// workbookBytes is a small good workbook.
func workbookBytes(t testing.TB) []byte {
	t.Helper()
	return handMade{rows: `<row r="1"><c r="A1"><v>1</v></c></row>`}.bytes(t)
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// encrypted is a good workbook behind a password.
func encrypted(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile(excelize.Options{Password: "secret"})
	defer f.Close()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with is the good workbook with parts replaced or added.
func with(t testing.TB, replace, extra []part) []byte {
	return handMade{rows: `<row r="1"><c r="A1"><v>1</v></c></row>`, replace: replace, extra: extra}.bytes(t)
}

// workbookPart is an xl/workbook.xml with the given sheets.
func workbookPart(sheets string) part {
	return part{"xl/workbook.xml", `<workbook ` + mainNamespace + ` ` + relNamespace + `><sheets>` + sheets + `</sheets></workbook>`}
}

type badFile struct {
	name, file string // file is t.xlsx where it is ""
	data       func(*testing.T) []byte
	rule, says string
}

func is(text string) func(*testing.T) []byte { return func(*testing.T) []byte { return []byte(text) } }

func sample(name string) func(*testing.T) []byte {
	return func(t *testing.T) []byte { return readFile(t, "testdata/"+name) }
}

func replaced(parts ...part) func(*testing.T) []byte {
	return func(t *testing.T) []byte { return with(t, parts, nil) }
}

func packed(parts ...part) func(*testing.T) []byte {
	return func(t *testing.T) []byte { return zipOf(t, parts...) }
}

// badFiles are refused by Open, each with one error at the file.
var badFiles = []badFile{
	{"empty", "", is(""), "empty-file", "empty"},
	{"text", "", is("jurisdiction\tvalue\nDOM\t1\n"), "not-a-workbook", "text file"},
	{"csv", "", is("jurisdiction,value\nDOM,1\n"), "not-a-workbook", "text file"},
	{"8-bit text", "", is("pa\xeds,a\xf1o\nRep\xfablica Dominicana,2014\n"), "not-a-workbook", "text file"},
	{"UTF-16 text", "", is("\xff\xfea\x00,\x00b\x00\n\x00"), "not-a-workbook", "text file"},
	{"html", "", is("<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table></body></html>"), "not-a-workbook", "web page"},
	{"html without a head", "", is("<TABLE border=1><tr><td>1</td></tr></TABLE>"), "not-a-workbook", "web page"},
	{"pdf", "", is("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "not-a-workbook", "PDF"},
	{"bytes", "", is("\x00\x01\x02\x03\x04\x05\x06\x07\x08"), "not-a-workbook", "not a workbook"},
	{"lock file", "~$t.xlsx", is("\x04Anna" + strings.Repeat(" ", 50) + strings.Repeat("\x00A", 55)), "not-a-workbook", "while a workbook is open"},
	{"xls", "", sample("libreoffice.xls"), "old-format", ".xls"},
	{"xls by its name", "t.xls", sample("libreoffice.xls"), "old-format", ".xls"},
	{"xml of 2003", "", sample("excel2003.xml"), "old-format", "2003"},
	{"ods as xlsx", "", sample("libreoffice.ods"), "not-a-workbook", "under the name of a .xlsx"},
	{"odt", "", packed(part{"mimetype", "application/vnd.oasis.opendocument.text"}, part{"content.xml", "<a/>"}), "not-a-workbook", "not a spreadsheet"},
	{"fods", "", is(`<?xml version="1.0"?><office:document xmlns:office="urn"/>`), "open-document", "OpenDocument"},
	{"encrypted", "", func(t *testing.T) []byte { return encrypted(t) }, "encrypted-workbook", "password"},
	{"old word file", "", func(t *testing.T) []byte {
		return bytes.ReplaceAll(readFile(t, "testdata/libreoffice.xls"), compound.UTF16("Workbook"), compound.UTF16("Wordfile"))
	}, "not-a-workbook", "old Office file"},
	{"compound file cut short", "", is(oleMagic), "not-a-workbook", "old Office file"},
	{"xlsb", "", packed(
		part{"_rels/.rels", relationships(`<Relationship Id="a" Type="` + relType + `officeDocument" Target="xl/workbook.bin"/>`)},
		part{"xl/workbook.bin", "\x83\x01\x00"}), "binary-workbook", ".xlsb"},
	{"docx", "", packed(
		part{"_rels/.rels", relationships(`<Relationship Id="a" Type="` + relType + `officeDocument" Target="word/document.xml"/>`)},
		part{"word/document.xml", "<w:document/>"}), "not-a-workbook", "text document"},
	{"other zip", "", packed(part{"photo.jpg", "x"}, part{"t.xlsx", "y"}), "not-a-workbook", "no workbook in it"},
	{"empty zip", "", packed(), "no-sheet", "no list of sheets"},
	{"cut in half", "", func(t *testing.T) []byte { b := workbookBytes(t); return b[:len(b)/2] }, "damaged-workbook", "cut off"},
	{"only a magic", "", is(zipMagic), "damaged-workbook", "cut off"},
	{"a part twice", "", func(t *testing.T) []byte { return with(t, nil, []part{{`XL\workbook.xml`, "<workbook/>"}}) }, "duplicate-part", "twice"},
	{"no workbook part", "", replaced(part{"xl/workbook.xml", ""}), "no-sheet", "no list of sheets"},
	{"no sheets", "", replaced(workbookPart("")), "no-sheet", "no sheet"},
	{"only charts", "", replaced(
		workbookPart(`<sheet name="Chart1" sheetId="1" r:id="rId1"/>`),
		part{"xl/_rels/workbook.xml.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `chartsheet" Target="chartsheets/sheet1.xml"/>`)}),
		"no-sheet", "only charts"},
	{"not a workbook part", "", replaced(part{"xl/workbook.xml", "<html/>"}), "not-a-workbook", "does not begin"},
	{"broken workbook part", "", replaced(part{"xl/workbook.xml", "<workbook><sheets>"}), "damaged-workbook", "breaks off"},
	{"broken styles", "", replaced(part{"xl/styles.xml", "<styleSheet><cellXfs></styleSheet>"}), "damaged-workbook", "end tag"},
	{"broken texts", "", replaced(part{"xl/sharedStrings.xml", "<sst><si><t>&nbsp;</t></si></sst>"}), "damaged-workbook", "unknown reference"},
	{"entities", "", replaced(part{"xl/sharedStrings.xml", `<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>`}), "entity-declaration", "entities"},
	{"doctype after the mark", "", replaced(part{"xl/workbook.xml", byteOrderMark + `<?xml version="1.0"?><!DOCTYPE workbook SYSTEM "file:///etc/passwd"><workbook/>`}), "entity-declaration", "entities"},
	{"other encoding", "", replaced(part{"xl/workbook.xml", `<?xml version="1.0" encoding="windows-1252"?><workbook/>`}), "damaged-workbook", "windows-1252"},
	{"workbook as csv", "t.csv", func(t *testing.T) []byte { return workbookBytes(t) }, "not-a-table", "this is a workbook"},
	{"xls as csv", "t.csv", sample("libreoffice.xls"), "not-a-table", "old Excel"},
	{"bytes as csv", "t.csv", is("a,b\x00c\n"), "not-a-table", "text file"},
	{"UTF-16 csv", "T.CSV", is("\xff\xfea\x00,\x00b\x00\n\x00"), "not-utf8", "UTF-16"},
	{"old lines", "t.csv", is("a,b\r1,2\r"), "broken-table", "Macintosh"},
	{"workbook as tsv", "t.tsv", func(t *testing.T) []byte { return workbookBytes(t) }, "not-a-table", "this is a workbook"},
	{"xlsx as xls", "t.XLS", func(t *testing.T) []byte { return workbookBytes(t) }, "not-a-workbook", "under the name of a .xls"},
	{"xlsx as ods", "t.ods", func(t *testing.T) []byte { return workbookBytes(t) }, "not-a-workbook", "under the name of a .ods"},
	{"numbers", "t.numbers", packed(part{"Index/Document.iwa", "x"}, part{"preview.jpg", "y"}), "not-a-workbook", "Numbers"},
	{"empty csv", "t.csv", is(""), "empty-file", "empty"},
}

func TestOpenRefuses(t *testing.T) {
	for _, bad := range badFiles {
		t.Run(bad.name, func(t *testing.T) {
			name := bad.file
			if name == "" {
				name = "t.xlsx"
			}
			book, list := openBytes(t, name, bad.data(t), Limits{})
			if book != nil {
				t.Fatalf("it was opened: %+v", book.Sheets())
			}
			if len(list) != 1 {
				t.Fatalf("want one finding, got %+v", list)
			}
			checkFinding(t, list[0], diag.Diagnostic{Rule: bad.rule, Pos: diag.Pos{File: name}, Message: bad.says})
		})
	}
}

// checkFinding holds the rule, the severity, the place and a part of the
// message, and that there is a hint in plain words.
func checkFinding(t testing.TB, got, want diag.Diagnostic) {
	t.Helper()
	if got.Rule != want.Rule || got.Severity != want.Severity || got.Pos != want.Pos || !strings.Contains(got.Message, want.Message) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Hint == "" || strings.ContainsAny(got.Message+got.Hint, "\n\r") || strings.HasSuffix(got.Message, ".") || !utf8.ValidString(got.Message) {
		t.Errorf("message %q, hint %q", got.Message, got.Hint)
	}
}

// A damaged sheet leaves the other sheets readable.
func TestBrokenSheets(t *testing.T) {
	good := `<row r="1"><c r="A1"><v>1</v></c></row>`
	sheet := func(s string) part { return part{"xl/worksheets/sheet1.xml", s} }
	open := `<worksheet ` + mainNamespace + `><sheetData>`
	for _, test := range []struct {
		name       string
		sheet      part
		rule, says string
		row        int
	}{
		{"cut off", sheet(open + good + `<row r="2"><c r="A2"><v>2</v></c>`), "broken-sheet", "breaks off", 2},
		{"cut off in a tag", sheet(open + good + `<row r="2"`), "broken-sheet", "breaks off", 1},
		{"wrong end", sheet(open + good + `<row r="2"></c></row>`), "broken-sheet", "end tag", 2},
		{"no characters", sheet(open + good + `<row r="4"><c t="str"><v>a` + "\x01" + `b</v></c></row></sheetData></worksheet>`), "broken-sheet", "no characters", 4},
		{"no UTF-8", sheet(open + good + `<row r="4"><c t="str"><v>a` + "\xff" + `b</v></c></row></sheetData></worksheet>`), "broken-sheet", "no characters", 4},
		{"no reference", sheet(open + good + `<row r="4"><c t="str"><v>AT&T</v></c></row></sheetData></worksheet>`), "broken-sheet", "&", 4},
		{"attribute", sheet(open + good + `<row r=4/></sheetData></worksheet>`), "broken-sheet", "quotes", 1},
		{"doctype", sheet(`<!DOCTYPE worksheet>` + open + `</sheetData></worksheet>`), "entity-declaration", "entities", 0},
		{"two roots", sheet(open + good + `</sheetData></worksheet><worksheet/>`), "broken-sheet", "two root", 1},
		{"text after", sheet(open + good + `</sheetData></worksheet>more`), "broken-sheet", "outside", 1},
		{"other root", sheet(`<chartsheet/>`), "broken-sheet", "does not begin", 0},
		{"nothing", sheet(` `), "broken-sheet", "breaks off", 0},
		{"deep", sheet(open + strings.Repeat("<a>", 300)), "broken-sheet", "too deep", 0},
		{"long token", sheet(open + good + `<row r="2"><c t="str"><v>` + strings.Repeat("x", 3<<20)), "broken-sheet", "2 MiB", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := with(t, []part{
				workbookPart(`<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId9"/>`),
				{"xl/_rels/workbook.xml.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="` + relType + `worksheet" Target="worksheets/sheet9.xml"/>`)},
				test.sheet,
			}, []part{{"xl/worksheets/sheet9.xml", open + good + `</sheetData></worksheet>`}})
			book, list := openBytes(t, "t.xlsx", data, Limits{Ratio: 10000})
			if book == nil {
				t.Fatal(list)
			}
			_, list, err := book.Scan("Data", func(*Row) bool { return true })
			if err != nil || len(list) != 1 {
				t.Fatalf("want one finding, got %+v, %v", list, err)
			}
			checkFinding(t, list[0], diag.Diagnostic{Rule: test.rule, Pos: diag.Pos{File: "t.xlsx", Sheet: "Data", Row: test.row}, Message: test.says})
			if cells, findings, _ := scanAll(t, book, "Other"); len(cells) != 1 || len(findings) > 0 {
				t.Errorf("the other sheet has %q, %q", cells, findings)
			}
		})
	}
}

// Sheets that are listed and are not there are findings; the others are read.
func TestListedSheets(t *testing.T) {
	data := with(t, []part{
		workbookPart(`<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Gone" sheetId="2" r:id="rId2"/><sheet name="Nowhere" sheetId="3" r:id="rId3"/>` +
			`<sheet name="Module1" sheetId="4" r:id=""/><sheet name="Copy" sheetId="5" r:id="rId1"/><sheet name="data" sheetId="6" r:id="rId6"/><sheet name="Web" sheetId="7" r:id="rId7"/>`),
		{"xl/_rels/workbook.xml.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relType + `worksheet" Target="worksheets/sheet2.xml"/>` +
			`<Relationship Id="rId6" Type="` + relType + `worksheet" Target="styles.xml"/><Relationship Id="rId7" Type="` + relType + `worksheet" Target="http://example.org/sheet.xml" TargetMode="External"/>`)},
	}, nil)
	book, list := openBytes(t, "t.xlsx", data, Limits{})
	if book == nil {
		t.Fatal(list)
	}
	if got := book.Sheets(); len(got) != 1 || got[0].Name != "Data" {
		t.Errorf("sheets: %+v", got)
	}
	compare(t, "findings", rules(list), []string{"missing-sheet !Gone", "missing-sheet !Nowhere", "missing-sheet !Module1", "duplicate-sheet !Copy", "duplicate-sheet !data", "missing-sheet !Web"})
	if list[2].Severity != diag.Warning || list.Count(diag.Error) != 5 {
		t.Errorf("severities: %+v", list)
	}
}

func TestNoListedSheetIsThere(t *testing.T) {
	book, list := openBytes(t, "t.xlsx", with(t, []part{{"xl/worksheets/sheet1.xml", ""}}, nil), Limits{})
	if book != nil {
		t.Fatal("it was opened")
	}
	compare(t, "findings", rules(list), []string{"missing-sheet !Data", "no-sheet"})
}

func TestPassengersAreWarnedOfOnce(t *testing.T) {
	data := with(t, nil, []part{
		{"xl/externalLinks/externalLink1.xml", "<x/>"}, {"xl/externalLinks/externalLink2.xml", "<x/>"},
		{"xl/vbaProject.bin", "x"}, {"xl/embeddings/oleObject1.bin", "x"}, {"xl/activeX/activeX1.xml", "<x/>"},
	})
	book, list := openBytes(t, "t.xlsx", data, Limits{})
	if book == nil {
		t.Fatal(list)
	}
	compare(t, "findings", rules(list), []string{"external-link", "macro", "embedded-object"})
	if list.HasErrors() {
		t.Errorf("a warning is an error: %+v", list)
	}
}

// LibreOffice writes TRUE as the formula TRUE().
func TestLibreOfficeWorkbookIsRead(t *testing.T) {
	book, list := openBytes(t, "t.xlsx", readFile(t, "testdata/libreoffice.xlsx"), Limits{})
	if book == nil || len(list) > 0 {
		t.Fatal(list)
	}
	cells, findings, _ := scanAll(t, book, "L'Ouest & co")
	compare(t, "findings", findings, nil)
	for _, want := range []string{"A2 text =1+1", "B2 number 7 7", "D2 date 2014-12-31 true", "E2 bool TRUE formula", "A3 text  two  spaces ", "A4 text <b>&amp;\nsecond line_x000D_ \"é\" 😀"} {
		if !strings.Contains("\x00"+strings.Join(cells, "\x00")+"\x00", "\x00"+want+"\x00") {
			t.Errorf("no %q in %q", want, cells)
		}
	}
}
