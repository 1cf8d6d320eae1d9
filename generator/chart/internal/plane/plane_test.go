package plane

import (
	"math"
	"testing"
)

// TestDotsSettle holds that dots are moved apart, stay near their place, and
// never overlap; and that one alone stays where it is.
func TestDotsSettle(t *testing.T) {
	var homes []Spot
	for i := range 12 { // a chain as close as the Lesser Antilles
		homes = append(homes, Spot{330 + float64(i%3), 230 + 3.4*float64(i)})
	}
	alone, twin, broken, edge := Spot{700, 300}, Spot{100, 100}, Spot{math.NaN(), 3}, Spot{1, 499}
	dots := Settle(append(homes, alone, twin, twin, broken, edge, Spot{}))
	homes = append(homes, alone, twin, twin, broken, edge)
	if len(dots) != 16 {
		t.Fatalf("%d dots", len(dots))
	}
	for i, a := range dots {
		home := homes[a.Shape]
		if d := math.Hypot(a.X-home.X, a.Y-home.Y); d > dotMove+dotRadius {
			t.Errorf("dot %d moved by %v", i, d)
		}
		if a.Target < a.Radius || a.Target > targetLimit {
			t.Errorf("dot %d has target %v, radius %v", i, a.Target, a.Radius)
		}
		for _, b := range dots[:i] {
			d := math.Hypot(a.X-b.X, a.Y-b.Y)
			if d < a.Radius+b.Radius-1e-6 || d < a.Target+b.Target-1e-6 && a.Target > a.Radius && b.Target > b.Radius {
				t.Errorf("dots at %v and %v overlap: %v", a, b, d)
			}
		}
	}
	if a := dots[12]; a.X != 700 || a.Y != 300 || a.Radius != dotRadius || a.Target != targetLimit {
		t.Errorf("the dot alone is %+v", a)
	}
}
