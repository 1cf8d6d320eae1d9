package programme

import (
	"fmt"

	"tipscore/generator/diag"
)

// maxPeriods bounds a programme: 10,000 months are more than 800 years.
const maxPeriods = 10_000

// periods returns every period from the first to the last.
func (l *loader) periods() []Period {
	v := l.root.Get("periods")
	frequency := Frequency(v.Get("frequency").String())
	from, ok := l.period("from", frequency)
	to, ok2 := l.period("to", frequency)
	if !ok || !ok2 {
		return nil
	}
	if to.Compare(from) < 0 {
		d := v.Get("to").Finding("period-order", fmt.Sprintf("the last period %s is before the first, %s", to, from))
		d.Hint = "exchange the two, or correct one"
		d.Related = []diag.Related{{Pos: v.Get("from").Pos(), Note: "the first period"}}
		l.findings.Add(d)
		return nil
	}
	var out []Period
	for p := from; p.Compare(to) <= 0; p = p.next() {
		if len(out) == maxPeriods {
			d := v.Get("to").Finding("too-many-periods", fmt.Sprintf("there are more than %d periods from %s to %s", maxPeriods, from, to))
			d.Hint = "check the years"
			l.findings.Add(d)
			return nil
		}
		out = append(out, p)
	}
	return out
}

// period returns the period at the key, of the frequency.
func (l *loader) period(key string, frequency Frequency) (Period, bool) {
	v := l.root.Get("periods").Get(key)
	if v.String() == "" {
		return Period{}, false
	}
	p, err := ParsePeriod(v.String())
	if err != nil {
		d := v.Finding("period-shape", err.Error())
		d.Expected = example(frequency)
		l.findings.Add(d)
		return Period{}, false
	}
	if frequency.perYear() == 0 {
		return Period{}, false
	}
	if p.Frequency != frequency {
		d := v.Finding("period-frequency", fmt.Sprintf("%s is a %s, and the frequency is %s", p, p.Frequency, frequency))
		d.Expected = example(frequency)
		d.Related = []diag.Related{{Pos: l.root.Get("periods").Get("frequency").Pos(), Note: "the frequency"}}
		l.findings.Add(d)
		return Period{}, false
	}
	return p, true
}

// example shows how a period of the frequency is written.
func example(f Frequency) string {
	const year, part = 2014, 1
	if f.perYear() == 0 {
		return `such as "2014", "2014-H1", "2014-Q1" or "2014-01"`
	}
	return fmt.Sprintf("such as %q", Period{Frequency: f, Year: year, Part: part})
}
