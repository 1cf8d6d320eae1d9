package chart

import "strings"

// Map is a choropleth on a plane of 1000 by 500 units: one shape or dot for each
// jurisdiction, coloured by step, linked to its page. It is never mirrored.
// There is no ECharts form of it: its links and titles already answer a click
// and a touch, without a script (docs/decisions/0002-charts.md).
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

const (
	planeWidth  = 1000
	planeHeight = 500
)

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

type worldMap struct {
	*Map
	looks gapLooks
	dots  []dot
	links bool
}

func (m Map) parts() []drawing {
	l := &worldMap{Map: &m, dots: settle(m.Shapes)}
	var points []Point
	for _, s := range m.Shapes {
		points = append(points, s.Point)
		l.looks.add(s.Point)
		l.links = l.links || safeHref(s.Href) != ""
	}
	return []drawing{l, &legend{steps: m.Steps, key: m.gapKey(points), looks: l.looks}}
}

func (l *worldMap) canvas() canvas {
	return canvas{class: "c-map", height: planeHeight, plane: true, links: l.links}
}

// draw paints the targets of the dots first, so that land lies over them and
// keeps its own clicks, then the land, then the dots.
func (l *worldMap) draw(p *pen) {
	p.patterns(l.looks, 10)
	for _, d := range l.dots {
		l.drawTarget(p, d)
	}
	for i := range l.Shapes {
		if l.Shapes[i].Path != "" {
			l.drawShape(p, &l.Shapes[i], nil)
		}
	}
	for i := range l.dots {
		l.drawShape(p, &l.Shapes[l.dots[i].shape], &l.dots[i])
	}
}

// drawTarget draws the unseen circle that makes a small dot easy to touch. The
// dot itself is the link for keyboards and screen readers.
func (l *worldMap) drawTarget(p *pen, d dot) {
	href := safeHref(l.Shapes[d.shape].Href)
	if href == "" || d.target <= d.radius {
		return
	}
	p.s(`<a href="`).esc(href).s(`" tabindex="-1" aria-hidden="true">`)
	p.s(`<circle class="c-target" cx="`).n(d.x).s(`" cy="`).n(d.y).s(`" r="`).n(d.target).s(`"/></a>`)
}

// drawShape draws the land of a shape, or its dot. A state with both has its
// link on the dot alone for the keyboard, so that it is one stop and not two.
func (l *worldMap) drawShape(p *pen, s *Shape, d *dot) {
	href := safeHref(s.Href)
	second := d == nil && s.Dot != (Spot{})
	if href != "" {
		p.s(`<a href="`).esc(href)
		if second {
			p.s(`" tabindex="-1" aria-hidden="true`)
		}
		p.s(`">`)
	}
	if d == nil {
		p.s(`<path d="`).esc(s.Path)
	} else {
		p.s(`<circle cx="`).n(d.x).s(`" cy="`).n(d.y).s(`" r="`).n(d.radius)
	}
	p.s(`"`)
	l.fill(p, s)
	p.s(`><title>`).esc(s.Name).s(`: `).esc(l.word(s.Point)).s(`</title>`)
	if d == nil {
		p.s(`</path>`)
	} else {
		p.s(`</circle>`)
	}
	if href != "" {
		p.s(`</a>`)
	}
}

// fill adds the class of a shape's step, or the look of its absent value.
func (l *worldMap) fill(p *pen, s *Shape) {
	current := ""
	if s.Current {
		current = " c-current"
	}
	if !s.Point.known() {
		p.gapFill(s.Point.look(), current)
		return
	}
	p.s(` class="`).s(stepClass(l.Steps.Of(s.Point.Value))).s(current).s(`"`)
}

// safeHref returns an address that cannot run a script, or "".
func safeHref(href string) string {
	colon := strings.IndexByte(href, ':')
	if colon < 0 || strings.ContainsAny(href[:colon], "/?#") {
		return href
	}
	scheme := strings.ToLower(href[:colon])
	if scheme == "http" || scheme == "https" {
		return href
	}
	return ""
}
