package observation

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"tipscore/generator/diag"
)

// MakeWorkbook builds an .xlsx file out of lines of text, for fixtures and for
// the examples of docs/checks.md. It writes the XML itself, because it must be
// able to write what spreadsheet libraries avoid.
//
//	1904                             the workbook counts days from 1904
//	[Data]  [Lists hidden]           a sheet starts
//	XNA | 2006 | law-02 | 4          a row; a cell without text is empty
//	-                                an empty row
//	merge B2:B3                      merged cells, after the rows
//	part xl/worksheets/sheet1.xml <worksheet>   a part of the file in place of the one that would be written
//	spaces 2000000                   so many spaces in the sheet
//
// A cell is a number (4), a text (yes), a text in quotes ("42", "a\u00a0b"), a
// date (2008-02-05), a truth value (TRUE), an error (#N/A), a formula with its
// last result (=A1*2 -> 8) or one without (=A1*2).
func MakeWorkbook(text string) ([]byte, error) {
	var out bytes.Buffer
	w := &xlsxWriter{zip: zip.NewWriter(&out), parts: map[string]string{}}
	for line := range strings.Lines(text) {
		if err := w.line(strings.TrimSpace(line)); err != nil {
			return nil, err
		}
	}
	w.endSheet()
	w.outline()
	for _, name := range w.names {
		if body := w.parts[name]; body != "" {
			if err := w.write(name, body); err != nil {
				return nil, err
			}
		}
	}
	if err := w.zip.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

type xlsxWriter struct {
	zip      *zip.Writer
	from1904 bool
	sheets   []string // names, with " hidden" after those that are
	rows     strings.Builder
	row      int
	merged   []string
	parts    map[string]string // by name; "" for one that is left out
	names    []string          // of the parts, in order
}

func (w *xlsxWriter) line(s string) error {
	switch {
	case s == "":
	case s == "1904":
		w.from1904 = true
	case strings.HasPrefix(s, "["):
		w.endSheet()
		w.sheets = append(w.sheets, strings.Trim(s, "[]"))
	case strings.HasPrefix(s, "merge "):
		w.merged = append(w.merged, strings.TrimPrefix(s, "merge "))
	case strings.HasPrefix(s, "part "):
		name, body, _ := strings.Cut(strings.TrimPrefix(s, "part "), " ")
		w.part(name, body)
	case strings.HasPrefix(s, "spaces "):
		n, err := strconv.Atoi(strings.TrimPrefix(s, "spaces "))
		if err != nil {
			return err
		}
		w.rows.WriteString(strings.Repeat(" ", n))
	case s == "-":
		w.row++
	default:
		w.row++
		fmt.Fprintf(&w.rows, `<row r="%d">`, w.row)
		for i, c := range strings.Split(s, "|") {
			if err := w.cell(diag.ColumnName(i+1)+strconv.Itoa(w.row), strings.TrimSpace(c)); err != nil {
				return err
			}
		}
		w.rows.WriteString("</row>")
	}
	return nil
}

func (w *xlsxWriter) cell(address, s string) error {
	if s == "" {
		return nil
	}
	value := s
	kind, style, formula := "inlineStr", "0", ""
	if strings.HasPrefix(s, "=") {
		var has bool
		formula, value, has = strings.Cut(s[1:], " -> ")
		formula = "<f>" + escape(formula) + "</f>"
		if !has {
			fmt.Fprintf(&w.rows, `<c r="%s">%s</c>`, address, formula)
			return nil
		}
		kind = "str"
	}
	if _, err := strconv.ParseFloat(value, 64); err == nil {
		kind = "n"
	} else if date, err := time.Parse(time.DateOnly, value); err == nil {
		epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if w.from1904 {
			epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		kind, style, value = "n", "1", strconv.Itoa(int(date.Sub(epoch).Hours()/24))
	} else if value == "TRUE" || value == "FALSE" {
		kind, value = "b", map[string]string{"TRUE": "1", "FALSE": "0"}[value]
	} else if strings.HasPrefix(value, "#") {
		kind = "e"
	} else if strings.HasPrefix(value, `"`) {
		if value, err = strconv.Unquote(value); err != nil {
			return fmt.Errorf("cell %s: %w", address, err)
		}
	}
	if kind == "inlineStr" {
		value = `<is><t xml:space="preserve">` + escape(value) + "</t></is>"
	} else {
		value = "<v>" + escape(value) + "</v>"
	}
	fmt.Fprintf(&w.rows, `<c r="%s" t="%s" s="%s">%s%s</c>`, address, kind, style, formula, value)
	return nil
}

func escape(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

func (w *xlsxWriter) endSheet() {
	if len(w.sheets) > 0 {
		merged := ""
		for _, r := range w.merged {
			merged += `<mergeCell ref="` + r + `"/>`
		}
		if merged != "" {
			merged = "<mergeCells>" + merged + "</mergeCells>"
		}
		w.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", len(w.sheets)),
			`<worksheet xmlns="`+mainNS+`"><sheetData>`+w.rows.String()+`</sheetData>`+merged+`</worksheet>`)
	}
	w.rows.Reset()
	w.row, w.merged = 0, nil
}

const (
	mainNS    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	docRelNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS = "http://schemas.openxmlformats.org/package/2006/"
	office    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// outline writes the parts that name the sheets.
func (w *xlsxWriter) outline() {
	types := `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + office + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + office + `styles+xml"/>`
	rels := `<Relationship Id="rId0" Type="` + docRelNS + `/styles" Target="styles.xml"/>`
	sheets := ""
	for i, name := range w.sheets {
		state := ""
		if before, hidden := strings.CutSuffix(name, " hidden"); hidden {
			name, state = before, ` state="hidden"`
		}
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, office)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, docRelNS, i+1)
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(name), i+1, state, i+1)
	}
	properties := ""
	if w.from1904 {
		properties = `<workbookPr date1904="1"/>`
	}
	w.part("[Content_Types].xml", `<Types xmlns="`+packageNS+`content-types">`+types+`</Types>`)
	w.part("_rels/.rels", `<Relationships xmlns="`+packageNS+`relationships"><Relationship Id="rId1" Type="`+docRelNS+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	w.part("xl/workbook.xml", `<workbook xmlns="`+mainNS+`" xmlns:r="`+docRelNS+`">`+properties+`<sheets>`+sheets+`</sheets></workbook>`)
	w.part("xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+packageNS+`relationships">`+rels+`</Relationships>`)
	w.part("xl/styles.xml", `<styleSheet xmlns="`+mainNS+`"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`)
}

// part sets the body of a part, if it was not set before.
func (w *xlsxWriter) part(name, body string) {
	if _, have := w.parts[name]; !have {
		w.parts[name] = body
		w.names = append(w.names, name)
	}
}

// write writes one part of the package.
func (w *xlsxWriter) write(name, body string) error {
	f, err := w.zip.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write([]byte(xml.Header + body))
	return err
}

func TestMakeWorkbookRefusesABadQuote(t *testing.T) {
	if _, err := MakeWorkbook("[Data]\n\"a"); err == nil {
		t.Error("no error")
	}
}
