package scorecard

import (
	"math"

	"tipscore/generator/indicator"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// Change returns by how many points the published score of node n differs from
// the one of the period before. It is false where one of the two is unknown,
// or where they do not measure the same.
//
// The published scores are subtracted, not the exact ones, because that is
// what a reader does who sees 58.3 this year and 41.7 last year: the change is
// 16.6, though 58.333... - 41.666... is 16.7.
func (s *Scorecard) Change(j, t, n int) (delta float64, ok bool) {
	if t == 0 {
		return 0, false
	}
	now, before := s.score(n, s.shape.Row(j, t)), s.score(n, s.shape.Row(j, t-1))
	if !now.Known || !before.Known || len(s.Breaks(j, t, n)) > 0 {
		return 0, false
	}
	delta = s.Published(now) - s.Published(before)
	return Round(delta, s.data.Programme.Framework.Rounding.Decimals), true
}

// Breaks returns the breaks between period t and the one before that keep the
// scores of node n from being compared: those in indicators that count in the
// node in period t.
func (s *Scorecard) Breaks(j, t, n int) (list []*programme.Break) {
	p := s.data.Programme
	if len(p.Breaks) == 0 {
		return nil
	}
	for m := n; m < s.Nodes[n].End; m++ {
		i := s.Nodes[m].Indicator
		if i == nil || !s.score(m, s.shape.Row(j, t)).Known {
			continue
		}
		for _, id := range restsOn(i) {
			if b := p.Break(j, t, id); b != nil {
				list = append(list, b)
			}
		}
	}
	return list
}

// restsOn returns the indicators whose answers make the score of i: itself, what
// it is divided by and what it waits for.
func restsOn(i *indicator.Indicator) []indicator.ID {
	ids := []indicator.ID{i.ID}
	if i.Per != nil {
		ids = append(ids, i.Per.Indicator)
	}
	if i.Gate != nil {
		ids = append(ids, i.Gate.Indicator)
	}
	return ids
}

// Trend returns 1 where the score has risen, -1 where it has fallen, and 0
// where no arrow may be drawn: one of the scores is unknown, the change is
// less than the framework's threshold, or the two scores do not rest on
// answers to the same indicators. Without the last rule an unanswered question
// could look like progress, and so could a number that was filled in.
func (s *Scorecard) Trend(j, t, n int) int {
	delta, ok := s.Change(j, t, n)
	if !ok || delta == 0 || math.Abs(delta) < s.data.Programme.Framework.Trend.Threshold {
		return 0
	}
	for m := n; m < s.Nodes[n].End; m++ {
		now, before := s.sheet.Value[m][s.shape.Row(j, t)], s.sheet.Value[m][s.shape.Row(j, t-1)]
		if method.IsKnown(now) != method.IsKnown(before) || method.IsOutside(now) != method.IsOutside(before) {
			return 0
		}
	}
	if s.Result(j, t, n).Filled || s.Result(j, t-1, n).Filled {
		return 0
	}
	if delta < 0 {
		return -1
	}
	return 1
}

// Slope returns how many points per year the score of node n has changed over
// the last periods that the framework asks for, up to period t, and how many
// scores it rests on. Nothing from before a break counts. It is false where
// fewer than two scores are left, or the framework asks for no slope.
//
// The slope is that of the exact scores, since it is no difference of two
// published ones.
func (s *Scorecard) Slope(j, t, n int) (perYear float64, scores int, ok bool) {
	rule := s.data.Programme.Framework.Trend
	first := t
	for first > 0 && t-first < rule.Periods-1 && len(s.Breaks(j, first, n)) == 0 {
		first--
	}
	var years, values []float64
	for at := first; at <= t; at++ {
		_, last := s.data.Programme.Periods[at].Months()
		years = append(years, float64(last)/12)
		values = append(values, s.sheet.Value[n][s.shape.Row(j, at)])
	}
	scores = len(method.Known(values))
	switch rule.Slope {
	case indicator.AnnualRate:
		perYear, ok = method.AnnualRate(years, values)
	case indicator.TheilSen:
		perYear, ok = method.TheilSen(years, values)
	}
	return perYear, scores, ok
}
