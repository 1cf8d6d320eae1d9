package method

import "math"

// The natural logarithm of 2 in two parts, so that a small whole number times
// the first is exact (Cody and Waite, Software Manual for the Elementary
// Functions, 1980).
const (
	ln2High = 0x1.62e42feep-1
	ln2Low  = 0x1.a39ef35793c76p-33
)

// Log returns the natural logarithm of x, the same bits on every machine. It
// is -Inf for 0 and missing below.
//
// With x = 2^k m, where m lies around 1, and s = (m-1)/(m+1), ln x is k ln 2 +
// 2 (s + s^3/3 + s^5/5 + ...). Worked number: ln 75000 = 11.225243392518447.
func Log(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0 || math.IsNaN(x):
		return math.NaN()
	case math.IsInf(x, 1):
		return x
	}
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = m*2, k-1
	}
	f := m - 1
	s := f / (m + 1)
	z := float64(s * s)
	tail := 0.0
	for _, over := range [...]float64{1. / 25, 1. / 23, 1. / 21, 1. / 19, 1. / 17, 1. / 15, 1. / 13, 1. / 11, 1. / 9, 1. / 7, 1. / 5, 1. / 3} {
		tail = float64(z * (over + tail))
	}
	// 2s = f - s f, so the large part of the sum needs no rounding.
	e := float64(k)
	small := float64(e*ln2Low) + float64(s*(2*tail-f))
	return float64(e*ln2High) + (f + small)
}

// Exp returns e to the power of x, the same bits on every machine.
//
// With x = k ln 2 + r and |r| below 0.35, it is 2^k (1 + r + r^2/2 + ...).
// Worked number: exp(1) = 2.718281828459045.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x > 709.78:
		return math.Inf(1)
	case x < -745.2:
		return 0
	}
	k := math.Floor(float64(x*(1/math.Ln2)) + 0.5)
	r := (x - float64(k*ln2High)) - float64(k*ln2Low)
	sum := 0.0
	for _, over := range [...]float64{1. / 14, 1. / 13, 1. / 12, 1. / 11, 1. / 10, 1. / 9, 1. / 8, 1. / 7, 1. / 6, 1. / 5, 1. / 4, 1. / 3, 1. / 2} {
		sum = float64((sum + 1) * float64(r*over))
	}
	return math.Ldexp(1+(r+float64(r*sum)), int(k))
}
