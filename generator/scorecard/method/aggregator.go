package method

// aggregator makes a node's part from the parts of its children. It keeps its
// memory from one node to the next.
type aggregator struct {
	mean               Mean
	present, low, high gathered
	covered            running
	filled             bool
}

// gathered are the values that go into a mean: added up at once where that is
// all there is to it, else listed.
type gathered struct {
	running
	parts []Weighted
}

// running is an arithmetic mean under way.
type running struct {
	total, weight, least, most float64
	any                        bool
}

func (r *running) add(value, weight float64) {
	r.total += float64(weight * value)
	r.weight += weight
	if !r.any {
		r.least, r.most, r.any = value, value, true
		return
	}
	r.least, r.most = min(r.least, value), max(r.most, value)
}

// mean is the sum of weight x value over the sum of the weights (OECD/JRC 2008,
// step 6): of 75, 50 and 50 with weights 1, 1, 1 it is 175 / 3 = 58.333...
func (r *running) mean() float64 { return min(max(r.total/r.weight, r.least), r.most) }

func (g *gathered) start() { g.running, g.parts = running{}, g.parts[:0] }

func (g *gathered) add(value, weight float64, mean Mean) {
	g.running.add(value, weight)
	if mean != Arithmetic {
		g.parts = append(g.parts, Weighted{value, weight})
	}
}

func (g *gathered) of(node *Node) float64 {
	if node.Mean == Arithmetic {
		return g.mean()
	}
	return node.Mean.Of(g.parts, node.Floor)
}

// start forgets the children of the node before.
func (a *aggregator) start(mean Mean) {
	a.mean, a.filled, a.covered = mean, false, running{}
	a.present.start()
	a.low.start()
	a.high.start()
}

// add takes in a child. What does not apply leaves all the denominators.
func (a *aggregator) add(child Part, weight float64) {
	if IsOutside(child.Value) {
		return
	}
	if IsKnown(child.Value) {
		a.present.add(child.Value, weight, a.mean)
		a.filled = a.filled || child.Filled
	}
	a.covered.add(child.Coverage, weight)
	a.low.add(child.Low, weight, a.mean)
	a.high.add(child.High, weight, a.mean)
}

// finish returns the part of the node.
//
// The value is the mean of the children that have one, by the weights of those
// alone. There is none where they have less than node.Coverage of the weight of
// the children that apply.
//
// The coverage looks through the children down to the leaves: it is the
// weighted mean of the children's coverage over those that apply, which is the
// share of the node's leaf weight that is known. Three pillars of equal weight
// with one indicator each, one of them unanswered (Haiti 2009), have 2/3. A
// theme answered by half counts with half its weight, even if it has no value
// itself.
//
// The bounds put 0 and 100 in the place of everything missing and take the mean
// of all children that apply. So High - Low is 100 x (1 - Coverage) for the
// arithmetic mean, and with nothing missing both are the value.
func (a *aggregator) finish(node *Node) Part {
	if !a.covered.any {
		return Part{Value: Outside()}
	}
	p := Part{Value: Missing(), Coverage: a.covered.mean(), High: 100}
	if node.Mean == NoMean {
		return p
	}
	p.Low, p.High = a.low.of(node), a.high.of(node)
	if !a.present.any || a.present.weight/a.covered.weight < node.Coverage-Tolerance {
		return p
	}
	p.Value, p.Filled = a.present.of(node), a.filled
	return p
}
