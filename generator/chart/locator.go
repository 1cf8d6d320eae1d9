package chart

import "math"

// Locator is a small map that shows where a jurisdiction is: the land in one
// quiet colour and the place in a strong one, with a ring if it is small.
type Locator struct {
	Head
	Land string // one path for all land; Outline makes a light one
	Path string // of the jurisdiction; "" marks only the spot
	Spot Spot   // its middle; the zero Spot is taken from Path
}

// SVG returns the drawing. It has no numbers, so it has no table.
func (l Locator) SVG() string { return inline(l.Head, locator{l}) }

type locator struct{ Locator }

func (l locator) canvas() canvas {
	return canvas{class: "c-locator", height: planeHeight, plane: true}
}

// smallPlace is the size in units under which a place is ringed: 5 pixels in a
// map of 200.
const smallPlace = 24

func (l locator) draw(p *pen) {
	p.s(`<path class="c-land" d="`).esc(l.Land).s(`"/>`)
	spot, size := l.Spot, 0.0
	if l.Path != "" {
		p.s(`<path class="c-here" d="`).esc(l.Path).s(`"/>`)
		if b, ok := bounds(l.Path); ok {
			size = math.Max(b.maxX-b.minX, b.maxY-b.minY)
			if spot == (Spot{}) {
				spot = Spot{(b.minX + b.maxX) / 2, (b.minY + b.maxY) / 2}
			}
		}
	}
	if spot == (Spot{}) || !finite(spot.X) || !finite(spot.Y) || size >= smallPlace {
		return
	}
	x := math.Max(0, math.Min(planeWidth, spot.X))
	y := math.Max(0, math.Min(planeHeight, spot.Y))
	p.s(`<circle class="c-here" cx="`).n(x).s(`" cy="`).n(y).s(`" r="6"/>`)
	p.s(`<circle class="c-ring-here" cx="`).n(x).s(`" cy="`).n(y).s(`" r="22"/>`)
}
