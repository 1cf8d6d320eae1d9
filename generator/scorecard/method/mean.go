package method

import (
	"cmp"
	"slices"
)

// Mean names a way in which the children of a node become one value.
type Mean uint8

// The means. Every one rises with every value, or bounds would be none.
const (
	Arithmetic Mean = iota // full compensation
	Geometric              // some
	Harmonic               // less
	Sum                    // of points, kept within 0 and 100
	Minimum                // none: the weakest counts
	Median
	NoMean // of a definition with an error: there is no value
)

// Weighted is a value with its weight.
type Weighted struct{ Value, Weight float64 }

// Of returns the mean of the parts, at least one. Values below the floor count
// as the floor in the geometric and the harmonic mean, where a single zero
// would make everything zero.
//
// With values 94.1, 14.2, 1.0, 29.4 and weights 1, 1, 2, 1 the harmonic mean is
// 5 / (1/94.1 + 1/14.2 + 2/1.0 + 1/29.4) = 2.36, the geometric one
// exp((ln 94.1 + ln 14.2 + 2 ln 1.0 + ln 29.4) / 5) = 8.30 (OECD/JRC 2008,
// step 6; the harmonic value is COINr's).
//
// Every result but a sum lies between the least and the greatest value, which
// rounding could leave by the last bit: the mean of equals is equal to them.
func (m Mean) Of(parts []Weighted, floor float64) float64 {
	if m == Sum {
		total := 0.0
		for _, p := range parts {
			total += p.Value
		}
		return min(max(total, 0), 100)
	}
	total, weight, least, most := 0.0, 0.0, parts[0].Value, parts[0].Value
	for _, p := range parts {
		total += float64(p.Weight * m.before(max(p.Value, floor), p.Value))
		weight += p.Weight
		least, most = min(least, p.Value), max(most, p.Value)
	}
	out := m.after(total / weight)
	switch m {
	case Minimum:
		return least
	case Median:
		out = median(parts, weight)
	}
	return min(max(out, least), most)
}

// after makes the mean out of the mean of what was added up.
func (m Mean) after(x float64) float64 {
	switch m {
	case Geometric:
		return Exp(x)
	case Harmonic:
		return 1 / x
	}
	return x
}

// before is what the mean adds up.
func (m Mean) before(floored, value float64) float64 {
	switch m {
	case Geometric:
		return Log(floored)
	case Harmonic:
		return 1 / floored
	}
	return value
}

// median returns the value with half of the weight on either side; where the
// halves meet between two values, the middle of the two.
func median(parts []Weighted, weight float64) float64 {
	sorted := slices.Clone(parts)
	slices.SortFunc(sorted, func(a, b Weighted) int {
		if a.Value == b.Value {
			return cmp.Compare(a.Weight, b.Weight)
		}
		return cmp.Compare(a.Value, b.Value)
	})
	below := 0.0
	for i, p := range sorted {
		below += p.Weight
		switch share := below / weight; {
		case share > 0.5+Tolerance:
			return p.Value
		case share > 0.5-Tolerance && i+1 < len(sorted):
			return (p.Value + sorted[i+1].Value) / 2
		}
	}
	return sorted[len(sorted)-1].Value
}
