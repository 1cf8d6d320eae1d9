package method

import (
	"bytes"
	"math"
	"strconv"
)

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

// AppendNumber writes x in full precision but without the noise of binary
// fractions: at most ten decimals, no zeros at the end. 58.333333333333336 is
// 58.3333333333 and 75 is 75. Half of the tenth decimal is a twentieth of what
// [Round] lets pass, so reading the text back gives the same published score.
func AppendNumber(text []byte, x float64) []byte {
	start := len(text)
	text = strconv.AppendFloat(text, x, 'f', 10, 64)
	text = bytes.TrimSuffix(bytes.TrimRight(text, "0"), []byte("."))
	if string(text[start:]) == "-0" {
		text = append(text[:start], '0')
	}
	return text
}

// Number is [AppendNumber] as a string.
func Number(x float64) string {
	var text [24]byte
	return string(AppendNumber(text[:0], x))
}
