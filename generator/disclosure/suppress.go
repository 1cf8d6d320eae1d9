package disclosure

import (
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

// hiddenScores finds the scores that hidden answers went into: the indicator's
// own and, since weights are public and the others can be subtracted, every
// score above it in the tree.
func hiddenScores(d *dataset.Dataset, s *scorecard.Scorecard) map[cell]bool {
	p, hidden := d.Programme, map[cell]bool{}
	for n, node := range s.Nodes {
		if node.Indicator == nil || !node.Indicator.HidesSmallCounts() {
			continue
		}
		for j := range p.Jurisdictions {
			for t := range p.Periods {
				o := d.Answer(j, t, node.Indicator)
				if o == nil || !o.State.HasValue() || !small(o, p.Policy.MinCell) {
					continue
				}
				for up := n; up >= 0; up = s.Nodes[up].Parent {
					hidden[cell{j, t, up}] = true
				}
			}
		}
	}
	return hidden
}
