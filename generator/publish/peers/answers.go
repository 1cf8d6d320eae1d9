package peers

import (
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// SeriesPeriods returns the periods from the first to the last in which the
// jurisdiction has an answer.
func (e *Edition) SeriesPeriods(j int, i *indicator.Indicator) []int {
	first, last := -1, -1
	for _, t := range e.Answered[i.Index] {
		if e.Public.Answer(j, t, i).State != observation.NotAssessed {
			last = t
			if first < 0 {
				first = t
			}
		}
	}
	var out []int
	for t := first; t >= 0 && t <= last; t++ {
		out = append(out, t)
	}
	return out
}

// Cited returns the sources that the published answers of a jurisdiction cite.
func (e *Edition) Cited(j int) map[observation.SourceID]bool {
	used := map[observation.SourceID]bool{}
	for _, i := range e.Def.Framework.All {
		for t := range e.Def.Periods {
			for _, id := range e.Public.Answer(j, t, i).Sources {
				used[id] = true
			}
		}
	}
	return used
}

// Spans tells ascending periods in short: "2001–2013, 2015".
func (e *Edition) Spans(periods []int) string {
	var b strings.Builder
	for k := 0; k < len(periods); k++ {
		first := k
		for k+1 < len(periods) && periods[k+1] == periods[k]+1 {
			k++
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(e.Period(periods[first]))
		if k > first {
			b.WriteString("–" + e.Period(periods[k]))
		}
	}
	return b.String()
}

// Overlapping returns the periods of this programme that share a month with one
// of the others.
func (e *Edition) Overlapping(others []programme.Period) (list []int) {
	for t, p := range e.Def.Periods {
		first, last := p.Months()
		if slices.ContainsFunc(others, func(q programme.Period) bool {
			from, to := q.Months()
			return from <= last && first <= to
		}) {
			list = append(list, t)
		}
	}
	return list
}
