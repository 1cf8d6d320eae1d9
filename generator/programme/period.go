package programme

import (
	"cmp"
	"fmt"
	"strconv"
)

// Frequency is the length of a period.
type Frequency string

// The frequencies, with the number of periods in a year.
const (
	Year     Frequency = "year"
	HalfYear Frequency = "half-year"
	Quarter  Frequency = "quarter"
	Month    Frequency = "month"
)

// perYear returns how many periods a year has, 0 for an unknown frequency.
func (f Frequency) perYear() int {
	switch f {
	case Year:
		return 1
	case HalfYear:
		return 2
	case Quarter:
		return 4
	case Month:
		return 12
	}
	return 0
}

// Period is a calendar year, half-year, quarter or month. It is comparable and
// its zero value stands for no period, as standing answers have.
type Period struct {
	Frequency Frequency
	Year      int
	Part      int // 1-based in the year; 1 for years
}

// ParsePeriod reads "2006", "2006-H1", "2006-Q3" or "2006-07".
func ParsePeriod(s string) (Period, error) {
	fail := fmt.Errorf("%q is not a period", s)
	if len(s) < 4 {
		return Period{}, fail
	}
	year, err := strconv.ParseUint(s[:4], 10, 16)
	if err != nil || year == 0 {
		return Period{}, fail
	}
	p := Period{Frequency: Year, Year: int(year), Part: 1}
	rest := s[4:]
	switch {
	case rest == "":
		return p, nil
	case len(rest) == 3 && rest[:2] == "-H":
		p.Frequency, rest = HalfYear, rest[2:]
	case len(rest) == 3 && rest[:2] == "-Q":
		p.Frequency, rest = Quarter, rest[2:]
	case len(rest) == 3 && rest[0] == '-':
		p.Frequency, rest = Month, rest[1:]
	default:
		return Period{}, fail
	}
	part, err := strconv.ParseUint(rest, 10, 8)
	if err != nil || part < 1 || int(part) > p.Frequency.perYear() {
		return Period{}, fail
	}
	p.Part = int(part)
	return p, nil
}

// String returns the period as [ParsePeriod] reads it, "" for no period.
func (p Period) String() string {
	switch p.Frequency {
	case Year:
		return fmt.Sprintf("%04d", p.Year)
	case HalfYear:
		return fmt.Sprintf("%04d-H%d", p.Year, p.Part)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Part)
	case Month:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Part)
	}
	return ""
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Months returns the first and the last month of the period, counted from the
// month 0 of the year 0: January 2006 is 24072.
func (p Period) Months() (first, last int) {
	n := p.Frequency.perYear()
	if n == 0 {
		return 0, 0
	}
	each := 12 / n
	first = p.Year*12 + (p.Part-1)*each
	return first, first + each - 1
}

// Compare orders periods by the time when they begin, and of two that begin
// together the longer one first.
func (p Period) Compare(q Period) int {
	first, last := p.Months()
	other, end := q.Months()
	return cmp.Or(cmp.Compare(first, other), cmp.Compare(end, last))
}

// next returns the period after p.
func (p Period) next() Period {
	p.Part++
	if p.Part > p.Frequency.perYear() {
		p.Year, p.Part = p.Year+1, 1
	}
	return p
}
