package scorecard

import (
	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
)

// Node is a row of the score table: the overall score, a pillar, a theme or a
// scored indicator.
type Node struct {
	ID        string
	Kind      string               // "overall", "pillar", "theme" or "indicator"
	Tree      *indicator.Node      // nil for indicators
	Indicator *indicator.Indicator // nil for tree nodes
	Parent    int                  // index in Scorecard.Nodes, -1 for overall
	End       int                  // index after the last node below it; the next sibling, if there is one
	Weight    float64              // as defined, among its siblings
	Effective float64              // share of the overall score when nothing is missing, 0 to 1
}

// outline lists the tree depth first. A tree node without a scored indicator
// below it is left out, because it can never have a score and would take
// weight from its siblings.
//
// The root is always there: where nothing is scored it applies to nobody.
//
// Effective is the product of the shares down the tree: with four pillars of
// equal weight, an indicator that is one of five in its pillar has
// 1/4 x 1/5 = 0.05. Printing it shows the weights that the number of
// indicators in a pillar implies (OECD/JRC 2008, step 6).
func outline(root *indicator.Node) []Node {
	if root == nil {
		return nil
	}
	o := outliner{}
	o.node(root, -1, 1)
	return o.nodes
}

type outliner struct{ nodes []Node }

func (o *outliner) node(tree *indicator.Node, parent int, effective float64) {
	at := len(o.nodes)
	o.nodes = append(o.nodes, Node{
		ID: string(tree.ID), Kind: tree.Kind, Tree: tree, Parent: parent,
		Weight: tree.Weight, Effective: effective,
	})
	total := 0.0
	for _, c := range tree.Nodes {
		if scored(c) {
			total += c.Weight
		}
	}
	for _, i := range tree.Indicators {
		if i.Scored() {
			total += i.Weight
		}
	}
	for _, c := range tree.Nodes {
		if scored(c) {
			o.node(c, at, effective*c.Weight/total)
		}
	}
	for _, i := range tree.Indicators {
		if i.Scored() {
			o.nodes = append(o.nodes, Node{
				ID: string(i.ID), Kind: "indicator", Indicator: i, Parent: at, End: len(o.nodes) + 1,
				Weight: i.Weight, Effective: effective * i.Weight / total,
			})
		}
	}
	o.nodes[at].End = len(o.nodes)
}

// scored reports whether a scored indicator stands under the tree node.
func scored(tree *indicator.Node) bool {
	for _, i := range tree.Indicators {
		if i.Scored() {
			return true
		}
	}
	for _, c := range tree.Nodes {
		if scored(c) {
			return true
		}
	}
	return false
}

// tree returns the outline as the arithmetic sees it. A sum adds points as they
// are, so that every part has the same weight in its coverage.
func tree(nodes []Node) []method.Node {
	out := make([]method.Node, len(nodes))
	for n, node := range nodes {
		out[n] = method.Node{Parent: node.Parent, End: node.End, Weight: node.Weight, Leaf: node.Indicator != nil}
		if t := node.Tree; t != nil {
			out[n].Mean, out[n].Coverage, out[n].Floor = mean(t.Aggregate), t.Coverage, t.Floor
			out[n].Adjusted = len(t.RedLines) > 0 || len(t.Adjusts) > 0
		}
	}
	return out
}

// mean returns the mean that an aggregation asks for. It is none for a word
// that indicator.Load has reported.
func mean(how indicator.Aggregation) method.Mean {
	switch how {
	case indicator.ArithmeticMean:
		return method.Arithmetic
	case indicator.GeometricMean:
		return method.Geometric
	case indicator.HarmonicMean:
		return method.Harmonic
	case indicator.SumOfPoints:
		return method.Sum
	case indicator.Minimum:
		return method.Minimum
	case indicator.MedianOf:
		return method.Median
	}
	return method.NoMean
}
