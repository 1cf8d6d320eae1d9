package chart

import "strconv"

// pen writes SVG. Horizontal places are in per cent of the chart's width,
// counted from the side where reading starts, and become mirrored for
// right-to-left; vertical places are pixels. So one drawing fills a phone and a
// desk screen while its text keeps its size (docs/decisions/0002-charts.md).
type pen struct {
	b   []byte
	id  string
	rtl bool
}

func newPen(h Head) *pen {
	return &pen{b: make([]byte, 0, 6144), id: h.id(), rtl: h.RTL}
}

// s adds markup as it stands.
func (p *pen) s(markup string) *pen {
	p.b = append(p.b, markup...)
	return p
}

// esc adds a text.
func (p *pen) esc(text string) *pen {
	p.b = appendText(p.b, text)
	return p
}

// n adds a number with at most two decimals.
func (p *pen) n(v float64) *pen {
	if v < 0 {
		v -= 0.005
	} else {
		v += 0.005
	}
	c := int64(v * 100)
	if c < 0 {
		p.b = append(p.b, '-')
		c = -c
	}
	p.b = strconv.AppendInt(p.b, c/100, 10)
	if c %= 100; c != 0 {
		p.b = append(p.b, '.', byte('0'+c/10))
		if c%10 != 0 {
			p.b = append(p.b, byte('0'+c%10))
		}
	}
	return p
}

// x adds a horizontal place.
func (p *pen) x(percent float64) *pen {
	if p.rtl {
		percent = 100 - percent
	}
	return p.n(percent).s("%")
}

// open writes the root element with its accessible name and description. It
// carries its direction, because a chart may stand in a page of another one.
func (p *pen) open(h Head, c canvas) {
	p.s(`<svg class="c `).s(c.class)
	if c.start > 0 {
		p.s(` `).s(marginClass("start", c.start))
	}
	if c.end > 0 {
		p.s(` `).s(marginClass("end", c.end))
	}
	if c.plane {
		p.s(`" viewBox="0 0 1000 `).n(c.height)
	} else {
		p.s(`" width="100%" height="`).n(c.height)
	}
	switch {
	case c.mute:
		p.s(`" aria-hidden="true`)
	case c.links:
		p.s(`" role="group`)
	default:
		p.s(`" role="img`)
	}
	if !c.mute {
		p.s(`" aria-labelledby="`).s(p.id).s(`-t`)
		if h.Desc != "" {
			p.s(` `).s(p.id).s(`-d`)
		}
	}
	if h.Lang != "" {
		p.s(`" lang="`).esc(h.Lang)
	}
	if p.rtl {
		p.s(`" direction="rtl`)
	} else {
		p.s(`" direction="ltr`)
	}
	p.s(`" font-size="13">`)
	if !c.mute {
		p.names(h)
	}
}

// names writes the title and the description that aria-labelledby points to.
func (p *pen) names(h Head) {
	p.s(`<title id="`).s(p.id).s(`-t">`).esc(h.Title).s(`</title>`)
	if h.Desc != "" {
		p.s(`<desc id="`).s(p.id).s(`-d">`).esc(h.Desc).s(`</desc>`)
	}
}

// box is a rectangle: x and w in per cent, y and h in pixels.
type box struct{ x, y, w, h float64 }

func (p *pen) rect(class string, r box) *pen {
	return p.openRect(class, r).s(`/>`)
}

func (p *pen) openRect(class string, r box) *pen {
	left := r.x
	if p.rtl {
		left = 100 - r.x - r.w
	}
	return p.s(`<rect class="`).s(class).s(`" x="`).n(left).s(`%" y="`).n(r.y).
		s(`" width="`).n(r.w).s(`%" height="`).n(r.h).s(`"`)
}

// seg is a straight line: x in per cent, y in pixels.
type seg struct{ x1, y1, x2, y2 float64 }

func (p *pen) line(class string, l seg) *pen {
	return p.s(`<line class="`).s(class).s(`" x1="`).x(l.x1).s(`" y1="`).n(l.y1).
		s(`" x2="`).x(l.x2).s(`" y2="`).n(l.y2).s(`"/>`)
}

// anchor is the side of a text that stands at its place.
type anchor int

const (
	start anchor = iota
	middle
	end
)

// label is a text in a drawing. dx moves it by pixels along the line of
// reading. full is set where text was shortened.
type label struct {
	class  string
	x, dx  float64
	y      float64
	anchor anchor
	strong string // a number before the text, in bold
	text   string
	full   string
}

func (p *pen) text(l label) *pen {
	if l.text == "" && l.strong == "" {
		return p
	}
	p.s(`<text`)
	if l.class != "" {
		p.s(` class="`).s(l.class).s(`"`)
	}
	p.s(` x="`).x(l.x)
	if l.dx != 0 {
		dx := l.dx
		if p.rtl {
			dx = -dx
		}
		p.s(`" dx="`).n(dx)
	}
	p.s(`" y="`).n(l.y)
	switch l.anchor {
	case middle:
		p.s(`" text-anchor="middle`)
	case end:
		p.s(`" text-anchor="end`)
	}
	p.s(`">`)
	if l.full != "" {
		p.s(`<title>`).esc(l.full).s(`</title>`)
	}
	if l.strong != "" {
		p.s(`<tspan class="c-num">`).esc(l.strong).s(`</tspan>`)
		if l.text != "" {
			p.s(` `)
		}
	}
	p.esc(l.text)
	return p.s(`</text>`)
}

// room is the width a label may take, in pixels: on a phone and in a box of
// wideWidth or more.
type room struct{ narrow, wide float64 }

// fitted writes a label shortened to its room.
func (p *pen) fitted(l label, r room) *pen {
	taken := 0.0
	if l.strong != "" {
		taken = textWidth(l.strong+" ", fontSize) * boldFactor
	}
	return p.either(l, fit(l.text, fontSize, r.narrow-taken), fit(l.text, fontSize, r.wide-taken))
}

// either writes a label whose text may be shorter on a phone than in a wide
// box. Where the two differ it writes both, and the style sheet shows one. A
// shortened text has the full one as its title.
func (p *pen) either(l label, narrow, wide string) *pen {
	full, class := l.text, l.class
	short := func(text, size string) {
		l.text, l.full, l.class = text, "", join(class, size)
		if text != full {
			l.full = full
		}
		p.text(l)
	}
	if narrow == wide {
		short(narrow, "")
		return p
	}
	short(narrow, "c-narrow")
	short(wide, "c-wide")
	return p
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// Widths in pixels for which a drawing is laid out. Labels that are clear of
// each other at the narrow width are so at every wider one, because only the
// distance between them grows.
const (
	narrowWidth = 288 // a 320 px phone with 16 px on each side
	wideWidth   = 600 // from here on the style sheet shows c-wide instead of c-narrow
	fontSize    = 13
	smallSize   = 12
	boldFactor  = 1.08 // bold letters are wider than textWidth says
)
