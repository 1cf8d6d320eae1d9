package observation

import (
	"fmt"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readSource reads a row of the table of sources.
func (d *decoder) readSource(row *workbook.Row) {
	defer d.reportBlanks()
	if !d.spread(row) {
		return
	}
	id := SourceID(strings.Clone(d.text(srcID)))
	s := Source{
		ID:        id,
		Title:     d.prose(srcTitle),
		Publisher: d.prose(srcPublisher),
		Date:      d.text(srcDate),
		Licence:   d.prose(srcLicence),
		Citation:  d.prose(srcCitation),
		Pos:       d.atColumn(d.layout.place[srcID]),
	}
	ok := d.cells[srcID] != nil
	for _, column := range []int{srcID, srcTitle} {
		if d.cells[column] == nil {
			d.sayMissing(column, "every source needs an id, to be cited by, and a title, to be found by")
		}
	}
	if s.URL = d.text(srcURL); s.URL != "" && !typed.IsWebAddress(s.URL) {
		d.find(d.cells[srcURL], diag.Diagnostic{
			Rule:     "bad-url",
			Message:  fmt.Sprintf("%q is not the address of a web page", typed.Shown(s.URL)),
			Expected: "an address that starts with https:// or http://",
			Hint:     typed.WebHint(s.URL),
		})
		s.URL = ""
	}
	if strings.ContainsAny(string(id), ";,") {
		ok = false
		d.find(d.cells[srcID], diag.Diagnostic{
			Rule:    "bad-source-id",
			Message: fmt.Sprintf("the id %q has a mark in it that separates sources", typed.Shown(string(id))),
			Hint:    "use letters, digits and hyphens, and change the id at the answers that cite it",
		})
		for _, part := range typed.Citations[SourceID](string(id)).IDs {
			d.answers.Unread.describe(part)
		}
	}
	if !ok {
		d.answers.Unread.Descriptions = d.answers.Unread.Descriptions || d.unread[srcID]
		return
	}
	if first, have := d.sourceAt[id]; have {
		d.find(d.cells[srcID], diag.Diagnostic{
			Rule:    "duplicate-source",
			Message: fmt.Sprintf("the source %s is described twice", typed.Shown(string(id))),
			Hint:    "delete one of the two, or give it another id",
			Related: []diag.Related{{Pos: first, Note: "first description"}},
		})
		return
	}
	d.sourceAt[id] = s.Pos
	d.answers.Sources = append(d.answers.Sources, s)
}
