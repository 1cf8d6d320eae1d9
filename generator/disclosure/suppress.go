package disclosure

import (
	"math"
	"tipscore/generator/dataset"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard"
)

// small reports whether the answer holds, or lets a reader compute, a count of
// people or cases from 1 to bound-1.
func small(o *observation.Observation, bound int) bool {
	if !o.Indicator.HidesSmallCounts() {
		return false
	}
	within := func(x float64) bool { return x > 0 && x < float64(bound) }
	v := o.Value
	switch o.Indicator.Type {
	case indicator.Count:
		return within(v.Number)
	case indicator.Percent, indicator.Ratio, indicator.Rate:
		// The share that is left, denominator minus numerator, is a count too:
		// 19 of 20 referred says that one was not.
		return v.HasParts && (within(v.Numerator) || within(v.Denominator) || within(v.Denominator-v.Numerator))
	}
	if o.Indicator.Type == indicator.Money {
		return v.HasParts && within(v.Denominator)
	}
	return false
}

// smallStep reports whether a total is so little more than the last one that is
// published before it that the difference is a small count. Totals are shown
// again as soon as enough has come together.
//
// Worked number: with a bound of 11, of 142, 155, 164, 173 the third is hidden,
// since 164 - 155 = 9, and the fourth is not: 173 - 155 = 18.
func (p *Public) smallStep(o *observation.Observation) bool {
	if !o.Indicator.HidesSmallCounts() || o.Period < 0 {
		return false
	}
	bound, shown := p.data.Programme.Policy.MinCell, math.NaN()
	for t := 0; t <= o.Period; t++ {
		at := p.data.Answer(o.Jurisdiction, t, o.Indicator)
		if at == nil || !at.State.HasValue() || small(at, bound) {
			continue
		}
		step := math.Abs(at.Value.Number - shown)
		if step > 0 && step < float64(bound) { // never true before the first
			if t == o.Period {
				return true
			}
			continue
		}
		shown = at.Value.Number
	}
	return false
}

// hiddenScores finds the scores that hidden answers went into: the indicator's
// own and, since weights are public and the others can be subtracted, every
// score above it in the tree.
//
// An answer goes into its own score, into that of an answer which is divided by
// it, into what is filled in after it and, where answers are compared, into the
// scores of all that it is compared with: two of them and their numbers give the
// least and the greatest away.
func hiddenScores(d *dataset.Dataset, s *scorecard.Scorecard) map[cell]bool {
	f := finder{d, s, map[cell]bool{}}
	for n, node := range s.Nodes {
		if node.Indicator != nil {
			f.indicator(n, node.Indicator)
			continue
		}
		for _, i := range node.Tree.Adjusts {
			f.each(func(j, t int) bool { return f.small(j, t, i) }, n)
		}
	}
	return f.hidden
}

// finder collects hidden scores.
type finder struct {
	d      *dataset.Dataset
	s      *scorecard.Scorecard
	hidden map[cell]bool
}

// each hides node n and all above it, wherever the answer tells.
func (f finder) each(tells func(j, t int) bool, n int) {
	for j := range f.d.Programme.Jurisdictions {
		for t := range f.d.Programme.Periods {
			if !tells(j, t) {
				continue
			}
			for up := n; up >= 0; up = f.s.Nodes[up].Parent {
				f.hidden[cell{j, t, up}] = true
			}
		}
	}
}

func (f finder) small(j, t int, i *indicator.Indicator) bool {
	if i == nil || !i.HidesSmallCounts() {
		return false
	}
	o := f.d.Answer(j, t, i)
	return o != nil && o.State.HasValue() && small(o, f.d.Programme.Policy.MinCell)
}

// indicator hides the scores of the indicator at node n.
func (f finder) indicator(n int, i *indicator.Indicator) {
	var by *indicator.Indicator
	if i.Per != nil {
		by = f.d.Programme.Framework.Indicator(i.Per.Indicator)
	}
	own := func(j, t int) bool { return f.small(j, t, i) || f.small(j, t, by) }
	f.each(own, n)
	if i.Fill == nil && i.Normalise == nil {
		return
	}
	places, periods := f.d.Programme.Jurisdictions, f.d.Programme.Periods
	in := make([]bool, len(periods)) // a hidden answer went into the scores of a period
	any := false
	for j := range places {
		for t := range periods {
			if own(j, t) {
				in[t], any = true, true
			}
		}
	}
	if !any {
		return
	}
	f.each(func(j, t int) bool {
		if i.Normalise != nil {
			return in[t] || i.Normalise.Over != indicator.OverPeriod || i.Fill != nil
		}
		// What was carried or averaged into this period may rest on any before it.
		return f.s.Result(j, t, n).Filled
	}, n)
}
