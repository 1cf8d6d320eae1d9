// Package svg writes fluid SVG: a drawing is as wide as the box it stands in, and
// its text keeps its size.
//
//	p := svg.NewPen(svg.Name{ID: "course", Title: "Scores"})
//	p.Open(svg.Name{ID: "course", Title: "Scores"}, svg.Canvas{Class: "c-bars", Height: 40})
//	p.Rect("c-bar", svg.Box{X: 0, Y: 20, W: 66.7, H: 14}) // 0 % to 66.7 % of the width
//	p.Text(svg.Label{X: 0, Y: 13, Text: "Overall"})
//	p.S("</svg>")
//
// It also keeps labels apart: Spread for labels at line ends, LaySigns for labels
// of vertical rules, thinning for labels under an axis. All of that is laid out
// for a phone; what is clear there is clear at every wider width.
//
// Invariants: a text can hold anything and stays a text; places are mirrored for
// right-to-left by the Pen alone, so callers count from where reading starts.
package svg

import "strconv"

// Pen writes SVG. Horizontal places are in per cent of the chart's width,
// counted from the side where reading starts, and become mirrored for
// right-to-left; vertical places are pixels. So one drawing fills a phone and a
// desk screen while its text keeps its size (docs/decisions/0002-charts.md).
type Pen struct {
	b   []byte
	ID  string
	RTL bool
}

// NewPen returns a pen for a drawing of that name.
func NewPen(n Name) *Pen {
	return &Pen{b: make([]byte, 0, 6144), ID: n.ID, RTL: n.RTL}
}

// String returns what has been written.
func (p *Pen) String() string { return string(p.b) }

// Name is what a drawing says about itself.
type Name struct {
	ID    string // the ids of the drawing are made from it; letters, digits, "-" and "_"
	Title string
	Desc  string
	Lang  string
	RTL   bool
}

// Canvas is the outside of a drawing.
type Canvas struct {
	Class  string  // of the root element, such as "c-timeline"
	Height float64 // in pixels, or in units of the plane
	Start  float64 // margins in pixels, multiples of marginStep
	End    float64
	Plane  float64 // a map: its width in units, keeps its shape; 0 is as wide as its box
	Links  bool    // holds links, so it is a group and not one image
	Mute   bool    // says nothing that the figure's title does not: hidden from screen readers
}

// S adds markup as it stands.
func (p *Pen) S(markup string) *Pen {
	p.b = append(p.b, markup...)
	return p
}

// Esc adds a text.
func (p *Pen) Esc(text string) *Pen {
	p.b = appendText(p.b, text)
	return p
}

