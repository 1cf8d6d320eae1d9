// Package plane is the geometry of the maps: a plane of 1000 by 500 units and the
// dots of small states on it.
//
//	dots := plane.Settle([]plane.Spot{{330, 230}, {331, 233}}) // moved apart
//
// Invariants: nothing here fails or loops on malformed data, and results depend
// on the order of the input alone.
package plane

import "math"

// The size of the plane on which maps are drawn, in units.
const (
	Width  = 1000
	Height = 500
)

// Spot is a place on the plane.
type Spot struct{ X, Y float64 }

// Finite tells whether both coordinates are numbers.
func (s Spot) Finite() bool {
	return math.Abs(s.X) <= math.MaxFloat64 && math.Abs(s.Y) <= math.MaxFloat64
}

// Dot is the circle of a small state.
type Dot struct {
	Shape  int // index of its home
	X, Y   float64
	Radius float64
	Target float64 // radius of the circle that can be touched
}

const (
	dotRadius   = 6   // 4 pixels across on a phone, 12 on a desk screen
	dotMove     = 14  // how far a dot may be moved off its place
	targetLimit = 38  // 24 pixels across on a 320 px phone: 12 * 1000 / 320
	settleTurns = 40  // enough for the chain of the Caribbean
	dotSpace    = 1.5 // between two dots
)

// Settle places the dots of the small states; the zero Spot has none. Where they would cover each
// other, as in the Caribbean, it moves them apart, each by dotMove at most, and
// gives every dot as large a target as its neighbours allow (WCAG 2.2, 2.5.8
// asks for 24 pixels; the list beside the map has the same links where there is
// no space for that). The result depends on the places alone.
func Settle(homes []Spot) []Dot {
	var dots []Dot
	for i, home := range homes {
		if home == (Spot{}) || !home.Finite() {
			continue
		}
		dots = append(dots, Dot{Shape: i, X: home.X, Y: home.Y, Radius: dotRadius})
	}
	for range settleTurns {
		if !push(dots) {
			break
		}
		for i := range dots {
			tether(&dots[i], homes[dots[i].Shape])
		}
	}
	for i := range dots {
		nearest := math.Inf(1)
		for k := range dots {
			if k != i {
				nearest = math.Min(nearest, math.Hypot(dots[i].X-dots[k].X, dots[i].Y-dots[k].Y))
			}
		}
		dots[i].Radius = math.Max(2, math.Min(dotRadius, nearest/2))
		dots[i].Target = math.Min(targetLimit, math.Max(dots[i].Radius, nearest/2))
	}
	return dots
}

// push moves every pair that overlaps apart by half the overlap and tells
// whether there was one.
func push(dots []Dot) bool {
	const want = 2*dotRadius + dotSpace
	moved := false
	for i := range dots {
		for k := i + 1; k < len(dots); k++ {
			a, b := &dots[i], &dots[k]
			dx, dy := b.X-a.X, b.Y-a.Y
			d := math.Hypot(dx, dy)
			if d >= want-0.01 {
				continue
			}
			if d < 1e-6 {
				dx, dy, d = 0, 1, 1 // on one spot: one goes up, one down
			}
			shift := (want - d) / 2
			a.X, a.Y = a.X-dx/d*shift, a.Y-dy/d*shift
			b.X, b.Y = b.X+dx/d*shift, b.Y+dy/d*shift
			moved = true
		}
	}
	return moved
}

// tether keeps a dot near its place and within the plane.
func tether(d *Dot, home Spot) {
	dx, dy := d.X-home.X, d.Y-home.Y
	if far := math.Hypot(dx, dy); far > dotMove {
		d.X, d.Y = home.X+dx/far*dotMove, home.Y+dy/far*dotMove
	}
	d.X = math.Max(dotRadius, math.Min(Width-dotRadius, d.X))
	d.Y = math.Max(dotRadius, math.Min(Height-dotRadius, d.Y))
}
