package observation

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// directory answers what a text means in a programme. Every table of it is
// made once per workbook; the memos fill as cells are read.
type directory struct {
	jurisdictions map[string]int // by id as written, then by folded id
	names         map[string]int // by folded name, in any language; -1 for two of the same name
	indicators    map[string]int
	titles        map[string]int
	questions     []question // by place in Framework.All
	periods       map[programme.Period]int
	lastMonth     int // with which the last period ends, as [programme.Period.Months] counts

	seenJurisdiction memo[meaning]
	seenIndicator    memo[meaning]
	seenPeriod       memo[meaning]
	seenState        memo[meaning]
}

// question is an indicator with what is needed to read its answers.
type question struct {
	*indicator.Indicator
	options map[string]int // by folded id and title
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
		jurisdictions:    map[string]int{},
		names:            map[string]int{},
		indicators:       map[string]int{},
		titles:           map[string]int{},
		periods:          map[programme.Period]int{},
		seenJurisdiction: memo[meaning]{},
		seenIndicator:    memo[meaning]{},
		seenPeriod:       memo[meaning]{},
		seenState:        memo[meaning]{},
	}
	for i, j := range p.Jurisdictions {
		n.jurisdictions[typed.Fold(string(j.ID))] = i
		nameAll(n.names, j.Name, i)
	}
	for i, j := range p.Jurisdictions {
		n.jurisdictions[string(j.ID)] = i
	}
	n.questions = make([]question, len(p.Framework.All))
	for i, ind := range p.Framework.All {
		n.indicators[typed.Fold(string(ind.ID))] = i
		nameAll(n.titles, ind.Title, i)
		n.questions[i] = newQuestion(ind)
	}
	for i, period := range p.Periods {
		n.periods[period] = i
		_, last := period.Months()
		n.lastMonth = max(n.lastMonth, last)
	}
	return n
}

// nameAll enters a text in all its languages. A name of two things means
// neither.
func nameAll(names map[string]int, t indicator.Text, index int) {
	for _, s := range t {
		k := typed.Fold(s)
		if k == "" {
			continue
		}
		if have, ok := names[k]; ok && have != index {
			names[k] = -1
			continue
		}
		names[k] = index
	}
}

func newQuestion(ind *indicator.Indicator) question {
	q := question{Indicator: ind, options: map[string]int{}, seen: memo[meaning]{}}
	for i := range ind.Options {
		nameAll(q.options, ind.Options[i].Title, i)
	}
	for i := range ind.Options { // an id goes before a title
		q.options[typed.Fold(ind.Options[i].ID)] = i
	}
	return q
}
