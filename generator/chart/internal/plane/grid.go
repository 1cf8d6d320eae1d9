package plane

import "math"

// Cell is a column and a row.
type Cell struct{ Column, Row int }

// Grid lays equal squares out, as large as their columns allow and never larger
// than Most.
type Grid struct {
	Side, Height float64
	gap          float64
	first        Cell
}

const (
	gridMost = 56 // the side of a square where there are few columns
	gridGap  = 3
)

// NewGrid returns the grid that holds the cells, so many units wide.
func NewGrid(cells []Cell, width float64) Grid {
	if len(cells) == 0 {
		return Grid{Side: gridMost, Height: gridMost}
	}
	g, last := Grid{first: cells[0]}, cells[0]
	for _, c := range cells {
		g.first.Column, g.first.Row = min(g.first.Column, c.Column), min(g.first.Row, c.Row)
		last.Column, last.Row = max(last.Column, c.Column), max(last.Row, c.Row)
	}
	room := width / float64(last.Column-g.first.Column+1)
	g.gap = math.Min(gridGap, room/4)
	g.Side = math.Min(gridMost, room-g.gap)
	g.Height = float64(last.Row-g.first.Row+1)*(g.Side+g.gap) - g.gap
	return g
}

// Corner returns the upper left corner of a cell's square.
func (g Grid) Corner(c Cell) Spot {
	return Spot{X: float64(c.Column-g.first.Column) * (g.Side + g.gap), Y: float64(c.Row-g.first.Row) * (g.Side + g.gap)}
}
