package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// States shows an ordered category over the periods, such as a tier by year, as
// a row of cells. Neighbours in the same state share one label on a phone.
type States struct {
	Head
	Periods []string
	Cells   []State
	Breaks  []Event  // where the states before and after cannot be compared
	Columns []string // heads of the table: period, state

	NotesHead string // heads a last column with the breaks; "" leaves it out
}

// State is the category of one period. The zero State is "no data".
type State struct {
	Label string // short, as it stands in the cell: "2W"
	Name  string // in full, for the key and the table: "Tier 2 Watch List"
	Step  int    // its colour, 1 (weak) to 5 (strong)
	Known bool
	Gap   Gap
}

const cellHeight = 28

// SVG implements Figure.
func (s States) SVG() string { return inline(s.Head, s.parts()[0]) }

func (s States) base() Head { return s.Head }

// Table implements Figure: a row for each period, with the state in full.
func (s States) Table() Table {
	out := Table{Caption: s.Title, Header: []string{"", ""}}
	copy(out.Header, s.Columns)
	for i, period := range s.Periods {
		out.Rows = append(out.Rows, []string{period, s.name(s.cell(i))})
	}
	out.annotate(s.NotesHead, s.Breaks)
	return out
}

func (s States) cell(i int) State {
	if i < len(s.Cells) {
		return s.Cells[i]
	}
	return State{}
}

// name returns the state in full.
func (s States) name(c State) string {
	if c.Known && c.Name == "" {
		return c.Label
	}
	return s.word(Point{Text: c.Name})
}

func (c State) point() Point { return Point{Known: c.Known, Gap: c.Gap} }

type states struct {
	*States
	top   float64 // of the cells
	signs []svg.Sign
	looks gapLooks
	key   []keyEntry
}

func (s States) parts() []drawing {
	l := &states{States: &s, top: 1}
	l.signs = svg.Course{N: len(s.Periods), Place: func(period float64) float64 { return inset + l.width()*(period+0.5) }}.Breaks(s.Breaks)
	if lanes := svg.LaySigns(l.signs, svg.Frame{}); lanes > 0 {
		l.top = float64(lanes)*svg.LaneHeight + 4
	}
	for step := 5; step >= 1; step-- { // the key runs from strong to weak
		for i := range s.Periods {
			c := s.cell(i)
			if !c.Known || colour.Clamp(c.Step) != step || c.Name == "" || c.Name == c.Label {
				continue
			}
			e := keyEntry{text: c.Name, class: colour.StepClass(c.Step), on: colour.OnClass(c.Step) + " c-axis-size", sample: c.Label}
			if !hasEntry(l.key, e) {
				l.key = append(l.key, e)
			}
		}
	}
	for i := range s.Periods {
		c := s.cell(i)
		l.looks.add(c.point())
		if e := (keyEntry{text: s.name(c), gap: c.point().look()}); !c.Known && !hasEntry(l.key, e) {
			l.key = append(l.key, e)
		}
	}
	return []drawing{l}
}

func (l *states) canvas() svg.Canvas {
	h := l.top + cellHeight + axisHeight
	if rows, _, _ := keyRows(l.key); rows > 0 {
		h += 6 + float64(rows)*keyHeight
	}
	return svg.Canvas{Class: "c-states", Height: h}
}

// width returns the width of a cell, in per cent.
func (l *states) width() float64 { return (100 - 2*inset) / float64(max(1, len(l.Periods))) }

func (l *states) draw(p *svg.Pen) {
	patterns(p, l.looks, 5)
	n, width := len(l.Periods), l.width()
	labels := make([]svg.Place, n)
	for i, name := range l.Periods {
		x := inset + width*float64(i)
		labels[i] = svg.Place{At: x + width/2, Text: name}
		if c := l.cell(i); c.Known {
			p.Rect(colour.StepClass(c.Step), svg.Box{X: x, Y: l.top, W: width, H: cellHeight})
		} else {
			gapRect(p, c.point().look(), svg.Box{X: x, Y: l.top, W: width, H: cellHeight})
		}
	}
	for from := 0; from < n; {
		to := from + 1
		for to < n && l.cell(to) == l.cell(from) && !svg.Cut(l.Breaks, to, n) {
			to++
		}
		l.drawLabels(p, from, to, width)
		from = to
	}
	p.Periods(labels, svg.Frame{Y: l.top, H: cellHeight})
	for _, s := range l.signs { // a gap in the row, so that the rule shows on any colour
		p.Line("c-mark-halo", svg.Seg{X1: s.At, Y1: l.top, X2: s.At, Y2: l.top + cellHeight})
	}
	p.Signs(l.signs, l.top-3, l.top+cellHeight)
	drawKey(p, l.key, 0, l.top+cellHeight+axisHeight+6)
}

// drawLabels labels the cells from to to-1, which are in the same state: one
// label for all of them on a phone if that is all there is space for, one for
// each in a wide box.
func (l *states) drawLabels(p *svg.Pen, from, to int, width float64) {
	c := l.cell(from)
	if !c.Known {
		return
	}
	need := svg.TextWidth(c.Label, svg.SmallSize) + 2
	if to-from == 1 {
		need -= 8 // a single label may lean over the empty rims of its neighbours
	}
	write := func(class string, x float64) {
		p.Text(svg.Label{Class: colour.OnClass(c.Step) + " c-axis-size" + class, X: x, Y: l.top + cellHeight/2 + 4.5, Anchor: svg.Middle, Text: c.Label})
	}
	each := func(class string) {
		for i := from; i < to; i++ {
			write(class, inset+width*(float64(i)+0.5))
		}
	}
	narrow, wide := width*svg.NarrowWidth/100, width*svg.WideWidth/100
	switch {
	case need <= narrow:
		each("")
	case need <= narrow*float64(to-from):
		x := inset + width*float64(from+to)/2
		if need > wide {
			write("", x)
			return
		}
		write(" c-narrow", x)
		each(" c-wide")
	case need <= wide:
		each(" c-wide")
	}
}
