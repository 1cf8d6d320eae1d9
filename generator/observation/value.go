package observation

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readTyped reads the value of an answer for a period by the indicator's type.
func (d *decoder) readTyped(v *Value, q *question, period int) bool {
	if !d.columnsFit(q) {
		return false
	}
	switch q.Type {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		return d.readOption(v, q)
	case indicator.Percent, indicator.Ratio, indicator.Rate:
		return d.readQuotient(v, q)
	case indicator.Date:
		return d.readDate(v, q, period)
	case indicator.Money:
		ok := d.readMoney(v, q)
		return d.readCurrency(v, q) && ok
	}
	n, ok := d.amount(colValue, q)
	v.Number = n
	return ok
}

// columnsFit reports the filled cells that have no part in an answer of the
// indicator's type.
func (d *decoder) columnsFit(q *question) bool {
	ok := true
	for column := colNumerator; column <= colCurrency; column++ {
		c := d.cells[column]
		if c == nil || takes(q.Indicator, column) {
			continue
		}
		ok = false
		hint := "move the answer to the column value, or clear the cell"
		if column == colCurrency {
			hint = "clear the cell; only sums of money have a currency"
		}
		d.find(c, diag.Diagnostic{
			Rule:    "wrong-column",
			Message: fmt.Sprintf("%s is of the type %s and has no %s", q.ID, q.Type, d.layout.names[column]),
			Hint:    hint,
			Related: names.Place(q.Pos, "rule"),
		})
	}
	return ok
}

// takes reports whether answers to the indicator use the column.
func takes(i *indicator.Indicator, column int) bool {
	switch column {
	case colNumerator, colDenominator:
		return i.InParts() && slices.Contains([]indicator.Type{indicator.Percent, indicator.Ratio, indicator.Rate, indicator.Money}, i.Type)
	case colDate:
		return i.Type == indicator.Date
	case colCurrency:
		return i.Type == indicator.Money
	}
	return true
}

// wrong reports a cell that is no answer to the indicator.
func (d *decoder) wrong(c *workbook.Cell, q *question, rule, hint string) {
	f := diag.Diagnostic{
		Rule:     rule,
		Message:  fmt.Sprintf("%q is not an answer to %s", d.got(c), q.ID),
		Expected: expected(q),
		Hint:     hint,
		Related:  names.Place(q.Pos, "rule"),
	}
	if c == d.cells[colNumerator] || c == d.cells[colDenominator] {
		f.Message = fmt.Sprintf("%q cannot be a part of an answer to %s", d.got(c), q.ID)
		f.Expected = "a number, 0 or more"
	}
	d.find(c, f)
}

// expected says what answers an indicator takes.
func expected(q *question) string {
	switch q.Type {
	case indicator.Count:
		return "a whole number, 0 or more"
	case indicator.Days, indicator.Ratio, indicator.Rate, indicator.Money:
		return "a number, 0 or more"
	case indicator.Percent:
		return "a number from 0 to 100"
	case indicator.Date:
		return "a date, such as 2008-02-05"
	}
	list := ""
	for i := range q.Options {
		if i == 12 {
			return list + ", …"
		}
		list = names.Joined(list, q.Options[i].ID)
	}
	return list
}

// maxAmount is the largest number of an answer: whole numbers much above it are
// not exact, and nothing that is measured here comes near it.
const maxAmount = 1e15

// amount reads a number that cannot be negative, whole for counts.
func (d *decoder) amount(column int, q *question) (float64, bool) {
	c := d.cells[column]
	if c == nil {
		d.emptyAnswer("the row has no value", "type the answer into the column value, or not_available or not_assessed into the column state")
		return 0, false
	}
	n, ok := d.number(c, q)
	switch {
	case !ok:
		return 0, false
	case n < 0 || n > maxAmount:
		d.wrong(c, q, "out-of-range", rangeHint(n))
		return 0, false
	case q.Type == indicator.Count && n != math.Trunc(n):
		d.notWhole(c, q)
		return 0, false
	}
	return n, true
}

// rangeHint tells what to look at where a number is out of range.
func rangeHint(n float64) string {
	switch {
	case n < 0:
		return "check the sign; nothing that is asked here is below 0"
	case n > maxAmount:
		return "check the digits; the number is too big to be true"
	}
	return "check the number; 100 percent is the whole"
}

