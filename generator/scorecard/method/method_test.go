package method_test

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tipscore/generator/scorecard/method"
)

func near(got, want, by float64) bool {
	return got == want || math.Abs(got-want) <= by || math.IsNaN(got) && math.IsNaN(want)
}

// The logarithm and the power of e differ from the library's by no more than
// the last bits.
func TestLogAndExpAgreeWithTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200_000 {
		x := math.Exp(r.Float64()*1400 - 700)
		if got, want := method.Log(x), math.Log(x); math.Abs(got-want) > 2*ulp(want) {
			t.Fatalf("ln %v is %v, want %v", x, got, want)
		}
		y := r.Float64()*1400 - 700
		if got, want := method.Exp(y), math.Exp(y); math.Abs(got-want) > 3*ulp(want) {
			t.Fatalf("exp %v is %v, want %v", y, got, want)
		}
	}
	for _, c := range [][3]float64{
		{method.Log(0), math.Inf(-1)}, {method.Log(-1), math.NaN()}, {method.Log(1), 0}, {method.Log(75000), 11.225243392518447},
		{method.Log(math.Inf(1)), math.Inf(1)}, {method.Log(5e-324), -744.4400719213812},
		{method.Exp(0), 1}, {method.Exp(1), math.E}, {method.Exp(math.Inf(-1)), 0}, {method.Exp(1000), math.Inf(1)}, {method.Exp(-740), math.Exp(-740)},
	} {
		if !near(c[0], c[1], 2e-16*math.Abs(c[1])) {
			t.Errorf("%v, want %v", c[0], c[1])
		}
	}
}

func ulp(x float64) float64 { return math.Nextafter(math.Abs(x), math.Inf(1)) - math.Abs(x) }

func parts(pairs ...float64) (out []method.Weighted) {
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, method.Weighted{Value: pairs[i], Weight: pairs[i+1]})
	}
	return out
}

