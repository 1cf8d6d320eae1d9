package dataset

import "tipscore/generator/diag"

// noAnswers reports a programme without a single answer. It would publish a
// site that says nothing, and look like a success.
func noAnswers(d *Dataset) diag.List {
	if len(d.answers) > 0 {
		return nil
	}
	return diag.List{{
		Rule: "no-answers", Pos: d.Programme.Pos, Subject: d.Programme.ID,
		Message: "no workbook of the programme has an answer that can be read",
		Hint:    "mend the other findings first; if there are none, check which workbooks the programme names",
	}}
}
