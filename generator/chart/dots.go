package chart

import "math"

// dot is the circle of a small state.
type dot struct {
	shape  int
	x, y   float64
	radius float64
	target float64 // radius of the circle that can be touched
}

const (
	dotRadius   = 6   // 4 pixels across on a phone, 12 on a desk screen
	dotMove     = 14  // how far a dot may be moved off its place
	targetLimit = 38  // 24 pixels across on a 320 px phone: 12 * 1000 / 320
	settleTurns = 40  // enough for the chain of the Caribbean
	dotSpace    = 1.5 // between two dots
)

// settle places the dots of the small states. Where they would cover each
// other, as in the Caribbean, it moves them apart, each by dotMove at most, and
// gives every dot as large a target as its neighbours allow (WCAG 2.2, 2.5.8
// asks for 24 pixels; the list beside the map has the same links where there is
// no space for that). The result depends on the shapes alone.
func settle(shapes []Shape) []dot {
	var dots []dot
	for i, s := range shapes {
		if s.Dot == (Spot{}) || !finite(s.Dot.X) || !finite(s.Dot.Y) {
			continue
		}
		dots = append(dots, dot{shape: i, x: s.Dot.X, y: s.Dot.Y, radius: dotRadius})
	}
	for range settleTurns {
		if !push(dots) {
			break
		}
		for i := range dots {
			tether(&dots[i], shapes[dots[i].shape].Dot)
		}
	}
	for i := range dots {
		nearest := math.Inf(1)
		for k := range dots {
			if k != i {
				nearest = math.Min(nearest, math.Hypot(dots[i].x-dots[k].x, dots[i].y-dots[k].y))
			}
		}
		dots[i].radius = math.Max(2, math.Min(dotRadius, nearest/2))
		dots[i].target = math.Min(targetLimit, math.Max(dots[i].radius, nearest/2))
	}
	return dots
}

// push moves every pair that overlaps apart by half the overlap and tells
// whether there was one.
func push(dots []dot) bool {
	const want = 2*dotRadius + dotSpace
	moved := false
	for i := range dots {
		for k := i + 1; k < len(dots); k++ {
			a, b := &dots[i], &dots[k]
			dx, dy := b.x-a.x, b.y-a.y
			d := math.Hypot(dx, dy)
			if d >= want-0.01 {
				continue
			}
			if d < 1e-6 {
				dx, dy, d = 0, 1, 1 // on one spot: one goes up, one down
			}
			shift := (want - d) / 2
			a.x, a.y = a.x-dx/d*shift, a.y-dy/d*shift
			b.x, b.y = b.x+dx/d*shift, b.y+dy/d*shift
			moved = true
		}
	}
	return moved
}

// tether keeps a dot near its place and within the plane.
func tether(d *dot, home Spot) {
	dx, dy := d.x-home.X, d.y-home.Y
	if far := math.Hypot(dx, dy); far > dotMove {
		d.x, d.y = home.X+dx/far*dotMove, home.Y+dy/far*dotMove
	}
	d.x = math.Max(dotRadius, math.Min(planeWidth-dotRadius, d.x))
	d.y = math.Max(dotRadius, math.Min(planeHeight-dotRadius, d.y))
}
