package observation

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/bounded"
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// directory answers what a text means in a programme, and remembers what it
// answered.
type directory struct {
	*names.Directory
	questions []question // by place in Framework.All

	seenJurisdiction bounded.Memo[meaning]
	seenIndicator    bounded.Memo[meaning]
	seenPeriod       bounded.Memo[meaning]
	seenState        bounded.Memo[meaning]
}

// question is an indicator with what is needed to read its answers.
type question struct {
	*indicator.Indicator
	options *choices.Options
	seen    bounded.Memo[meaning]
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
		seenJurisdiction: bounded.Memo[meaning]{},
		seenIndicator:    bounded.Memo[meaning]{},
		seenPeriod:       bounded.Memo[meaning]{},
		seenState:        bounded.Memo[meaning]{},
	}
	for i, ind := range p.Framework.All {
		n.questions[i] = question{Indicator: ind, options: choices.New(ind), seen: bounded.Memo[meaning]{}}
	}
	return n
}
