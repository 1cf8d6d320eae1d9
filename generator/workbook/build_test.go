package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// part is one file of a hand-made package.
type part struct{ name, text string }

// zipOf packs parts in their order, also two of the same name.
func zipOf(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := zw.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	mainNamespace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNamespace  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relType       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// handMade is a minimal workbook: one sheet, "Data", with the given content of
// <sheetData>, and the shared texts and formats that tests refer to.
//
// Cell formats: 0 General, 1 built-in date 14, 2 "yyyy-mm-dd", 3 "0.00", 4
// "[h]:mm", 5 text.
type handMade struct {
	rows    string   // inside <sheetData>
	after   string   // after </sheetData>
	shared  []string // inside one <si> each
	from    string   // attributes of <workbookPr>
	replace []part   // parts that take the place of the usual ones; "" leaves the part out
	extra   []part
}

func (h handMade) parts() []part {
	var shared strings.Builder
	for _, s := range h.shared {
		shared.WriteString("<si>" + s + "</si>")
	}
	parts := []part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{"_rels/.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `officeDocument" Target="xl/workbook.xml"/>`)},
		{"xl/workbook.xml", fmt.Sprintf(`<workbook %s %s><workbookPr %s/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`, mainNamespace, relNamespace, h.from)},
		{"xl/_rels/workbook.xml.rels", relationships(`<Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relType + `styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + relType + `sharedStrings" Target="sharedStrings.xml"/>`)},
		{"xl/styles.xml", `<styleSheet ` + mainNamespace + `><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="165"/><xf numFmtId="49"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst ` + mainNamespace + `>` + shared.String() + `</sst>`},
		{"xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<worksheet ` + mainNamespace + `><dimension ref="A1:H9"/><sheetData>` + h.rows + `</sheetData>` + h.after + `</worksheet>`},
	}
	for _, r := range h.replace {
		for i := range parts {
			if parts[i].name == r.name {
				parts[i].text = r.text
			}
		}
	}
	var kept []part
	for _, p := range append(parts, h.extra...) {
		if p.text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

func (h handMade) bytes(t testing.TB) []byte { return zipOf(t, h.parts()...) }

func relationships(list string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + `</Relationships>`
}
