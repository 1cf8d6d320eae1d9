package scorecard

import "math"

// guard is how far below a tie, in points, a score still counts as the tie. A
// sum that is exactly half a step on paper may come out a hair below it in
// binary; no score that differs on paper comes this near.
const guard = 1e-9

// Round rounds half away from zero to so many decimals: 26.25 to 26.3 with
// one, where fmt's %.1f says 26.2. The World Bank's Women, Business and the
// Law publishes 2,906 index values that are exact ties, and all went up.
func Round(x float64, decimals int) float64 {
	scale := math.Pow10(decimals)
	// With many decimals the guard must stay far below one step.
	slack := min(guard*scale, 1e-3)
	r := math.Floor(math.Abs(x)*scale+0.5+slack) / scale
	if x < 0 && r > 0 {
		return -r
	}
	return r
}

// Published returns the score as it is published: rounded half away from zero
// to the framework's decimals. It is 0 for an unknown score, so ask Known
// first.
func (s *Scorecard) Published(score Score) float64 {
	if !score.Known {
		return 0
	}
	return Round(score.Value, s.data.Programme.Framework.Rounding.Decimals)
}
