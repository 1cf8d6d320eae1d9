package echart

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
)

// Look is how an item is filled and outlined.
type Look struct {
	opts.ItemStyle
	BorderType string `json:"borderType,omitempty"`
	Decal      *decal `json:"decal,omitempty"`
}

// decal is a pattern over a colour.
type decal struct {
	Symbol     string  `json:"symbol"`
	SymbolSize int     `json:"symbolSize"`
	Color      string  `json:"color"`
	Rotation   float64 `json:"rotation"`
	DashArrayX []int   `json:"dashArrayX"`
	DashArrayY []int   `json:"dashArrayY"`
}

const (
	cross   = "path://M3 0h2v3h3v2h-3v3h-2v-3h-3v-2h3z" // tiled without gaps it is a cross-hatch
	slanted = -0.7853981633974483                       // an eighth of a turn, as in the drawings
)

// Filled is a plain colour with an outline.
func Filled(c string) *Look {
	return &Look{ItemStyle: opts.ItemStyle{Color: c, AreaColor: c, BorderColor: colour.Property("outline"), BorderWidth: 1}}
}

// Blank has the colour of the page.
func Blank() *Look { return Filled(colour.Property("bg")) }

// Dotted is blank with a dotted outline.
func Dotted() *Look {
	l := Blank()
	l.BorderType = "dotted"
	return l
}

// Hatched has slanted lines.
func Hatched() *Look {
	return marked(decal{Symbol: "rect", Rotation: slanted, DashArrayX: []int{1, 0}, DashArrayY: []int{1, 5}})
}

// Crossed has hatches both ways.
func Crossed() *Look {
	return marked(decal{Symbol: cross, Rotation: slanted, DashArrayX: []int{8, 0}, DashArrayY: []int{8, 0}})
}

// Dashed has short level lines.
func Dashed() *Look {
	return marked(decal{Symbol: "rect", DashArrayX: []int{6, 4}, DashArrayY: []int{2, 10}})
}

func marked(d decal) *Look {
	d.SymbolSize, d.Color = 1, colour.Property("hatch")
	l := Blank()
	l.Decal = &d
	return l
}

// Outline gives a strong outline: the page's own place has one.
func (l *Look) Outline() {
	l.BorderColor, l.BorderWidth, l.BorderType = colour.Property("ink"), 2.5, ""
}
