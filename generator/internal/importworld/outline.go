package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// tenths is a point of the drawing in tenths of a unit of the plane.
type tenths struct{ x, y int }

// outline returns the SVG path of the polygons, with one decimal, "" where
// they are too small to be seen.
func outline(polygons []polygon) string {
	total := 0.0
	for _, p := range polygons {
		total += math.Abs(area(p[0]))
	}
	if total < leastLand {
		return ""
	}
	var b strings.Builder
	for _, p := range largestFirst(polygons) {
		for i, ring := range p {
			if math.Abs(area(ring)) < leastRing {
				if i == 0 {
					break // without the land there are no holes
				}
				continue
			}
			appendRing(&b, ring)
		}
	}
	return b.String()
}

// largestFirst orders polygons by the area of their outer ring.
func largestFirst(polygons []polygon) []polygon {
	polygons = slices.Clone(polygons)
	slices.SortStableFunc(polygons, func(a, b polygon) int {
		switch x, y := math.Abs(area(a[0])), math.Abs(area(b[0])); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return polygons
}

// appendRing writes a ring as one absolute point and steps from it. Steps are
// differences of rounded points, so that rounding does not add up.
func appendRing(b *strings.Builder, ring []point) {
	var points []tenths
	for _, p := range ring {
		t := tenths{int(math.Round(p.x * 10)), int(math.Round(p.y * 10))}
		if len(points) == 0 || points[len(points)-1] != t {
			points = append(points, t)
		}
	}
	if len(points) > 1 && points[0] == points[len(points)-1] {
		points = points[:len(points)-1] // z closes the ring
	}
	if len(points) < 3 {
		return
	}
	b.WriteByte('M')
	appendPair(b, points[0], true)
	b.WriteByte('l')
	for i := 1; i < len(points); i++ {
		appendPair(b, tenths{points[i].x - points[i-1].x, points[i].y - points[i-1].y}, i == 1)
	}
	b.WriteByte('z')
}

// appendPair writes two numbers; a minus sign separates as well as a space.
func appendPair(b *strings.Builder, p tenths, first bool) {
	if !first && p.x >= 0 {
		b.WriteByte(' ')
	}
	b.WriteString(decimal(p.x))
	if p.y >= 0 {
		b.WriteByte(' ')
	}
	b.WriteString(decimal(p.y))
}

// decimal writes tenths without what is not needed: 15 is "1.5", -3 is "-.3",
// 20 is "2".
func decimal(n int) string {
	s := strconv.FormatFloat(float64(n)/10, 'f', -1, 64)
	if rest, ok := strings.CutPrefix(s, "0."); ok {
		return "." + rest
	}
	if rest, ok := strings.CutPrefix(s, "-0."); ok {
		return "-." + rest
	}
	return s
}

// middle returns a point well inside the largest polygon: of the points
// halfway along its longest horizontal and vertical chords, the one with the
// most room to its sides.
func middle(polygons []polygon) point {
	p := largestFirst(polygons)[0]
	low, high := p[0][0], p[0][0]
	for _, q := range p[0] {
		low = point{min(low.x, q.x), min(low.y, q.y)}
		high = point{max(high.x, q.x), max(high.y, q.y)}
	}
	best, room := point{(low.x + high.x) / 2, (low.y + high.y) / 2}, 0.0
	const lines = 40
	for i := range lines {
		y := low.y + (high.y-low.y)*(float64(i)+0.5)/lines
		for _, across := range chords(p, y, false) {
			x := (across[0] + across[1]) / 2
			for _, down := range chords(p, x, true) {
				if down[0] <= y && y <= down[1] {
					if r := min(across[1]-x, y-down[0], down[1]-y); r > room {
						best, room = point{x, y}, r
					}
				}
			}
		}
	}
	return best
}

// chords returns the parts of a line that lie inside the polygon: of the
// horizontal line at y = at, or of the vertical one at x = at.
func chords(p polygon, at float64, vertical bool) [][2]float64 {
	var cuts []float64
	for _, ring := range p {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if vertical {
				a, b = point{a.y, a.x}, point{b.y, b.x}
			}
			if a.y > at != (b.y > at) {
				cuts = append(cuts, a.x+(b.x-a.x)*(at-a.y)/(b.y-a.y))
			}
		}
	}
	slices.Sort(cuts)
	var pairs [][2]float64
	for i := 1; i < len(cuts); i += 2 {
		pairs = append(pairs, [2]float64{cuts[i-1], cuts[i]})
	}
	return pairs
}
