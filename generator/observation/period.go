package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// The periods of an answer that holds for the whole programme, and of one whose
// period cannot be read.
const (
	standing      = -1
	unknownPeriod = -2
)

// period returns the index of the period of the row, or standing.
func (d *decoder) period(q *question) (int, bool) {
	c := d.cells[colPeriod]
	switch {
	case c == nil && q.Timing == indicator.Standing:
		return standing, true
	case c == nil && d.entry != nil:
		return d.where.Period, d.placed
	case c == nil:
		if d.need(colPeriod, fmt.Sprintf(", and %s is answered for every period", q.ID), names.Place(q.Pos, "rule")...) {
			d.sayMissing(colPeriod, d.names.PeriodExpected(), names.Place(q.Pos, "rule")...)
		}
		return 0, false
	case q.Timing == indicator.Standing:
		d.find(c, diag.Diagnostic{
			Rule:    "period-not-expected",
			Message: fmt.Sprintf("%s is answered once for all periods", q.ID),
			Hint:    "clear the cell",
			Related: names.Place(q.Pos, "rule"),
		})
		return 0, false
	case c.Kind == workbook.Number && c.IsDate:
		return d.periodOfDate(c)
	}
	return d.look(c, d.names.seenPeriod, d.names.Period)
}

// periodOfDate reads the date that spreadsheets make of "2006-07".
func (d *decoder) periodOfDate(c *workbook.Cell) (int, bool) {
	date, ok := d.calendar(c)
	month := programme.Period{Frequency: programme.Month, Year: int(date.Year), Part: int(date.Month)}
	i, found := d.names.PeriodIndex(month)
	if ok && found && date.Day == 1 {
		d.find(c, diag.Diagnostic{
			Rule: "period-as-date", Severity: diag.Warning,
			Message: fmt.Sprintf("the cell is a date; it is read as the period %s", month),
			Hint:    "format the column as text, so that the spreadsheet program leaves periods alone",
		})
		return i, true
	}
	d.find(c, diag.Diagnostic{
		Rule:    "unknown-period",
		Message: fmt.Sprintf("the date %s is not a period", d.got(c)),
		Hint:    "format the column as text, then " + d.names.PeriodExpected(),
	})
	return 0, false
}

// calendar returns the date of a date cell.
func (d *decoder) calendar(c *workbook.Cell) (Date, bool) {
	y, m, day, ok := d.book.Date(c.Number)
	if !ok {
		return Date{}, false
	}
	return NewDate(y, m, day)
}
