package scorecard

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
	"tipscore/generator/scorecard/method"
)

func TestRound(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     float64
	}{
		{26.25, 1, 26.3}, // an exact tie in binary
		{86.25, 1, 86.3},
		{0.05, 1, 0.1},
		{1.005, 2, 1.01}, // a tie on paper, a hair below in binary
		{0.49999999999, 0, 1},
		{0.4999999, 0, 0}, // no tie: the guard is a billionth of a point
		{58.333333333333336, 1, 58.3},
		{74.95, 1, 75},
		{74.94999, 1, 74.9},
		{99.95, 1, 100},
		{100, 1, 100},
		{0, 1, 0},
		{-26.25, 1, -26.3},
		{-0.01, 1, 0},
		{2.5, 0, 3},
		{-2.5, 0, -3},
		{12.3456785, 6, 12.345679},
		{12.3456781, 6, 12.345678},
	} {
		if got := Round(c.x, c.decimals); got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("Round(%v, %d) = %v, want %v", c.x, c.decimals, got, c.want)
		}
	}
}

// World Bank, Women, Business and the Law 1971-2024: eight topics, their mean
// published with one decimal.
func TestRoundWomenBusinessAndTheLaw(t *testing.T) {
	for _, c := range []struct {
		topics [8]float64
		want   float64
	}{
		{[8]float64{100, 100, 75, 80, 60, 100, 100, 75}, 86.3},  // Dominican Republic 2024
		{[8]float64{75, 0, 50, 20, 20, 0, 60, 75}, 37.5},        // 1971
		{[8]float64{100, 100, 75, 60, 40, 75, 60, 75}, 73.1},    // 2000
		{[8]float64{50, 50, 100, 40, 40, 75, 60, 75}, 61.3},     // Haiti 2024
		{[8]float64{100, 100, 75, 100, 80, 100, 100, 75}, 91.3}, // United States 2024
		{[8]float64{25, 25, 0, 20, 0, 75, 40, 25}, 26.3},        // Afghanistan 1971
	} {
		var parts []method.Weighted
		for _, x := range c.topics {
			parts = append(parts, method.Weighted{Value: x, Weight: 1})
		}
		if got := Round(method.Arithmetic.Of(parts, 0), 1); got != c.want {
			t.Errorf("mean of %v is published as %v, want %v", c.topics, got, c.want)
		}
	}
}

// Means in floating point, once rounded, must be the ones of exact fractions.
// Steps of a twentieth make every second mean of two a tie.
func TestRoundAgreesWithExactFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	ties := 0
	for range 20000 {
		var parts []method.Weighted
		total, weights := new(big.Rat), new(big.Rat)
		for range 1 + r.IntN(8) {
			value, weight := big.NewRat(r.Int64N(2001), 20), big.NewRat(1+r.Int64N(20), 10)
			v, _ := value.Float64()
			w, _ := weight.Float64()
			parts = append(parts, method.Weighted{Value: v, Weight: w})
			total.Add(total, new(big.Rat).Mul(value, weight))
			weights.Add(weights, weight)
		}
		exact := total.Quo(total, weights)
		if new(big.Rat).Mul(exact, big.NewRat(20, 1)).IsInt() {
			ties++
		}
		want := exact.FloatString(1) // rounds halves away from zero
		if got := fmt.Sprintf("%.1f", Round(method.Arithmetic.Of(parts, 0), 1)); got != want {
			t.Fatalf("mean of %v is %s, rounded to %s, want %s", parts, exact.FloatString(12), got, want)
		}
	}
	if ties < 500 {
		t.Errorf("only %d of the means were ties or whole tenths, too few to test them", ties)
	}
}
