package chart

import "tipscore/generator/chart/internal/svg"

// Head is what every chart has. All texts are shown as they are, in the
// language of the page; the package holds no words of its own.
type Head struct {
	ID     string // unique on the page; ids inside the chart are made from it
	Title  string // what the chart shows, one line: the accessible name
	Desc   string // the same in one or two sentences, with the main figures
	Lang   string // BCP 47, "" leaves the page's
	RTL    bool   // mirrors the drawing and writes from right to left
	NoData string // the word for a point without a text of its own
	Source string // the line under a downloaded picture
}

// word returns what stands for the point in a label or a table cell.
func (h Head) word(p Point) string {
	switch {
	case p.Text != "":
		return p.Text
	case p.known():
		return svg.Plain(p.Value)
	case h.NoData != "":
		return h.NoData
	}
	return "–"
}

// id returns the chart's id with everything but letters, digits, "-" and "_"
// replaced, so that it can stand in url(#...) and in an attribute.
func (h Head) id() string {
	if h.ID == "" {
		return "chart"
	}
	b := []byte(h.ID)
	for i, c := range b {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_':
		default:
			b[i] = '-'
		}
	}
	return string(b)
}

// name is what a drawing says about itself.
func (h Head) name() svg.Name {
	return svg.Name{ID: h.id(), Title: h.Title, Desc: h.Desc, Lang: h.Lang, RTL: h.RTL}
}

// Table is the data of a chart as rows of text, for the table that stands
// beside it. The cells are not escaped; a template does that.
type Table struct {
	Caption string
	Header  []string
	Rows    [][]string
}

// Figure is a chart: a drawing and the same data as a table.
type Figure interface {
	// SVG returns the drawing for use inside a page. It needs Stylesheet.
	SVG() string
	// Table returns the points of the drawing as text.
	Table() Table

	base() Head
	parts() []drawing // the drawings of the figure, from top to bottom
}

// drawing is a laid-out picture that knows its size before it is written.
type drawing interface {
	canvas() svg.Canvas
	draw(p *svg.Pen)
}

// inline writes one drawing of a figure as an SVG element.
func inline(h Head, d drawing) string {
	p := svg.NewPen(h.name())
	p.Open(h.name(), d.canvas())
	d.draw(p)
	p.S("</svg>")
	return p.String()
}
