package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Steps cuts the scale of scores into two to five steps from weak to strong.
// The zero Steps is five equal ones from 0 to 100.
type Steps struct {
	Edges  []float64 // rising, one more than there are steps
	Labels []string  // the edges as readers see them; nil writes plain digits
	Names  []string  // of the steps, as readers see them; nil has none
	Low    string    // words at the weak and the strong end
	High   string
}

// edges returns the edges in use. Anything but three to six rising numbers is
// the default, because there are no more colours than five.
func (s Steps) edges() []float64 {
	usable := len(s.Edges) >= 3 && len(s.Edges) <= 6
	for i := 1; usable && i < len(s.Edges); i++ {
		usable = s.Edges[i] > s.Edges[i-1]
	}
	if !usable {
		return []float64{0, 20, 40, 60, 80, 100}
	}
	return s.Edges
}

// Of returns the step of a value, 1 (weak) to 5 (strong). An edge belongs to
// the step above it. With fewer than five steps some numbers are left out, so
// that the ends of the palette stay its ends: three steps are 1, 3 and 5.
func (s Steps) Of(v float64) int {
	return colour.Spread(s.index(v), len(s.edges())-1)
}

// index returns the place of a value's step, 0 for the weakest.
func (s Steps) index(v float64) int {
	edges := s.edges()
	i := 0
	for i < len(edges)-2 && v >= edges[i+1] {
		i++
	}
	return i
}

// at returns the place of a point's step, 0 for the weakest.
func (s Steps) at(p Point) int {
	if p.Step > 0 {
		return min(p.Step, len(s.edges())-1) - 1
	}
	return s.index(p.Value)
}

// of returns the colour of a point on a map, 1 (weak) to 5 (strong).
func (s Steps) of(p Point) int { return colour.Spread(s.at(p), len(s.edges())-1) }

// label returns the text at an edge.
func (s Steps) label(i int) string {
	edges := s.edges()
	if len(s.Labels) == len(edges) {
		return s.Labels[i]
	}
	return svg.Plain(edges[i])
}

// name returns the name of step i from the weak end, "" if it has none.
func (s Steps) name(i int) string {
	if len(s.Names) == len(s.edges())-1 {
		return s.Names[i]
	}
	return ""
}
