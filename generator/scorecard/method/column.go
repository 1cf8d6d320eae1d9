package method

import "math"

// Outside returns what stands where a number does not apply: it leaves the
// denominators, where a missing one lowers the coverage.
func Outside() float64 { return math.Inf(-1) }

// Missing returns what stands where a number applies and is not known.
func Missing() float64 { return math.NaN() }

// IsKnown reports whether x is a number, neither missing nor outside.
func IsKnown(x float64) bool { return x-x == 0 }

// IsOutside reports whether x says that nothing applies.
func IsOutside(x float64) bool { return x == math.Inf(-1) }

// Shape says how the rows of a column are arranged: row = unit x Periods +
// period.
type Shape struct{ Units, Periods int }

// Rows returns the number of rows.
func (s Shape) Rows() int { return s.Units * s.Periods }

// Row returns the row of a unit in a period.
func (s Shape) Row(unit, period int) int { return unit*s.Periods + period }

// Divide returns x for every row divided by the row of another column, times a
// factor: 36 million seats over 24 million people are 1.5 a head. Without a
// divisor above zero the result is missing.
func Divide(x, by []float64, times float64) []float64 {
	out := make([]float64, len(x))
	for r, v := range x {
		switch {
		case !IsKnown(v):
			out[r] = v
		case IsKnown(by[r]) && by[r] > 0:
			out[r] = v / by[r] * times
		default:
			out[r] = Missing()
		}
	}
	return out
}