// number reads a cell as a number.
func (d *decoder) number(c *workbook.Cell, q *question) (float64, bool) {
	switch {
	case c.Kind == workbook.Number && c.IsDate:
		d.wrong(c, q, "wrong-type", "the spreadsheet program took the number for a date; format the column as a number and type it again")
		return 0, false
	case c.Kind == workbook.Number:
		return c.Number, true
	case c.Kind != workbook.Text:
		d.wrong(c, q, "wrong-type", "the cell holds TRUE or FALSE, as spreadsheet programs make of some words; type the number")
		return 0, false
	}
	s, f := typed.Tidy(c.Text)
	n := typed.ParseNumeral(s)
	if hint, ok := typed.PointedGroup(s); ok && (!d.plain || q.Type == indicator.Count) {
		n.Rule, n.Hint = "thousands-separator", hint
	}
	switch {
	case n.Rule != "":
		d.wrong(c, q, n.Rule, numberHint(n, s, q))
		return 0, false
	case f&typed.Control != 0 || f != 0 && d.plain:
		d.stray(c, f)
	case !d.plain && d.fits(n.Value, c, q):
		d.find(c, diag.Diagnostic{
			Rule: "number-as-text", Severity: diag.Warning,
			Message: fmt.Sprintf("the cell holds the text %q; it is read as a number", typed.Shown(s)),
			Hint:    "format the column as a number and type it again",
		})
	}
	return n.Value, f&typed.Control == 0
}

const wholeHint = "count whole persons or cases; if the number is an estimate, round it and type estimated in the column state"

// numberHint tells what to type in place of a text that is no number, for the
// question.
func numberHint(n typed.Numeral, s string, q *question) string {
	switch {
	case n.Shape == typed.Decimals && q.Type == indicator.Count:
		return wholeHint
	case n.Shape == typed.Share && q.Type != indicator.Percent:
		return "the question does not ask for a percentage: type the number itself"
	case n.Shape == typed.Fraction && !takes(q.Indicator, colNumerator):
		return "type one number alone"
	case n.Rule == "wrong-type" && !typed.IsZeroWord(s):
		return cmp.Or(missingHint(s), n.Hint)
	}
	return n.Hint
}

// fits reports whether a number will be accepted where it stands. One that is
// not gets one finding, about that.
func (d *decoder) fits(n float64, c *workbook.Cell, q *question) bool {
	switch {
	case n < 0 || n > maxAmount:
		return false
	case c != d.cells[colValue]:
		return true
	case q.Type == indicator.Percent:
		return n >= 1 && n <= 100 || n == 0
	}
	return q.Type != indicator.Count || n == math.Trunc(n)
}

// notWhole reports a count with decimals. Three of them may be the end of a
// number in the thousands.
func (d *decoder) notWhole(c *workbook.Cell, q *question) {
	hint := wholeHint
	if reading, ok := typed.PointedGroup(typed.Shortest(c.Number)); ok && c.Kind == workbook.Number {
		hint = reading
	}
	d.wrong(c, q, "not-whole", hint)
}

// readMoney reads a sum of money: one number, or a sum and what it was spent
// on, such as 60,000 for 40 people, which is 1,500 for each.
func (d *decoder) readMoney(v *Value, q *question) (ok bool) {
	if q.InParts() && (d.cells[colNumerator] != nil || d.cells[colDenominator] != nil) {
		return d.readQuotient(v, q)
	}
	v.Number, ok = d.amount(colValue, q)
	return ok
}

// readCurrency reads the currency of an amount of money.
func (d *decoder) readCurrency(v *Value, q *question) bool {
	c := d.cells[colCurrency]
	if c == nil {
		if d.need(colCurrency, fmt.Sprintf(", and %s is a sum of money", q.ID), names.Place(q.Pos, "rule")...) && !d.unread[colCurrency] {
			d.absent(colCurrency, diag.Diagnostic{
				Rule:     "missing-currency",
				Message:  "the sum of money has no currency",
				Expected: "a code of three letters, such as DOP or USD",
				Hint:     "type the code of the currency that the sum is in",
				Related:  names.Place(q.Pos, "rule"),
			})
		}
		return false
	}
	code := strings.ToUpper(d.text(colCurrency))
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		d.find(c, diag.Diagnostic{
			Rule:     "bad-currency",
			Message:  fmt.Sprintf("%q is not the code of a currency", d.got(c)),
			Expected: "a code of three letters, such as DOP or USD",
			Hint:     "type the code alone, without a sign or a word",
		})
		return false
	}
	copy(v.Currency[:], code)
	return true
}
