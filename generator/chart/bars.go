package chart

import (
	"math"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Bars shows pillars as horizontal bars from 0 to 100. The label stands above
// its bar, so that a phone has the whole width for both.
type Bars struct {
	Head
	Axis
	Steps   Steps // colours of the bars that have none of their own
	Stepped bool  // colour each bar by its step; else all bars have one colour
	Rows    []Bar
	Compare string // what the comparison marks are: "median of 189 countries"

	LabelHead string // heads the columns of the table
	ValueHead string
}

// Bar is one row.
type Bar struct {
	Label   string
	Point   Point
	Compare Point // a mark across the bar; drawn where known
	Strong  bool  // the overall score among its pillars
}

const (
	barPitch = 46 // from one row to the next
	barTop   = 20
	barThick = 14
	inset    = 0.2 // per cent, so that outlines at the edge are not cut
)

// SVG implements Figure.
func (b Bars) SVG() string { return inline(b.Head, b.parts()[0]) }

func (b Bars) base() Head { return b.Head }

// Table implements Figure: a row for each bar. The comparison has its own
// column where there is one.
func (b Bars) Table() Table {
	out := Table{Caption: b.Title, Header: []string{b.LabelHead, b.ValueHead}}
	compared := b.compared()
	if compared {
		out.Header = append(out.Header, b.Compare)
	}
	for _, r := range b.Rows {
		row := []string{r.Label, b.word(r.Point)}
		if compared {
			row = append(row, b.word(r.Compare))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (b Bars) compared() bool {
	for _, r := range b.Rows {
		if r.Compare.known() {
			return true
		}
	}
	return false
}

type bars struct {
	*Bars
	scale svg.Scale
	looks gapLooks
	key   []keyEntry
}

func (b Bars) parts() []drawing {
	l := &bars{Bars: &b, scale: b.Axis.scale()}
	for _, r := range b.Rows {
		l.looks.add(r.Point)
	}
	if b.compared() && b.Compare != "" {
		l.key = []keyEntry{{text: b.Compare, rule: true}}
	}
	return []drawing{l}
}

func (l *bars) bottom() float64 { return math.Max(6, float64(len(l.Rows))*barPitch-4) }

func (l *bars) canvas() svg.Canvas {
	h := l.bottom() + axisHeight
	if len(l.key) > 0 {
		h += keyHeight + 4
	}
	return svg.Canvas{Class: "c-bars", Height: h}
}

func (l *bars) draw(p *svg.Pen) {
	patterns(p, l.looks, 5)
	for i, r := range l.Rows {
		l.drawRow(p, r, float64(i)*barPitch)
	}
	bottom := l.bottom()
	for i, t := range l.scale.Ticks {
		f := l.scale.Frac(t)
		a := svg.Middle
		switch f {
		case 0:
			a = svg.Start
		case 1:
			a = svg.End
		}
		x := inset + f*(100-2*inset)
		p.Line("c-tick", svg.Seg{X1: x, Y1: bottom - 4, X2: x, Y2: bottom + 2})
		p.Text(svg.Label{Class: "c-axis", X: x, Y: bottom + 15, Anchor: a, Text: l.scale.Labels[i]})
	}
	drawKey(p, l.key, 0, bottom+axisHeight+4)
}

func (l *bars) drawRow(p *svg.Pen, r Bar, y float64) {
	const width = 100 - 2*inset
	class := ""
	if r.Strong {
		class = "c-strong"
	}
	value, valueClass := l.word(r.Point), "c-num"
	if !r.Point.known() {
		valueClass = "c-muted"
	}
	taken := svg.TextWidth(value, svg.FontSize)*svg.BoldFactor + 12
	p.Fitted(svg.Label{Class: class, X: 0, Y: y + 13, Text: r.Label}, svg.Room{Narrow: svg.NarrowWidth - taken, Wide: svg.WideWidth - taken})
	p.Text(svg.Label{Class: valueClass, X: 100, Y: y + 13, Anchor: svg.End, Text: svg.Fit(value, svg.FontSize, svg.NarrowWidth*0.6)})
	track := svg.Box{X: inset, Y: y + barTop, W: width, H: barThick}
	if !r.Point.known() {
		gapRect(p, r.Point.look(), track)
	} else {
		p.Rect("c-track", track)
		bar := track
		bar.W = width * l.scale.Frac(r.Point.Value)
		if bar.W > 0 {
			p.Rect(l.barClass(r), bar)
		}
	}
	if r.Compare.known() {
		x := inset + width*l.scale.Frac(r.Compare.Value)
		x = math.Max(0.5, math.Min(99.5, x))
		p.Line("c-mark-halo", svg.Seg{X1: x, Y1: y + barTop - 4, X2: x, Y2: y + barTop + barThick + 4})
		p.Line("c-mark", svg.Seg{X1: x, Y1: y + barTop - 4, X2: x, Y2: y + barTop + barThick + 4})
	}
}

func (l *bars) barClass(r Bar) string {
	if l.Stepped {
		return colour.StepClass(l.Steps.Of(r.Point.Value))
	}
	return "c-bar"
}
