package dataset

import (
	"fmt"

	"tipscore/generator/diag"
)

// outsideValidity reports answers about a place in a period in which it did not
// exist, not yet or no longer. They take no part in any score.
func outsideValidity(d *Dataset) diag.List {
	var findings bounded
	p := d.Programme
	for o := range d.All() {
		if o.Period < 0 || p.Exists(o.Jurisdiction, o.Period) || findings.full() {
			continue
		}
		j := &p.Jurisdictions[o.Jurisdiction]
		f := diag.Diagnostic{
			Rule: "place-outside-period", Pos: o.Pos, Got: o.Typed(), Subject: d.subject(o),
			Message: fmt.Sprintf("%s did not exist in the whole of %s", j.ID, p.Periods[o.Period]),
			Hint:    "delete the row, or correct valid_from and valid_to of the place",
			Related: []diag.Related{{Pos: j.Pos, Note: "the place"}},
		}
		if j.Successor != "" {
			f.Hint = fmt.Sprintf("it became %s: answer there, or correct valid_from and valid_to of the place", j.Successor)
		}
		findings.list.Add(f)
	}
	return findings.close()
}
