package chart

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
func (p *pen) patterns(g gapLooks, size float64) {
	if !g[NoData] && !g[Hidden] {
		return
	}
	p.s(`<defs>`)
	if g[NoData] {
		p.pattern("h", size)
		p.s(`<path class="c-hatch" d="M0 0V`).n(size).s(`"/></pattern>`)
	}
	if g[Hidden] {
		p.pattern("x", size)
		p.s(`<path class="c-hatch" d="M0 0V`).n(size).s(`M0 0H`).n(size).s(`"/></pattern>`)
	}
	p.s(`</defs>`)
}

func (p *pen) pattern(suffix string, size float64) {
	p.s(`<pattern id="`).s(p.id).s(`-`).s(suffix).s(`" width="`).n(size).s(`" height="`).n(size).
		s(`" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c-hatch-bg" width="`).
		n(size).s(`" height="`).n(size).s(`"/>`)
}

// gapFill adds class and fill of a look to an element that has neither. extra
// is a further class, with a space before it.
func (p *pen) gapFill(g Gap, extra string) *pen {
	p.s(` class="`).s(g.class()).s(extra)
	switch g {
	case NoData:
		p.s(`" fill="url(#`).s(p.id).s(`-h)`)
	case Hidden:
		p.s(`" fill="url(#`).s(p.id).s(`-x)`)
	}
	return p.s(`"`)
}

// gapRect draws an absent value as a box of its look. It fills the whole
// height, so nobody takes it for a small number.
func (p *pen) gapRect(g Gap, r box) {
	left := r.x
	if p.rtl {
		left = 100 - r.x - r.w
	}
	p.s(`<rect`).gapFill(g, "").s(` x="`).n(left).s(`%" y="`).n(r.y).
		s(`" width="`).n(r.w).s(`%" height="`).n(r.h).s(`"/>`)
	if g == NotApplicable {
		mid, y := r.x+r.w/2, r.y+r.h/2
		p.line("c-na-mark", seg{mid - r.w/4, y, mid + r.w/4, y})
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

// keyRows lays entries out in rows for a phone and returns the row and the
// place of each, in pixels.
func keyRows(key []keyEntry) (rows int, row []int, left []float64) {
	x := 0.0
	for _, e := range key {
		w := 26 + textWidth(e.text, smallSize) + 14
		if x > 0 && x+w-14 > narrowWidth {
			rows, x = rows+1, 0
		}
		row, left = append(row, rows), append(left, x)
		x += w
	}
	if len(key) > 0 {
		rows++
	}
	return rows, row, left
}

// key writes the entries from y downwards, beginning in the start margin. The samples stand at the side where
// reading starts, at fixed distances, so a wide chart keeps them together.
func (p *pen) key(key []keyEntry, margin, y float64) {
	_, row, left := keyRows(key)
	for i, e := range key {
		top := y + float64(row[i])*keyHeight
		p.keySample(e, left[i]-margin, top)
		text := fit(e.text, smallSize, narrowWidth-26-left[i])
		l := label{class: "c-key", x: 0, dx: left[i] - margin + 26, y: top + 11, text: text}
		if text != e.text {
			l.full = e.text
		}
		p.text(l)
	}
}

// keySample draws the sample of an entry, 20 by 14 pixels. It shifts an inner
// drawing by pixels, because places in per cent would drift apart.
func (p *pen) keySample(e keyEntry, left, top float64) {
	p.s(`<svg x="`).x(0).s(`" y="`).n(top).s(`" width="1" height="14" overflow="visible"><g transform="translate(`)
	if p.rtl {
		left = -left - 20
	}
	p.n(left).s(` 0)">`)
	switch {
	case e.rule:
		p.s(`<path class="c-mark" d="M10 0v14"/>`)
	case e.class != "":
		p.s(`<rect class="`).s(e.class).s(`" x=".5" y=".5" width="19" height="13"/>`)
	default:
		p.s(`<rect`).gapFill(e.gap, "").s(` x=".5" y=".5" width="19" height="13"/>`)
		if e.gap == NotApplicable {
			p.s(`<path class="c-na-mark" d="M6 7h8"/>`)
		}
	}
	if e.sample != "" {
		p.s(`<text class="`).s(e.on).s(`" x="10" y="11.5" text-anchor="middle">`).esc(e.sample).s(`</text>`)
	}
	p.s(`</g></svg>`)
}
