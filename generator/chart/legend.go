package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// legend draws the steps as one strip with the edges under it, and below that
// the looks of absent values.
type legend struct {
	steps Steps
	key   []keyEntry
	looks gapLooks
}

func (l *legend) canvas() svg.Canvas {
	h := l.top() + 16 + 18
	if rows, _, _ := keyRows(l.key); rows > 0 {
		h += 8 + float64(rows)*keyHeight
	}
	return svg.Canvas{Class: "c-legend", Height: h, Mute: true}
}

// top is the height of the words over the strip.
func (l *legend) top() float64 {
	if l.steps.Low == "" && l.steps.High == "" {
		return 1
	}
	return 19
}

func (l *legend) draw(p *svg.Pen) {
	patterns(p, l.looks, 5)
	top := l.top()
	p.Text(svg.Label{Class: "c-key", X: 0, Y: 12, Text: l.steps.Low})
	p.Text(svg.Label{Class: "c-key", X: 100, Y: 12, Anchor: svg.End, Text: l.steps.High})
	edges := l.steps.edges()
	n := len(edges) - 1
	width := (100 - 2*inset) / float64(n)
	for i := range n {
		p.Rect(colour.StepClass(colour.Spread(i, n)), svg.Box{X: inset + width*float64(i), Y: top, W: width, H: 14})
	}
	for i := range edges {
		x, a := inset+width*float64(i), svg.Middle
		switch i {
		case 0:
			x, a = 0, svg.Start
		case n:
			x, a = 100, svg.End
		}
		p.Text(svg.Label{Class: "c-axis", X: x, Y: top + 28, Anchor: a, Text: l.steps.label(i)})
	}
	drawKey(p, l.key, 0, top+16+18+6)
}
