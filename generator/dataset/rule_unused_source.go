package dataset

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// unusedSources reports sources that no answer cites: often the id was
// mistyped at the answer, or the answer was forgotten.
func unusedSources(d *Dataset) diag.List {
	if len(d.answers) == 0 {
		return nil // one finding says it all
	}
	cited := make(map[observation.SourceID]bool, len(d.sources))
	for o := range d.All() {
		for _, id := range o.Sources {
			cited[id] = true
		}
	}
	var findings diag.List
	for i := range d.sources {
		if s := &d.sources[i]; !cited[s.ID] {
			findings.Add(diag.Diagnostic{
				Rule: "unused-source", Severity: diag.Warning, Pos: s.Pos, Got: string(s.ID), Subject: string(s.ID),
				Message: fmt.Sprintf("no answer cites the source %s", s.ID),
				Hint:    "cite it where it was used, or delete it",
			})
		}
	}
	return findings
}
