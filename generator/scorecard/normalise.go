package scorecard

import (
	"math"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// answered returns the indicator's part in the scores of jurisdiction j, which
// is of the given level of government, and period t.
func (s *Scorecard) answered(j, t int, node *Node, level string) part {
	i := node.Indicator
	if !asks(i, level) || !s.data.Programme.Exists(j, t) {
		return part{}
	}
	o := s.data.Answer(j, t, i)
	if o != nil && o.State == observation.NotApplicable {
		return part{}
	}
	p := part{state: missing}
	if o != nil && o.State.HasValue() {
		if score := normalise(i, o.Value, s.data.Programme.Periods[t]); score.Known {
			p.state, p.value = known, score.Value
		}
	}
	p.span = leaf(p.state, p.value)
	return p
}

// asks reports whether the indicator is meant for the level of government. An
// indicator that names no level is meant for all.
func asks(i *indicator.Indicator, level string) bool {
	return len(i.Levels) == 0 || slices.Contains(i.Levels, level)
}

// normalise turns an answer into an indicator score from 0 to 100. An answer
// that the rule cannot read (an option that is not defined, a number that is
// not finite) has no score; [dataset.Dataset.Check] is what complains of it.
//
// An answer option carries its score in the definition: of five rubric levels
// 1 to 5 at equal steps, level 4 is worth 75. Everything else stands between
// goalposts.
func normalise(i *indicator.Indicator, v observation.Value, p programme.Period) Score {
	if i.Goalposts == nil {
		if option := i.Option(v.Option); option != nil {
			return Score{Value: option.Score, Known: true}
		}
		return Score{}
	}
	x, ok := measured(i, v, p)
	if !ok {
		return Score{}
	}
	return between(*i.Goalposts, i.Direction, x)
}

// measured returns the number that goes against the goalposts: the number of
// the answer or, of a date, its age in months at the end of the period.
func measured(i *indicator.Indicator, v observation.Value, p programme.Period) (float64, bool) {
	if i.Type == indicator.Date {
		months, ok := ageInMonths(v.Date, p)
		return float64(months), ok
	}
	return v.Number, !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0)
}

// between places x between two goalposts and keeps the result within them:
//
//	up is better    100 x (x - low) / (high - low)
//	down is better  100 x (high - x) / (high - low)
//
// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step
// 5, min-max with fixed bounds; UNDP, Human Development Report 2023/24,
// technical note 1, for fixed goalposts and the cap. Worked numbers: a life
// expectancy of 74.17 between 20 and 85 (Dominican Republic 2022) is 83.34; 18
// of 40 cases, which is 45 %, between 0 and 80 are 56.25.
func between(g indicator.Goalposts, direction indicator.Direction, x float64) Score {
	var share float64
	switch direction {
	case indicator.Up:
		share = (x - g.Low) / (g.High - g.Low)
	case indicator.Down:
		share = (g.High - x) / (g.High - g.Low)
	default:
		return Score{}
	}
	if math.IsNaN(share) {
		return Score{}
	}
	return Score{Value: 100 * min(max(share, 0), 1), Known: true}
}

// ageInMonths returns how many months before the end of the period the date
// lies. Periods end on the last day of a month, so the days do not matter:
// from any day of August 2003 to 31 December 2006 it is 40 months. A date
// after the end of the period says nothing about the period and has no age.
func ageInMonths(d observation.Date, p programme.Period) (int, bool) {
	_, last := p.Months()
	if last == 0 || d.IsZero() {
		return 0, false
	}
	age := last - (int(d.Year)*12 + int(d.Month) - 1)
	return age, age >= 0
}
