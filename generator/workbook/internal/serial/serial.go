// Package serial turns the numbers by which spreadsheets count days into
// calendar dates and back.
package serial

import "math"

// Date is a calendar date without a clock or a zone.
type Date struct{ Year, Month, Day int }

// The last day that a spreadsheet knows is 9999-12-31.
const (
	lastSerial1900 = 2958465
	lastSerial1904 = lastSerial1900 - days1904
	days1904       = 1462 // from 1899-12-31 in the 1900 system to 1904-01-01
	leapBug        = 60   // serial of 1900-02-29, a day that never was
)

// Decode returns the date of a serial number.
//
// The 1900 system counts 1900-01-01 as 1. It takes 1900 for a leap year, as
// Lotus 1-2-3 did (ECMA-376 part 1, 18.17.4.1), so that every later day is one
// too high: 1900-03-01 is 61, and 2014-12-31 is 42004. The 1904 system counts
// 1904-01-01 as 0, and 2014-12-31 is 40542. A part of a day is a time and is
// dropped.
func Decode(serial float64, from1904 bool) (Date, bool) {
	first, last := 1.0, float64(lastSerial1900+1)
	if from1904 {
		first, last = 0, lastSerial1904+1
	}
	if math.IsNaN(serial) || serial < first || serial >= last {
		return Date{}, false
	}
	n := int(serial)
	switch {
	case from1904:
		n += days1904
	case n == leapBug:
		return Date{}, false
	case n < leapBug:
		n++
	}
	return civil(n + daysTo1899), true
}

// Encode returns the number of the date, and false for a date that does not
// exist or that the system cannot express.
func (d Date) Encode(from1904 bool) (float64, bool) {
	n := dayNumber(d) - daysTo1899
	if civil(n+daysTo1899) != d {
		return 0, false
	}
	first, last := 1, lastSerial1900
	if from1904 {
		n -= days1904
		first, last = 0, lastSerial1904
	} else if n <= leapBug {
		n--
	}
	return float64(n), n >= first && n <= last
}

// daysTo1899 is dayNumber(1899-12-30), the day before serial 1 once the leap
// bug is taken out.
const daysTo1899 = 693899

// dayNumber counts the days of the proleptic Gregorian calendar from
// 0000-03-01, which is 0 (Howard Hinnant, chrono-compatible low-level date
// algorithms, 2013). Years that start in March put the leap day last:
// 1970-01-01 is 719468.
func dayNumber(d Date) int {
	y, m := d.Year, d.Month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*m+2)/5 + d.Day - 1
}

// civil is the inverse of dayNumber.
func civil(n int) Date {
	era := floorDiv(n, 146097)
	n -= era * 146097
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153
	d := Date{Year: y + era*400, Month: m + 3, Day: n - (153*m+2)/5 + 1}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
