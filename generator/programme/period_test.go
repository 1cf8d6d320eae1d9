package programme_test

import (
	"testing"

	"tipscore/generator/programme"
)

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct {
		text      string
		frequency programme.Frequency
		year      int
		part      int
	}{
		{"2006", programme.Year, 2006, 1},
		{"0001", programme.Year, 1, 1},
		{"2006-H1", programme.HalfYear, 2006, 1},
		{"2006-H2", programme.HalfYear, 2006, 2},
		{"2006-Q3", programme.Quarter, 2006, 3},
		{"2006-07", programme.Month, 2006, 7},
		{"2006-12", programme.Month, 2006, 12},
	} {
		p, err := programme.ParsePeriod(c.text)
		want := programme.Period{Frequency: c.frequency, Year: c.year, Part: c.part}
		if err != nil || p != want {
			t.Errorf("ParsePeriod(%q) is %v, %v, want %v", c.text, p, err, want)
		}
		if p.String() != c.text {
			t.Errorf("%q comes back as %q", c.text, p.String())
		}
	}
	for _, text := range []string{
		"", "6", "206", "0000", "2006-", "2006-H3", "2006-Q0", "2006-Q5", "2006-13", "2006-00", "2006-7",
		"2006-h1", "2006-+1", "+206", "2006/07", "20067", " 2006", "2006-07-01",
	} {
		if p, err := programme.ParsePeriod(text); err == nil {
			t.Errorf("ParsePeriod(%q) is %v, want an error", text, p)
		}
	}
}

func TestPeriodCompare(t *testing.T) {
	ascending := []string{"2005-Q4", "2006-Q1", "2006-Q2", "2007-Q1"}
	for i, a := range ascending {
		for j, b := range ascending {
			p, _ := programme.ParsePeriod(a)
			q, _ := programme.ParsePeriod(b)
			if got := p.Compare(q); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s compared with %s is %d", a, b, got)
			}
		}
	}
	if !(programme.Period{}).IsZero() || (programme.Period{}).String() != "" {
		t.Error("the zero period is a period")
	}
}

func TestMonths(t *testing.T) {
	const january2006 = 2006 * 12
	for p, want := range map[programme.Period][2]int{
		{Frequency: programme.Year, Year: 2006, Part: 1}:     {january2006, january2006 + 11},
		{Frequency: programme.HalfYear, Year: 2006, Part: 1}: {january2006, january2006 + 5},
		{Frequency: programme.HalfYear, Year: 2006, Part: 2}: {january2006 + 6, january2006 + 11},
		{Frequency: programme.Quarter, Year: 2006, Part: 3}:  {january2006 + 6, january2006 + 8},
		{Frequency: programme.Month, Year: 2006, Part: 7}:    {january2006 + 6, january2006 + 6},
		{}: {0, 0},
	} {
		if first, last := p.Months(); first != want[0] || last != want[1] {
			t.Errorf("%s goes from %d to %d, want %v", p, first, last, want)
		}
	}
}