func TestMeans(t *testing.T) {
	for _, c := range []struct {
		name  string
		mean  method.Mean
		parts []method.Weighted
		floor float64
		want  float64
		by    float64
	}{
		{"arithmetic", method.Arithmetic, parts(75, 1, 50, 1, 50, 1), 0, 175.0 / 3, 1e-12},
		// COINr's worked harmonic means, inputs of three digits.
		{"harmonic 1", method.Harmonic, parts(94.1, 1, 14.2, 1, 1.0, 2, 29.4, 1), 0, 2.36, 0.005},
		{"harmonic 2", method.Harmonic, parts(94.6, 1, 15.6, 1, 97.2, 2, 40.0, 1), 0, 41.5, 0.1},
		{"harmonic 3", method.Harmonic, parts(35.0, 1, 4.89, 1, 38.0, 2, 15.6, 1), 0, 14.3, 0.05},
		{"harmonic 4", method.Harmonic, parts(51.2, 1, 4.90, 1, 59.2, 2, 34.3, 1), 0, 17.4, 0.05},
		{"geometric", method.Geometric, parts(94.1, 1, 14.2, 1, 1.0, 2, 29.4, 1), 0, 8.30, 0.01},
		{"geometric of 4 and 9", method.Geometric, parts(4, 1, 9, 1), 0, 6, 1e-14},
		{"geometric with a zero", method.Geometric, parts(0, 1, 90, 1), 0, 0, 0},
		{"geometric with a floor", method.Geometric, parts(0, 1, 100, 1), 1, 10, 1e-13},
		{"geometric of zeros", method.Geometric, parts(0, 1, 0, 1), 1, 0, 0},
		{"harmonic with a zero", method.Harmonic, parts(0, 1, 90, 1), 0, 0, 0},
		{"sum", method.Sum, parts(3, 1, 4, 9, 1, 1), 0, 8, 0},
		{"sum above 100", method.Sum, parts(60, 1, 70, 1), 0, 100, 0},
		{"minimum", method.Minimum, parts(30, 1, 20, 5, 90, 1), 0, 20, 0},
		{"median, odd", method.Median, parts(30, 1, 20, 1, 90, 1), 0, 30, 0},
		{"median, even", method.Median, parts(30, 1, 20, 1, 90, 1, 40, 1), 0, 35, 0},
		{"median with weights", method.Median, parts(30, 1, 20, 3, 90, 1), 0, 20, 0},
	} {
		if got := c.mean.Of(c.parts, c.floor); !near(got, c.want, c.by) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestStatistics(t *testing.T) {
	s := method.Describe([]float64{2, 4, 4, math.NaN(), 4, 5, 5, 7, 9})
	if s.Count != 8 || s.Least != 2 || s.Most != 9 || s.Mean != 5 || !near(s.Deviation, math.Sqrt(32.0/7), 1e-15) {
		t.Errorf("%+v", s)
	}
	if got := method.Skewness([]float64{1, 2, 3, 4, 10}); !near(got, 1.6970562748477143, 1e-12) {
		t.Errorf("skewness %v", got)
	}
	if got := method.Kurtosis([]float64{1, 2, 3, 4, 10}); !near(got, 3.152, 1e-12) {
		t.Errorf("kurtosis %v", got)
	}
	for _, c := range [][2]float64{{0, 1}, {0.25, 1.75}, {0.5, 2.5}, {0.95, 3.85}, {1, 4}} {
		if got := method.Quantile([]float64{1, 2, 3, 4}, c[0]); !near(got, c[1], 1e-14) {
			t.Errorf("quantile %v is %v, want %v", c[0], got, c[1])
		}
	}
}

func TestScales(t *testing.T) {
	of := method.Scale{Method: method.Rank}.Describe([]float64{9, 4, math.NaN(), 2, 4, 4, 5, 5, 7})
	for _, c := range []struct {
		name    string
		scale   method.Scale
		x, want float64
	}{
		{"min-max", method.Scale{Method: method.MinMax, High: 100}, 7, 500.0 / 7},
		{"min-max from 1", method.Scale{Method: method.MinMax, Low: 1, High: 100}, 2, 1},
		{"min-max down", method.Scale{Method: method.MinMax, High: 100, Down: true}, 7, 200.0 / 7},
		{"z-score", method.Scale{Method: method.ZScore, Mean: 50, Deviation: 10}, 7, 50 + 20/math.Sqrt(32.0/7)},
		{"z-score down", method.Scale{Method: method.ZScore, Mean: 50, Deviation: 10, Down: true}, 7, 50 - 20/math.Sqrt(32.0/7)},
		{"z-score capped", method.Scale{Method: method.ZScore, Mean: 50, Deviation: 40}, 9, 100},
		{"target", method.Scale{Method: method.Target, Target: 6}, 4, 50},
		{"target reached", method.Scale{Method: method.Target, Target: 6}, 7, 100},
		{"target down", method.Scale{Method: method.Target, Target: 4, Down: true}, 5, 80},
		{"maximum", method.Scale{Method: method.Maximum}, 9, 100},
		{"fraction", method.Scale{Method: method.Fraction}, 7, 700.0 / 9},
		{"fraction down", method.Scale{Method: method.Fraction, Down: true}, 4, 50},
		{"rank", method.Scale{Method: method.Rank}, 7, 87.5},
		{"rank of equals", method.Scale{Method: method.Rank}, 4, 25},
		{"rank down", method.Scale{Method: method.Rank, Down: true}, 7, 25},
		{"percentile", method.Scale{Method: method.Percentile}, 7, 600.0 / 7},
		{"missing", method.Scale{Method: method.MinMax, High: 100}, math.NaN(), math.NaN()},
	} {
		if got := c.scale.Score(c.x, &of); !near(got, c.want, 1e-12) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	same := method.Describe([]float64{3, 3, 3})
	for _, m := range []method.Method{method.MinMax, method.ZScore, method.Maximum} {
		if got := (method.Scale{Method: m, High: 100}).Score(3, &same); !math.IsNaN(got) {
			t.Errorf("method %d has the score %v where values do not differ", m, got)
		}
	}
}

func TestPosts(t *testing.T) {
	log := method.Posts{Low: 100, High: 75000, Log: true}
	for _, c := range []struct {
		posts   method.Posts
		x, want float64
	}{
		{method.Posts{Low: 20, High: 85}, 74.17, 83.33846153846154},
		{method.Posts{Low: 0, High: 80, Down: true}, 18.0 / 40 * 100, 43.75},
		{log, 18653.26836, 100 * math.Log(186.5326836) / math.Log(750)},
		{log, 75000, 100}, {log, 90000, 100}, {log, 100, 0}, {log, 3, 0}, {log, 0, 0}, {log, -5, 0},
	} {
		if got := c.posts.Score(c.x); !near(got, c.want, 1e-12) {
			t.Errorf("%v at %v: %v, want %v", c.posts, c.x, got, c.want)
		}
	}
}

func TestOutliers(t *testing.T) {
	rule := method.Outliers{Skewness: 2, Kurtosis: 3.5, Most: 5}
	got, what := rule.Treat([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 100})
	if !slices.Equal(got, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 9}) || what != (method.Treatment{Moved: 1}) {
		t.Errorf("%v, %+v", got, what)
	}
	got, _ = rule.Treat([]float64{-1, -2, -3, -4, -5, -6, -7, -8, -9, -100})
	if got[9] != -9 {
		t.Errorf("an outlier to the left stays %v", got[9])
	}
	even := []float64{1, 2, 3, 4, math.NaN(), 5}
	if got, what := rule.Treat(even); &got[0] != &even[0] || what != (method.Treatment{}) {
		t.Errorf("an even column was treated: %v", got)
	}
	hopeless := []float64{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7}
	rule.Most = 0
	if got, what := rule.Treat(hopeless); got[19] != 7 || what != (method.Treatment{}) {
		t.Errorf("without a way to treat it the column became %v", got)
	}
	rule.Log = true
	if got, what := rule.Treat(hopeless); !what.Logged || !near(got[19], math.Log(7.07), 1e-14) || !near(got[0], math.Log(0.07), 1e-14) {
		t.Errorf("%v, %+v", got, what)
	}
}

func TestFilling(t *testing.T) {
	na, out := math.NaN(), method.Outside()
	shape := method.Shape{Units: 2, Periods: 4}
	got, filled := method.CarryForward([]float64{na, 5, na, na, 1, out, na, 2}, shape, 1)
	if want := []float64{na, 5, 5, na, 1, out, na, 2}; !same(got, want) {
		t.Errorf("carried forward: %v, want %v", got, want)
	}
	if want := []bool{false, false, true, false, false, false, false, false}; !slices.Equal(filled, want) {
		t.Errorf("marked %v", filled)
	}
	got, filled = method.GroupMean([]float64{1, 3, na, na, out, 4, na}, method.Shape{Units: 7, Periods: 1}, []int{0, 0, 0, 1, 0, -1, -1})
	if want := []float64{1, 3, 2, na, out, 4, na}; !same(got, want) || !filled[2] || filled[3] || filled[6] {
		t.Errorf("group means: %v, %v", got, filled)
	}
	if got := method.Divide([]float64{36, na, 4, 4, out}, []float64{24, 1, 0, na, 1}, 2); !same(got, []float64{3, na, na, na, out}) {
		t.Errorf("divided: %v", got)
	}
}

func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) })
}

