package chart

import (
	"math"
	"strings"
	"testing"
)

// TestDotsSettle holds that dots are moved apart, stay near their place, and
// never overlap; and that one alone stays where it is.
func TestDotsSettle(t *testing.T) {
	var shapes []Shape
	for i := range 12 { // a chain as close as the Lesser Antilles
		shapes = append(shapes, Shape{Name: "x", Dot: Spot{330 + float64(i%3), 230 + 3.4*float64(i)}})
	}
	shapes = append(shapes, Shape{Name: "alone", Dot: Spot{700, 300}}, Shape{Name: "twin", Dot: Spot{100, 100}}, Shape{Name: "twin", Dot: Spot{100, 100}},
		Shape{Name: "broken", Dot: Spot{math.NaN(), 3}}, Shape{Name: "edge", Dot: Spot{1, 499}})
	dots := settle(shapes)
	if len(dots) != 16 {
		t.Fatalf("%d dots", len(dots))
	}
	for i, a := range dots {
		home := shapes[a.shape].Dot
		if d := math.Hypot(a.x-home.X, a.y-home.Y); d > dotMove+dotRadius {
			t.Errorf("dot %d moved by %v", i, d)
		}
		if a.target < a.radius || a.target > targetLimit {
			t.Errorf("dot %d has target %v, radius %v", i, a.target, a.radius)
		}
		for _, b := range dots[:i] {
			d := math.Hypot(a.x-b.x, a.y-b.y)
			if d < a.radius+b.radius-1e-6 || d < a.target+b.target-1e-6 && a.target > a.radius && b.target > b.radius {
				t.Errorf("dots at %v and %v overlap: %v", a, b, d)
			}
		}
	}
	if a := dots[12]; a.x != 700 || a.y != 300 || a.radius != dotRadius || a.target != targetLimit {
		t.Errorf("the dot alone is %+v", a)
	}
}

// TestMapLinks holds that each jurisdiction is one stop for the keyboard, even
// one with land, dot and target.
func TestMapLinks(t *testing.T) {
	m := sampleMap()
	stops := map[string]int{}
	land, target := -1, -1
	for i, e := range parse(t, m.SVG()) {
		if e.name == "a" && e.attrs["tabindex"] == "" {
			stops[e.attrs["href"]]++
		}
		if e.name == "a" && (e.attrs["tabindex"] == "-1") != (e.attrs["aria-hidden"] == "true") {
			t.Errorf("%v is hidden from one kind of reader only", e.attrs)
		}
		if e.class("c-target") {
			target = i
		}
		if e.name == "path" && e.attrs["d"] == m.Shapes[0].Path {
			land = i
		}
	}
	for _, s := range m.Shapes {
		if stops[s.Href] != 1 {
			t.Errorf("%s is %d stops", s.Name, stops[s.Href])
		}
	}
	if target < 0 || land < target {
		t.Error("land must lie over the targets of dots")
	}
}

func TestMapIsNeverMirrored(t *testing.T) {
	m := sampleMap()
	left := m.SVG()
	m.RTL = true
	if strings.ReplaceAll(m.SVG(), `direction="rtl"`, `direction="ltr"`) != left {
		t.Error("the map differs from right to left in more than its direction")
	}
}

func TestOutline(t *testing.T) {
	two := []Shape{{Path: "M0 0h40v40h-40z"}, {Path: "M40 0L80 0L80 40L40 40Z"}, {Path: "M200 200h1v1h-1z"}}
	if got, want := Outline(two, 4), "M0 0l80 0 0 40-80 0z"; got != want {
		t.Errorf("outline %q, want %q: no border, no speck, no corner on a line", got, want)
	}
	if got := Outline(nil, 0); got != "" {
		t.Errorf("outline of nothing is %q", got)
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
		if len(path) < 500 {
			parse(t, Locator{Land: Outline([]Shape{{Path: path}}, 4), Path: path}.SVG())
		}
	})
}

func TestLocatorRing(t *testing.T) {
	large := Locator{Path: "M100 100h60v60h-60z"}.SVG()
	small := Locator{Path: "M100 100h6v6h-6z"}.SVG()
	if strings.Contains(large, "c-ring-here") {
		t.Error("a large place has a ring")
	}
	if !strings.Contains(small, `class="c-ring-here" cx="103" cy="103"`) {
		t.Errorf("a small place has no ring at its middle: %s", small)
	}
	if out := (Locator{Spot: Spot{-50, 1e9}}).SVG(); !strings.Contains(out, `cx="0" cy="500"`) {
		t.Errorf("a spot beyond the plane is not kept inside: %s", out)
	}
}
