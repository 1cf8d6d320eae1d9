// Package agreement says how far two people who read the same evidence, apart
// from each other, give the same answers: for each pillar and kind of question,
// never for a person or a place.
//
//	for _, s := range agreement.Of(data) {
//		fmt.Println(s.Node, s.Kind, s.Questions, s.Same, s.Alpha)
//	}
//
// Answers in words are compared by their place among the options, numbers by
// their value. An adjudicator's answer is not compared: it was given in
// knowledge of the others. Where only one of two people found an answer, there
// is nothing to compare. The formulas stand in package reliability.
package agreement

import (
	"cmp"
	"math"
	"slices"

	"tipscore/generator/dataset"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/reliability"
)

// Kind is a kind of question, which decides what a difference is.
type Kind string

// The kinds: levels of a rubric, words without an order, and numbers.
const (
	Levels  Kind = "levels"
	Words   Kind = "words"
	Numbers Kind = "numbers"
)

// Share is the agreement on the questions of one kind in one pillar.
type Share struct {
	Node      indicator.NodeID // a child of the root
	Kind      Kind
	Questions int                // that two coders answered
	Same      reliability.Number // share of the pairs of answers that are equal, 0 to 1
	Kappa     reliability.Number // quadratic weights for levels, none for words; unknown for numbers
	Alpha     reliability.Number // ordinal for levels, nominal for words, interval for numbers
}

// Of returns the agreement for every pillar and kind with a question that two
// coders answered, in the order of the framework.
func Of(d *dataset.Dataset) []Share {
	units := map[Kind]map[indicator.NodeID][]unit{}
	for _, u := range gather(d) {
		kind, node := kindOf(u.question), pillar(d.Programme.Framework.Root, u.question.Parent)
		if node == "" {
			continue // shown and never scored
		}
		if units[kind] == nil {
			units[kind] = map[indicator.NodeID][]unit{}
		}
		units[kind][node] = append(units[kind][node], u)
	}
	var out []Share
	for _, n := range d.Programme.Framework.Root.Nodes {
		for _, kind := range []Kind{Levels, Words, Numbers} {
			if list := units[kind][n.ID]; len(list) > 0 {
				out = append(out, share(n.ID, kind, list))
			}
		}
	}
	return out
}

// Neighbours returns the share of the pairs of answers on a rubric that are one
// level apart, and of how many questions. It is the rate at which a second coder
// would choose the level above or below.
func Neighbours(d *dataset.Dataset) (rate float64, questions int) {
	var list []unit
	for _, u := range gather(d) {
		if kindOf(u.question) == Levels {
			list = append(list, u)
		}
	}
	_, byOne := reliability.Steps(codes(Levels, list))
	return byOne.Value, len(list)
}

func share(node indicator.NodeID, kind Kind, list []unit) Share {
	c := codes(kind, list)
	s := Share{Node: node, Kind: kind, Questions: len(list), Same: reliability.Agreement(c)}
	switch kind {
	case Levels:
		s.Kappa, s.Alpha = reliability.Kappa(c, reliability.Quadratic), reliability.Alpha(c, reliability.Ordinal)
	case Words:
		s.Kappa, s.Alpha = reliability.Kappa(c, reliability.Plain), reliability.Alpha(c, reliability.Nominal)
	case Numbers:
		s.Alpha = reliability.Alpha(c, reliability.Interval)
	}
	return s
}

func kindOf(i *indicator.Indicator) Kind {
	switch i.Type {
	case indicator.Rubric:
		return Levels
	case indicator.YesNo, indicator.Category:
		return Words
	}
	return Numbers
}

// pillar returns the child of the root that something stands under, or "".
func pillar(root *indicator.Node, id string) indicator.NodeID {
	for _, n := range root.Nodes {
		if holds(n, id) {
			return n.ID
		}
	}
	return ""
}

func holds(n *indicator.Node, id string) bool {
	return string(n.ID) == id || slices.ContainsFunc(n.Nodes, func(child *indicator.Node) bool { return holds(child, id) })
}

// unit is a question that at least two coders answered, for one place and
// period.
type unit struct {
	question *indicator.Indicator
	answers  []*observation.Observation // by position: the first coder's first
}

// gather returns the questions with more than one coder's answer, by position.
func gather(d *dataset.Dataset) []unit {
	given := map[*observation.Observation][]*observation.Observation{}
	var order []*observation.Observation
	for _, c := range d.Codings() {
		if given[c.Stands] == nil {
			order = append(order, c.Stands)
			if !c.Decided {
				given[c.Stands] = append(given[c.Stands], c.Stands)
			}
		}
		given[c.Stands] = append(given[c.Stands], c.Other)
	}
	var out []unit
	for _, o := range order {
		found := slices.DeleteFunc(given[o], func(a *observation.Observation) bool { return !a.State.HasValue() })
		if len(found) > 1 {
			slices.SortFunc(found, func(a, b *observation.Observation) int { return a.Pos.Compare(b.Pos) })
			out = append(out, unit{o.Indicator, found})
		}
	}
	return out
}

// codes returns the answers as the formulas take them: the first coder's, the
// second's, and so on.
func codes(kind Kind, list []unit) reliability.Codes {
	most := 0
	for _, u := range list {
		most = max(most, len(u.answers))
	}
	var c reliability.Codes
	for coder := range most {
		column := make([]int, len(list))
		for k := range column {
			column[k] = reliability.Missing
			if coder < len(list[k].answers) && kind != Numbers {
				column[k] = option(list[k].answers[coder])
			}
		}
		c.Of = append(c.Of, column)
	}
	if kind == Numbers {
		c.Values = values(list)
		for coder := range c.Of {
			for k, u := range list {
				if coder < len(u.answers) {
					c.Of[coder][k], _ = slices.BinarySearch(c.Values, value(u, coder))
				}
			}
		}
	}
	return c
}

// option returns the place of an answer among the options.
func option(o *observation.Observation) int {
	return slices.IndexFunc(o.Indicator.Options, func(x indicator.Option) bool { return x.ID == o.Value.Option })
}

// values returns the different numbers, ascending. Questions have units of
// their own, so each number is a share of the largest of its question.
func values(list []unit) []float64 {
	var all []float64
	for _, u := range list {
		for coder := range u.answers {
			all = append(all, value(u, coder))
		}
	}
	slices.SortFunc(all, cmp.Compare[float64])
	return slices.Compact(all)
}

// value returns a coder's number as a share of the largest of the question.
func value(u unit, coder int) float64 {
	most := 0.0
	for _, o := range u.answers {
		most = max(most, math.Abs(number(o)))
	}
	if most == 0 {
		return 0
	}
	return number(u.answers[coder]) / most
}

// number returns an answer as a number: for a date, the months since the year 0.
func number(o *observation.Observation) float64 {
	if d := o.Value.Date; !d.IsZero() {
		return float64(12*int(d.Year) + int(d.Month))
	}
	return o.Value.Number
}
