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

// Date is a calendar date without a clock or a zone. Its zero value is no date.
type Date = typed.Date

// NewDate returns the date, and false if the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) { return typed.NewDate(year, month, day) }

// readDate reads a date, from the column date or else the column value, as an
// answer for the period.
func (d *decoder) readDate(v *Value, q *question, period int) bool {
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
			d.wrong(c, q, "out-of-range", "the number behind this cell is no date; type the date again, with year, month and day")
			return false
		}
		v.Date = date
		return d.inBounds(c, q, date, period)
	case c.Kind == workbook.Number && c.Number >= 1000 && c.Number <= 9999 && c.Number == math.Trunc(c.Number):
		d.wrong(c, q, "wrong-type", typed.OnlyYear)
		return false
	case c.Kind != workbook.Text:
		d.wrong(c, q, "wrong-type", "format the cell as a date and type the date again, with year, month and day")
		return false
	}
	return d.dateOfText(c, v, q, period)
}

// dateOfText reads a date that was typed as a text.
func (d *decoder) dateOfText(c *workbook.Cell, v *Value, q *question, period int) bool {
	s, f := typed.Tidy(c.Text)
	date, ok := typed.ISODate(s)
	iso := ok
	if !ok {
		if all := typed.Dates(s); len(all) == 1 {
			date, ok = all[0], true
		}
	}
	switch {
	case !ok:
		d.notDate(c, s, q)
		return false
	case !d.inBounds(c, q, date, period):
		return false
	case f&typed.Control != 0 || f != 0 && d.plain && iso:
		d.stray(c, f)
	case !d.plain || !iso:
		hint := "type " + date.String()
		if !d.plain {
			hint = fmt.Sprintf("format the column as a date and type it again, or type %s", date)
		}
		if iso {
			hint = "format the column as a date and type it again"
		}
		d.find(c, diag.Diagnostic{
			Rule: "date-as-text", Severity: diag.Warning,
			Message: fmt.Sprintf("the cell holds the text %q; it is read as the date %s", typed.Shown(s), date),
			Hint:    hint,
		})
	}
	v.Date = date
	return f&typed.Control == 0
}

// inBounds reports whether a date can be an answer: not before the year that
// the indicator names, and not after the period that the answer is for, which
// nobody had seen yet. A standing answer is bounded by the last period.
func (d *decoder) inBounds(c *workbook.Cell, q *question, date Date, period int) bool {
	f := diag.Diagnostic{Rule: "out-of-range"}
	if int(date.Year) < q.Earliest {
		f.Expected, f.Hint = fmt.Sprintf("a date from %04d on", q.Earliest), "check the year"
		d.unlikely(c, q, f)
		return false
	}
	month := d.names.LastMonth()
	if period >= 0 {
		_, month = d.programme.Periods[period].Months()
	}
	if period == unknownPeriod || month == 0 {
		return false // no period can be read, which was said
	}
	year := month / 12
	end, _ := NewDate(year, month%12+1, typed.DaysIn(year, month%12+1))
	if date.Compare(end) <= 0 {
		return true
	}
	f.Expected, f.Related = "a date up to "+end.String(), names.Place(d.programme.PeriodsPos, "periods")
	f.Hint = fmt.Sprintf("check the year; the answer is for %s, so if the date is right, it belongs to a later period", d.programme.Periods[max(period, 0)])
	if q.Timing == indicator.Standing {
		f.Hint = fmt.Sprintf("check the year; the periods of the programme end on %s and nothing later is known: if the date is right, clear it, type not_available in the column state and the date in the column comment", end)
	}
	d.unlikely(c, q, f)
	return false
}

// unlikely reports a date that cannot be an answer.
func (d *decoder) unlikely(c *workbook.Cell, q *question, f diag.Diagnostic) {
	f.Message = fmt.Sprintf("%q is not an answer to %s", d.got(c), q.ID)
	f.Related = append(names.Place(q.Pos, "rule"), f.Related...)
	d.find(c, f)
}

// notDate reports a text that cannot be read as a date.
func (d *decoder) notDate(c *workbook.Cell, s string, q *question) {
	hint, ambiguous := typed.DateHint(s)
	switch {
	case ambiguous:
		d.wrong(c, q, "ambiguous-date", hint)
	case missingHint(s) != "":
		d.wrong(c, q, "wrong-type", missingHint(s))
	default:
		d.wrong(c, q, "wrong-type", hint)
	}
}
