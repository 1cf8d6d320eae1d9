package uncertainty_test

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/uncertainty"
)

// flat is a model with one node over so many rubrics of five levels, answered
// by chance.
func flat(r *rand.Rand, units, leaves int) scorecard.Model {
	m := scorecard.Model{Ranked: func(x float64) float64 { return scorecard.Round(x, 1) }}
	m.Nodes = []method.Node{{Parent: -1, End: leaves + 1, Weight: 1, Coverage: 0.5}}
	m.Leaves, m.Levels = [][]float64{nil}, [][]float64{nil}
	for k := range leaves {
		m.Nodes = append(m.Nodes, method.Node{End: k + 2, Leaf: true, Weight: 1})
		var x []float64
		for range units {
			x = append(x, 25*float64(r.IntN(5)))
		}
		m.Leaves, m.Levels = append(m.Leaves, x), append(m.Levels, []float64{0, 25, 50, 75, 100})
	}
	for j := range units {
		m.Jurisdictions = append(m.Jurisdictions, j)
	}
	m.Other = [][][]float64{make([][]float64, leaves+1)}
	return m
}

func everything() *doubt.Settings {
	return &doubt.Settings{
		Seed: 11, Runs: 300, Weights: 0.25, Aggregate: []string{"geometric", "median"}, Floor: 1,
		Normalise: []string{"rank"}, LeaveOut: true, Disagreement: 0.1, Sensitivity: 32,
	}
}

// TestProcessorsDoNotShow holds that the number of processors changes nothing,
// and that another seed does.
func TestProcessorsDoNotShow(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(1, 1)), 23, 9)
	settings := everything()
	first := uncertainty.Of(m, settings)
	for _, n := range []int{1, 2, 3, 7} {
		before := runtime.GOMAXPROCS(n)
		again := uncertainty.Of(m, settings)
		runtime.GOMAXPROCS(before)
		if !reflect.DeepEqual(again, first) {
			t.Errorf("with %d processors the study differs", n)
		}
	}
	settings.Seed++
	if reflect.DeepEqual(uncertainty.Of(m, settings), first) {
		t.Error("another seed gives the same study")
	}
}

// Where nothing varies an interval is a point, and all but ties are told apart.
func TestNothingVaries(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(2, 1)), 12, 4)
	study := uncertainty.Of(m, &doubt.Settings{Runs: 5, Seed: 3})
	pairs := 0
	for a, u := range study.Units {
		point := uncertainty.Interval{Low: u.Score, Median: u.Score, High: u.Score}
		rank := float64(u.Rank)
		if u.Scores != point || u.Ranks != (uncertainty.Interval{Low: rank, Median: rank, High: rank}) {
			t.Errorf("unit %d: %+v", a, u)
		}
		for b, other := range study.Units {
			if tie := a != b && other.Score == u.Score; tie != slices.Contains(u.Alike, b) {
				t.Errorf("units %d and %d with %v and %v: alike is %v", a, b, u.Score, other.Score, !tie)
			}
			if a < b && other.Score != u.Score {
				pairs++
			}
		}
	}
	if want := float64(pairs) / 66; study.Ordered != want || study.Told != want || study.Factors != nil {
		t.Errorf("%v ordered and %v told apart, want %v", study.Ordered, study.Told, want)
	}
}

// A unit that is better in every answer leads under all weights and means and
// whatever is left out; so it is ordered before, in all runs.
func TestWhoIsBetterInEverythingLeads(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(3, 1)), 8, 6)
	for n := range m.Leaves {
		if m.Leaves[n] != nil {
			m.Leaves[n][0], m.Leaves[n][1] = 100, 0
		}
	}
	s := everything()
	s.Disagreement = 0
	study := uncertainty.Of(m, s)
	best, worst := study.Units[0], study.Units[1]
	if best.Ranks.High != 1 || worst.Ranks.Low != 8 || slices.Contains(best.Alike, 1) {
		t.Errorf("best %+v, worst %+v", best, worst)
	}
	if study.Ordered < 1.0/28 || study.Ordered > study.Told || study.Told > 1 {
		t.Errorf("%v of the pairs are ordered, %v told apart", study.Ordered, study.Told)
	}
}

// The intervals hold the nominal result where choices vary around it, and are
// in order.
func TestIntervals(t *testing.T) {
	study := uncertainty.Of(flat(rand.New(rand.NewPCG(4, 1)), 40, 12), everything())
	wide := 0
	for k, u := range study.Units {
		for _, i := range []uncertainty.Interval{u.Scores, u.Ranks} {
			if !(i.Low <= i.Median && i.Median <= i.High) || i.Low < 0 || i.High > 100 {
				t.Errorf("unit %d: %+v", k, i)
			}
		}
		if u.Ranks.High > u.Ranks.Low {
			wide++
		}
	}
	if wide < 30 {
		t.Errorf("only %d of 40 ranks are in doubt", wide)
	}
}

