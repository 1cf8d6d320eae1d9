package chart

import "tipscore/generator/chart/internal/svg"

// Event is a place on the time axis with a label. At counts periods: 2 is the
// third period, 1.5 lies between the second and the third.
type Event = svg.Event

// annotate adds a last column to a table of periods that tells what happened in
// each; without a head there is none.
func (t *Table) annotate(head string, lists ...[]Event) {
	if head == "" {
		return
	}
	t.Header = append(t.Header, head)
	for i := range t.Rows {
		t.Rows[i] = append(t.Rows[i], svg.Notes(i, len(t.Rows), lists...))
	}
}
