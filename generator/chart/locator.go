package chart

import (
	"tipscore/generator/chart/internal/plane"
	"tipscore/generator/chart/internal/svg"
)

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

func (l locator) canvas() svg.Canvas {
	return svg.Canvas{Class: "c-locator", Height: plane.Height, Plane: true}
}

// smallPlace is the size in units under which a place is ringed: 5 pixels in a
// map of 200.
const smallPlace = 24

func (l locator) draw(p *svg.Pen) {
	p.S(`<path class="c-land" d="`).Esc(l.Land).S(`"/>`)
	spot, size := plane.Spot(l.Spot), 0.0
	if l.Path != "" {
		p.S(`<path class="c-here" d="`).Esc(l.Path).S(`"/>`)
		if middle, across, ok := plane.Bounds(l.Path); ok {
			size = across
			if spot == (plane.Spot{}) {
				spot = middle
			}
		}
	}
	if spot == (plane.Spot{}) || !spot.Finite() || size >= smallPlace {
		return
	}
	spot = spot.Within()
	p.S(`<circle class="c-here" cx="`).N(spot.X).S(`" cy="`).N(spot.Y).S(`" r="6"/>`)
	p.S(`<circle class="c-ring-here" cx="`).N(spot.X).S(`" cy="`).N(spot.Y).S(`" r="22"/>`)
}
