package main

import (
	"slices"
	"testing"
)

func TestDecimal(t *testing.T) {
	for n, want := range map[int]string{0: "0", 3: ".3", -3: "-.3", 10: "1", -10: "-1", 15: "1.5", 1234: "123.4"} {
		if got := decimal(n); got != want {
			t.Errorf("decimal(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestOutline(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []polygon
		want string
	}{
		{"a square", []polygon{{square(10, 20, 1.5)}}, "M10 20l1.5 0 0 1.5-1.5 0z"},
		{"a square with a hole", []polygon{{square(0, 0, 4), square(1, 1, 2)}}, "M0 0l4 0 0 4-4 0zM1 1l2 0 0 2-2 0z"},
		{"a hole too small", []polygon{{square(0, 0, 4), square(1, 1, .2)}}, "M0 0l4 0 0 4-4 0z"},
		{"an island too small", []polygon{{square(9, 9, .2)}, {square(0, 0, 4)}}, "M0 0l4 0 0 4-4 0z"},
		{"the largest first", []polygon{{square(9, 9, 1)}, {square(0, 0, 4)}}, "M0 0l4 0 0 4-4 0zM9 9l1 0 0 1-1 0z"},
		{"nothing to be seen", []polygon{{square(0, 0, .5)}}, ""},
		{"no land", nil, ""},
	} {
		if got := outline(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The middle of a ring around water is on land, not in the water.
func TestMiddleIsInside(t *testing.T) {
	horseshoe := polygon{{{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}}
	atoll := polygon{square(0, 0, 10), square(2, 2, 6)}
	for _, p := range []polygon{horseshoe, atoll, {square(3, 3, 1)}} {
		if at := middle([]polygon{{square(50, 50, .1)}, p}); !p.contains(at) {
			t.Errorf("%v is not in %v", at, p)
		}
	}
	flat := polygon{{{1, 1}, {3, 1}, {1, 1}}}
	if at := middle([]polygon{flat}); at != (point{2, 1}) {
		t.Errorf("land without an area has its middle at %v", at)
	}
}

func TestChords(t *testing.T) {
	p := polygon{square(0, 0, 10), square(4, 4, 2)}
	if got := chords(p, 5, false); !slices.Equal(got, [][2]float64{{0, 4}, {6, 10}}) {
		t.Errorf("the line at y = 5 has the chords %v", got)
	}
	if got := chords(p, 1, true); !slices.Equal(got, [][2]float64{{0, 10}}) {
		t.Errorf("the line at x = 1 has the chords %v", got)
	}
}
