package main

import "math"

// Bounds of the drawing, in square units of the plane of 1000 by 500.
const (
	leastArea = 0.40 // a corner that spans less than this is left out of a line
	leastRing = 0.60 // an island or hole smaller than this is left out
	leastLand = 1.50 // land smaller than this in all is drawn as a dot
)

// simplify leaves out the corners of a line that span the smallest triangles
// with their neighbours, until all span at least the area (Visvalingam and
// Whyatt 1993), and returns the places of the points that stay. Both ends
// stay, so that lines still meet.
func simplify(line []point, least float64) []int {
	kept := make([]int, len(line))
	for i := range kept {
		kept[i] = i
	}
	for len(kept) > 2 {
		smallest, at := math.Inf(1), 0
		for i := 1; i+1 < len(kept); i++ {
			triangle := []point{line[kept[i-1]], line[kept[i]], line[kept[i+1]]}
			if a := math.Abs(area(triangle)); a < smallest {
				smallest, at = a, i
			}
		}
		if smallest >= least {
			break
		}
		kept = append(kept[:at], kept[at+1:]...)
	}
	return kept
}

// area returns the area of a ring, positive where it runs clockwise as seen on
// the plane (y points down). The ring may be open or closed.
func area(ring []point) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum / 2
}

// halfPlane is the part of the plane where over is not negative. The function
// must be linear.
type halfPlane func(point) (over float64)

func eastOf(lon float64) halfPlane { return func(p point) float64 { return p.x - lon } }
func westOf(lon float64) halfPlane { return func(p point) float64 { return lon - p.x } }
func above(y float64) halfPlane    { return func(p point) float64 { return y - p.y } }
func below(y float64) halfPlane    { return func(p point) float64 { return p.y - y } }

// clip returns the part of a closed ring in the half plane (Sutherland and
// Hodgman 1974), and nil if there is none.
func clip(ring []point, over halfPlane) []point {
	var out []point
	for i, p := range ring {
		if i > 0 && (over(ring[i-1]) < 0) != (over(p) < 0) {
			q := ring[i-1]
			share := over(q) / (over(q) - over(p))
			out = append(out, point{q.x + (p.x-q.x)*share, q.y + (p.y-q.y)*share})
		}
		if over(p) >= 0 {
			out = append(out, p)
		}
	}
	if len(out) > 0 && out[0] != out[len(out)-1] {
		out = append(out, out[0])
	}
	return out
}

// contains reports whether the point is in the polygon and in none of its
// holes, by counting the sides to its right.
func (p polygon) contains(q point) bool {
	in := false
	for _, ring := range p {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if a.y > q.y != (b.y > q.y) && q.x < a.x+(b.x-a.x)*(q.y-a.y)/(b.y-a.y) {
				in = !in
			}
		}
	}
	return in
}
