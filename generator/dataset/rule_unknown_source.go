package dataset

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// maxHints bounds how many ids are compared with all sources for a suggestion.
const maxHints = 1_000

// unknownSources reports answers that cite a source which no workbook of the
// programme describes. Any workbook may describe it, so a single one cannot
// tell.
func unknownSources(d *Dataset) diag.List {
	var findings bounded
	hints := map[observation.SourceID]string{}
	var ids []string
	for o := range d.All() {
		for _, id := range o.Sources {
			if d.Source(id) != nil || findings.full() {
				continue
			}
			if ids == nil {
				ids = d.sourceIDs()
			}
			hint, asked := hints[id]
			if !asked && len(hints) < maxHints {
				hint = sourceHint(string(id), ids)
				hints[id] = hint
			}
			if hint == "" {
				hint = "describe it on the sheet Sources"
			}
			findings.list.Add(diag.Diagnostic{
				Rule: "unknown-source", Pos: o.SourcesPos(), Got: string(id), Subject: d.subject(o),
				Message: fmt.Sprintf("no workbook describes the source %q", id),
				Hint:    hint,
			})
		}
	}
	return findings.close()
}

// sourceIDs returns the ids of all sources, ascending.
func (d *Dataset) sourceIDs() []string {
	ids := make([]string, len(d.sources))
	for i := range d.sources {
		ids[i] = string(d.sources[i].ID)
	}
	return ids
}

// sourceHint suggests a source that is written nearly so.
func sourceHint(id string, ids []string) string {
	if i := slices.IndexFunc(ids, func(s string) bool { return strings.EqualFold(s, id) }); i >= 0 {
		return fmt.Sprintf("did you mean %q? capital and small letters differ", ids[i])
	}
	return diag.DidYouMean(id, ids)
}