// The rate of disagreement is the one that was asked for, one level at a time.
func TestDisagreementHasItsRate(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(5, 1)), 1, 1)
	m.Leaves[1][0] = 50
	study := uncertainty.Of(m, &doubt.Settings{Seed: 1, Runs: 4000, Disagreement: 0.4})
	if got := study.Units[0].Scores; got != (uncertainty.Interval{Low: 25, Median: 50, High: 75}) {
		t.Errorf("a rubric answer of 50 has the interval %+v", got)
	}
	study = uncertainty.Of(m, &doubt.Settings{Seed: 1, Runs: 4000, Disagreement: 0.04})
	if got := study.Units[0].Scores; got != (uncertainty.Interval{Low: 50, Median: 50, High: 50}) {
		t.Errorf("with few disagreements the interval is %+v", got)
	}
	m.Leaves[1][0] = 100
	study = uncertainty.Of(m, &doubt.Settings{Seed: 1, Runs: 4000, Disagreement: 0.4})
	if got := study.Units[0].Scores; got != (uncertainty.Interval{Low: 75, Median: 100, High: 100}) {
		t.Errorf("at the end of a rubric the interval is %+v", got)
	}
}

// Where the only indicator is left out there is no score; the others count.
func TestRunsWithoutAScore(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(6, 1)), 3, 1)
	study := uncertainty.Of(m, &doubt.Settings{Seed: 1, Runs: 100, LeaveOut: true})
	for k, u := range study.Units {
		if x := m.Leaves[1][k]; u.Scores != (uncertainty.Interval{Low: x, Median: x, High: x}) {
			t.Errorf("unit %d: %+v, want %v", k, u.Scores, x)
		}
	}
	if empty := uncertainty.Of(flat(rand.New(rand.NewPCG(6, 1)), 0, 3), everything()); len(empty.Units) != 0 || empty.Ordered != 0 {
		t.Errorf("a study of nobody: %+v", empty)
	}
}

// TestIshigami holds the indices against their exact values.
func TestIshigami(t *testing.T) {
	f := func(_ int, u []float64) float64 {
		x := make([]float64, 3)
		for k := range x {
			x[k] = math.Pi * (2*u[k] - 1)
		}
		s := math.Sin(x[1])
		return math.Sin(x[0]) + 7*s*s + 0.1*x[2]*x[2]*x[2]*x[2]*math.Sin(x[0])
	}
	first, total := uncertainty.Indices(f, uncertainty.Sample{Factors: 3, Base: 40_000, Seed: 5})
	for k, want := range [][2]float64{{0.3139, 0.5576}, {0.4424, 0.4424}, {0, 0.2437}} {
		if math.Abs(first[k]-want[0]) > 0.02 || math.Abs(total[k]-want[1]) > 0.02 {
			t.Errorf("x%d: %.4f and %.4f, want %.4f and %.4f", k+1, first[k], total[k], want[0], want[1])
		}
	}
	first, total = uncertainty.Indices(func(int, []float64) float64 { return 7 }, uncertainty.Sample{Factors: 2, Base: 10})
	if first[0] != 0 || total[1] != 0 {
		t.Errorf("a constant has the indices %v and %v", first, total)
	}
}

// A choice that changes nothing has no influence; the others share it all.
func TestWhatMattersMost(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(7, 1)), 30, 8)
	s := everything() // rank comparisons change nothing here: all answers are levels
	s.Sensitivity = 200
	study := uncertainty.Of(m, s)
	sum := 0.0
	for _, f := range study.Factors {
		sum += f.First
		if f.Name == uncertainty.Normalise && (f.First != 0 || f.Total != 0) {
			t.Errorf("a choice without effect has the indices %+v", f)
		}
		if f.Total < 0 || f.Total > 1.5 {
			t.Errorf("%+v", f)
		}
	}
	if len(study.Factors) != 5 || sum < 0.3 || sum > 1.3 {
		t.Errorf("first-order indices %+v add up to %v", study.Factors, sum)
	}
}

// TestSameBitsEverywhere holds the bits of a study, which must not depend on
// the machine or the version of the library.
func TestSameBitsEverywhere(t *testing.T) {
	m := flat(rand.New(rand.NewPCG(8, 8)), 17, 7)
	for n, x := range m.Leaves {
		for k := range x {
			x[k] = float64(25 * ((k*k + 3*n) % 5))
		}
	}
	study := uncertainty.Of(m, everything())
	h := fnv.New64a()
	put := func(numbers ...float64) {
		for _, x := range numbers {
			binary.Write(h, binary.LittleEndian, math.Float64bits(x))
		}
	}
	for _, u := range study.Units {
		put(u.Score, float64(u.Rank), u.Scores.Low, u.Scores.Median, u.Scores.High, u.Ranks.Low, u.Ranks.Median, u.Ranks.High)
		for _, b := range u.Alike {
			put(float64(b))
		}
	}
	put(study.Ordered, study.Told)
	for _, f := range study.Factors {
		put(f.First, f.Total)
	}
	if got, want := h.Sum64(), uint64(0xb0c9d6b980cf77df); got != want {
		t.Errorf("the study has the sum %#x, want %#x", got, want)
	}
}
