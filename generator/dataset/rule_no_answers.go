package dataset

import (
	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// noAnswers reports a programme without a single answer, or without one that
// counts. It would publish a site that says nothing, and look like a success.
func noAnswers(d *Dataset, unread observation.Unread) diag.List {
	switch {
	case len(d.answers) == 0 && (unread.Rows || len(unread.Jurisdictions) > 0 || len(unread.Indicators) > 0):
		return nil // there are answers, and other findings say what is wrong with them
	case len(d.answers) == 0:
		return diag.List{{
			Rule: "no-answers", Pos: d.Programme.Pos, Subject: d.Programme.ID,
			Message: "no workbook of the programme has an answer that can be read",
			Hint:    "mend the other findings first; if there are none, check which workbooks the programme names",
		}}
	case d.asksScored() && !d.answersScored() && !d.triesScored(unread):
		return diag.List{{
			Rule: "no-scored-answers", Pos: d.Programme.Pos, Subject: d.Programme.ID,
			Message: "the workbooks answer no indicator that is scored; there would be no score on any page",
			Hint:    "mend the other findings first; if there are none, a workbook is missing: its name must match a pattern under workbooks",
		}}
	}
	return nil
}

// asksScored reports whether the framework has an indicator that is scored.
func (d *Dataset) asksScored() bool {
	for _, i := range d.Programme.Framework.All {
		if i.Scored() {
			return true
		}
	}
	return false
}

// answersScored reports whether there is an answer to such an indicator.
func (d *Dataset) answersScored() bool {
	for i := range d.answers {
		if d.answers[i].Indicator.Scored() {
			return true
		}
	}
	return false
}

// triesScored reports whether a row that could not be read may hold such an
// answer.
func (d *Dataset) triesScored(unread observation.Unread) bool {
	for _, i := range d.Programme.Framework.All {
		if i.Scored() && unread.Indicators[i.Index] {
			return true
		}
	}
	return unread.Rows
}
