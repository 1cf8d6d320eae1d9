package scorecard

import (
	"tipscore/generator/indicator"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// compared scores numbers by comparison with those of others: of the same
// group, in the same period, in all periods or in the base period. Outliers
// are those of a period, whatever is compared afterwards, so that a new period
// does not change what an old one counts.
func (s *Scorecard) compared(i *indicator.Indicator, x []float64) (treated, scores []float64) {
	n := i.Normalise
	treated = s.treated(n, x)
	scores = append([]float64(nil), treated...)
	scale, known := scaleOf(i)
	for _, rows := range s.samples(n.Among, n.Over == indicator.OverPeriod) {
		of := s.describe(i, rows, taken(treated, rows))
		for _, r := range rows {
			if method.IsKnown(treated[r]) {
				scores[r] = method.Missing()
				if known && of.Count > 0 {
					scores[r] = scale.Score(treated[r], &of)
				}
			}
		}
	}
	return treated, scores
}

// treated returns the numbers without outliers.
func (s *Scorecard) treated(n *indicator.Normalisation, x []float64) []float64 {
	o := n.Outliers
	if o == nil {
		return x
	}
	out := append([]float64(nil), x...)
	rule := method.Outliers{Skewness: o.Skewness, Kurtosis: o.Kurtosis, Most: o.Most, Log: o.Log}
	for _, rows := range s.samples(n.Among, true) {
		column, _ := rule.Treat(taken(x, rows))
		for k, r := range rows {
			out[r] = column[k]
		}
	}
	return out
}

// taken returns some rows of a column.
func taken(x []float64, rows []int) []float64 {
	out := make([]float64, len(rows))
	for k, r := range rows {
		out[k] = x[r]
	}
	return out
}

// samples returns the rows of what belongs together: a group, in each period on
// its own or in all.
func (s *Scorecard) samples(among indicator.Among, byPeriod bool) [][]int {
	groups := s.groups(among)
	count, each := 0, 1
	for _, g := range groups {
		count = max(count, g+1)
	}
	if byPeriod {
		each = s.shape.Periods
	}
	out := make([][]int, (count+1)*each) // the last ones are for those in no group
	for j, g := range groups {
		if g < 0 {
			g = count
		}
		for t := range s.shape.Periods {
			at := g*each + t%each
			out[at] = append(out[at], s.shape.Row(j, t))
		}
	}
	return out
}

// describe returns the statistics that the numbers of a sample are compared
// with. A jurisdiction in no group is compared with nobody.
func (s *Scorecard) describe(i *indicator.Indicator, rows []int, column []float64) method.Stats {
	n := i.Normalise
	scale, _ := scaleOf(i)
	if len(rows) == 0 || groupOf(&s.data.Programme.Jurisdictions[rows[0]/s.shape.Periods], n.Among) == "" {
		return method.Stats{}
	}
	if n.Over != indicator.OverBase {
		return scale.Describe(column)
	}
	base := -1
	if p, err := programme.ParsePeriod(n.Base); err == nil {
		base = s.data.Programme.PeriodIndex(p)
	}
	var x []float64
	for k, r := range rows {
		if r%s.shape.Periods == base {
			x = append(x, column[k])
		}
	}
	return scale.Describe(x)
}

// scaleOf returns the normalisation of an indicator as the arithmetic sees it.
// It is false for what indicator.Load has reported.
func scaleOf(i *indicator.Indicator) (method.Scale, bool) {
	n := i.Normalise
	scale := method.Scale{
		Down: i.Direction == indicator.Down, Low: n.Low, High: n.High,
		Mean: n.Mean, Deviation: n.Deviation, Target: n.Target,
	}
	switch n.Method {
	case indicator.MinMax:
		scale.Method = method.MinMax
	case indicator.ZScore:
		scale.Method = method.ZScore
	case indicator.Target:
		scale.Method = method.Target
	case indicator.Maximum:
		scale.Method = method.Maximum
	case indicator.Fraction:
		scale.Method = method.Fraction
	case indicator.Rank:
		scale.Method = method.Rank
	case indicator.Percentile:
		scale.Method = method.Percentile
	default:
		return scale, false
	}
	return scale, i.Direction == indicator.Up || i.Direction == indicator.Down
}
