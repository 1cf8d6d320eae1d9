package chart

import "tipscore/generator/chart/internal/svg"

// Point is one number of a chart, or the reason why there is none. The zero
// Point is "no data". A Point that is marked known but holds NaN or an infinity
// counts as unknown, so that no drawing can contain one.
type Point struct {
	Value float64 // rounded for the public; ignored when not Known
	Known bool
	Text  string // as readers see it: "66,7", "<5", "not assessed"; "" is filled in
	Gap   Gap    // why it is unknown; decides the look
	Step  int    // its step on a map, from 1 for the weakest, where a rule gives another than the value; 0 for none
}

// Known returns a point with a value. An empty text shows the value with as
// many digits as it needs.
func Known(value float64, text string) Point {
	return Point{Value: value, Known: true, Text: text}
}

// Unknown returns a point without a value: the look and the word for it.
func Unknown(gap Gap, word string) Point { return Point{Gap: gap, Text: word} }

// Gap says why a value is absent. Each has its own look, so that a reader tells
// them apart without colour, and its own word, which the caller supplies.
type Gap int

// The reasons for an absent value, and their looks.
const (
	NoData        Gap = iota // hatched
	NotApplicable            // a dash
	NotAssessed              // a dotted box
	Hidden                   // cross-hatched: known to us, withheld from print ("<5")
)

// class returns the CSS class of the look.
func (g Gap) class() string {
	switch g {
	case NotApplicable:
		return "c-na"
	case NotAssessed:
		return "c-unassessed"
	case Hidden:
		return "c-hidden"
	}
	return "c-none"
}

// known tells whether the point has a number that can be drawn.
func (p Point) known() bool { return p.Known && svg.Finite(p.Value) }
