package observation

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readAnswer reads a row of the answer table.
func (d *decoder) readAnswer(row *workbook.Row) {
	if !d.spread(row) || d.unanswered() {
		d.reportBlanks()
		return
	}
	j := d.jurisdiction()
	q := d.question()
	state, stated, stateOK := d.state()
	if q == nil { // without it neither the period nor the value has a meaning
		d.answers.Unread.row(j, nil, d.cited())
		return
	}
	t, ok := d.period(q)
	if d.subject = (subject{q: q, j: j, t: t, known: j >= 0 && ok}); j >= 0 && !d.atLevel(j, q) {
		d.answers.Unread.row(j, nil, d.cited())
		return
	}
	if !ok {
		t = unknownPeriod
	}
	o := Observation{Jurisdiction: j, Period: t, Indicator: q.Indicator, Copy: d.copy}
	ok = d.readValue(&o, q, state, stated && stateOK) && ok
	o.Comment, o.Monitor = d.prose(colComment), d.prose(colMonitor)
	d.cite(&o, q)
	d.reportBlanks()
	if ok && stateOK && j >= 0 && !d.broken {
		d.pile.Add(&o)
		return
	}
	d.answers.Unread.row(j, q.Indicator, o.Sources)
	if d.unread[colSources] {
		d.answers.Unread.Citations = true
	}
}

// subject is the answer that the current row gives, as far as it is known.
type subject struct {
	q     *question
	j, t  int
	known bool
}

// name returns "DOM 2006 prosecution", or "".
func (s subject) name(d *decoder) string {
	if !s.known {
		return ""
	}
	name := string(d.programme.Jurisdictions[s.j].ID) + " "
	if s.t >= 0 {
		name += d.programme.Periods[s.t].String() + " "
	}
	return name + string(s.q.ID)
}

// atLevel reports whether the indicator is asked of jurisdictions like this
// one.
func (d *decoder) atLevel(j int, q *question) bool {
	at := &d.programme.Jurisdictions[j]
	if len(q.Levels) == 0 || slices.Contains(q.Levels, at.Level) {
		return true
	}
	d.find(d.cells[colIndicator], diag.Diagnostic{
		Rule:     "wrong-level",
		Message:  fmt.Sprintf("%s is not asked of %s, which has the level %s", q.ID, at.ID, at.Level),
		Expected: "a jurisdiction of the level " + strings.Join(q.Levels, " or "),
		Hint:     "delete the row, or correct its jurisdiction",
		Related:  names.Place(q.Pos, "rule"),
	})
	return false
}

// readValue sets the state, value and place of an answer and reports whether
// they can be used.
func (d *decoder) readValue(o *Observation, q *question, state State, stated bool) bool {
	first, stateCell := d.firstValue(), d.cells[colState]
	switch {
	case first == nil && stateCell == nil:
		d.emptyAnswer("the row has neither a value nor a state",
			"type the answer into the column value, or not_available or not_assessed into the column state, or delete the row")
		return false
	case first == nil && !stated:
		return false // the state cannot be read, which was said
	case first == nil && state.HasValue():
		d.emptyAnswer(fmt.Sprintf("the state is %s and there is no value", state),
			"type the value, or change the state to not_available or another that says why there is none")
		return false
	case first == nil:
		o.State, o.Pos = state, d.at(stateCell)
		return true
	case stated && !state.HasValue():
		d.find(first, diag.Diagnostic{
			Rule:    "value-and-state",
			Message: fmt.Sprintf("the answer has a value and is said to be %s", state),
			Hint:    "clear one of the two",
			Related: []diag.Related{{Pos: d.at(stateCell), Note: "state"}},
		})
		return false
	}
	o.State, o.Pos = Observed, d.at(first)
	if stated {
		o.State = state
	}
	return d.readTyped(&o.Value, q, o.Period)
}

// firstValue returns the cell that gives the answer its place: the first that
// is filled of those that can hold a value or a part of it.
func (d *decoder) firstValue() *workbook.Cell {
	for column := colValue; column <= colCurrency; column++ {
		if c := d.cells[column]; c != nil {
			return c
		}
	}
	return nil
}

// emptyAnswer reports a row without a value. A cell that could not be read was
// reported already.
func (d *decoder) emptyAnswer(message, hint string) {
	for column := colValue; column <= colState; column++ {
		if d.unread[column] {
			return
		}
	}
	column := colValue
	for column < colDate && d.layout.place[column] == 0 {
		column++
	}
	d.absent(column, diag.Diagnostic{Rule: "empty-answer", Message: message, Hint: hint})
}

// cite sets the sources of an answer.
func (d *decoder) cite(o *Observation, q *question) {
	o.Sources = d.cited()
	if c := d.cells[colSources]; c != nil {
		o.sourcesColumn = uint16(c.Column)
	}
	if len(o.Sources) < q.Evidence.MinSources && o.State.HasValue() {
		d.missingSource(len(o.Sources), q)
	}
}

// cited returns the sources that the row cites.
func (d *decoder) cited() []SourceID {
	c := d.cells[colSources]
	if c == nil {
		return nil
	}
	s := d.word(c)
	cited, ok := d.citations[s]
	if !ok {
		cited = typed.Citations[SourceID](s)
		d.citations.Put(strings.Clone(s), cited)
	}
	if cited.Flaw != 0 {
		d.stray(c, cited.Flaw)
	}
	return cited.IDs
}

func (d *decoder) missingSource(cited int, q *question) {
	if !d.need(colSources, fmt.Sprintf(", and %s needs a source for every answer", q.ID), names.Place(q.Pos, "rule")...) {
		return
	}
	f := diag.Diagnostic{
		Rule:     "missing-source",
		Message:  fmt.Sprintf("the answer cites %d sources; %s needs %d", cited, q.ID, q.Evidence.MinSources),
		Expected: "ids of sources, with a semicolon between two",
		Hint:     fmt.Sprintf("describe the source %s and type its id here", d.whereSources()),
		Related:  names.Place(q.Pos, "rule"),
	}
	if cited == 0 {
		f.Message = fmt.Sprintf("the answer cites no source; %s needs %d", q.ID, q.Evidence.MinSources)
	}
	if c := d.cells[colSources]; c != nil {
		d.find(c, f)
		return
	}
	if !d.unread[colSources] {
		d.absent(colSources, f)
	}
}

// whereSources says where sources are described.
func (d *decoder) whereSources() string {
	if d.plain {
		return "in the file sources.csv"
	}
	return "on the sheet Sources"
}
