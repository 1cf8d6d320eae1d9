package dataset

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// fallingCounts reports a count since a date that is lower than in a period
// before: what was counted once stays counted.
func fallingCounts(d *Dataset) diag.List {
	var findings bounded
	for _, i := range d.Programme.Framework.All {
		if !i.Cumulative {
			continue
		}
		for j := range d.Programme.Jurisdictions {
			d.falls(j, i, &findings)
		}
	}
	return findings.close()
}

func (d *Dataset) falls(j int, i *indicator.Indicator, findings *bounded) {
	var before *observation.Observation
	for t := range d.Programme.Periods {
		o := d.Answer(j, t, i)
		if o == nil || !o.State.HasValue() {
			continue
		}
		if before != nil && o.Value.Number < before.Value.Number && !findings.full() {
			findings.list.Add(diag.Diagnostic{
				Rule: "falling-count", Severity: diag.Warning, Pos: o.Pos, Got: o.Typed(), Subject: d.subject(o),
				Message: fmt.Sprintf("%s counts since a date, and is lower than in %s, when it was %s",
					i.ID, d.Programme.Periods[before.Period], before.Typed()),
				Hint:    "give the whole number since the date; where an earlier one was too high, correct it there",
				Related: []diag.Related{{Pos: before.Pos, Note: "the earlier count"}},
			})
		}
		before = o
	}
}