func TestRanks(t *testing.T) {
	x, out := []float64{7, math.NaN(), 9, 5, 7}, make([]int32, 5)
	for ties, want := range map[method.Ties][]int32{
		method.Low: {2, 0, 1, 4, 2}, method.High: {3, 0, 1, 4, 3}, method.Dense: {2, 0, 1, 3, 2},
	} {
		if n := method.Ranks(x, ties, out); n != 4 || !slices.Equal(out, want) {
			t.Errorf("ties %d: %v, want %v", ties, out, want)
		}
	}
}

func TestTrends(t *testing.T) {
	years := []float64{0, 1, 2, 3}
	if got, ok := method.TheilSen(years, []float64{1, 2, 30, 4}); !ok || got != 1 {
		t.Errorf("Theil-Sen slope %v", got)
	}
	if got, ok := method.AnnualRate([]float64{2010, 2012, 2015}, []float64{40, math.NaN(), 50}); !ok || got != 2 {
		t.Errorf("annual rate %v", got)
	}
	for _, x := range [][]float64{nil, {4}, {math.NaN(), 4, math.NaN()}} {
		if _, ok := method.TheilSen(years, x); ok {
			t.Errorf("%v has a slope", x)
		}
		if _, ok := method.AnnualRate(years, x); ok {
			t.Errorf("%v has a rate", x)
		}
	}
}

// TestLogAndExpHaveTheSameBitsEverywhere holds their bits over many numbers.
func TestLogAndExpHaveTheSameBitsEverywhere(t *testing.T) {
	h := fnv.New64a()
	x := 1e-300
	for range 5000 {
		binary.Write(h, binary.LittleEndian, math.Float64bits(method.Log(x)))
		binary.Write(h, binary.LittleEndian, math.Float64bits(method.Exp(float64(method.Log(x)*0.5))))
		x *= 1.3125
	}
	if got, want := h.Sum64(), uint64(0xfd5309238aee7bd6); got != want {
		t.Errorf("the numbers have the sum %#x, want %#x", got, want)
	}
}
