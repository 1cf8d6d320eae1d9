package svg

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestRoundMax(t *testing.T) {
	for v, want := range map[float64]float64{0: 1, 1: 1, 3: 3, 7: 8, 131: 150, 1000: 1000, 1001: 1500, 12345: 15000, -4: 1} {
		if got := RoundMax(v); got != want {
			t.Errorf("%v is held by %v, want %v", v, got, want)
		}
	}
	for v := 1.0; v < 1e7; v *= 1.37 {
		if got := RoundMax(v); got < v || got > 2.1*v {
			t.Errorf("%v is held by %v", v, got)
		}
	}
}

func years(from, to int) []string {
	var out []string
	for y := from; y <= to; y++ {
		out = append(out, strconv.Itoa(y))
	}
	return out
}

func shown(labels []Place, show []bool) string {
	var out []string
	for i, l := range labels {
		if show[i] {
			out = append(out, l.Text)
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
		var labels []Place
		for i, l := range c.labels {
			labels = append(labels, Place{At: 100 * float64(i) / math.Max(1, float64(len(c.labels)-1)), Text: l})
		}
		f := Frame{Start: 30, End: 30}
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
		got := Spread(want, 16, 0, 180)
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
	if got := Spread([]float64{50, 50}, 16, 0, 180); got[0] != 42 || got[1] != 58 {
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
		var signs []Sign
		for range 1 + r.IntN(5) {
			signs = append(signs, Sign{At: math.Round(r.Float64()*15) / 15 * 100, Text: names[r.IntN(len(names))]})
		}
		f := NewFrame(28, r.Float64()*110)
		lanes := LaySigns(signs, f)
		for _, plot := range []float64{f.Narrow(), f.Narrow() * 1.3, f.Narrow() * 2, f.Wide() * 1.5} {
			for i := range signs {
				a := spanAt(signs[i], f, plot)
				if a[0] < -1 || a[1] > plot+f.Start+f.End+1 {
					t.Errorf("label %q at %v leaves the drawing: %v", signs[i].short, signs[i].At, a)
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
func spanAt(s Sign, f Frame, plot float64) [2]float64 {
	x := f.Start + s.At*plot/100
	w := TextWidth(s.short, SmallSize)
	if s.side == End {
		return [2]float64{x - signGap - w, x - signGap}
	}
	return [2]float64{x + signGap, x + signGap + w}
}
