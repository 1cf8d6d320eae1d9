package synthetic

import (
	"fmt"

	"tipscore/generator/indicator"
)

// question is an indicator of the framework. The questions of a pillar follow
// each other: two themes of five, one of four, and one that is context.
type question struct {
	number int // from 0
	kind   indicator.Type
}

// perPillar is how many questions belong to a pillar, its context included.
const perPillar = 15

func newQuestions(n int) []question {
	scored := []indicator.Type{
		indicator.YesNo, indicator.Rubric, indicator.Percent, indicator.Rubric, indicator.Count,
		indicator.Category, indicator.Rubric, indicator.YesNo, indicator.Days, indicator.Rate,
		indicator.Rubric, indicator.Percent, indicator.Ratio, indicator.Count,
	}
	context := []indicator.Type{indicator.Count, indicator.Category, indicator.Days, indicator.Date}
	out := make([]question, n)
	for i := range out {
		out[i] = question{number: i, kind: context[i/perPillar%len(context)]}
		if k := i % perPillar; k < len(scored) {
			out[i].kind = scored[k]
		}
	}
	return out
}

func (q question) id() string { return fmt.Sprintf("q-%03d", q.number+1) }

func (q question) scored() bool { return q.number%perPillar < perPillar-1 }

func (q question) pillar() string { return fmt.Sprintf("pillar-%d", q.number/perPillar+1) }

// parent returns the theme or the context group.
func (q question) parent() string {
	if !q.scored() {
		return fmt.Sprintf("context-%d", q.number/perPillar+1)
	}
	return fmt.Sprintf("theme-%d-%d", q.number/perPillar+1, q.number%perPillar/5+1)
}

// options returns the ids of the answers to choose from, the weakest first.
func (q question) options() []string {
	switch q.kind {
	case indicator.YesNo:
		return []string{"no", "yes"}
	case indicator.Rubric:
		return []string{"1", "2", "3", "4", "5"}
	case indicator.Category:
		return []string{"none", "planned", "begun", "complete"}
	}
	return nil
}

// high returns the upper goalpost of a number.
func (q question) high() float64 {
	switch q.kind {
	case indicator.Percent:
		return 100
	case indicator.Ratio:
		return 2
	case indicator.Rate:
		return 20
	case indicator.Days:
		return 365
	}
	return 500
}
