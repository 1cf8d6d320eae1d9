package chart

import (
	"math"
	"strconv"
)

// frame is the part of a drawing between the numbers at its start and the labels
// at its end. Both margins are pixels; what is between them follows the width of
// the page, and places are per cent of it. The margins are the padding of the
// SVG element, given by a class, because SVG itself cannot take pixels from a
// share of the width.
type frame struct {
	start, end float64 // margins, multiples of marginStep
	y, h       float64 // of the plot
}

const (
	marginStep = 10
	marginMost = 120
)

// newFrame returns a frame whose margins hold the two widths.
func newFrame(start, end float64) frame { return frame{start: margin(start), end: margin(end)} }

func margin(width float64) float64 {
	return math.Min(marginMost, math.Ceil(width/marginStep)*marginStep)
}

// narrow and wide return the width of the plot on a phone and on a desk screen.
func (f frame) narrow() float64 { return narrowWidth - f.start - f.end }

func (f frame) wide() float64 { return wideWidth - f.start - f.end }

// units is the width of a plot's own coordinates: pixels in a downloaded
// picture, so even a viewer that cannot keep strokes from being stretched draws
// that one right.
func (f frame) units() float64 { return fileWidth - f.start - f.end }

// marginClass returns the class whose rule sets a margin: "c-end-120".
func marginClass(side string, width float64) string {
	return "c-" + side + "-" + strconv.Itoa(int(width))
}

// openPlot opens the part of a drawing where lines are: its coordinates are
// units wide and stretched to the width of its parent; its strokes are not.
func (p *pen) openPlot(y, h, units float64) {
	p.s(`<svg y="`).n(y).s(`" width="100%" height="`).n(h).s(`" viewBox="0 0 `).n(units).s(` `).n(h).
		s(`" preserveAspectRatio="none" overflow="visible">`)
}

// plotX returns a place in per cent in the coordinates of a plot.
func (p *pen) plotX(percent, units float64) float64 {
	if p.rtl {
		percent = 100 - percent
	}
	return percent * units / 100
}

// openEdge opens a drawing whose origin is the end side of the plot and whose
// coordinates are pixels.
func (p *pen) openEdge() {
	p.s(`<svg x="`).x(100).s(`" width="1" height="1" overflow="visible">`)
}

// out returns a distance outwards from the end side as a coordinate.
func (p *pen) out(px float64) float64 {
	if p.rtl {
		return -px
	}
	return px
}
