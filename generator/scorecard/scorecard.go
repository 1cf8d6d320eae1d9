package scorecard

import (
	"tipscore/generator/dataset"
	"tipscore/generator/indicator"
)

// Node is a row of the score table: the overall score, a pillar, a theme or a
// scored indicator.
type Node struct {
	ID        string
	Kind      string               // "overall", "pillar", "theme" or "indicator"
	Tree      *indicator.Node      // nil for indicators
	Indicator *indicator.Indicator // nil for tree nodes
	Parent    int                  // index in Scorecard.Nodes, -1 for overall
	Weight    float64              // as defined, among its siblings
	Effective float64              // share of the overall score when nothing is missing, 0 to 1
}

// Score is a number that may be unknown. An unknown score is never zero.
type Score struct {
	Value float64 // 0 to 100, full precision
	Known bool
}

// Result is what a jurisdiction reached at a node in a period.
type Result struct {
	Score    Score
	Coverage float64 // observed weight / applicable weight, 0 to 1
	Low      float64 // the score if everything missing were worth 0
	High     float64 // the score if everything missing were worth 100
	Rank     int     // 1 is highest, ties share the lowest number; 0 is unranked
	Of       int     // how many were ranked
	Band     int     // index in Framework.Bands, -1 without a score
	Applies  bool    // false where nothing under the node applies to this jurisdiction
}

// Scorecard holds the result of every jurisdiction, period and node.
type Scorecard struct {
	Nodes []Node // depth first: a node stands before its children
	// the results follow
}

// Compute scores a whole dataset. It does not fail: what cannot be scored has
// an unknown score.
func Compute(d *dataset.Dataset) *Scorecard { return nil }

// Result returns the result of jurisdiction j, period t and node n, all
// indices: in Programme.Jurisdictions, Programme.Periods and Nodes.
func (s *Scorecard) Result(j, t, n int) Result { return Result{} }

// Node returns the index of the node with the id, or -1.
func (s *Scorecard) Node(id string) int { return -1 }

// Published returns the score as it is published: rounded half away from zero
// to the framework's decimals.
func (s *Scorecard) Published(score Score) float64 { return 0 }
