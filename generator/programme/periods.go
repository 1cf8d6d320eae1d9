package programme

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// maxPeriods bounds a programme: 10,000 months are more than 800 years.
const maxPeriods = 10_000

// periods returns every period from the first to the last, through every
// stretch of one frequency.
func (l *loader) periods() []Period {
	v := l.root.Get("periods")
	out := l.stretch(v)
	for _, next := range v.Get("then").Items() {
		more := l.stretch(next)
		if len(out) > 0 && len(more) > 0 {
			_, end := out[len(out)-1].Months()
			if first, _ := more[0].Months(); first <= end {
				d := next.Get("from").Finding("period-order", fmt.Sprintf("%s begins before %s has ended", more[0], out[len(out)-1]))
				d.Hint = "let the stretch begin after the one before it"
				d.Related = []diag.Related{{Pos: v.Get("to").Pos(), Note: "the stretch before"}}
				l.findings.Add(d)
				return out
			}
		}
		out = append(out, more...)
	}
	return out
}

// stretch returns the periods of one frequency.
func (l *loader) stretch(v yamlnode.Value) []Period {
	frequency := Frequency(v.Get("frequency").String())
	from, ok := l.period(v, "from", frequency)
	to, ok2 := l.period(v, "to", frequency)
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
func (l *loader) period(stretch yamlnode.Value, key string, frequency Frequency) (Period, bool) {
	v := stretch.Get(key)
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
		d.Related = []diag.Related{{Pos: stretch.Get("frequency").Pos(), Note: "the frequency"}}
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
