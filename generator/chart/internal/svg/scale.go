package svg

import "math"

// Scale is an axis of values with nothing left to decide.
type Scale struct {
	Min, Max float64
	Ticks    []float64
	Labels   []string
}

// Frac returns where a value lies between the ends of the scale, 0 to 1. What
// lies beyond an end is drawn at the end; its label still says the number.
func (s *Scale) Frac(v float64) float64 {
	return math.Max(0, math.Min(1, (v-s.Min)/(s.Max-s.Min)))
}

// Widest returns the width of the widest tick label.
func (s *Scale) Widest() float64 {
	w := 0.0
	for _, l := range s.Labels {
		w = math.Max(w, TextWidth(l, SmallSize))
	}
	return w
}

// RoundTicks returns three to six round numbers from min to max: 0, 20, ...,
// 100 for 0 to 100.
func RoundTicks(min, max float64) []float64 {
	step := roundStep((max - min) / 5)
	var ticks []float64
	for i := math.Ceil(min/step - 1e-9); i*step <= max+step*1e-9 && len(ticks) < 12; i++ {
		ticks = append(ticks, i*step+0) // -0 becomes 0
	}
	return ticks
}

// roundStep returns the smallest of 1, 2, 5, 10 x 10^n that is at least raw.
// Worked number: 100 in five parts asks for 20 and gets 20; 130 asks for 26 and
// gets 50.
func roundStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if raw <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// RoundMax returns the end of a scale that starts at zero and holds v.
func RoundMax(v float64) float64 {
	if !(v > 0) {
		return 1
	}
	step := roundStep(v / 4)
	if step < 1 && v == math.Trunc(v) {
		step = 1
	}
	return step * math.Ceil(v/step-1e-9)
}
