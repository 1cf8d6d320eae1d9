// Package trace is the calculation of a score as a tree that a reader can redo
// by hand: answers, rules, weights actually used, points, what is missing and
// what one better answer would bring.
//
//	t := card.Explain(dom, y2006)
//	t.WriteText(os.Stdout, "en")
//	t.Raise[0].Gain // 8.3 points, if this one answer were the best one
//
// Whoever changes the steps of a trace, as the privacy gate does, calls
// [Trace.Finish] again: all that is derived is worked out from what the steps
// show and from nothing else. So a figure cannot tell what its trace hides.
package trace

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// Score is a number that may be unknown. An unknown score is never zero.
type Score struct {
	Value float64 // 0 to 100, full precision
	Known bool
}

// Result is what a jurisdiction reached at a node in a period.
//
// Low and High are the bounds of the score that complete answers would give.
// Where a theme was left out of a score although it is answered in part, the
// score can lie outside them: they use the answers that the score may not.
type Result struct {
	Score    Score
	Coverage float64 // observed weight / applicable weight, 0 to 1
	Low      float64 // the score if everything missing were worth 0
	High     float64 // the score if everything missing were worth 100
	Rank     int     // 1 is highest; 0 is unranked
	Of       int     // how many were ranked at this level of government, period and node
	Band     int     // index in Framework.Bands, -1 without a score
	Applies  bool    // false where nothing under the node applies to this jurisdiction; the numbers above are then zero
	Filled   bool    // the score rests on a number that was filled in for a missing answer
}

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
	Notice       indicator.Text // that the data are invented, by language; nil for real data
	Root         *Step          // the overall score; nil for a framework without scored indicators

	// Made by [Trace.Finish], in the order of the tree but for Raise.
	Missing []Missing
	Raise   []Raise // what would raise the overall score most, at most [Most]
}

// Step is one node of the calculation with its part in the step above it.
type Step struct {
	ID        string
	Kind      string // "overall", "pillar", "theme" or "indicator"
	Title     indicator.Text
	Node      method.Node // how the scores below are put together
	Result    Result
	Hidden    bool            // the score is known and kept back
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
	Aggregate  indicator.Aggregation
	Need       float64 // least share of the weight of its children that must have a score
	Have       float64 // that share
	Children   []*Step // in tree order
	RedLines   []RedLine
	Adjusted   []Adjustment // bonus and penalty points
	Unanswered []Asked      // red lines, bonuses and penalties without an answer
	Cap        *RedLine     // what keeps the overall score from a better band; nil for nothing

	// Indicators.
	Indicator *indicator.Indicator
	Answer    *Answer      // nil if nobody gave one
	Rule      *Rule        // what made the answer a score; nil without a score
	Ungated   Score        // what the answer is worth, before a gate
	Closed    bool         // the gate is closed, so that the answer is worth nothing
	Waits     indicator.ID // the gate or the divisor that has no answer, "" for none
	Gain      float64      // points that the overall score would gain if this answer were the best one
	Gains     bool         // Gain is known
}

// RedLine is a red line that was crossed, with what it takes.
type RedLine struct {
	Indicator *indicator.Indicator
	Answer    *Answer
}

// Asked is a question with its answer.
type Asked struct {
	Indicator *indicator.Indicator
	Answer    *Answer // nil if nobody gave one
}

// Adjustment is a bonus or penalty with what it did to a score.
type Adjustment struct {
	Indicator *indicator.Indicator
	Answer    *Answer // nil if nobody gave one
	Points    float64 // added to the score; below 0 for a penalty
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

// Missing is an answer that is not there.
type Missing struct {
	Indicator *indicator.Indicator
	Node      string // where it counts: its own id, or that of the step it adjusts
	State     observation.State
	Waits     indicator.ID // the missing answer of another indicator without which this one cannot be scored
	Stake     float64      // points of the overall score that it could change
}

// Raise is an answer that is not the best one, with what the best would bring.
type Raise struct {
	Indicator *indicator.Indicator
	Node      string            // as in [Missing]
	Best      *indicator.Option // nil where the best answer is a number or a date
	Gain      float64           // points of the overall score
	Overall   float64           // the overall score it would give
}

// Finish works out what is derived from the steps: shares, points, stakes,
// missing answers and what would raise the score.
func (t *Trace) Finish() {
	t.Missing, t.Raise = nil, nil
	if t.Root == nil {
		return
	}
	t.Root.Reach = t.Root.Result.Score.Value
	t.Root.divide(1)
	t.tryOthers()
}

// Hidden reports whether the overall score is kept back. Then nothing is told of
// what could change it.
func (t *Trace) Hidden() bool { return t.Root != nil && t.Root.Hidden }

func applies(st *Step) bool  { return st.Result.Applies }
func hasScore(st *Step) bool { return st.Result.Score.Known }

// Present returns the share of the weight of the children that has a score, of
// those that apply.
func (st *Step) Present() float64 {
	if applicable := st.weight(applies); applicable > 0 {
		return st.weight(hasScore) / applicable
	}
	return 0
}

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

// Additive reports whether the points of the children add up to the score: in
// the arithmetic mean, and where there is but one child.
func (st *Step) Additive() bool {
	return st.Aggregate == indicator.ArithmeticMean || len(st.Children) == 1
}

// divide gives every child its part in st, which itself has the given share in
// the overall score. Below a step without a score all shares are 0, and so they
// are where the step is no arithmetic mean, whose parts do not add up.
func (st *Step) divide(overall float64) {
	present := st.weight(hasScore)
	for _, c := range st.Children {
		c.Total, c.Share, c.Points, c.Reach = 0, 0, 0, 0
		if st.Additive() && c.Result.Score.Known && st.Result.Score.Known {
			c.Total = present
			c.Share = c.Weight / present
			c.Points = c.Share * c.Result.Score.Value
			c.Reach = overall * c.Points
		}
		c.divide(overall * c.Share)
	}
}
