package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tally counts what became of a source's rows.
type tally struct {
	workbook string
	read     int            // rows of the source
	states   map[string]int // answers by state
	dropped  map[string]int // rows left out, by reason
	notes    []string       // findings worth telling
}

// drop counts a row that is left out.
func (t *tally) drop(reason string) {
	if t.dropped == nil {
		t.dropped = map[string]int{}
	}
	t.dropped[reason]++
}

// count counts the answers by state.
func (t *tally) count(answers []answer) {
	t.states = map[string]int{}
	for _, a := range answers {
		t.states[a.state]++
	}
}

// String returns the tally as a few lines of text.
func (t tally) String() string {
	var b strings.Builder
	total := 0
	for _, n := range t.states {
		total += n
	}
	fmt.Fprintf(&b, "%s: %d rows read, %d written\n", t.workbook, t.read, total)
	for _, counts := range []struct {
		verb string
		of   map[string]int
	}{{"written", t.states}, {"left out", t.dropped}} {
		for _, key := range slices.Sorted(maps.Keys(counts.of)) {
			fmt.Fprintf(&b, "  %7d %s: %s\n", counts.of[key], counts.verb, key)
		}
	}
	for _, note := range t.notes {
		fmt.Fprintf(&b, "  note: %s\n", note)
	}
	return b.String()
}
