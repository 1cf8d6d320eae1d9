package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		axis Axis
		want string
	}{
		{Axis{}, "[0 20 40 60 80 100]"},
		{Axis{Max: 50}, "[0 10 20 30 40 50]"},
		{Axis{Min: -10, Max: 10}, "[-10 -5 0 5 10]"},
		{Axis{Min: 1, Max: 5, Ticks: []float64{1, 3, 5, 9}}, "[1 3 5]"},
		{Axis{Min: math.NaN(), Max: 7}, "[0 20 40 60 80 100]"},
		{Axis{Min: 9, Max: 3}, "[0 20 40 60 80 100]"},
	} {
		if got := fmt.Sprint(c.axis.scale().labels); got != c.want {
			t.Errorf("%+v has ticks %s, want %s", c.axis, got, c.want)
		}
	}
}

func TestRoundMax(t *testing.T) {
	for v, want := range map[float64]float64{0: 1, 1: 1, 3: 3, 7: 8, 131: 150, 1000: 1000, 1001: 1500, 12345: 15000, -4: 1} {
		if got := roundMax(v); got != want {
			t.Errorf("%v is held by %v, want %v", v, got, want)
		}
	}
	for v := 1.0; v < 1e7; v *= 1.37 {
		if got := roundMax(v); got < v || got > 2.1*v {
			t.Errorf("%v is held by %v", v, got)
		}
	}
}

func shown(labels []place, show []bool) string {
	var out []string
	for i, l := range labels {
		if show[i] {
			out = append(out, l.text)
		}
	}
	return strings.Join(out, " ")
}

func TestThin(t *testing.T) {
	for _, c := range []struct {
		labels []string
		width  float64
		want   string
	}{
		{years(1999, 2014), 150, "2000 2005 2010 2014"},
		{years(1999, 2014), 400, "2000 2002 2004 2006 2008 2010 2012 2014"},
		{years(2011, 2014), 200, "2011 2012 2013 2014"},
		{[]string{"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"}, 100, "2024-Q1 2025-Q1"},
		{nil, 200, ""},
		{[]string{"2014"}, 200, "2014"},
	} {
		var labels []place
		for i, l := range c.labels {
			labels = append(labels, place{100 * float64(i) / math.Max(1, float64(len(c.labels)-1)), l})
		}
		f := frame{start: 30, end: 30}
		if got := shown(labels, thin(labels, f, c.width)); got != c.want {
			t.Errorf("%v in %v: %q, want %q", c.labels, c.width, got, c.want)
		}
	}
}

// TestSpread holds the properties of moving labels apart: order, distance,
// bounds, and nothing moved without need.
func TestSpread(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		want := make([]float64, r.IntN(12))
		for i := range want {
			want[i] = r.Float64() * 180
		}
		slices.Sort(want)
		got := spread(want, 16, 0, 180)
		apart := true
		for i := range got {
			gap := math.Min(16, 180/math.Max(1, float64(len(got)-1)))
			if got[i] < -1e-9 || got[i] > 180+1e-9 || i > 0 && got[i]-got[i-1] < gap-1e-9 {
				t.Fatalf("%v becomes %v", want, got)
			}
			apart = apart && (i == 0 || want[i]-want[i-1] >= 16)
		}
		if apart && !slices.EqualFunc(want, got, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("%v lie apart and become %v", want, got)
		}
	}
	if got := spread([]float64{50, 50}, 16, 0, 180); got[0] != 42 || got[1] != 58 {
		t.Errorf("two at 50 become %v, want 42 and 58", got)
	}
}

// TestSignsAreClear holds, at every width from a phone up, that no label lies on
// another one. Rules may cross a label only where more signs crowd together than
// can be helped.
func TestSignsAreClear(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	names := []string{"Law", "Palermo Protocol", "Convention on organized crime", "Protocol on the sale of children", "CEDAW"}
	for range 300 {
		var signs []sign
		for range 1 + r.IntN(5) {
			signs = append(signs, sign{at: math.Round(r.Float64()*15) / 15 * 100, text: names[r.IntN(len(names))]})
		}
		f := newFrame(28, r.Float64()*110)
		lanes := laySigns(signs, f)
		for _, plot := range []float64{f.narrow(), f.narrow() * 1.3, f.narrow() * 2, f.wide() * 1.5} {
			for i := range signs {
				a := spanAt(signs[i], f, plot)
				if a[0] < -1 || a[1] > plot+f.start+f.end+1 {
					t.Errorf("label %q at %v leaves the drawing: %v", signs[i].short, signs[i].at, a)
				}
				if signs[i].lane >= lanes {
					t.Errorf("lane %d of %d", signs[i].lane, lanes)
				}
				for k := range i {
					b := spanAt(signs[k], f, plot)
					if signs[i].lane == signs[k].lane && a[0] < b[1] && b[0] < a[1] {
						t.Errorf("%q lies on %q in a plot of %v", signs[i].short, signs[k].short, plot)
					}
				}
			}
		}
	}
}

// spanAt returns the ends of a sign's short label in a plot of another width.
func spanAt(s sign, f frame, plot float64) [2]float64 {
	x := f.start + s.at*plot/100
	w := textWidth(s.short, smallSize)
	if s.side == end {
		return [2]float64{x - signGap - w, x - signGap}
	}
	return [2]float64{x + signGap, x + signGap + w}
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		steps Steps
		v     float64
		want  int
	}{
		{Steps{}, -1, 1}, {Steps{}, 0, 1}, {Steps{}, 19.9, 1}, {Steps{}, 20, 2}, {Steps{}, 79.9, 4}, {Steps{}, 80, 5}, {Steps{}, 100, 5}, {Steps{}, 101, 5},
		{Steps{Edges: []float64{0, 50, 100}}, 49, 1}, {Steps{Edges: []float64{0, 50, 100}}, 50, 5},
		{Steps{Edges: []float64{0, 30, 60, 100}}, 45, 3},
		{Steps{Edges: []float64{0, 25, 50, 75, 100}}, 30, 2}, {Steps{Edges: []float64{0, 25, 50, 75, 100}}, 60, 4},
		{Steps{Edges: []float64{0, 0, 100}}, 60, 4}, {Steps{Edges: []float64{0, 1, 2, 3, 4, 5, 6}}, 60, 4}, // unusable: five equal steps
	} {
		if got := c.steps.Of(c.v); got != c.want {
			t.Errorf("%v in %v is step %d, want %d", c.v, c.steps.Edges, got, c.want)
		}
	}
	if got := (Steps{}).CellClass(Known(85, "")); got != "c-step-5 c-on-5" {
		t.Errorf("cell of 85 is %q", got)
	}
	if got := (Steps{}).CellClass(Unknown(Hidden, "<5")); got != "c-hidden" {
		t.Errorf("hidden cell is %q", got)
	}
}
