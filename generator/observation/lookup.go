package observation

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook"
)

// look returns what a cell means by its memo, asking once per text. The cell
// must not be a date.
func (d *decoder) look(c *workbook.Cell, seen memo[meaning], ask func(string) (int, *diag.Diagnostic)) (int, bool) {
	m, ok := seen[c.Text]
	if !ok {
		s := c.Text
		if c.Kind == workbook.Number {
			s = shortest(c.Number)
		}
		s, m.flaw = tidy(s)
		m.index, m.finding = ask(s)
		seen.put(strings.Clone(c.Text), m)
	}
	if m.flaw != 0 {
		d.stray(c, m.flaw)
	}
	if m.finding != nil {
		d.find(c, *m.finding)
		return 0, false
	}
	return m.index, m.flaw&control == 0
}

// mayHint reports whether another suggestion may be computed. Comparing one
// word with every name of a big programme takes a millisecond, and a hostile
// column has a million words.
func (d *decoder) mayHint() bool {
	d.hints++
	return d.hints <= maxHints
}

// sayMissing reports a cell that every answer needs.
func (d *decoder) sayMissing(column int, hint string) {
	if d.layout.place[column] == 0 {
		return // the header is missing, which was said
	}
	d.absent(column, diag.Diagnostic{
		Rule:    "missing-cell",
		Message: fmt.Sprintf("the row has no %s", d.layout.names[column]),
		Hint:    hint,
	})
}

// jurisdiction returns the index of the jurisdiction of the row, or -1.
func (d *decoder) jurisdiction() int {
	c := d.cells[colJurisdiction]
	if c == nil {
		if !d.broken {
			d.sayMissing(colJurisdiction, "type the id of the jurisdiction; every row needs its own")
		}
		return -1
	}
	if i, ok := d.names.jurisdictions[c.Text]; ok {
		return i
	}
	i, ok := d.look(c, d.names.seenJurisdiction, d.askJurisdiction)
	if !ok {
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

func (d *decoder) askJurisdiction(s string) (int, *diag.Diagnostic) {
	all := d.programme.Jurisdictions
	if i, ok := d.names.jurisdictions[fold(s)]; ok {
		return i, nil
	}
	f := &diag.Diagnostic{
		Rule:    "unknown-jurisdiction",
		Message: fmt.Sprintf("%q is not a jurisdiction of this programme", shown(s)),
		Related: place(d.placesPos(), "jurisdictions"),
	}
	if i, ok := d.names.names[fold(s)]; ok && i >= 0 {
		f.Hint = fmt.Sprintf("type the id: %s", all[i].ID)
		return 0, f
	}
	if len(all) <= 12 {
		for _, j := range all {
			f.Expected = joined(f.Expected, string(j.ID))
		}
	}
	if d.mayHint() {
		ids := make([]string, len(all))
		for i := range all {
			ids[i] = string(all[i].ID)
		}
		f.Hint = d.meant(s, ids, d.names.names)
	}
	if f.Hint == "" {
		f.Hint = "type an id from the table of jurisdictions"
	}
	return 0, f
}

// meant is the hint for a text that is neither an id nor a name: it may be
// nearly one of them.
func (d *decoder) meant(s string, ids []string, names map[string]int) string {
	if hint := diag.DidYouMean(s, ids); hint != "" {
		return hint
	}
	all := make([]string, 0, len(names))
	for name, i := range names {
		if i >= 0 {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	if name := diag.Suggest(fold(s), all); name != "" {
		return fmt.Sprintf("did you mean %q, which is called %q?", ids[names[name]], name)
	}
	return ""
}

// question returns the indicator of the row, or nil.
func (d *decoder) question() *question {
	c := d.cells[colIndicator]
	if c == nil {
		if !d.broken {
			d.sayMissing(colIndicator, "type the id of the indicator; every row needs its own")
		}
		return nil
	}
	i, ok := d.look(c, d.names.seenIndicator, d.askIndicator)
	if !ok {
		return nil
	}
	return &d.names.questions[i]
}

func (d *decoder) askIndicator(s string) (int, *diag.Diagnostic) {
	if i, ok := d.names.indicators[fold(s)]; ok {
		return i, nil
	}
	all := d.programme.Framework.All
	f := &diag.Diagnostic{
		Rule:    "unknown-indicator",
		Message: fmt.Sprintf("%q is not an indicator of the framework %s", shown(s), d.programme.Framework.ID),
		Related: place(d.programme.Framework.Pos, "rule"),
	}
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = string(all[i].ID)
	}
	if len(ids) <= 12 {
		f.Expected = strings.Join(ids, ", ")
	}
	if i, ok := d.names.titles[fold(s)]; ok && i >= 0 {
		f.Hint = fmt.Sprintf("type the id: %s", ids[i])
	} else if d.mayHint() {
		f.Hint = d.meant(s, ids, d.names.titles)
	}
	if f.Hint == "" {
		f.Hint = "type the id of an indicator, which is the name of its file"
	}
	return 0, f
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
		Hint:     diag.DidYouMean(strings.ReplaceAll(s, " ", "_"), stateIDs()),
	}
	if isMissingWord(s) {
		f.Hint = "type not_available if you asked in vain, not_assessed if nobody looked"
	}
	if f.Hint == "" {
		f.Hint = "type one of these, or leave the cell empty if there is a value"
	}
	return 0, f
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
