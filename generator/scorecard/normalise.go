package scorecard

import (
	"math"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// answered fills in the columns of the indicators for the jurisdictions from
// first up to, without, end.
func (s *Scorecard) answered(first, end int) {
	for j := first; j < end; j++ {
		for t := range s.shape.Periods {
			row := s.shape.Row(j, t)
			for n := range s.Nodes {
				if i := s.Nodes[n].Indicator; i != nil {
					s.sheet.Value[n][row] = s.answer(j, t, i)
				}
			}
		}
	}
}

// answer returns the score of the answer of jurisdiction j in period t.
func (s *Scorecard) answer(j, t int, i *indicator.Indicator) float64 {
	if !asks(i, s.data.Programme.Jurisdictions[j].Level) || !s.data.Programme.Exists(j, t) {
		return method.Outside()
	}
	o := s.data.Answer(j, t, i)
	switch {
	case o == nil:
	case o.State == observation.NotApplicable:
		return method.Outside()
	case o.State.HasValue():
		if score := normalise(i, o.Value, s.data.Programme.Periods[t]); score.Known {
			return score.Value
		}
	}
	return method.Missing()
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

// between places x between two goalposts; see [method.Posts].
func between(g indicator.Goalposts, direction indicator.Direction, x float64) Score {
	if direction != indicator.Up && direction != indicator.Down {
		return Score{}
	}
	score := method.Posts{Low: g.Low, High: g.High, Down: direction == indicator.Down}.Score(x)
	if math.IsNaN(score) {
		return Score{}
	}
	return Score{Value: score, Known: true}
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
