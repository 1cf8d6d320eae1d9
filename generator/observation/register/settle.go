package register

import (
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// Settle lets one row stand for each commitment. A commitment goes through the
// workbooks of many periods, and what the latest one tells holds; the evidence
// is that of all of them. Two rows for
// one commitment in one period contradict each other: the first stands, with a
// finding at the other. What stands in two copies of a workbook counts once.
func Settle(all Registers) diag.List {
	joinCopies(all)
	type key struct {
		j  int
		id string
	}
	var findings diag.List
	at := map[key]int{}
	var kept []Entry
	for _, e := range all[commitments] {
		k := key{e.Jurisdiction, e.Texts["id"]}
		i, have := at[k]
		switch {
		case !have:
			at[k] = len(kept)
			kept = append(kept, e)
		case e.Told > kept[i].Told:
			e.Sources = joined(kept[i].Sources, e.Sources)
			kept[i] = e
		case e.Told < kept[i].Told:
			kept[i].Sources = joined(e.Sources, kept[i].Sources)
		default:
			findings.Add(diag.Diagnostic{
				Rule: "duplicate-commitment", Pos: e.Pos, Got: e.Texts["id"],
				Message: fmt.Sprintf("the commitment %q stands twice", e.Texts["id"]),
				Hint:    "delete one of the two rows, or give another promise another id",
				Related: []diag.Related{{Pos: kept[i].Pos, Note: "first row"}},
			})
		}
	}
	if len(kept) > 0 {
		all[commitments] = kept
	}
	findings.Add(sameMeetings(all["meetings"])...)
	return findings
}

// sameMeetings warns of two meetings of one place on one day, such as those
// that two monitors wrote down or that were pasted twice. Both count.
func sameMeetings(all []Entry) (findings diag.List) {
	type key struct {
		j   int
		day observation.Date
	}
	at := map[key]int{}
	for i, e := range all {
		day, dated := e.Dates["date"]
		if !dated {
			continue
		}
		k := key{e.Jurisdiction, day}
		first, have := at[k]
		if !have {
			at[k] = i
			continue
		}
		findings.Add(diag.Diagnostic{
			Rule: "same-meeting", Severity: diag.Warning, Pos: e.Pos, Got: day.String(),
			Message: fmt.Sprintf("two meetings on %s are written down, and both count", day),
			Hint:    "if they are one meeting, delete one of the two rows",
			Related: []diag.Related{{Pos: all[first].Pos, Note: "first row"}},
		})
	}
	return findings
}

// joined returns the sources of both, each once.
func joined(a, b []observation.SourceID) []observation.SourceID {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
