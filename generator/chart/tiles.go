package chart

import (
	"strconv"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/plane"
	"tipscore/generator/chart/internal/svg"
)

// Tiles is a map of equal squares, one for each jurisdiction, so that a small
// place is seen as well as a large one. Squares are coloured by step and linked
// like the shapes of a Map, and never mirrored.
type Tiles struct {
	Head
	Squares []Square
	Steps   Steps

	LabelHead string // heads the columns of the table
	ValueHead string
}

// Square is one jurisdiction, in a column and a row.
type Square struct {
	Name   string
	Short  string // stands in the square, shortened if need be; "" is the name
	Column int
	Row    int
	Point  Point
	Href   string // relative, or http and https; anything else is left out
}

// The plane of the squares is as wide as a phone, so that a text has its own size
// there and a larger one on a desk screen.
const (
	tileMost = 43 // from this side on a square holds three rows of text
	tileText = 32 // from this side on it holds two
	tileLine = 20 // from this side on it holds one
)

// SVG implements Figure.
func (t Tiles) SVG() string { return inline(t.Head, t.parts()[0]) }

// Legend returns the drawing of the colours and of the looks of absent values.
func (t Tiles) Legend() string {
	h := t.Head
	h.ID = h.id() + "-l"
	return inline(h, t.parts()[1])
}

func (t Tiles) base() Head { return t.Head }

// Table implements Figure: a row for each square, in the order given.
func (t Tiles) Table() Table {
	out := Table{Caption: t.Title, Header: []string{t.LabelHead, t.ValueHead}}
	for _, s := range t.Squares {
		out.Rows = append(out.Rows, []string{s.Name, t.word(s.Point)})
	}
	return out
}

type tiles struct {
	*Tiles
	grid  plane.Grid
	looks gapLooks
	links bool
}

func (t Tiles) parts() []drawing {
	l := &tiles{Tiles: &t}
	var points []Point
	var cells []plane.Cell
	for _, s := range t.Squares {
		cells, points = append(cells, plane.Cell{Column: s.Column, Row: s.Row}), append(points, s.Point)
		l.looks.add(s.Point)
		l.links = l.links || svg.SafeHref(s.Href) != ""
	}
	l.grid = plane.NewGrid(cells, svg.NarrowWidth)
	return []drawing{l, &legend{steps: t.Steps, key: t.gapKey(points), looks: l.looks}}
}

func (l *tiles) canvas() svg.Canvas {
	return svg.Canvas{Class: "c-tiles", Height: l.grid.Height + 2, Plane: svg.NarrowWidth + 2, Links: l.links}
}

func (l *tiles) draw(p *svg.Pen) {
	patterns(p, l.looks, 6)
	for i := range l.Squares {
		s := &l.Squares[i]
		if href := svg.SafeHref(s.Href); href != "" {
			p.S(`<a href="`).Esc(href).S(`" aria-label="`).Esc(l.said(s.Name, s.Point, l.Steps)).S(`">`)
			l.drawSquare(p, s)
			p.S(`</a>`)
		} else {
			l.drawSquare(p, s)
		}
	}
}

func (l *tiles) drawSquare(p *svg.Pen, s *Square) {
	at, side, class := l.grid.Corner(plane.Cell{Column: s.Column, Row: s.Row}), l.grid.Side, "c-halo c-axis-size"
	x, y := at.X+1, at.Y+1 // room for the outline
	p.S(`<rect x="`).N(x).S(`" y="`).N(y).S(`" width="`).N(side).S(`" height="`).N(side).S(`"`)
	if s.Point.known() {
		step := l.Steps.of(s.Point)
		class = colour.OnClass(step) + " c-axis-size"
		p.S(` class="`).S(colour.StepClass(step)).S(`"`)
	} else {
		gapFill(p, s.Point.look(), "")
	}
	p.S(`><title>`).Esc(l.said(s.Name, s.Point, l.Steps)).S(`</title></rect>`)
	lines := l.lines(s)
	for k, line := range lines {
		p.S(`<text class="`).S(class).S(`" x="`).N(x + side/2).S(`" y="`).N(y + side/2 + 4.3 + 13.5*(float64(k)-float64(len(lines)-1)/2)).
			S(`" text-anchor="middle">`).Esc(line).S(`</text>`)
	}
}

// lines returns what stands in a square: the name in short and the value, as far
// as there is room. What does not fit stands in the title and in the table.
func (l *tiles) lines(s *Square) (lines []string) {
	side := l.grid.Side
	room := side - 2
	if side >= tileText {
		short := s.Short
		if short == "" {
			short = s.Name
		}
		rows := 1
		if side >= tileMost {
			rows = 2
		}
		lines = svg.Wrap(short, svg.SmallSize, room, rows)
	}
	if s.Point.known() && side >= tileLine {
		value := l.word(s.Point)
		if svg.TextWidth(value, svg.SmallSize) > room {
			value = strconv.FormatFloat(s.Point.Value, 'f', 0, 64)
		}
		lines = append(lines, value)
	}
	return lines
}
