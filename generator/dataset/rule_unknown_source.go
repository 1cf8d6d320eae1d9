package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
)

// maxHints bounds how many ids are compared with all sources for a suggestion.
const maxHints = 1_000

// unknownSources reports answers that cite a source which no workbook of the
// programme describes. Any workbook may describe it, so a single one cannot
// tell.
func unknownSources(d *Dataset, unread observation.Unread) diag.List {
	if unread.Descriptions || unread.Rows {
		return nil // the finding about them comes first
	}
	var findings bounded
	hints := map[observation.SourceID]string{}
	var ids []string
	for o := range d.All() {
		for _, id := range o.Sources {
			if d.Source(id) != nil || unread.Described[id] || findings.full() {
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
				if o.Pos.Sheet == "" {
					hint = "describe it in the file sources.csv"
				}
			}
			findings.list.Add(diag.Diagnostic{
				Rule: "unknown-source", Pos: o.SourcesPos(), Got: string(id), Subject: d.subject(o),
				Message: fmt.Sprintf("no workbook describes the source %q", id),
				Hint:    hint,
			})
		}
	}
	d.entries(func(e *register.Entry) {
		for _, id := range e.Sources {
			if d.Source(id) == nil && !unread.Described[id] && !findings.full() {
				findings.list.Add(diag.Diagnostic{
					Rule: "unknown-source", Pos: e.Pos, Got: string(id),
					Message: fmt.Sprintf("no workbook describes the source %q", id),
					Hint:    cmp.Or(sourceHint(string(id), d.sourceIDs()), "describe it on the sheet Sources"),
				})
			}
		}
	})
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
	meant := meantSource(id, ids)
	latin, remark := diag.Latin(id)
	if several := severalSources(id, ids); len(several) > 1 {
		return "put a semicolon between two sources: " + strings.Join(several, "; ")
	}
	switch {
	case strings.Contains(id, "://"):
		return "describe the page as a source, with its address in the column url, and type the id of that source here"
	case meant == "":
		return remark
	case remark != "" && strings.EqualFold(latin, meant):
		return fmt.Sprintf("%s: type %q again", remark, meant)
	case strings.EqualFold(id, meant):
		return fmt.Sprintf("did you mean %q? capital and small letters differ", meant)
	}
	return fmt.Sprintf("did you mean %q?", meant)
}

// meantSource returns the source that an id was probably meant to be, or "".
func meantSource(id string, ids []string) string {
	latin, _ := diag.Latin(id)
	if i := slices.IndexFunc(ids, func(s string) bool { return strings.EqualFold(s, latin) }); i >= 0 {
		return ids[i]
	}
	return diag.Suggest(latin, ids)
}

// severalSources returns the sources that a text names with other marks between
// them than a semicolon, nil if it names anything else.
func severalSources(id string, ids []string) []string {
	for _, mark := range []string{"/", " and ", " y ", "&", "+", "|", " "} {
		if !strings.Contains(id, mark) {
			continue
		}
		var all []string
		for part := range strings.SplitSeq(id, mark) {
			if part = strings.TrimSpace(part); !slices.Contains(ids, part) {
				all = nil
				break
			}
			all = append(all, part)
		}
		if len(all) > 1 {
			return all
		}
	}
	return nil
}
