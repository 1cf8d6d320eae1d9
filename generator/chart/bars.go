package chart

import "math"

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
	scale scale
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

func (l *bars) canvas() canvas {
	h := l.bottom() + axisHeight
	if len(l.key) > 0 {
		h += keyHeight + 4
	}
	return canvas{class: "c-bars", height: h}
}

func (l *bars) draw(p *pen) {
	p.patterns(l.looks, 5)
	for i, r := range l.Rows {
		l.drawRow(p, r, float64(i)*barPitch)
	}
	bottom := l.bottom()
	for i, t := range l.scale.ticks {
		f := l.scale.frac(t)
		a := middle
		switch f {
		case 0:
			a = start
		case 1:
			a = end
		}
		x := inset + f*(100-2*inset)
		p.line("c-tick", seg{x, bottom - 4, x, bottom + 2})
		p.text(label{class: "c-axis", x: x, y: bottom + 15, anchor: a, text: l.scale.labels[i]})
	}
	p.key(l.key, 0, bottom+axisHeight+4)
}

func (l *bars) drawRow(p *pen, r Bar, y float64) {
	const width = 100 - 2*inset
	class := ""
	if r.Strong {
		class = "c-strong"
	}
	value, valueClass := l.word(r.Point), "c-num"
	if !r.Point.known() {
		valueClass = "c-muted"
	}
	taken := textWidth(value, fontSize)*boldFactor + 12
	p.fitted(label{class: class, x: 0, y: y + 13, text: r.Label}, room{narrowWidth - taken, wideWidth - taken})
	p.text(label{class: valueClass, x: 100, y: y + 13, anchor: end, text: fit(value, fontSize, narrowWidth*0.6)})
	track := box{inset, y + barTop, width, barThick}
	if !r.Point.known() {
		p.gapRect(r.Point.look(), track)
	} else {
		p.rect("c-track", track)
		bar := track
		bar.w = width * l.scale.frac(r.Point.Value)
		if bar.w > 0 {
			p.rect(l.barClass(r), bar)
		}
	}
	if r.Compare.known() {
		x := inset + width*l.scale.frac(r.Compare.Value)
		x = math.Max(0.5, math.Min(99.5, x))
		p.line("c-mark-halo", seg{x, y + barTop - 4, x, y + barTop + barThick + 4})
		p.line("c-mark", seg{x, y + barTop - 4, x, y + barTop + barThick + 4})
	}
}

func (l *bars) barClass(r Bar) string {
	if l.Stepped {
		return stepClass(l.Steps.Of(r.Point.Value))
	}
	return "c-bar"
}
