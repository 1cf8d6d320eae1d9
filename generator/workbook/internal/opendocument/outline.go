package opendocument

import (
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// namespaces returns what the usual prefixes stand for (OpenDocument 1.3 part 3,
// section 1.4).
func namespaces() [2][2]string {
	return [...][2]string{
		{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
		{"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
	}
}

// outline notes the sheets of a document.
type outline struct {
	doc    *Document
	x      *xmlscan.Scanner
	hidden map[string]bool // styles of sheets that are not shown
	style  string          // the style of sheets that is being read
	seen   map[string]bool // names of sheets, in lower case
}

func (o *outline) read() error {
	for {
		at, known := o.x.Offset()
		tok, err := o.x.Next()
		if err != nil || tok == xmlscan.EOF {
			return err
		}
		if _, utf8 := o.x.Offset(); !known || !utf8 {
			return xmlscan.Error("it is written in UTF-16")
		}
		if tok != xmlscan.Start {
			continue
		}
		if err := o.element(at); err != nil {
			return err
		}
	}
}

// element looks at the element that has just started, at the given place.
func (o *outline) element(at int64) error {
	name := string(o.x.Name())
	switch depth := o.x.Depth(); {
	case depth == 1:
		return o.root(name)
	case depth == 3 && name == "style":
		o.style = ""
		if string(o.x.Attr("style:family")) == "table" {
			o.style = string(o.x.Attr("style:name"))
		}
	case depth == 4 && name == "table-properties" && string(o.x.Attr("table:display")) == "false" && len(o.hidden) < o.doc.bounds.Sheets:
		o.hidden[o.style] = true
	case depth == 4 && name == "table" && o.x.Parent("spreadsheet"):
		return o.sheet(at)
	case name == "table-source" || name == "cell-range-source" || name == "dde-link":
		o.doc.Links = true
	case name == "form" && o.x.Parent("forms"):
		o.doc.Controls = true
	}
	return nil
}

func (o *outline) root(name string) error {
	if name != "document-content" {
		return &Fault{"not-a-workbook", "the file does not begin as a spreadsheet does", saveAgain}
	}
	for _, n := range namespaces() {
		if string(o.x.Attr(n[0])) != n[1] {
			return &Fault{"damaged-workbook", "the parts of the spreadsheet do not have the names that they have in OpenDocument 1.2", saveAgain}
		}
	}
	return nil
}

// sheet notes a sheet, or what is wrong with it.
func (o *outline) sheet(at int64) error {
	d := o.doc
	if len(o.seen) >= d.bounds.Sheets {
		return &Fault{"over-limit", "the workbook has more sheets than real workbooks have", splitUp}
	}
	raw := o.x.Attr("table:name")
	if !utf8.Valid(raw) {
		return xmlscan.ErrCharacter
	}
	name := string(raw)
	// LibreOffice keeps what it has seen of other files in sheets that it shows
	// to nobody, named 'file:///path'#$Sheet.
	if strings.HasPrefix(name, "'") && strings.Contains(name, "'#$") {
		d.Links = true
		return nil
	}
	key := strings.ToLower(name)
	switch {
	case name == "":
		d.Findings.Add(diag.Diagnostic{Rule: "broken-sheet", Hint: saveAgain, Message: "a sheet of the workbook has no name, and is not read"})
	case o.seen[key]:
		d.Findings.Add(diag.Diagnostic{Rule: "duplicate-sheet", Pos: diag.Pos{Sheet: name}, Hint: "give each sheet a name of its own",
			Message: "two sheets of the workbook have the same name; only the first is read"})
	default:
		o.seen[key] = true
		d.Sheets = append(d.Sheets, Sheet{Name: name, Hidden: o.hidden[string(o.x.Attr("table:style-name"))], at: at})
	}
	if len(d.Findings) > d.bounds.Sheets {
		return &Fault{"over-limit", "the workbook has more sheets than real workbooks have", splitUp}
	}
	return nil
}
