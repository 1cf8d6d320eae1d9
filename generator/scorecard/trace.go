package scorecard

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// Trace is the calculation of one jurisdiction's scores in one period, as a
// tree that a reader can redo by hand down to the cell of every answer.
//
// It holds no monitor's code and no comment: those are not copied from the
// observations, so no rendering can show them.
type Trace struct {
	Framework    string // id
	Version      string // of the method
	Languages    []string
	Decimals     int // of published scores
	Jurisdiction programme.JurisdictionID
	Name         indicator.Text
	Period       programme.Period
	Root         *Step // the overall score; nil for a framework without scored indicators
}

// Step is one node of the calculation with its part in the step above it.
type Step struct {
	ID        string
	Kind      string // as in [Node]
	Title     indicator.Text
	Result    Result
	Published float64         // the rounded score; 0 without one
	Band      *indicator.Band // nil without a score

	// The part in the step above. Total, Share and Points are 0 where there is
	// none: at the root, without a score, and below a step without a score.
	Weight float64 // as defined, among its siblings
	Total  float64 // weight of the siblings that were used, itself included
	Share  float64 // Weight / Total
	Points float64 // Share x score: the points it brings to the step above
	Reach  float64 // the points it brings to the overall score
	Stake  float64 // points of the overall score between its worst and its best outcome, if all that applies were answered

	// Tree nodes.
	Aggregate indicator.Aggregation
	Need      float64 // least share of the weight of its children that must have a score
	Have      float64 // that share
	Children  []*Step // in tree order
	RedLines  []RedLine
	Adjusted  []Adjustment // bonus and penalty points
	Cap       *RedLine     // what keeps the overall score from a better band; nil for nothing

	// Indicators.
	Indicator *indicator.Indicator
	Answer    *Answer // nil if nobody gave one
	Rule      *Rule   // what made the answer a score; nil without a score
}

// RedLine is a red line that was crossed, with what it takes.
type RedLine struct {
	Indicator *indicator.Indicator
	Answer    *Answer
}

// Answer is what stands in the workbook, without the private parts.
type Answer struct {
	State   observation.State
	Value   observation.Value    // observed and estimated answers only
	Sources []observation.Source // in the order cited; only the ID where the source is unknown
	Pos     diag.Pos
}

// Rule says how an answer became an indicator score.
type Rule struct {
	Option    *indicator.Option // the option that was chosen; nil with goalposts
	Options   []indicator.Option
	Goalposts *indicator.Goalposts     // nil with options
	Normalise *indicator.Normalisation // nil unless the answer was compared with others
	Direction indicator.Direction
	Measured  float64  // what was put between the goalposts or compared; of a date, its age in months
	Age       bool     // Measured is an age
	Filled    bool     // Measured was filled in for a missing answer
	Pos       diag.Pos // where the rule stands
}

// Explain returns the calculation for jurisdiction j and period t.
func (s *Scorecard) Explain(j, t int) *Trace {
	p := s.data.Programme
	trace := &Trace{
		Framework: p.Framework.ID, Version: p.Framework.Version, Languages: p.Framework.Languages,
		Decimals:     p.Framework.Rounding.Decimals,
		Jurisdiction: p.Jurisdictions[j].ID, Name: p.Jurisdictions[j].Name,
		Period: p.Periods[t],
	}
	if len(s.Nodes) > 0 {
		e := explainer{s, j, t}
		trace.Root = e.step(0)
		trace.Root.Stake = 100
		trace.Root.Reach = trace.Root.Result.Score.Value
		trace.Root.divide(1)
	}
	return trace
}

// explainer makes the steps of one jurisdiction and period.
type explainer struct {
	*Scorecard
	j, t int
}

// step returns node n with everything below it, and not yet its part in the
// step above.
func (e explainer) step(n int) *Step {
	node := &e.Nodes[n]
	r := e.Result(e.j, e.t, n)
	st := &Step{
		ID: node.ID, Kind: node.Kind, Weight: node.Weight,
		Result: r, Published: e.Published(r.Score),
	}
	if r.Band >= 0 {
		st.Band = &e.data.Programme.Framework.Bands[r.Band]
	}
	if node.Indicator != nil {
		st.Title, st.Indicator = node.Indicator.Title, node.Indicator
		e.answer(st, node.Indicator)
		return st
	}
	st.Title, st.Aggregate, st.Need = node.Tree.Title, node.Tree.Aggregate, node.Tree.Coverage
	for c := n + 1; c < node.End; c = e.Nodes[c].End {
		st.Children = append(st.Children, e.step(c))
	}
	if applicable := st.weight(applies); applicable > 0 {
		st.Have = st.weight(hasScore) / applicable
	}
	st.Adjusted = e.Adjustments(e.j, e.t, n)
	for _, i := range e.RedLines(e.j, e.t, n) {
		st.RedLines = append(st.RedLines, RedLine{i, e.redLineAnswer(i)})
	}
	if n == 0 && e.redLines {
		if by, best := e.Cap(e.j, e.t); by != nil && best < e.band(r.Score) {
			st.Cap = &RedLine{by, e.redLineAnswer(by)}
		}
	}
	return st
}

// answer fills in what was answered and by which rule it was scored.
func (e explainer) answer(st *Step, i *indicator.Indicator) {
	o := e.data.Answer(e.j, e.t, i)
	st.Answer = e.found(o)
	if !st.Result.Score.Known {
		return
	}
	st.Rule = &Rule{Direction: i.Direction, Pos: i.Pos, Goalposts: i.Goalposts, Normalise: i.Normalise, Filled: st.Result.Filled}
	if hasStages(i) {
		st.Rule.Measured = e.Stages(i).Treated[e.shape.Row(e.j, e.t)]
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

func applies(st *Step) bool  { return st.Result.Applies }
func hasScore(st *Step) bool { return st.Result.Score.Known }

// weight adds up the weights of the children that count.
func (st *Step) weight(counts func(*Step) bool) float64 {
	total := 0.0
	for _, c := range st.Children {
		if counts(c) {
			total += c.Weight
		}
	}
	return total
}

// additive reports whether the points of the children add up to the score: in
// the arithmetic mean, and where there is but one child.
func (st *Step) additive() bool {
	return st.Aggregate == indicator.ArithmeticMean || len(st.Children) == 1
}

// divide gives every child its part in st, which itself has the given share in
// the overall score. Below a step without a score all shares are 0, and so they
// are where the step is no arithmetic mean, whose parts do not add up.
func (st *Step) divide(overall float64) {
	present, applicable := st.weight(hasScore), st.weight(applies)
	for _, c := range st.Children {
		additive := st.additive()
		switch {
		case c.Result.Applies && additive:
			c.Stake = st.Stake * c.Weight / applicable
		case c.Result.Applies:
			c.Stake = st.Stake
		}
		if additive && c.Result.Score.Known && st.Result.Score.Known {
			c.Total = present
			c.Share = c.Weight / present
			c.Points = c.Share * c.Result.Score.Value
			c.Reach = overall * c.Points
		}
		c.divide(overall * c.Share)
	}
}

// missing goes through the indicators below st that apply and have no score,
// in tree order.
func (st *Step) missing(visit func(*Step)) {
	if st.Indicator != nil && st.Result.Applies && !st.Result.Score.Known {
		visit(st)
	}
	for _, c := range st.Children {
		c.missing(visit)
	}
}
