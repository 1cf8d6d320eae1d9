package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/plane"
	"tipscore/generator/chart/internal/svg"
)

// Map is a choropleth on a plane of 1000 by 500 units: one shape or dot for each
// jurisdiction, coloured by step, linked to its page. It is never mirrored.
type Map struct {
	Head
	Shapes []Shape
	Steps  Steps

	LabelHead string // heads the columns of the table
	ValueHead string
}

// Shape is one jurisdiction on the map.
type Shape struct {
	Name    string
	Path    string // SVG path data in the plane; "" draws only the dot
	Dot     Spot   // where a small state has its dot; the zero Spot draws none
	Point   Point
	Href    string // relative, or http and https; anything else is left out
	Current bool   // drawn with a strong outline
}

// Spot is a place on the plane.
type Spot struct{ X, Y float64 }

// SVG implements Figure. Legend draws the colours and belongs below it.
func (m Map) SVG() string { return inline(m.Head, m.parts()[0]) }

// Legend returns the drawing of the colours and of the looks of absent values.
func (m Map) Legend() string {
	h := m.Head
	h.ID = h.id() + "-l"
	return inline(h, m.parts()[1])
}

func (m Map) base() Head { return m.Head }

// Table implements Figure: a row for each shape, in the order given.
func (m Map) Table() Table {
	out := Table{Caption: m.Title, Header: []string{m.LabelHead, m.ValueHead}}
	for _, s := range m.Shapes {
		out.Rows = append(out.Rows, []string{s.Name, m.word(s.Point)})
	}
	return out
}

// said is what a map says of a place: its name, its value and the name of the
// step. Land without a name says why it has no colour.
func (h Head) said(name string, q Point, steps Steps) string {
	out := h.word(q)
	if name != "" {
		out = name + ": " + out
	}
	if !q.known() {
		return out
	}
	if step := steps.name(steps.at(q)); step != "" {
		out += ", " + step
	}
	return out
}

type worldMap struct {
	*Map
	looks gapLooks
	dots  []plane.Dot
	links bool
}

func (m Map) parts() []drawing {
	l := &worldMap{Map: &m, dots: plane.Settle(homes(m.Shapes))}
	var points []Point
	for _, s := range m.Shapes {
		points = append(points, s.Point)
		l.looks.add(s.Point)
		l.links = l.links || svg.SafeHref(s.Href) != ""
	}
	return []drawing{l, &legend{steps: m.Steps, key: m.gapKey(points), looks: l.looks}}
}

// homes returns the places of the dots.
func homes(shapes []Shape) []plane.Spot {
	out := make([]plane.Spot, len(shapes))
	for i, s := range shapes {
		out[i] = plane.Spot(s.Dot)
	}
	return out
}

func (l *worldMap) canvas() svg.Canvas {
	return svg.Canvas{Class: "c-map", Height: plane.Height, Plane: plane.Width, Links: l.links}
}

// draw paints the targets of the dots first, so that land lies over them and
// keeps its own clicks, then the land, then the dots.
func (l *worldMap) draw(p *svg.Pen) {
	patterns(p, l.looks, 10)
	for _, d := range l.dots {
		l.drawTarget(p, d)
	}
	for i := range l.Shapes {
		if l.Shapes[i].Path != "" {
			l.drawShape(p, &l.Shapes[i], nil)
		}
	}
	for i := range l.dots {
		l.drawShape(p, &l.Shapes[l.dots[i].Shape], &l.dots[i])
	}
}

// drawTarget draws the unseen circle that makes a small dot easy to touch. The
// dot itself is the link for keyboards and screen readers.
func (l *worldMap) drawTarget(p *svg.Pen, d plane.Dot) {
	href := svg.SafeHref(l.Shapes[d.Shape].Href)
	if href == "" || d.Target <= d.Radius {
		return
	}
	p.S(`<a href="`).Esc(href).S(`" tabindex="-1" aria-hidden="true">`)
	p.S(`<circle class="c-target" cx="`).N(d.X).S(`" cy="`).N(d.Y).S(`" r="`).N(d.Target).S(`"/></a>`)
}

// drawShape draws the land of a shape, or its dot. A state with both has its
// link on the dot alone for the keyboard, so that it is one stop and not two.
func (l *worldMap) drawShape(p *svg.Pen, s *Shape, d *plane.Dot) {
	href := svg.SafeHref(s.Href)
	second := d == nil && s.Dot != (Spot{})
	if href != "" {
		p.S(`<a href="`).Esc(href)
		if second {
			p.S(`" tabindex="-1" aria-hidden="true`)
		}
		p.S(`">`)
	}
	if d == nil {
		p.S(`<path d="`).Esc(s.Path)
	} else {
		p.S(`<circle cx="`).N(d.X).S(`" cy="`).N(d.Y).S(`" r="`).N(d.Radius)
	}
	p.S(`"`)
	l.fill(p, s)
	p.S(`><title>`).Esc(l.said(s.Name, s.Point, l.Steps)).S(`</title>`)
	if d == nil {
		p.S(`</path>`)
	} else {
		p.S(`</circle>`)
	}
	if href != "" {
		p.S(`</a>`)
	}
}

// fill adds the class of a shape's step, or the look of its absent value.
func (l *worldMap) fill(p *svg.Pen, s *Shape) {
	current := ""
	if s.Current {
		current = " c-current"
	}
	if !s.Point.known() {
		gapFill(p, s.Point.look(), current)
		return
	}
	p.S(` class="`).S(colour.StepClass(l.Steps.of(s.Point))).S(current).S(`"`)
}
