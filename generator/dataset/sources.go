package dataset

import (
	"cmp"
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// describe stores the sources by id. Several workbooks may describe one source
// in the same words, as they do when one Sources sheet is copied into each;
// the first description by position stands.
func (d *Dataset) describe(sources []observation.Source) diag.List {
	sorted := slices.Clone(sources)
	slices.SortStableFunc(sorted, func(a, b observation.Source) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.Pos.Compare(b.Pos))
	})
	var findings diag.List
	d.byID = make(map[observation.SourceID]int, len(sorted))
	d.sources = sorted[:0]
	for _, s := range sorted {
		if n := len(d.sources); n > 0 && d.sources[n-1].ID == s.ID {
			if field := difference(d.sources[n-1], s); field != "" {
				findings.Add(conflict(d.sources[n-1], s, field))
			}
			continue
		}
		d.byID[s.ID] = len(d.sources)
		d.sources = append(d.sources, s)
	}
	return findings
}

// difference names the first field in which two descriptions differ, or "".
func difference(a, b observation.Source) string {
	for _, f := range []struct{ name, a, b string }{
		{"title", a.Title, b.Title},
		{"publisher", a.Publisher, b.Publisher},
		{"date", a.Date, b.Date},
		{"url", a.URL, b.URL},
		{"licence", a.Licence, b.Licence},
		{"citation", a.Citation, b.Citation},
	} {
		if f.a != f.b {
			return f.name
		}
	}
	return ""
}

func conflict(first, later observation.Source, field string) diag.Diagnostic {
	return diag.Diagnostic{
		Rule: "source-conflict", Pos: later.Pos, Got: string(later.ID), Subject: string(later.ID),
		Message: fmt.Sprintf("the source %s is described in two ways; the %s differs", later.ID, field),
		Hint:    "make the two descriptions equal, or give one of them another id",
		Related: []diag.Related{{Pos: first.Pos, Note: "first description"}},
	}
}
