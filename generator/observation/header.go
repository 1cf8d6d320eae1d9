package observation

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// The columns of an answer table, in the order that the documentation gives.
const (
	colNone = iota
	colJurisdiction
	colPeriod
	colIndicator
	colValue
	colNumerator
	colDenominator
	colDate
	colCurrency
	colState
	colComment
	colSources
	colMonitor
)

// The columns of a table of sources.
const (
	srcNone = iota
	srcID
	srcTitle
	srcPublisher
	srcDate
	srcURL
	srcLicence
	srcCitation
)

// maxColumns is how many columns a kind of table can have, with the one for
// "none".
const maxColumns = colMonitor + 1

// strange marks a column of the sheet whose header nobody knows. Its cells are
// covered by the finding about the header.
const strange = 255

// beside marks a column of an entry workbook that is there to be read by people.
const beside = 254

// second marks a column of the sheet with the header of another. It is not
// read, but what is missing in the first may stand in it.
const second = 128

// answerColumns and sourceColumns are the headers by column.
func answerColumns() []string {
	return []string{"", "jurisdiction", "period", "indicator", "value", "numerator", "denominator",
		"date", "currency", "state", "comment", "sources", "monitor"}
}

func sourceColumns() []string {
	return []string{"", "id", "title", "publisher", "date", "url", "licence", "citation"}
}

// layout says where the columns of a table stand in a sheet.
type layout struct {
	names []string
	field []uint8         // by column of the sheet, from 1: the table's column, 0 without a header, or strange
	place [maxColumns]int // by the table's column: the column of the sheet, 0 where there is none
	asked [maxColumns]bool
	twice [maxColumns]bool // a second column of that name is not read

	unknown bool // a column is not read, as nobody knows its name
}

// fieldOf returns the table's column that the sheet's column holds.
func (l *layout) fieldOf(column int) uint8 {
	if column < len(l.field) {
		return l.field[column]
	}
	return 0
}

// resemblance counts the cells of a row that are headers of the table, or
// nearly.
func resemblance(row *workbook.Row, names []string) int {
	n := 0
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Kind == workbook.Text && len(c.Text) < 64 {
			latin, _ := diag.Latin(c.Text)
			if f, near := typed.Header(latin, names); f > 0 || near > 0 {
				n++
			}
		}
	}
	return n
}

// readHeader takes the row as the header of the table.
func (d *decoder) readHeader(row *workbook.Row, names []string) {
	d.layout = layout{names: names}
	l := &d.layout
	if n := len(row.Cells); n > 0 {
		l.field = make([]uint8, row.Cells[n-1].Column+1)
	}
	var unknown []*workbook.Cell
	for i := range row.Cells {
		c := &row.Cells[i]
		f := 0
		if !d.headings() || !slices.Contains(identity.Aside(), c.Text) {
			f, _ = typed.Header(c.Text, names)
		}
		switch {
		case c.Kind == workbook.Text && typed.Invisible(c.Text):
			// as if it were empty: what stands below it has no header
		case c.Kind == workbook.Unread:
			l.field[c.Column] = strange // which was said
		case f == 0 && d.headings() && slices.Contains(identity.Aside(), c.Text):
			l.field[c.Column] = beside
		case f == 0:
			l.field[c.Column] = strange
			unknown = append(unknown, c)
		case l.place[f] > 0:
			l.field[c.Column], l.twice[f] = second|uint8(f), true
			d.Add(diag.Diagnostic{
				Rule: "duplicate-header", Pos: d.at(c), Got: typed.Shown(c.Text),
				Message: fmt.Sprintf("the column %s stands twice; this one is not read", names[f]),
				Hint:    "move all into one column and delete the other",
				Related: []diag.Related{{Pos: d.atColumn(l.place[f]), Note: "first column"}},
			})
		default:
			l.field[c.Column] = uint8(f)
			l.place[f] = c.Column
		}
	}
	for _, c := range unknown {
		d.unknownHeader(c)
	}
}

// unknownHeader reports a header that is none of the table's, and reads the
// column as the one that was probably meant, so that the mistakes below it are
// found in the same round.
func (d *decoder) unknownHeader(c *workbook.Cell) {
	l := &d.layout
	finding := diag.Diagnostic{
		Rule: "unknown-header", Pos: d.at(c), Got: typed.Shown(c.Text),
		Message:  fmt.Sprintf("%q is not a column of this table; nothing below it is read", typed.Shown(c.Text)),
		Expected: strings.Join(l.names[1:], ", "),
		Hint:     "rename the column, or delete it and keep notes in the column comment",
	}
	if l.names[1] == "id" {
		finding.Hint = "rename the column or delete it"
	}
	if isPeriod(*c) {
		finding.Hint = "give every period rows of its own, with the period in the column period"
	}
	latin, remark := diag.Latin(c.Text)
	exact, near := typed.Header(latin, l.names)
	if exact > 0 {
		near = exact
	}
	switch {
	case near > 0 && l.place[near] == 0:
		finding.Message = fmt.Sprintf("%q is not a column of this table; it is read as the column %s", typed.Shown(c.Text), l.names[near])
		finding.Hint = fmt.Sprintf("did you mean %q?", l.names[near])
		if remark != "" {
			finding.Message += "; " + remark
			finding.Hint = "type it again, in Latin letters: " + l.names[near]
		}
		l.field[c.Column] = uint8(near)
		l.place[near] = c.Column
	default:
		l.unknown = true
	}
	d.Add(finding)
}

// need reports once that the table lacks a column, and whether it has it.
// A finding that asks for it because of an indicator names its place.
func (d *decoder) need(column int, why string, rule ...diag.Related) bool {
	l := &d.layout
	if l.place[column] > 0 {
		return true
	}
	if !l.asked[column] {
		l.asked[column] = true
		d.Add(diag.Diagnostic{
			Rule: "missing-header", Pos: d.book.Pos(d.sheet, d.headerRow, 0),
			Message:  fmt.Sprintf("the table has no column %s%s", l.names[column], why),
			Expected: strings.Join(l.names[1:], ", "),
			Hint:     fmt.Sprintf("write %s into the first row, above the answers", l.names[column]),
			Related:  rule,
		})
	}
	return false
}
