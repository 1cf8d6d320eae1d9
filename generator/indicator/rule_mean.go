package indicator

import (
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// checkAdjusts holds a bonus or penalty against its type and actor. It stands
// beside the mean, so that it has points for its options and nothing else.
func (l *loader) checkAdjusts(s source) {
	v := s.file.Get("adjusts")
	if v.String() == "" {
		return
	}
	related := diag.Related{Pos: v.Pos(), Note: "the " + v.String()}
	if needs, known := s.Type.needs(); known && !slices.Contains(needs, "options") {
		d := s.file.Get("type").Finding("adjusts-type", fmt.Sprintf("a %s is an answer with options, not a %s", v.String(), s.Type))
		d.Expected, d.Related = "yesno, rubric, category", []diag.Related{related}
		l.findings.Add(d)
	}
	for _, name := range []string{"weight", "goalposts", "goalposts_by", "normalise", "per", "fill", "red_line"} {
		if key := s.file.Key(name); key.Exists() {
			l.useless(key, fmt.Sprintf("%q has no use in a %s, which stands beside the mean", name, v.String()), related)
		}
	}
}

// checkTrend holds the course of a score against its length.
func (l *loader) checkTrend() {
	v := l.root.Get("trend")
	slope, periods := v.Key("slope"), v.Key("periods")
	switch {
	case slope.Exists() && !periods.Exists():
		d := v.Get("slope").Finding("method-needs", "nothing says over how many periods the slope runs")
		d.Hint = "add periods, such as periods: 5"
		l.findings.Add(d)
	case periods.Exists() && !slope.Exists():
		l.useless(periods, "periods have no use without a slope", diag.Related{Pos: l.root.Key("trend").Pos(), Note: "the trend"})
	}
}

// checkDoubt finds methods to be varied that are none, or that cannot take the
// place of others: a sum has no weights, and a target is one indicator's own.
func (l *loader) checkDoubt() {
	v := l.root.Get("doubt")
	check := func(key string, known []string) {
		for _, item := range v.Get(key).Items() {
			if item.String() != "" {
				l.checkKnown(item, known, choice{rule: "unknown-method", what: "method that can be tried instead", defined: v.Key(key).Pos()})
			}
		}
	}
	check("aggregate", words(ArithmeticMean, GeometricMean, HarmonicMean, Minimum, MedianOf))
	check("normalise", words(MinMax, ZScore, Maximum, Fraction, Rank, Percentile))
}

// checkMeans holds the aggregations against what is below them.
func (l *loader) checkMeans() {
	byParent := map[string][]source{}
	for _, s := range l.indicators {
		byParent[s.Parent] = append(byParent[s.Parent], s)
	}
	if tree := l.root.Get("tree"); tree.Exists() && l.framework.Root != nil {
		c := meanChecker{loader: l, byParent: byParent}
		c.node(tree, l.framework.Root)
	}
}

type meanChecker struct {
	*loader
	byParent map[string][]source
}

// node checks a node and those below it, and reports whether its score can be
// zero, and what makes it so.
func (c meanChecker) node(v yamlnode.Value, n *Node) (zero bool, why diag.Related) {
	at := v.Key("aggregate")
	if !at.Exists() {
		at = v.Get("id")
	}
	var zeros []diag.Related
	children := 0
	note := func(can bool, r diag.Related) {
		children++
		if can {
			zeros = append(zeros, r)
		}
	}
	for k, child := range v.Get("nodes").Items() {
		note(c.node(child, n.Nodes[k]))
		c.checkWeight(child, n)
	}
	lowered := diag.Related{}
	for _, s := range c.byParent[string(n.ID)] {
		switch {
		case s.RedLine != nil || s.Adjusts == Penalty:
			lowered = diag.Related{Pos: s.Pos, Note: "what can take the last point"}
		case s.Scored():
			note(s.canBeZero())
			c.checkWeight(s.file, n)
		}
	}
	c.checkMean(v, at, n)
	strict := n.Aggregate == GeometricMean || n.Aggregate == HarmonicMean
	if strict && n.Floor == 0 && len(zeros) > 0 {
		d := at.Finding("possible-zero", fmt.Sprintf("a %s mean is zero as soon as one part is, and a part can be", n.Aggregate))
		d.Hint = "state what a part counts at least, such as floor: 1, or choose another aggregate"
		d.Related = zeros[:1]
		c.findings.Add(d)
	}
	all := len(zeros) == children && n.Coverage == 1
	switch {
	case lowered.Note != "":
		return true, lowered
	case len(zeros) == 0 || strict && !all || (n.Aggregate == ArithmeticMean || n.Aggregate == SumOfPoints) && n.Coverage == 1 && !all:
		return false, diag.Related{}
	}
	return true, zeros[0]
}

// canBeZero reports whether an indicator can be worth no points.
func (s source) canBeZero() (bool, diag.Related) {
	for _, o := range s.file.Get("options").Items() {
		if o.Get("score").Number(1) == 0 {
			return true, diag.Related{Pos: o.Get("score").Pos(), Note: "an answer without points"}
		}
	}
	switch {
	case s.Gate != nil:
		return true, diag.Related{Pos: s.Gate.Pos, Note: "the gate"}
	case s.Normalise != nil && (s.Normalise.Method != MinMax || s.Normalise.Low == 0):
		return true, diag.Related{Pos: s.Normalise.Pos, Note: "the worst answer has no points"}
	case s.Goalposts != nil:
		return true, diag.Related{Pos: s.Goalposts.Pos, Note: "a goalpost has no points"}
	case s.ByProgramme:
		return true, diag.Related{Pos: s.file.Key("goalposts_by").Pos(), Note: "a goalpost has no points"}
	}
	return false, diag.Related{}
}

// checkMean holds floor and coverage against the aggregate of the node.
func (c meanChecker) checkMean(v, at yamlnode.Value, n *Node) {
	related := diag.Related{Pos: at.Pos(), Note: "the aggregate"}
	if floor := v.Key("floor"); floor.Exists() && n.Aggregate != GeometricMean && n.Aggregate != HarmonicMean {
		c.useless(floor, "a floor has no use outside of a geometric or harmonic mean", related)
	}
	if n.Aggregate == SumOfPoints && n.Coverage < 1 {
		coverage := v.Get("coverage")
		if !coverage.Exists() {
			coverage = at
		}
		d := coverage.Finding("sum-coverage", "in a sum a missing answer would count like one without points")
		d.Expected = "coverage: 1"
		d.Hint = "ask for all parts of a sum, or choose another aggregate"
		c.findings.Add(d)
	}
}

// checkWeight finds a weight below a sum, which adds points as they are.
func (c meanChecker) checkWeight(child yamlnode.Value, n *Node) {
	if key := child.Key("weight"); key.Exists() && n.Aggregate == SumOfPoints {
		c.useless(key, "a weight has no use in a sum, which adds points as they are", diag.Related{Pos: n.Pos, Note: "the node"})
	}
}
