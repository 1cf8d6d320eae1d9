package indicator

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/indicator/plausibility"
)

// ID names an indicator, such as "prs-06". It is unique in a framework.
type ID string

// NodeID names a place in the scoring tree: "overall", a pillar or a theme.
// Node ids and indicator ids share one name space, because both are rows of
// the same score table.
type NodeID string

// Overall is the id of the root of every scoring tree.
const Overall NodeID = "overall"

// Text is one text in several languages, by language code ("en", "es").
type Text map[string]string

// In returns the text in the language, or in the fallback where it is missing.
// A text that is the same in every language stands under "".
func (t Text) In(lang, fallback string) string {
	if s := t[lang]; s != "" {
		return s
	}
	if s := t[fallback]; s != "" {
		return s
	}
	return t[""]
}

// Framework is a set of indicators and the way they become scores. It is read
// from indicators/<id>/framework.yaml and one file per indicator, and does not
// change after [Load].
type Framework struct {
	ID           string
	Version      string   // method version; any change of a score's rule changes it
	Languages    []string // the first is the fallback
	Title        Text
	Summary      Text
	Levels       []Level // the levels of government it speaks of
	Bands        []Band  // ascending by From, the first from 0
	Rounding     Rounding
	Ranking      Ranking
	Trend        Trend
	Doubt        *doubt.Settings        // what is varied to see how firm scores are; nil for nothing
	Plausibility *plausibility.Settings // which changes monitors are asked about; nil for none
	Root         *Node                  // the scoring tree
	Context      []*Group               // shown and never scored
	Profiles     []Profile              // selections of indicators; none for a framework that is used whole
	Profiled     string                 // id of the profile that this framework was cut down to; "" for the whole
	Objectives   []Objective            // what the work is for, and which indicators show it
	Notes        []Note                 // decisions and limits for the methodology page
	All          []*Indicator           // tree order, then context order
	Pos          diag.Pos

	byID map[ID]*Indicator
}

// Indicator returns the indicator with the id, or nil.
func (f *Framework) Indicator(id ID) *Indicator { return f.byID[id] }

// Level is a level of government, such as country or municipality.
type Level struct {
	ID    string
	Title Text
	Pos   diag.Pos
}

// Band is a named range of scores: from From up to the next band.
type Band struct {
	ID    string
	From  float64 // 0 to 100
	Title Text
	Pos   diag.Pos
}

// Rounding says how scores are published: half away from zero, once.
type Rounding struct{ Decimals int }

// Ranking says when scores may be ranked against each other.
type Ranking struct {
	Minimum int  // least number of comparable jurisdictions, else no rank
	Ties    Ties // which rank equal scores share
	Exact   bool // by scores in full precision, not as published
}

// Trend says when a change may be called one.
type Trend struct {
	Threshold float64 // least change in points that earns an arrow
	Slope     Slope   // how a course becomes points per year; "" for not at all
	Periods   int     // how many periods, up to the one that is looked at, make a course
}

// Note is a paragraph of the methodology page.
type Note struct{ Title, Text Text }

// Aggregation names the way the children of a node become its score.
type Aggregation string

// The aggregations, all over what is present. The formulas stand in package
// method.
const (
	ArithmeticMean Aggregation = "arithmetic"
	GeometricMean  Aggregation = "geometric"
	HarmonicMean   Aggregation = "harmonic"
	SumOfPoints    Aggregation = "sum"
	Minimum        Aggregation = "minimum"
	MedianOf       Aggregation = "median"
)

// Node is a place in the scoring tree. It has child nodes or indicators, not
// both.
type Node struct {
	ID         NodeID
	Kind       string // "overall", "pillar" or "theme", by depth
	Title      Text
	Summary    Text
	Weight     float64 // among its siblings, above 0
	Aggregate  Aggregation
	Coverage   float64 // least share of the children's weight, 0 to 1
	Floor      float64 // what a child counts at least in a geometric or harmonic mean
	Nodes      []*Node
	Indicators []*Indicator
	Adjusts    []*Indicator // bonus and penalty points beside the mean
	RedLines   []*Indicator // what lowers the score of this node
	Pos        diag.Pos
}

// Group gathers context indicators under one heading.
type Group struct {
	ID         string
	Title      Text
	Summary    Text
	Indicators []*Indicator
	Pos        diag.Pos
}
