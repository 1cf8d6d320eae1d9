package chart

// legend draws the steps as one strip with the edges under it, and below that
// the looks of absent values.
type legend struct {
	steps Steps
	key   []keyEntry
	looks gapLooks
}

func (l *legend) canvas() canvas {
	h := l.top() + 16 + 18
	if rows, _, _ := keyRows(l.key); rows > 0 {
		h += 8 + float64(rows)*keyHeight
	}
	return canvas{class: "c-legend", height: h, mute: true}
}

// top is the height of the words over the strip.
func (l *legend) top() float64 {
	if l.steps.Low == "" && l.steps.High == "" {
		return 1
	}
	return 19
}

func (l *legend) draw(p *pen) {
	p.patterns(l.looks, 5)
	top := l.top()
	p.text(label{class: "c-key", x: 0, y: 12, text: l.steps.Low})
	p.text(label{class: "c-key", x: 100, y: 12, anchor: end, text: l.steps.High})
	edges := l.steps.edges()
	n := len(edges) - 1
	width := (100 - 2*inset) / float64(n)
	for i := range n {
		p.rect(stepClass(spreadStep(i, n)), box{inset + width*float64(i), top, width, 14})
	}
	for i := range edges {
		x, a := inset+width*float64(i), middle
		switch i {
		case 0:
			x, a = 0, start
		case n:
			x, a = 100, end
		}
		p.text(label{class: "c-axis", x: x, y: top + 28, anchor: a, text: l.steps.label(i)})
	}
	p.key(l.key, 0, top+16+18+6)
}