// N adds a number with at most two decimals.
func (p *Pen) N(v float64) *Pen {
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

// X adds a horizontal place.
func (p *Pen) X(percent float64) *Pen {
	if p.RTL {
		percent = 100 - percent
	}
	return p.N(percent).S("%")
}

// Open writes the root element with its accessible name and description. It
// carries its direction, because a chart may stand in a page of another one.
func (p *Pen) Open(n Name, c Canvas) {
	p.S(`<svg class="c `).S(c.Class)
	if c.Start > 0 {
		p.S(` `).S(MarginClass("start", c.Start))
	}
	if c.End > 0 {
		p.S(` `).S(MarginClass("end", c.End))
	}
	if c.Plane > 0 {
		p.S(`" viewBox="0 0 `).N(c.Plane).S(` `).N(c.Height)
	} else {
		p.S(`" width="100%" height="`).N(c.Height)
	}
	switch {
	case c.Mute:
		p.S(`" aria-hidden="true`)
	case c.Links:
		p.S(`" role="group`)
	default:
		p.S(`" role="img`)
	}
	if !c.Mute {
		p.S(`" aria-labelledby="`).S(p.ID).S(`-t`)
		if n.Desc != "" {
			p.S(` `).S(p.ID).S(`-d`)
		}
	}
	if n.Lang != "" {
		p.S(`" lang="`).Esc(n.Lang)
	}
	if p.RTL {
		p.S(`" direction="rtl`)
	} else {
		p.S(`" direction="ltr`)
	}
	p.S(`" font-size="13">`)
	if !c.Mute {
		p.Names(n)
	}
}

// Names writes the title and the description that aria-labelledby points to.
func (p *Pen) Names(n Name) {
	p.S(`<title id="`).S(p.ID).S(`-t">`).Esc(n.Title).S(`</title>`)
	if n.Desc != "" {
		p.S(`<desc id="`).S(p.ID).S(`-d">`).Esc(n.Desc).S(`</desc>`)
	}
}

// Box is a rectangle: x and w in per cent, y and h in pixels.
type Box struct{ X, Y, W, H float64 }

// Rect draws a rectangle.
func (p *Pen) Rect(class string, r Box) *Pen {
	return p.openRect(class, r).S(`/>`)
}

func (p *Pen) openRect(class string, r Box) *Pen {
	left := r.X
	if p.RTL {
		left = 100 - r.X - r.W
	}
	return p.S(`<rect class="`).S(class).S(`" x="`).N(left).S(`%" y="`).N(r.Y).
		S(`" width="`).N(r.W).S(`%" height="`).N(r.H).S(`"`)
}

// Seg is a straight line: x in per cent, y in pixels.
type Seg struct{ X1, Y1, X2, Y2 float64 }

// Line draws a straight line.
func (p *Pen) Line(class string, l Seg) *Pen {
	return p.S(`<line class="`).S(class).S(`" x1="`).X(l.X1).S(`" y1="`).N(l.Y1).
		S(`" x2="`).X(l.X2).S(`" y2="`).N(l.Y2).S(`"/>`)
}

// Anchor is the side of a text that stands at its place.
type Anchor int

// The sides: where reading starts, the middle, and where it ends.
const (
	Start Anchor = iota
	Middle
	End
)

// Label is a text in a drawing. DX moves it by pixels along the line of
// reading.
type Label struct {
	Class  string
	X, DX  float64
	Y      float64
	Anchor Anchor
	Strong string // a number before the text, in bold
	Text   string
	Full   string
}

// Text writes a label; an empty one leaves no trace.
func (p *Pen) Text(l Label) *Pen {
	if l.Text == "" && l.Strong == "" {
		return p
	}
	p.S(`<text`)
	if l.Class != "" {
		p.S(` class="`).S(l.Class).S(`"`)
	}
	p.S(` x="`).X(l.X)
	if l.DX != 0 {
		dx := l.DX
		if p.RTL {
			dx = -dx
		}
		p.S(`" dx="`).N(dx)
	}
	p.S(`" y="`).N(l.Y)
	switch l.Anchor {
	case Middle:
		p.S(`" text-anchor="middle`)
	case End:
		p.S(`" text-anchor="end`)
	}
	p.S(`">`)
	if l.Full != "" {
		p.S(`<title>`).Esc(l.Full).S(`</title>`)
	}
	if l.Strong != "" {
		p.S(`<tspan class="c-num">`).Esc(l.Strong).S(`</tspan>`)
		if l.Text != "" {
			p.S(` `)
		}
	}
	p.Esc(l.Text)
	return p.S(`</text>`)
}

// Room is the width a label may take, in pixels: on a phone and in a box of
// wideWidth or more.
type Room struct{ Narrow, Wide float64 }

// Fitted writes a label shortened to its room.
func (p *Pen) Fitted(l Label, r Room) *Pen {
	taken := 0.0
	if l.Strong != "" {
		taken = TextWidth(l.Strong+" ", FontSize) * BoldFactor
	}
	return p.either(l, Fit(l.Text, FontSize, r.Narrow-taken), Fit(l.Text, FontSize, r.Wide-taken))
}

// either writes a label whose text may be shorter on a phone than in a wide
// box. Where the two differ it writes both, and the style sheet shows one. A
// shortened text has the full one as its title.
func (p *Pen) either(l Label, narrow, wide string) *Pen {
	full, class := l.Text, l.Class
	short := func(text, size string) {
		l.Text, l.Full, l.Class = text, "", Join(class, size)
		if text != full {
			l.Full = full
		}
		p.Text(l)
	}
	if narrow == wide {
		short(narrow, "")
		return p
	}
	short(narrow, "c-narrow")
	short(wide, "c-wide")
	return p
}

// Join returns two words with a space between them, if there are two.
func Join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// Widths in pixels for which a drawing is laid out. Labels that are clear of
// each other at the narrow width are so at every wider one, because only the
// distance between them grows.
const (
	NarrowWidth = 288 // a 320 px phone with 16 px on each side
	WideWidth   = 600 // from here on the style sheet shows c-wide instead of c-narrow
	FontSize    = 13
	SmallSize   = 12
	BoldFactor  = 1.08 // bold letters are wider than TextWidth says
)
