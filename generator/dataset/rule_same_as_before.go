package dataset

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator/plausibility"
	"tipscore/generator/observation"
)

// sameAsBefore asks about a number that stands in every cell as in the period
// before: a row that was copied forward and forgotten. Small numbers come again
// by chance, and what is chosen from a list mostly stays as it is.
func sameAsBefore(d *Dataset, set *plausibility.Settings, p step) (diag.Diagnostic, bool) {
	before, now := p.before, p.now
	if set.Same == 0 || !isNumber(now.Indicator) || smallest(&now.Value) < set.Same || now.Value != before.Value ||
		now.State != before.State || now.Comment != before.Comment || !slices.Equal(d.codes(now), d.codes(before)) {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{
		Rule: "same-as-before",
		Message: fmt.Sprintf("%s is %s as in %s, and so is every other cell of the row: was it copied?",
			now.Indicator.ID, now.Typed(), d.Programme.Periods[before.Period]),
	}, true
}

// codes returns the sources of an answer as they were typed: a workbook of one
// place and period has its own s1, which is read with both before it.
func (d *Dataset) codes(o *observation.Observation) []string {
	home := fmt.Sprintf("%s-%s-", d.Programme.Jurisdictions[o.Jurisdiction].ID, d.Programme.Periods[o.Period])
	var codes []string
	for _, id := range o.Sources {
		codes = append(codes, strings.TrimPrefix(string(id), home))
	}
	return codes
}

// smallest is the smallest number that was typed: two parts are both likely to
// come again where one of them is small.
func smallest(v *observation.Value) float64 {
	if v.HasParts {
		return min(v.Numerator, v.Denominator)
	}
	return v.Number
}
