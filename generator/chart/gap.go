package chart

import "tipscore/generator/chart/internal/svg"

// gapLooks is the set of looks of absent values that a drawing uses, so that it
// defines only the patterns it needs.
type gapLooks [Hidden + 1]bool

func (g *gapLooks) add(p Point) {
	if !p.known() {
		g[p.look()] = true
	}
}

// look returns the gap, or NoData for a number that is none of them.
func (p Point) look() Gap {
	if p.Gap < NoData || p.Gap > Hidden {
		return NoData
	}
	return p.Gap
}

// patterns defines the hatches. A pattern needs an id, so it carries the
// chart's; size is the distance between two strokes.
func patterns(p *svg.Pen, g gapLooks, size float64) {
	if !g[NoData] && !g[Hidden] {
		return
	}
	p.S(`<defs>`)
	if g[NoData] {
		p.OpenPattern("h", size)
		p.S(`<path class="c-hatch" d="M0 0V`).N(size).S(`"/></pattern>`)
	}
	if g[Hidden] {
		p.OpenPattern("x", size)
		p.S(`<path class="c-hatch" d="M0 0V`).N(size).S(`M0 0H`).N(size).S(`"/></pattern>`)
	}
	p.S(`</defs>`)
}

// gapFill adds class and fill of a look to an element that has neither. extra
// is a further class, with a space before it.
func gapFill(p *svg.Pen, g Gap, extra string) *svg.Pen {
	p.S(` class="`).S(g.class()).S(extra)
	switch g {
	case NoData:
		p.S(`" fill="url(#`).S(p.ID).S(`-h)`)
	case Hidden:
		p.S(`" fill="url(#`).S(p.ID).S(`-x)`)
	}
	return p.S(`"`)
}

// gapRect draws an absent value as a box of its look. It fills the whole
// height, so nobody takes it for a small number.
func gapRect(p *svg.Pen, g Gap, r svg.Box) {
	left := r.X
	if p.RTL {
		left = 100 - r.X - r.W
	}
	gapFill(p.S(`<rect`), g, "").S(` x="`).N(left).S(`%" y="`).N(r.Y).
		S(`" width="`).N(r.W).S(`%" height="`).N(r.H).S(`"/>`)
	if g == NotApplicable {
		mid, y := r.X+r.W/2, r.Y+r.H/2
		p.Line("c-na-mark", svg.Seg{X1: mid - r.W/4, Y1: y, X2: mid + r.W/4, Y2: y})
	}
}

// keyEntry is a sample and a word under a chart.
type keyEntry struct {
	text   string
	class  string // of the sample, or
	gap    Gap    // its look, if class is ""
	on     string // class of a text within the sample
	sample string // text within the sample
	rule   bool   // the sample is a vertical rule
}

const keyHeight = 20

// gapKey returns an entry for each look and word among the points, in the
// order in which they first appear.
func (h Head) gapKey(points []Point) []keyEntry {
	var key []keyEntry
	for _, q := range points {
		if q.known() {
			continue
		}
		e := keyEntry{text: h.word(q), gap: q.look()}
		if !hasEntry(key, e) {
			key = append(key, e)
		}
	}
	return key
}

func hasEntry(key []keyEntry, e keyEntry) bool {
	for _, k := range key {
		if k == e {
			return true
		}
	}
	return false
}

// keyRows lays entries out in rows for a phone.
func keyRows(key []keyEntry) (rows int, row []int, left []float64) {
	var texts []string
	for _, e := range key {
		texts = append(texts, e.text)
	}
	return svg.Flow(texts)
}

// drawKey writes the entries from y downwards, beginning in the start margin. The samples stand at the side where
// reading starts, at fixed distances, so a wide chart keeps them together.
func drawKey(p *svg.Pen, key []keyEntry, margin, y float64) {
	_, row, left := keyRows(key)
	for i, e := range key {
		top := y + float64(row[i])*keyHeight
		keySample(p, e, left[i]-margin, top)
		text := svg.Fit(e.text, svg.SmallSize, svg.NarrowWidth-26-left[i])
		l := svg.Label{Class: "c-key", X: 0, DX: left[i] - margin + 26, Y: top + 11, Text: text}
		if text != e.text {
			l.Full = e.text
		}
		p.Text(l)
	}
}

// keySample draws the sample of an entry, 20 by 14 pixels. It shifts an inner
// drawing by pixels, because places in per cent would drift apart.
func keySample(p *svg.Pen, e keyEntry, left, top float64) {
	p.S(`<svg x="`).X(0).S(`" y="`).N(top).S(`" width="1" height="14" overflow="visible"><g transform="translate(`)
	if p.RTL {
		left = -left - 20
	}
	p.N(left).S(` 0)">`)
	switch {
	case e.rule:
		p.S(`<path class="c-mark" d="M10 0v14"/>`)
	case e.class != "":
		p.S(`<rect class="`).S(e.class).S(`" x=".5" y=".5" width="19" height="13"/>`)
	default:
		gapFill(p.S(`<rect`), e.gap, "").S(` x=".5" y=".5" width="19" height="13"/>`)
		if e.gap == NotApplicable {
			p.S(`<path class="c-na-mark" d="M6 7h8"/>`)
		}
	}
	if e.sample != "" {
		p.S(`<text class="`).S(e.on).S(`" x="10" y="11.5" text-anchor="middle">`).Esc(e.sample).S(`</text>`)
	}
	p.S(`</g></svg>`)
}
