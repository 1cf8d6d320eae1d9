package echart

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Pieces are steps of colour in one line under a table. edges are one more than
// colours. The lowest is open downwards and the highest upwards, because
// go-echarts leaves a limit of zero out.
func Pieces(edges []float64, colours []string) opts.VisualMap {
	v := opts.VisualMap{Type: "piecewise", Orient: "horizontal", Bottom: "0", Left: "0", Dimension: "2",
		TextStyle: &opts.TextStyle{Color: colour.Property("ink")}}
	for i, c := range colours {
		p := opts.Piece{Color: c}
		if i > 0 {
			p.Gte = float32(edges[i])
		}
		if i < len(colours)-1 {
			p.Lt = float32(edges[i+1])
		}
		v.Pieces = append(v.Pieces, p)
	}
	return v
}

// bandGap is the space between two bands, in pixels.
const bandGap = 10

// Bands are steps with their names, one below the other under a map.
type Bands struct {
	opts.VisualMap
	Pieces     []band              `json:"pieces"`
	OutOfRange map[string][]string `json:"outOfRange"`
	ItemGap    int                 `json:"itemGap"`
}

type band struct {
	opts.Piece
	Label string `json:"label,omitempty"` // "" shows the limits
}

// NewBands gives the pieces the names that name returns. What is in no band, or
// in one that the reader has switched off, has the colour of the page.
func NewBands(v opts.VisualMap, name func(i int) string) Bands {
	v.Orient, v.Dimension, v.Show = "vertical", "", opts.Bool(true)
	out := Bands{VisualMap: v, OutOfRange: map[string][]string{"color": {colour.Property("bg")}}, ItemGap: bandGap}
	for i, p := range v.Pieces {
		out.Pieces = append(out.Pieces, band{p, svg.Tidy(name(i))})
	}
	return out
}
