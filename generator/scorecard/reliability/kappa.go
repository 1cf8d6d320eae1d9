package reliability

import "math"

// Weights says how much two codes disagree in Cohen's kappa.
type Weights uint8

// The weights: any difference is as bad as any other, bad by its steps, or by
// the square of its steps.
const (
	Plain Weights = iota
	Linear
	Quadratic
)

// Kappa returns Cohen's kappa of two coders over the units that both judged:
// 1 - Do/De, with the observed disagreement Do and the one De that their totals
// would give by chance. Source: Cohen, Educational and Psychological Measurement
// 20 (1960) and, with weights, Psychological Bulletin 70 (1968). Worked number:
// of 50 units both say no to 20 and yes to 15, and they differ on 5 and 10:
// Do = 0.3, De = 0.5, kappa 0.4.
//
// It is not known for other than two coders, without a common unit, or where
// chance alone would make them agree on everything.
func Kappa(c Codes, w Weights) Number {
	n := c.categories()
	if len(c.Of) != 2 || n == 0 {
		return Number{}
	}
	table, first, second, total := make([]float64, n*n), make([]float64, n), make([]float64, n), 0.0
	for unit := range c.units() {
		if list := c.of(unit); len(list) == 2 {
			table[list[0]*n+list[1]]++
			first[list[0]]++
			second[list[1]]++
			total++
		}
	}
	observed, chance := 0.0, 0.0
	for a := range n {
		for b := range n {
			d := w.apart(a, b)
			observed += d * table[a*n+b] / total
			chance += d * first[a] / total * second[b] / total
		}
	}
	if total == 0 || chance == 0 {
		return Number{}
	}
	return Number{Value: 1 - observed/chance, Known: true}
}

func (w Weights) apart(a, b int) float64 {
	d := math.Abs(float64(a - b))
	switch {
	case w == Linear:
		return d
	case w == Quadratic:
		return d * d
	case d > 0:
		return 1
	}
	return 0
}
