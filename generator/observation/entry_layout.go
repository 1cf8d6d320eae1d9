package observation

import (
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/workbook"
)

// identify finds out whether the workbook is an entry workbook, and for which
// place and period.
func (d *decoder) identify() error {
	entry, err := identity.Find(d.book)
	if err != nil || entry == nil {
		return err
	}
	place, findings, ok := entry.Place(d.programme, d.names.Directory)
	d.entry, d.where, d.placed, d.copy = entry, place, ok, entry.Number()
	for _, f := range findings {
		d.Add(f)
	}
	if !ok {
		d.answers.Unread.Rows = true
	}
	return nil
}

// entryKind says what stands on a sheet of an entry workbook.
func (d *decoder) entryKind(sheet string) sheetKind {
	switch kind := d.entry.Kind(sheet); {
	case kind == identity.Answers:
		return answerSheet
	case kind == identity.Sources:
		return sourceSheet
	case kind == identity.Start || kind == identity.Lists || sheet == identity.SheetName:
		return peopleSheet
	case slices.Contains(indicator.Registers(), kind):
		return registerSheet
	}
	return undecided
}

// keysKind says whether the row of an entry workbook names the columns in the
// program's own words. The headings above it are for people, and in English
// they look much alike.
func (d *decoder) keysKind(row *workbook.Row) sheetKind {
	kind, names := d.byName(), slices.Concat(answerColumns(), identity.Aside())
	if kind == sourceSheet {
		names = sourceColumns()
	}
	if kind == answerSheet && identity.Names(row, names, "indicator") || kind == sourceSheet && identity.Names(row, names) {
		return kind
	}
	return undecided
}

// localise gives every source that the entry workbook describes an id of its
// own in the programme: two towns call their first source s1 and mean two
// things. An id that is described elsewhere stays as it is.
func (d *decoder) localise() {
	if d.entry == nil || !d.placed {
		return
	}
	local := identity.Renaming[SourceID]{}
	for i := range d.answers.Sources {
		s := &d.answers.Sources[i]
		id := SourceID(d.entry.Local(string(s.ID)))
		local[s.ID], s.ID = id, id
	}
	for id := range d.answers.Unread.Described {
		local[id] = SourceID(d.entry.Local(string(id)))
	}
	d.answers.local = local
	cited := map[string][]SourceID{}
	for i := range d.answers.Observations {
		o := &d.answers.Observations[i]
		o.Sources = d.answers.Localised(o.Sources, cited)
	}
	d.answers.Unread.rename(local)
}

// Localised returns ids as the programme knows them that stand in cells of the
// workbook. Equal lists share their memory through the memo, which may be nil.
func (a *Answers) Localised(ids []SourceID, memo map[string][]SourceID) []SourceID {
	return a.local.Of(ids, memo)
}

// keysLost reports a sheet of an entry workbook whose hidden row is gone.
func (d *decoder) keysLost() {
	d.kind, d.layout = d.byName(), layout{}
	expected := answerColumns()[colIndicator:]
	if d.byName() == sourceSheet {
		expected = sourceColumns()[srcID:]
	}
	d.Add(diag.Diagnostic{
		Rule: "lost-keys", Pos: d.book.Pos(d.sheet, d.above[0].Number, 0), Got: d.got(&d.above[0].Cells[0]),
		Message:  "the hidden row that names the columns is gone, so that nothing on the sheet is read",
		Expected: "a row with " + strings.Join(expected, ", "),
		Hint:     "copy the rows 1 and 2 from another sheet of this workbook, or the answers into a new workbook",
	})
}

// readDisplaced reads the rows of an entry workbook that somebody has sorted to
// above the hidden one. Usually only the headings stand there.
func (d *decoder) readDisplaced() {
	for i := range d.above {
		switch row := &d.above[i]; {
		case len(d.above) == 1 && d.kind == answerSheet && !slices.ContainsFunc(row.Cells, d.isQuestion):
		case d.kind == sourceSheet && len(row.Cells) == 1:
			d.textAbove()
		default:
			d.readLine(row)
		}
	}
}

// isQuestion reports whether the cell holds the id of an indicator.
func (d *decoder) isQuestion(c workbook.Cell) bool {
	return d.layout.fieldOf(c.Column) == colIndicator && d.programme.Framework.Indicator(indicator.ID(c.Text)) != nil
}

// unanswered reports whether nobody wrote anything into the row of an entry
// workbook: the question stands there, and no answer.
func (d *decoder) unanswered() bool {
	if d.entry == nil || d.broken {
		return false
	}
	for column, c := range d.cells {
		if c != nil && column != colIndicator || d.unread[column] {
			return false
		}
	}
	return true
}

// headings reports whether the sheet is one of an entry workbook, with headings
// for people above the names of the columns.
func (d *decoder) headings() bool { return d.entry != nil && d.entryKind(d.sheet) != undecided }
