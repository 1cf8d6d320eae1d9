package observation

import (
	"cmp"
	"fmt"
	"regexp"

	"tipscore/generator/diag"
	"tipscore/generator/workbook"
)

// Date is a calendar date without a clock or a zone. Its zero value is no date.
type Date struct {
	Year       int16
	Month, Day uint8 // 1-based
}

// NewDate returns the date, and false if the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, false
	}
	return Date{Year: int16(year), Month: uint8(month), Day: uint8(day)}, true
}

// String returns the date as ISO 8601 writes it, "2008-02-05", or "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates by time.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// daysIn returns the length of a month in the Gregorian calendar.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// parseISO reads "2008-02-05". It accepts nothing else, since 5/2/2008 is May
// in one country and February in the next.
func parseISO(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, false
	}
	return NewDate(year, month, day)
}

// digits reads a short run of ASCII digits.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0 && len(s) <= 6
}

// someDate is what people take for a date and what means different days to
// different people, or a month.
var (
	someDate = regexp.MustCompile(`^\d{1,4} ?[./-] ?\d{1,2}( ?[./-] ?\d{1,4})?$`)
	isoShape = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
)

// readDate reads a date, from the column date or else the column value.
func (d *decoder) readDate(v *Value, q *question) bool {
	c := d.cells[colDate]
	switch other := d.cells[colValue]; {
	case c == nil:
		c = other
	case other != nil:
		d.find(other, diag.Diagnostic{
			Rule:    "value-twice",
			Message: "the row has an answer in the column value and one in the column date",
			Hint:    "clear one of the two",
			Related: []diag.Related{{Pos: d.at(c), Note: "date"}},
		})
		return false
	}
	switch {
	case c.Kind == workbook.Number && c.IsDate:
		date, ok := d.calendar(c)
		if !ok {
			d.wrong(c, q, "out-of-range", "")
		}
		v.Date = date
		return ok
	case c.Kind != workbook.Text:
		d.wrong(c, q, "wrong-type", "format the cell as a date and type the date again, with year, month and day")
		return false
	}
	s, f := tidy(c.Text)
	if f != 0 {
		d.stray(c, f)
	}
	date, ok := parseISO(s)
	if !ok {
		d.notDate(c, s, q)
		return false
	}
	if !d.plain {
		d.find(c, diag.Diagnostic{
			Rule: "date-as-text", Severity: diag.Warning,
			Message: fmt.Sprintf("the cell holds the text %q; it is read as a date", s),
			Hint:    "format the column as a date and type it again",
		})
	}
	v.Date = date
	return f&control == 0
}

// notDate reports a text that cannot be read as a date.
func (d *decoder) notDate(c *workbook.Cell, s string, q *question) {
	const order = "type year, month and day in this order: 2008-02-05 is the 5th of February"
	switch {
	case isoShape.MatchString(s):
		d.wrong(c, q, "wrong-type", "the calendar has no such day")
	case someDate.MatchString(s):
		d.wrong(c, q, "ambiguous-date", order)
	case missingHint(s) != "":
		d.wrong(c, q, "wrong-type", missingHint(s))
	default:
		d.wrong(c, q, "wrong-type", order)
	}
}
