package typed

import (
	"fmt"
	"regexp"
	"strings"
)

// What people type for a date: three numbers, of which the first or the last
// has four digits, a part of that, or a date with a year of two digits.
var (
	yearLast  = regexp.MustCompile(`^(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})$`)
	shortYear = regexp.MustCompile(`^\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?\d{2}$`)
	noDay     = regexp.MustCompile(`^(\d{4} ?[./-] ?\d{1,2}|\d{1,2} ?[./-] ?\d{4})$`)
	midnight  = regexp.MustCompile(`[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$`)
	justYear  = regexp.MustCompile(`^\d{4}$`)
)

// OnlyYear is the hint for a year in place of a date.
const OnlyYear = "a year alone is no date: type year, month and day, such as 2008-02-05; if the day is not known, type not_available in the column state and the year in the column comment"

// Dates returns the dates that a text can mean: "25/12/2008" is only the
// 25th of December, "5/2/2008" is February to some and May to others. A year
// that comes first is followed by the month everywhere. A time after the date
// says nothing more.
func Dates(s string) []Date {
	s = midnight.ReplaceAllString(s, "")
	var all []Date
	add := func(year, month, day string) {
		y, _ := digits(year)
		m, _ := digits(month)
		n, _ := digits(day)
		if date, ok := NewDate(y, m, n); ok && (len(all) == 0 || all[0] != date) {
			all = append(all, date)
		}
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		add(m[1], m[2], m[3])
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		add(m[3], m[2], m[1])
		add(m[3], m[1], m[2])
	}
	return all
}

// DateHint says how to write a text that cannot be read as a date, and whether
// that is because it can be taken for several.
func DateHint(s string) (hint string, ambiguous bool) {
	all := Dates(s)
	switch {
	case len(all) > 1:
		return fmt.Sprintf("type %s if %s is meant, %s if %s is meant", all[0], spoken(all[0]), all[1], spoken(all[1])), true
	case shortYear.MatchString(s):
		return "the year has two digits, so that day, month and year can be taken for each other: type year, month and day in this order, such as 2008-02-05", true
	case yearFirst.MatchString(s), yearLast.MatchString(s):
		return "the calendar has no such day; check day and month, and type the date in this order: 2008-02-05 is the 5th of February", false
	case noDay.MatchString(s):
		return "the day is missing: type year, month and day, such as 2008-02-05; if the day is not known, type not_available in the column state and the month in the column comment", false
	case justYear.MatchString(s):
		return OnlyYear, false
	}
	return "type year, month and day in this order: 2008-02-05 is the 5th of February", false
}

// spoken writes a date so that nobody takes the day for the month.
func spoken(d Date) string {
	months := strings.Fields("January February March April May June July August September October November December")
	return fmt.Sprintf("%d %s %d", d.Day, months[d.Month-1], d.Year)
}
