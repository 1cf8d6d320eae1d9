package observation

import (
	"fmt"
	"path"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// look returns what a cell means by its memo, asking once per text. The cell
// must not be a date.
func (d *decoder) look(c *workbook.Cell, seen memo[meaning], ask func(string) (int, *diag.Diagnostic)) (int, bool) {
	m, ok := seen[c.Text]
	if !ok {
		s := c.Text
		if c.Kind == workbook.Number {
			s = typed.Shortest(c.Number)
		}
		s, m.flaw = typed.Tidy(s)
		m.index, m.finding = ask(s)
		seen.put(strings.Clone(c.Text), m)
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

// mayHint reports whether another suggestion may be computed. Comparing one
// word with every name of a big programme takes a millisecond, and a hostile
// column has a million words.
func (d *decoder) mayHint() bool {
	d.hints++
	return d.hints <= maxHints
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
	if c == nil {
		d.sayMissing(colJurisdiction, "type the id of the jurisdiction; every row needs its own")
		return -1
	}
	if i, ok := d.names.jurisdictions[c.Text]; ok {
		return i
	}
	i, ok := d.look(c, d.names.seenJurisdiction, d.askJurisdiction)
	if !ok {
		d.answers.Unread.jurisdiction(i)
		return -1
	}
	return i
}

// placesPos returns where the jurisdictions are listed.
func (d *decoder) placesPos() diag.Pos {
	if all := d.programme.Jurisdictions; len(all) > 0 {
		return diag.Pos{File: all[0].Pos.File}
	}
	return d.programme.Pos
}

// askJurisdiction finds the jurisdiction that a text names. With a finding, the
// index is that of the one that was probably meant, or -1.
func (d *decoder) askJurisdiction(s string) (int, *diag.Diagnostic) {
	all := d.programme.Jurisdictions
	if i, ok := d.names.jurisdictions[typed.Fold(s)]; ok {
		return i, nil
	}
	f := &diag.Diagnostic{
		Rule:    "unknown-jurisdiction",
		Message: fmt.Sprintf("%q is not a jurisdiction of this programme", shown(s)),
		Related: place(d.placesPos(), "jurisdictions"),
	}
	if len(all) <= 12 {
		for _, j := range all {
			f.Expected = joined(f.Expected, string(j.ID))
		}
	}
	i := typed.Guess{ByID: d.names.jurisdictions, ByName: d.names.names, MayCompare: d.mayHint, IDs: idsOf(all, func(j programme.Jurisdiction) string { return string(j.ID) })}.Meant(f, s)
	if i >= 0 && !all[i].Pos.IsZero() {
		f.Related = place(all[i].Pos, "this jurisdiction")
	}
	if f.Hint == "" {
		f.Hint = "type an id from the table of jurisdictions"
	}
	return i, f
}

// question returns the indicator of the row, or nil.
func (d *decoder) question() *question {
	c := d.cells[colIndicator]
	if c == nil {
		d.sayMissing(colIndicator, "type the id of the indicator; every row needs its own")
		return nil
	}
	i, ok := d.look(c, d.names.seenIndicator, d.askIndicator)
	if !ok {
		d.answers.Unread.indicator(i)
		return nil
	}
	return &d.names.questions[i]
}

// askIndicator finds the indicator that a text names. With a finding, the index
// is that of the one that was probably meant, or -1.
func (d *decoder) askIndicator(s string) (int, *diag.Diagnostic) {
	if i, ok := d.names.indicators[typed.Fold(s)]; ok {
		return i, nil
	}
	all := d.programme.Framework.All
	f := &diag.Diagnostic{
		Rule:    "unknown-indicator",
		Message: fmt.Sprintf("%q is not an indicator of the framework %s", shown(s), d.programme.Framework.ID),
	}
	if file := d.programme.Framework.Pos.File; file != "" {
		f.Related = place(diag.Pos{File: path.Dir(file)}, "indicators")
	}
	if len(all) <= 12 {
		for _, ind := range all {
			f.Expected = joined(f.Expected, string(ind.ID))
		}
	}
	i := typed.Guess{ByID: d.names.indicators, ByName: d.names.titles, MayCompare: d.mayHint, IDs: idsOf(all, func(i *indicator.Indicator) string { return string(i.ID) })}.Meant(f, s)
	if i >= 0 && !all[i].Pos.IsZero() {
		f.Related = place(all[i].Pos, "this indicator")
	}
	if f.Hint == "" {
		f.Hint = "type the id of an indicator, which is the name of its file"
	}
	return i, f
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
	if st, ok := parseState(s); ok {
		return int(st), nil
	}
	f := &diag.Diagnostic{
		Rule:     "unknown-state",
		Message:  fmt.Sprintf("%q is not a state of an answer", shown(s)),
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

// idsOf returns a function that lists ids, for when they are needed.
func idsOf[T any](all []T, id func(T) string) func() []string {
	return func() []string {
		ids := make([]string, len(all))
		for i, x := range all {
			ids[i] = id(x)
		}
		return ids
	}
}

// joined appends a word to a list for readers.
func joined(list, word string) string {
	if list == "" {
		return word
	}
	return list + ", " + word
}

// place is the related place of a finding, where it is known.
func place(p diag.Pos, note string) []diag.Related {
	if p.IsZero() {
		return nil
	}
	return []diag.Related{{Pos: p, Note: note}}
}
