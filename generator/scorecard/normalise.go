package scorecard

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// answered fills in the columns of the indicators for the jurisdictions from
// first up to, without, end: with scores, or with numbers where the indicator
// has stages before its score.
func (s *Scorecard) answered(first, end int) {
	staged := make([]bool, len(s.Nodes))
	for n := range s.Nodes {
		staged[n] = s.Nodes[n].Indicator != nil && hasStages(s.Nodes[n].Indicator)
	}
	for j := first; j < end; j++ {
		level := s.data.Programme.Jurisdictions[j].Level
		for t := range s.shape.Periods {
			row, there := s.shape.Row(j, t), s.data.Programme.Exists(j, t)
			for n := range s.Nodes {
				i := s.Nodes[n].Indicator
				if i == nil {
					continue
				}
				x := method.Outside()
				if there && asks(i, level) {
					x = s.given(j, t, i)
				}
				if method.IsKnown(x) && !staged[n] {
					x = s.ownScore(i, x)
				}
				s.sheet.Value[n][row] = x
			}
		}
	}
}

// number returns the answer of jurisdiction j in period t as a number: the
// points of an option, the number of the answer or, of a date, its age in
// months at the end of the period.
func (s *Scorecard) number(j, t int, i *indicator.Indicator) float64 {
	if !asks(i, s.data.Programme.Jurisdictions[j].Level) || !s.data.Programme.Exists(j, t) {
		return method.Outside()
	}
	return s.given(j, t, i)
}

// given is the number of an answer to a question that is asked.
func (s *Scorecard) given(j, t int, i *indicator.Indicator) float64 {
	o := s.data.Answer(j, t, i)
	switch {
	case o == nil:
	case o.State == observation.NotApplicable:
		return method.Outside()
	case o.State.HasValue():
		if x, ok := measured(i, o.Value, s.data.Programme.Periods[t]); ok {
			return x
		}
	}
	return method.Missing()
}

// asks reports whether the indicator is meant for the level of government. An
// indicator that names no level is meant for all.
func asks(i *indicator.Indicator, level string) bool {
	return len(i.Levels) == 0 || slices.Contains(i.Levels, level)
}

// ownScore turns the number of an answer into an indicator score that needs no
// other answer.
//
// An answer option carries its score in the definition: of five rubric levels
// 1 to 5 at equal steps, level 4 is worth 75. Everything else stands between
// goalposts; see [method.Posts].
func (s *Scorecard) ownScore(i *indicator.Indicator, x float64) float64 {
	if i.Goalposts == nil {
		if len(i.Options) > 0 {
			return x
		}
		return method.Missing()
	}
	posts, ok := postsOf(i)
	if !ok {
		return method.Missing()
	}
	return posts.Score(x)
}

// postsOf returns the goalposts of an indicator as the arithmetic sees them. It
// is false without a direction.
func postsOf(i *indicator.Indicator) (method.Posts, bool) {
	g := i.Goalposts
	return method.Posts{Low: g.Low, High: g.High, Down: i.Direction == indicator.Down, Log: g.Log},
		i.Direction == indicator.Up || i.Direction == indicator.Down
}

// measured returns the answer as a number. An answer that the rule cannot read
// (an option that is not defined, a number that is not finite) has none;
// [dataset.Dataset.Check] is what complains of it.
func measured(i *indicator.Indicator, v observation.Value, p programme.Period) (float64, bool) {
	if len(i.Options) > 0 {
		if option := i.Option(v.Option); option != nil {
			return option.Score, true
		}
		return 0, false
	}
	if i.Type == indicator.Date {
		months, ok := ageInMonths(v.Date, p)
		return float64(months), ok
	}
	return v.Number, method.IsKnown(v.Number)
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
