package plane

import (
	"math"
	"strings"
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

func TestRings(t *testing.T) {
	for path, want := range map[string]int{
		"": 0, "M1 2": 1, "M0,0 10,0 10,10z": 1, "m0 0l1-1.5.5.5z m5 5 1 1": 2, "M0 0C1 2 3 4 5 6": 1, "L1 1": 0, "M": 0, "M1e5 1": 0, "M 1 2 x": 1,
	} {
		if got := len(rings(path)); got != want {
			t.Errorf("%q has %d rings, want %d: %v", path, got, want, rings(path))
		}
	}
	got := rings("m10 10 5 0v5h-5zl1 1")
	want := []Spot{{10, 10}, {15, 10}, {15, 15}, {10, 15}, {11, 11}}
	for i, c := range want {
		if len(got) != 1 || len(got[0]) != len(want) || got[0][i] != c {
			t.Fatalf("corners %v, want %v", got, want)
		}
	}
}

// FuzzRings holds that the reader of paths ends on anything, and only ever
// returns numbers.
func FuzzRings(f *testing.F) {
	f.Add("M0 0l1-1.5.5zm5 5h1V2")
	f.Add("M--1 .. e9")
	f.Fuzz(func(t *testing.T, path string) {
		for _, ring := range rings(path) {
			for _, c := range ring {
				if math.IsNaN(c.X) || math.IsNaN(c.Y) {
					t.Errorf("%q has corner %v", path, c)
				}
			}
		}
		if out := Outline([]string{path}, 4); strings.Trim(out, "Mlz-.0123456789e+ ") != "" {
			t.Errorf("%q has outline %q", path, out)
		}
	})
}

func TestBounds(t *testing.T) {
	middle, across, ok := Bounds("M10 10h20v6h-20z")
	if middle != (Spot{20, 13}) || across != 20 || !ok {
		t.Errorf("middle %v, across %v, %v", middle, across, ok)
	}
	if _, _, ok := Bounds("no path"); ok {
		t.Error("what is no path has bounds")
	}
}
