package method_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"tipscore/generator/scorecard/method"
)

// two is a root with two leaves.
func two(mean method.Mean, coverage float64) []method.Node {
	return []method.Node{
		{Parent: -1, End: 3, Weight: 1, Mean: mean, Coverage: coverage},
		{Parent: 0, End: 2, Leaf: true, Weight: 1},
		{Parent: 0, End: 3, Leaf: true, Weight: 3},
	}
}

func TestSheet(t *testing.T) {
	na, out := math.NaN(), method.Outside()
	for _, c := range []struct {
		a, b float64
		want method.Part
	}{
		{20, 60, method.Part{Value: 50, Coverage: 1, Low: 50, High: 50}},
		{na, 60, method.Part{Value: 60, Coverage: 0.75, Low: 45, High: 70}},
		{20, na, method.Part{Value: na, Coverage: 0.25, Low: 5, High: 80}},
		{out, 60, method.Part{Value: 60, Coverage: 1, Low: 60, High: 60}},
		{out, na, method.Part{Value: na, High: 100}},
		{out, out, method.Part{Value: out}},
	} {
		s := method.NewSheet(two(method.Arithmetic, 0.5), 1)
		s.Value[1], s.Value[2] = []float64{c.a}, []float64{c.b}
		s.Run(0, 1)
		if got := s.Part(0, 0); !samePart(got, c.want) {
			t.Errorf("%v and %v: %+v, want %+v", c.a, c.b, got, c.want)
		}
	}
}

func samePart(a, b method.Part) bool {
	return same([]float64{a.Value, a.Coverage, a.Low, a.High}, []float64{b.Value, b.Coverage, b.Low, b.High}) && a.Filled == b.Filled
}

// A number that was filled in makes a score, but neither coverage nor narrower
// bounds, and its mark goes up to the root.
func TestFilledNumbersAreMarkedAndProveNothing(t *testing.T) {
	s := method.NewSheet(two(method.Arithmetic, 1), 1)
	s.Value[1], s.Value[2] = []float64{20}, []float64{60}
	s.Filled = [][]bool{{false}, {true}, nil}
	s.Run(0, 1)
	if got, want := s.Part(0, 0), (method.Part{Value: 50, Coverage: 0.75, Low: 45, High: 70, Filled: true}); !samePart(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Whatever the mean: scores stay within 0 and 100 and within the bounds, a
// better leaf never lowers the root, equal leaves make it equal, weights times
// a number change nothing, and the bounds of complete answers are the score.
func TestPropertiesOfEveryMean(t *testing.T) {
	means := []method.Mean{method.Arithmetic, method.Geometric, method.Harmonic, method.Minimum, method.Median}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 9))
		mean := means[seed%uint64(len(means))]
		leaves := 2 + r.IntN(5)
		nodes := []method.Node{{Parent: -1, End: leaves + 1, Weight: 1, Mean: mean, Floor: float64(r.IntN(2))}}
		var x []float64
		for k := range leaves {
			nodes = append(nodes, method.Node{End: k + 2, Leaf: true, Weight: float64(1+r.IntN(50)) / 10})
			x = append(x, float64(r.IntN(1001))/10)
		}
		base := root(nodes, x)
		if base.Value < 0 || base.Value > 100 || base.Low != base.Value || base.High != base.Value || base.Coverage != 1 {
			t.Errorf("seed %d: %+v", seed, base)
		}
		better := append([]float64(nil), x...)
		k := r.IntN(leaves)
		better[k] += (100 - better[k]) * r.Float64()
		if got := root(nodes, better); got.Value < base.Value-1e-10 {
			t.Errorf("seed %d: a better answer lowers %v to %v", seed, base.Value, got.Value)
		}
		gap := append([]float64(nil), x...)
		gap[k] = math.NaN()
		if got := root(nodes, gap); got.Low > base.Value+1e-10 || got.High < base.Value-1e-10 {
			t.Errorf("seed %d: with a gap the bounds %v to %v do not hold %v", seed, got.Low, got.High, base.Value)
		}
		scaled := append([]method.Node(nil), nodes...)
		for n := range scaled {
			scaled[n].Weight *= 8
		}
		if got := root(scaled, x); !samePart(got, base) {
			t.Errorf("seed %d: weights times 8 change %+v to %+v", seed, base, got)
		}
		for n := range x {
			x[n] = 61.7
		}
		if got := root(nodes, x); got.Value != 61.7 {
			t.Errorf("seed %d: the mean %d of equals is %v", seed, mean, got.Value)
		}
	}
}

func root(nodes []method.Node, leaves []float64) method.Part {
	s := method.NewSheet(nodes, 1)
	for k, x := range leaves {
		s.Value[k+1] = []float64{x}
	}
	s.Run(0, 1)
	return s.Part(0, 0)
}
