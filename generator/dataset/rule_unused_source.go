package dataset

import (
	"fmt"
	"maps"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
)

// unusedSources reports sources that no answer cites: often the id was
// mistyped at the answer, or the answer was forgotten.
func unusedSources(d *Dataset, unread observation.Unread) diag.List {
	if len(d.answers) == 0 || unread.Citations || unread.Rows {
		return nil // one finding says it all
	}
	cited := make(map[observation.SourceID]bool, len(d.sources))
	for i := range d.answers { // also those of a second coder
		for _, id := range d.answers[i].Sources {
			cited[id] = true
		}
	}
	d.entries(func(e *register.Entry) {
		for _, id := range e.Sources {
			cited[id] = true
		}
	})
	d.addMeant(cited)
	var findings diag.List
	for i := range d.sources {
		if s := &d.sources[i]; !cited[s.ID] && !unread.Cited[s.ID] {
			findings.Add(diag.Diagnostic{
				Rule: "unused-source", Severity: diag.Warning, Pos: s.Pos, Got: string(s.ID), Subject: string(s.ID),
				Message: fmt.Sprintf("no answer cites the source %s", s.ID),
				Hint:    "type its id in the column sources of the answers that rest on it, or delete it here",
			})
		}
	}
	return findings
}

// addMeant adds the sources that were probably meant by ids which nobody
// describes: the findings about those say it.
func (d *Dataset) addMeant(cited map[observation.SourceID]bool) {
	ids := d.sourceIDs()
	unknown := 0
	for _, id := range slices.Sorted(maps.Keys(cited)) {
		if d.Source(id) != nil || unknown == maxHints {
			continue
		}
		unknown++
		for _, part := range severalSources(string(id), ids) {
			cited[observation.SourceID(part)] = true
		}
		if meant := meantSource(string(id), ids); meant != "" {
			cited[observation.SourceID(meant)] = true
		}
	}
}
