package dataset

import (
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// unanswered reports jurisdictions and indicators without any answer: a
// workbook may have been left out, or an indicator forgotten in all of them.
// What is missing in some periods only is ordinary, and shows as coverage.
func unanswered(d *Dataset, unread observation.Unread) diag.List {
	if len(d.answers) == 0 || unread.Rows {
		return nil // one finding says it all
	}
	p := d.Programme
	jurisdictions := make([]bool, len(p.Jurisdictions))
	indicators := make([]bool, len(p.Framework.All))
	for i := range d.answers {
		jurisdictions[d.answers[i].Jurisdiction] = true
		indicators[d.answers[i].Indicator.Index] = true
	}
	var findings diag.List
	for i, answered := range jurisdictions {
		j := &p.Jurisdictions[i]
		if !answered && !unread.Jurisdictions[i] && d.isAsked(j.Level) {
			findings.Add(diag.Diagnostic{
				Rule: "unanswered-jurisdiction", Severity: diag.Warning, Pos: j.Pos, Subject: string(j.ID),
				Message: fmt.Sprintf("%s has no answer in any workbook", j.ID),
				Hint:    "check whether its workbook is missing; if it is not monitored, remove it",
			})
		}
	}
	for i, answered := range indicators {
		ind := p.Framework.All[i]
		if !answered && !unread.Indicators[i] && ind.Scored() {
			findings.Add(diag.Diagnostic{
				Rule: "unanswered-indicator", Severity: diag.Warning, Pos: ind.Pos, Subject: string(ind.ID),
				Message: fmt.Sprintf("%s is scored and has no answer in any workbook", ind.ID),
				Hint:    "until it has, it lowers the coverage of every score above it",
			})
		}
	}
	return findings
}

// isAsked reports whether any indicator is asked of jurisdictions of the
// level.
func (d *Dataset) isAsked(level string) bool {
	for _, ind := range d.Programme.Framework.All {
		if len(ind.Levels) == 0 || slices.Contains(ind.Levels, level) {
			return true
		}
	}
	return false
}
