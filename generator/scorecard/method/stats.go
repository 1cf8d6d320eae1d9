package method

import "math"

// Known returns the numbers of a column, in its order.
func Known(x []float64) []float64 {
	out := make([]float64, 0, len(x))
	for _, v := range x {
		if IsKnown(v) {
			out = append(out, v)
		}
	}
	return out
}

// Stats describe the numbers of a column.
type Stats struct {
	Count       int
	Least, Most float64
	Mean        float64
	Deviation   float64   // with n - 1
	Sorted      []float64 // for ranks; see [Scale.Describe]
}

// Describe returns the statistics of what is known in a column. The deviation
// is that of a sample: of 2, 4, 4, 4, 5, 5, 7, 9 it is sqrt(32/7) = 2.138.
func Describe(x []float64) Stats {
	s := Stats{Mean: math.NaN(), Deviation: math.NaN(), Least: math.NaN(), Most: math.NaN()}
	total := 0.0
	for _, v := range x {
		if !IsKnown(v) {
			continue
		}
		if s.Count == 0 {
			s.Least, s.Most = v, v
		}
		s.Count++
		total += v
		s.Least, s.Most = min(s.Least, v), max(s.Most, v)
	}
	if s.Count == 0 {
		return s
	}
	s.Mean = total / float64(s.Count)
	if s.Count > 1 {
		s.Deviation = math.Sqrt(spread(x, s.Mean) / float64(s.Count-1))
	}
	return s
}

// spread returns the sum of the squared distances of what is known from the
// mean.
func spread(x []float64, mean float64) float64 {
	total := 0.0
	for _, v := range x {
		if IsKnown(v) {
			total += float64((v - mean) * (v - mean))
		}
	}
	return total
}

func sum(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total
}

// moment returns the sum of the powers of the distances from the mean.
func moment(x []float64, mean float64, power int) float64 {
	total := 0.0
	for _, v := range x {
		d, p := v-mean, 1.0
		for range power {
			p = float64(p * d)
		}
		total += p
	}
	return total
}

// Skewness returns the skewness of what is known, corrected for the size of the
// sample: sqrt(n(n-1))/(n-2) x sqrt(n) S3 / S2^1.5, with Sk the sum of (x -
// mean)^k. It is missing for fewer than 3 numbers, or equal ones. Of 1, 2, 3, 4,
// 10 it is 1.6971. Source: Joanes and Gill, The Statistician 47 (1998), G1.
func Skewness(x []float64) float64 {
	x = Known(x)
	n := float64(len(x))
	if n < 3 {
		return math.NaN()
	}
	mean := sum(x) / n
	s2 := moment(x, mean, 2)
	g := math.Sqrt(n) * moment(x, mean, 3) / (s2 * math.Sqrt(s2))
	return math.Sqrt(n*(n-1)) / (n - 2) * g
}

// Kurtosis returns the excess kurtosis of what is known, corrected for the size
// of the sample: ((n+1)(n S4/S2^2 - 3) + 6)(n-1)/((n-2)(n-3)). It is missing for
// fewer than 4 numbers, or equal ones. Of 1, 2, 3, 4, 10 it is 3.152. Source:
// Joanes and Gill (1998), G2.
func Kurtosis(x []float64) float64 {
	x = Known(x)
	n := float64(len(x))
	if n < 4 {
		return math.NaN()
	}
	mean := sum(x) / n
	s2 := moment(x, mean, 2)
	r := n*moment(x, mean, 4)/float64(s2*s2) - 3
	return (float64((n+1)*r) + 6) * (n - 1) / ((n - 2) * (n - 3))
}

// Quantile returns the value below which the share p of the sorted numbers
// lies, between two of them on a straight line: type 7 of Hyndman and Fan, The
// American Statistician 50 (1996). Of 1, 2, 3, 4 the quarter is 1.75.
func Quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	h := float64(p * float64(len(sorted)-1))
	at := math.Floor(h + 4*1e-16*float64(len(sorted)))
	i := min(int(at), len(sorted)-1)
	if rest := h - at; rest > 1e-12 && i+1 < len(sorted) {
		return sorted[i] + float64(rest*(sorted[i+1]-sorted[i]))
	}
	return sorted[i]
}
