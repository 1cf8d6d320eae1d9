package method

import "math"

// Outliers says when a column counts as distorted by outliers, and what is
// done.
type Outliers struct {
	Skewness float64 // distorted is what has more than this, either way,
	Kurtosis float64 // and more than this
	Most     int     // so many values may be moved; 0 for none
	Log      bool    // where moving does not help, take the logarithm of the column
}

// Treatment is what was done to a column.
type Treatment struct {
	Moved  int  // values that were moved to the next one
	Logged bool // the logarithm was taken
}

// Treat returns the column without its outliers. The greatest value (the least,
// if the skew is to the left) is moved to the next one, again and again, until
// the column is no longer distorted. If Most does not suffice, the values are
// left and, with Log, ln(x - least + 0.01 (most - least)) takes their place.
//
// Source: OECD/JRC (2008), step 4; COINr 1.1, Treat and winsorise, whose usual
// thresholds are 2 and 3.5. Worked number: the skewness of 1, 2, 3, 4, 5, 6, 7,
// 8, 9, 100 is 3.14 and its kurtosis 9.88, so that 100 becomes 9.
func (o Outliers) Treat(x []float64) ([]float64, Treatment) {
	if !o.distorted(x) {
		return x, Treatment{}
	}
	moved := append([]float64(nil), x...)
	right := Skewness(x) > 0
	for n := range o.Most {
		if !move(moved, right) {
			break
		}
		if !o.distorted(moved) {
			return moved, Treatment{Moved: n + 1}
		}
	}
	if !o.Log {
		return x, Treatment{}
	}
	s := Describe(x)
	out := make([]float64, len(x))
	for r, v := range x {
		out[r] = v
		if IsKnown(v) {
			out[r] = Log(v - s.Least + float64(0.01*(s.Most-s.Least)))
		}
	}
	return out, Treatment{Logged: true}
}

// distorted reports whether the column is both skewed and heavy in its tails.
func (o Outliers) distorted(x []float64) bool {
	return math.Abs(Skewness(x)) > o.Skewness && Kurtosis(x) > o.Kurtosis
}

// move sets the values at the end of the column to the next one, and reports
// whether there is a next one.
func move(x []float64, right bool) bool {
	end, next := math.Inf(-1), math.Inf(-1)
	sign := 1.0
	if !right {
		sign = -1
	}
	for _, v := range x {
		switch v *= sign; {
		case !IsKnown(v):
		case v > end:
			end, next = v, end
		case v < end && v > next:
			next = v
		}
	}
	if math.IsInf(next, 0) {
		return false
	}
	for r, v := range x {
		if IsKnown(v) && v*sign == end {
			x[r] = next * sign
		}
	}
	return true
}
