package main

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func square(x, y, side float64) []point {
	return []point{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
}

func TestSimplify(t *testing.T) {
	for _, c := range []struct {
		line []point
		want []int
	}{
		{[]point{{0, 0}}, []int{0}},
		{[]point{{0, 0}, {0, 0}}, []int{0, 1}},
		{[]point{{0, 0}, {1, 0}, {2, 0}}, []int{0, 2}},
		{[]point{{0, 0}, {1, 0.9}, {2, 0}}, []int{0, 2}},    // spans 0.9
		{[]point{{0, 0}, {1, 1.1}, {2, 0}}, []int{0, 1, 2}}, // spans 1.1
		{[]point{{0, 0}, {1, 0.1}, {2, 9}, {3, 0.1}, {4, 0}}, []int{0, 1, 2, 3, 4}},
	} {
		if got := simplify(c.line, 1); !slices.Equal(got, c.want) {
			t.Errorf("simplify(%v) = %v, want %v", c.line, got, c.want)
		}
	}
}

func TestSimplifyKeepsEndsAndOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		line := make([]point, 2+random.IntN(60))
		for i := range line {
			line[i] = point{random.Float64() * 10, random.Float64() * 10}
		}
		kept := simplify(line, random.Float64()*5)
		if kept[0] != 0 || kept[len(kept)-1] != len(line)-1 || !slices.IsSorted(kept) {
			t.Fatalf("of %d points %v are kept", len(line), kept)
		}
	}
}

func TestArea(t *testing.T) {
	if got := area(square(3, 4, 2)); got != 4 {
		t.Errorf("a square of side 2 has the area %v", got)
	}
	back := square(3, 4, 2)
	slices.Reverse(back)
	if got := area(back); got != -4 {
		t.Errorf("run the other way it has %v", got)
	}
}

// The two parts of a ring have together the area of the whole.
func TestClipDivides(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var ring []point
		for range 3 + random.IntN(9) {
			ring = append(ring, point{random.Float64() * 10, random.Float64() * 10})
		}
		ring = append(ring, ring[0])
		y := random.Float64() * 10
		up, down := clip(ring, above(y)), clip(ring, below(y))
		sum := 0.0
		for _, part := range [][]point{up, down} {
			if len(part) > 0 {
				sum += area(part)
				if part[0] != part[len(part)-1] {
					t.Fatalf("a part is not closed: %v", part)
				}
			}
		}
		if !near(sum, area(ring), 1e-9) {
			t.Fatalf("parts of %v and %v do not make %v", up, down, area(ring))
		}
		for _, p := range up {
			if p.y > y+1e-9 {
				t.Fatalf("%v is not above %v", p, y)
			}
		}
	}
	if got := clip(square(0, 0, 1), below(5)); len(got) != 0 {
		t.Errorf("nothing of the square is below 5, yet: %v", got)
	}
}

func TestContains(t *testing.T) {
	p := polygon{square(0, 0, 10), square(4, 4, 2)}
	for at, want := range map[point]bool{{1, 1}: true, {5, 5}: false, {11, 5}: false, {5, -1}: false, {9, 9}: true} {
		if got := p.contains(at); got != want {
			t.Errorf("contains(%v) = %v", at, got)
		}
	}
}
