package observation

import (
	"fmt"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/bounded"
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// look returns what a cell means by its memo, asking once per text. The cell
// must not be a date.
func (d *decoder) look(c *workbook.Cell, seen bounded.Memo[meaning], ask func(string) (int, *diag.Diagnostic)) (int, bool) {
	m, ok := seen[c.Text]
	if !ok {
		s := c.Text
		if c.Kind == workbook.Number {
			s = typed.Shortest(c.Number)
		}
		s, m.flaw = typed.Tidy(s)
		m.index, m.finding = ask(s)
		seen.Put(strings.Clone(c.Text), m)
	}
	if m.finding != nil {
		d.find(c, *m.finding)
		return m.index, false
	}
	if m.flaw != 0 {
		d.stray(c, m.flaw)
	}
	return m.index, m.flaw&typed.Control == 0
}

// sayMissing reports a cell that every answer needs, or that an indicator asks
// for, whose place then goes with it.
func (d *decoder) sayMissing(column int, hint string, rule ...diag.Related) {
	if d.layout.place[column] == 0 || d.unread[column] {
		return // the header is missing or the cell cannot be read, which was said
	}
	d.absent(column, diag.Diagnostic{
		Rule:    "missing-cell",
		Message: fmt.Sprintf("the row has no %s", d.layout.names[column]),
		Hint:    hint,
		Related: rule,
	})
}

// jurisdiction returns the index of the jurisdiction of the row, or -1.
func (d *decoder) jurisdiction() int {
	c := d.cells[colJurisdiction]
	switch {
	case c == nil && d.placed:
		return d.where.Jurisdiction
	case c == nil && d.entry != nil:
		return -1 // which was said
	case c == nil:
		d.sayMissing(colJurisdiction, "type the id of the jurisdiction; every row needs its own")
		return -1
	}
	i, ok := d.look(c, d.names.seenJurisdiction, d.names.Jurisdiction)
	if !ok {
		d.answers.Unread.jurisdiction(i)
		return -1
	}
	return i
}

// question returns the indicator of the row, or nil.
func (d *decoder) question() *question {
	c := d.cells[colIndicator]
	if c == nil {
		d.sayMissing(colIndicator, "type the id of the indicator; every row needs its own")
		return nil
	}
	i, ok := d.look(c, d.names.seenIndicator, d.names.Indicator)
	if !ok {
		d.answers.Unread.indicator(i)
		return nil
	}
	return &d.names.questions[i]
}

// state returns the state that the row states, and whether it states one that
// can be read.
func (d *decoder) state() (s State, stated, ok bool) {
	c := d.cells[colState]
	if c == nil {
		return NotAssessed, false, true
	}
	i, ok := d.look(c, d.names.seenState, askState)
	return State(i), true, ok
}

func askState(s string) (int, *diag.Diagnostic) {
	if st, ok := parseState(choices.ID(s)); ok {
		return int(st), nil
	}
	f := &diag.Diagnostic{
		Rule:     "unknown-state",
		Message:  fmt.Sprintf("%q is not a state of an answer", typed.Shown(s)),
		Expected: strings.Join(stateIDs(), ", "),
	}
	latin, remark := diag.Latin(s)
	if remark != "" {
		f.Message += "; " + remark
	}
	if st, ok := parseState(latin); ok {
		f.Hint = "type it again, in Latin letters: " + st.String()
	} else {
		f.Hint = diag.DidYouMean(strings.ReplaceAll(latin, " ", "_"), stateIDs())
	}
	if typed.IsMissingWord(s) {
		f.Hint = "type not_available if you asked in vain, not_assessed if nobody looked"
	}
	if f.Hint == "" {
		f.Hint = "type one of these, or leave the cell empty if there is a value"
	}
	return 0, f
}
