package scorecard

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/trace"
)

// Explain returns the calculation for jurisdiction j and period t.
func (s *Scorecard) Explain(j, t int) *Trace {
	p := s.data.Programme
	out := &Trace{
		Framework: p.Framework.ID, Version: p.Framework.Version, Languages: p.Framework.Languages,
		Decimals:     p.Framework.Rounding.Decimals,
		Jurisdiction: p.Jurisdictions[j].ID, Name: p.Jurisdictions[j].Name,
		Period: p.Periods[t],
	}
	if len(s.Nodes) > 0 {
		out.Root = explainer{s, j, t}.step(0)
	}
	out.Finish()
	return out
}

// explainer makes the steps of one jurisdiction and period.
type explainer struct {
	*Scorecard
	j, t int
}

// step returns node n with everything below it, and not yet its part in the
// step above.
func (e explainer) step(n int) *trace.Step {
	node := &e.Nodes[n]
	r := e.Result(e.j, e.t, n)
	st := &trace.Step{
		ID: node.ID, Kind: node.Kind, Node: e.sheet.Nodes[n], Weight: node.Weight,
		Result: r, Published: e.Published(r.Score),
	}
	if r.Band >= 0 {
		st.Band = &e.data.Programme.Framework.Bands[r.Band]
	}
	if node.Indicator != nil {
		st.Title, st.Indicator = node.Indicator.Title, node.Indicator
		e.answer(st, n)
		return st
	}
	st.Title, st.Aggregate, st.Need = node.Tree.Title, node.Tree.Aggregate, node.Tree.Coverage
	for c := n + 1; c < node.End; c = e.Nodes[c].End {
		st.Children = append(st.Children, e.step(c))
	}
	st.Have = st.Present()
	st.Adjusted = e.answeredAdjusts(e.j, e.t, n)
	for _, i := range slices.Concat(node.Tree.Adjusts, node.Tree.RedLines) {
		if x := e.number(e.j, e.t, i); !method.IsKnown(x) && !method.IsOutside(x) {
			st.Unanswered = append(st.Unanswered, trace.Asked{Indicator: i, Answer: e.redLineAnswer(i)})
		}
	}
	for _, i := range e.RedLines(e.j, e.t, n) {
		st.RedLines = append(st.RedLines, trace.RedLine{Indicator: i, Answer: e.redLineAnswer(i)})
	}
	if n == 0 && e.redLines {
		if by, best := e.Cap(e.j, e.t); by != nil && best < e.band(r.Score) {
			st.Cap = &trace.RedLine{Indicator: by, Answer: e.redLineAnswer(by)}
		}
	}
	return st
}

// answer fills in what was answered and by which rule it was scored.
func (e explainer) answer(st *trace.Step, n int) {
	i, row := st.Indicator, e.shape.Row(e.j, e.t)
	o := e.data.Answer(e.j, e.t, i)
	st.Answer, st.Ungated = e.found(o), st.Result.Score
	if stages := e.staged[n]; stages != nil && st.Result.Applies {
		st.Ungated = Score{}
		if x := stages.Open[row]; method.IsKnown(x) {
			st.Ungated = Score{Value: x, Known: true}
		}
		e.gate(st)
	}
	if !st.Result.Score.Known {
		return
	}
	st.Rule = &trace.Rule{Direction: i.Direction, Pos: i.Pos, Goalposts: i.Goalposts, Normalise: i.Normalise, Filled: st.Result.Filled}
	if hasStages(i) {
		st.Rule.Measured = e.staged[n].Treated[row]
	} else {
		st.Rule.Measured = e.number(e.j, e.t, i)
	}
	switch {
	case i.Goalposts != nil:
		st.Rule.Pos, st.Rule.Age = i.Goalposts.Pos, i.Type == indicator.Date
	case i.Normalise != nil:
		st.Rule.Pos, st.Rule.Age = i.Normalise.Pos, i.Type == indicator.Date
	case o != nil && o.State.HasValue():
		st.Rule.Option, st.Rule.Options = i.Option(o.Value.Option), i.Options
		st.Rule.Pos = st.Rule.Option.Pos
	}
}

// gate tells whether the gate of an indicator is closed, and which answer of
// another indicator it waits for.
func (e explainer) gate(st *trace.Step) {
	i, all := st.Indicator, e.data.Programme.Framework
	known := func(id indicator.ID) bool {
		other := all.Indicator(id)
		return other != nil && method.IsKnown(e.number(e.j, e.t, other))
	}
	if i.Per != nil && !known(i.Per.Indicator) {
		st.Waits = i.Per.Indicator
	}
	if g := i.Gate; g != nil && !known(g.Indicator) {
		st.Waits = g.Indicator
	} else if g != nil {
		st.Closed = !slices.Contains(g.Options, e.data.Answer(e.j, e.t, all.Indicator(g.Indicator)).Value.Option)
	}
}
