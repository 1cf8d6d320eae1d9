package svg

import (
	"math"
	"strconv"
)

// Frame is the part of a drawing between the numbers at its start and the labels
// at its end. Both margins are pixels; what is between them follows the width of
// the page, and places are per cent of it. The margins are the padding of the
// SVG element, given by a class, because SVG itself cannot take pixels from a
// share of the width.
type Frame struct {
	Start, End float64 // margins, multiples of MarginStep
	Y, H       float64 // of the plot
}

// Margins are multiples of MarginStep up to MarginMost, so that a class for each
// will do.
const (
	MarginStep = 10
	MarginMost = 120
)

// FileWidth is the width of a downloaded picture without its margins. In it one
// unit of a plot is one pixel.
const FileWidth = 672

// NewFrame returns a frame whose margins hold the two widths.
func NewFrame(start, end float64) Frame { return Frame{Start: margin(start), End: margin(end)} }

func margin(width float64) float64 {
	return math.Min(MarginMost, math.Ceil(width/MarginStep)*MarginStep)
}

// Narrow returns the width of the plot on a phone.
func (f Frame) Narrow() float64 { return NarrowWidth - f.Start - f.End }

// Wide returns the width of the plot where c-wide begins.
func (f Frame) Wide() float64 { return WideWidth - f.Start - f.End }

// Units is the width of a plot's own coordinates: pixels in a downloaded
// picture, so even a viewer that cannot keep strokes from being stretched draws
// that one right.
func (f Frame) Units() float64 { return FileWidth - f.Start - f.End }

// MarginClass returns the class whose rule sets a margin: "c-end-120".
func MarginClass(side string, width float64) string {
	return "c-" + side + "-" + strconv.Itoa(int(width))
}

// OpenPlot opens the part of a drawing where lines are: its coordinates are
// units wide and stretched to the width of its parent; its strokes are not.
func (p *Pen) OpenPlot(y, h, units float64) {
	p.S(`<svg y="`).N(y).S(`" width="100%" height="`).N(h).S(`" viewBox="0 0 `).N(units).S(` `).N(h).
		S(`" preserveAspectRatio="none" overflow="visible">`)
}

// PlotX returns a place in per cent in the coordinates of a plot.
func (p *Pen) PlotX(percent, units float64) float64 {
	if p.RTL {
		percent = 100 - percent
	}
	return percent * units / 100
}

// OpenEdge opens a drawing whose origin is the end side of the plot and whose
// coordinates are pixels.
func (p *Pen) OpenEdge() {
	p.S(`<svg x="`).X(100).S(`" width="1" height="1" overflow="visible">`)
}

// Out returns a distance outwards from the end side as a coordinate.
func (p *Pen) Out(px float64) float64 {
	if p.RTL {
		return -px
	}
	return px
}
