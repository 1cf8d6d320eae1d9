package observation

import (
	"fmt"
	"math"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readQuotient reads a percentage, a ratio, a rate or money spent per something: as a value, as numerator
// and denominator, or as both where they agree. The parts are worth more,
// because they can be added up and checked.
//
// A percentage of parts is 100 x numerator / denominator: 3 of 12 is 25. A
// ratio and a rate are numerator / denominator, so that the denominator of a
// rate per 100,000 inhabitants is the number of inhabitants divided by
// 100,000.
func (d *decoder) readQuotient(v *Value, q *question) bool {
	valueCell := d.cells[colValue]
	value, ok := 0.0, true
	if valueCell != nil {
		value, ok = d.quotient(valueCell, q)
	}
	v.Number = value
	if d.cells[colNumerator] == nil && d.cells[colDenominator] == nil {
		return ok
	}
	if !d.readParts(v, q) || !ok {
		return false
	}
	v.HasParts = true
	v.Number = v.Numerator / v.Denominator
	if q.Type == indicator.Percent {
		v.Number = 100 * v.Numerator / v.Denominator
	}
	if v.Number > maxAmount { // infinite, too
		d.wrong(d.cells[colDenominator], q, "out-of-range", "the denominator is too small for the numerator")
		return false
	}
	if valueCell != nil && !typed.Agrees(value, v.Number) {
		d.find(valueCell, diag.Diagnostic{
			Rule: "parts-disagree",
			Message: fmt.Sprintf("the value is %s, and %s / %s makes %s", typed.Shortest(value),
				typed.Shortest(v.Numerator), typed.Shortest(v.Denominator), typed.Shortest(float64(float32(v.Number)))),
			Hint:    "correct the three, or clear the value; it is then computed",
			Related: []diag.Related{{Pos: d.at(d.cells[colNumerator]), Note: "numerator"}},
		})
		return false
	}
	return true
}

// quotient reads a percentage, ratio or rate that was typed as one number.
func (d *decoder) quotient(c *workbook.Cell, q *question) (float64, bool) {
	n, ok := d.number(c, q)
	switch {
	case !ok:
		return 0, false
	case n < 0 || q.Type == indicator.Percent && n > 100 || n > maxAmount:
		d.wrong(c, q, "out-of-range", rangeHint(n))
		return 0, false
	case q.Type == indicator.Percent && n > 0 && n < 1:
		d.find(c, diag.Diagnostic{
			Rule: "small-percent", Severity: diag.Warning,
			Message: fmt.Sprintf("the cell holds %s; it is read as %s percent", typed.Shown(c.Text), typed.Shortest(n)),
			Hint:    fmt.Sprintf("type 45 for 45 percent: a cell that shows 45%% holds 0.45; if %s percent is right, give numerator and denominator", typed.Shortest(n)),
			Related: names.Place(q.Pos, "rule"),
		})
	}
	return n, true
}

// readParts reads numerator and denominator.
func (d *decoder) readParts(v *Value, q *question) bool {
	for _, column := range []int{colNumerator, colDenominator} {
		if d.cells[column] == nil {
			if !d.unread[column] && d.need(column, fmt.Sprintf(", and %s is given in parts", q.ID), names.Place(q.Pos, "rule")...) {
				d.absent(column, diag.Diagnostic{
					Rule:    "missing-part",
					Message: fmt.Sprintf("the answer has no %s", d.layout.names[column]),
					Hint:    "give both parts, or the value alone",
				})
			}
			return false
		}
	}
	var ok [2]bool
	v.Numerator, ok[0] = d.part(d.cells[colNumerator], q)
	v.Denominator, ok[1] = d.part(d.cells[colDenominator], q)
	switch {
	case !ok[0] || !ok[1]:
		return false
	case v.Denominator == 0:
		d.find(d.cells[colDenominator], diag.Diagnostic{
			Rule:    "zero-denominator",
			Message: "the denominator is 0, and nothing can be a share of nothing",
			Hint:    "if there was nothing to count, clear the parts and type not_applicable in the column state",
		})
		return false
	case q.Type == indicator.Percent && v.Numerator > v.Denominator:
		d.find(d.cells[colNumerator], diag.Diagnostic{
			Rule:    "numerator-over-denominator",
			Message: fmt.Sprintf("%s is more than the whole, %s", typed.Shortest(v.Numerator), typed.Shortest(v.Denominator)),
			Hint:    "check whether the two were swapped",
			Related: []diag.Related{{Pos: d.at(d.cells[colDenominator]), Note: "denominator"}},
		})
		return false
	}
	return true
}

// part reads a numerator or a denominator.
func (d *decoder) part(c *workbook.Cell, q *question) (float64, bool) {
	n, ok := d.number(c, q)
	if ok && (n < 0 || n > maxAmount) {
		d.wrong(c, q, "out-of-range", rangeHint(n))
		return 0, false
	}
	if ok && n != math.Trunc(n) && q.HidesSmallCounts() && d.counts(c, q) {
		d.wrong(c, q, "not-whole", "count whole persons or cases; if the number is an estimate, round it and type estimated in the column state")
		return 0, false
	}
	return n, ok
}

// counts reports whether a part of an answer about people counts them: both
// of a percentage, what money is divided by, and what a rate divides, whose
// own denominator may be a measure ("inhabitants, in 100,000").
func (d *decoder) counts(part *workbook.Cell, q *question) bool {
	switch q.Type {
	case indicator.Money:
		return part == d.cells[colDenominator]
	case indicator.Rate:
		return part == d.cells[colNumerator]
	}
	return true
}
