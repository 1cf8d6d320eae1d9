package observation

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// directory answers what a text means in a programme, and remembers what it
// answered.
type directory struct {
	*names.Directory
	questions []question // by place in Framework.All

	seenJurisdiction memo[meaning]
	seenIndicator    memo[meaning]
	seenPeriod       memo[meaning]
	seenState        memo[meaning]
}

// question is an indicator with what is needed to read its answers.
type question struct {
	*indicator.Indicator
	options map[string]int // by folded id, title and choice
	seen    memo[meaning]
}

// meaning is what a text was found to mean: an index, or a finding without its
// place.
type meaning struct {
	index   int
	flaw    typed.Flaw
	finding *diag.Diagnostic
}

func newDirectory(p *programme.Programme) *directory {
	n := &directory{
		Directory:        names.New(p),
		questions:        make([]question, len(p.Framework.All)),
		seenJurisdiction: memo[meaning]{},
		seenIndicator:    memo[meaning]{},
		seenPeriod:       memo[meaning]{},
		seenState:        memo[meaning]{},
	}
	for i, ind := range p.Framework.All {
		n.questions[i] = newQuestion(ind)
	}
	return n
}

func newQuestion(ind *indicator.Indicator) question {
	q := question{Indicator: ind, options: map[string]int{}, seen: memo[meaning]{}}
	for i := range ind.Options {
		names.NameAll(q.options, ind.Options[i].Title, i)
	}
	for i := range ind.Options { // an id goes before a title
		q.options[typed.Fold(ind.Options[i].ID)] = i
	}
	return q
}
