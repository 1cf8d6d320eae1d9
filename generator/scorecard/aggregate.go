package scorecard

import "tipscore/generator/indicator"

// part is a node on its way into its parent. A part that does not apply is the
// zero value.
type part struct {
	weight float64
	state  state
	value  float64 // known only
	span
}

// leaf returns the coverage and bounds of an indicator: all of it is known, or
// nothing is.
func leaf(st state, value float64) span {
	switch st {
	case known:
		return span{coverage: 1, low: value, high: value}
	case missing:
		return span{low: 0, high: 100}
	}
	return span{}
}

// tolerance is how far a share of weights may fall below the coverage that a
// framework asks for: as much as adding up weights such as 0.1 can lose, and
// no more. (2/3 does not pass for 0.667.)
const tolerance = 1e-9

// aggregator makes a node's part from the parts of its children. It keeps its
// memory from one node to the next.
type aggregator struct {
	present, covered, low, high []weighted
}

// weighted is a value with its weight.
type weighted struct{ value, weight float64 }

// start forgets the children of the node before.
func (a *aggregator) start() {
	a.present, a.covered, a.low, a.high = a.present[:0], a.covered[:0], a.low[:0], a.high[:0]
}

// add takes in a child. What does not apply leaves all the denominators.
func (a *aggregator) add(child part) {
	if child.state == outside {
		return
	}
	if child.state == known {
		a.present = append(a.present, weighted{child.value, child.weight})
	}
	a.covered = append(a.covered, weighted{child.coverage, child.weight})
	a.low = append(a.low, weighted{child.low, child.weight})
	a.high = append(a.high, weighted{child.high, child.weight})
}

// finish returns the part of the node.
//
// The score is the aggregate of the children that have one, by the weights of
// those alone. There is none where they have less than node.Coverage of the
// weight of the children that apply.
//
// The coverage looks through the children down to the indicators: it is the
// weighted mean of the children's coverage over those that apply, which is the
// share of the node's indicator weight that is answered. Three pillars of
// equal weight with one indicator each, one of them unanswered (Haiti 2009),
// have 2/3. A theme answered by half counts with half its weight, even if it
// has no score itself.
//
// The bounds put 0 and 100 in the place of every missing answer and aggregate
// all children that apply. So High - Low is 100 x (1 - Coverage) for the
// arithmetic mean, and with nothing missing both are the score.
func (a *aggregator) finish(node *indicator.Node) part {
	if len(a.covered) == 0 {
		return part{}
	}
	p := part{state: missing, span: span{coverage: arithmetic(a.covered), high: 100}}
	low, ok := aggregate(node.Aggregate, a.low)
	if !ok {
		return p
	}
	p.low = low
	p.high, _ = aggregate(node.Aggregate, a.high)
	if len(a.present) == 0 || sum(a.present)/sum(a.covered) < node.Coverage-tolerance {
		return p
	}
	p.state = known
	p.value, _ = aggregate(node.Aggregate, a.present)
	return p
}

// aggregate returns one value for all parts, at least one, in the way that a
// node asks for. It is false for an aggregation that it does not know, which
// indicator.Load has reported. Every way must rise with every value, or the
// bounds would be none.
func aggregate(how indicator.Aggregation, parts []weighted) (float64, bool) {
	switch how {
	case indicator.ArithmeticMean:
		return arithmetic(parts), true
	}
	return 0, false
}

// arithmetic returns the weighted arithmetic mean, the sum of weight x value
// over the sum of the weights (OECD/JRC 2008, step 6): of 75, 50 and 50 with
// weights 1, 1, 1 it is 175 / 3 = 58.333...
//
// It is kept between the least and the greatest value, which it could leave by
// the last bit, so that the mean of equals is exactly equal to them.
func arithmetic(parts []weighted) float64 {
	total, least, most := 0.0, parts[0].value, parts[0].value
	for _, p := range parts {
		total += p.weight * p.value
		least, most = min(least, p.value), max(most, p.value)
	}
	return min(max(total/sum(parts), least), most)
}

// sum adds up the weights.
func sum(parts []weighted) float64 {
	total := 0.0
	for _, p := range parts {
		total += p.weight
	}
	return total
}
