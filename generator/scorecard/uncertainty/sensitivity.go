package uncertainty

import (
	"math"

	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard"
)

// Factor says how much of the variation of the ranks one choice explains.
type Factor struct {
	Name  string
	First float64 // on its own
	Total float64 // together with the others that it acts through
}

// factors computes the sensitivity indices of the mean shift in rank: the mean
// over all units of the distance to the rank that the framework gives (OECD/JRC
// 2008, step 7).
func factors(m *scorecard.Model, s *doubt.Settings, nominal []int32) []Factor {
	names := Factors(s)
	team := workers(m, s)
	first, total := Indices(func(w int, shares []float64) float64 {
		_, ranks := team[w].ranked(shares)
		shift := 0.0
		for k, r := range ranks {
			shift += math.Abs(float64(r - nominal[k]))
		}
		return shift / float64(max(1, len(nominal)))
	}, Sample{Factors: len(names), Base: s.Sensitivity, Seed: s.Seed})
	out := make([]Factor, len(names))
	for k, name := range names {
		out[k] = Factor{name, first[k], total[k]}
	}
	return out
}

// Sample says how [Indices] samples.
type Sample struct {
	Factors int
	Base    int // rows of either matrix; the model runs Base x (Factors + 2) times
	Seed    uint64
}

// saltSample keeps the sample from being that of the simulation.
const saltSample = 0x73616d706c65

// Indices returns the first-order and total variance-based indices of a model
// of independent shares from 0 to 1. With two random matrices A and B, and A with
// the column i of B,
//
//	first  mean of f(B) (f(AB_i) - f(A)), over the variance
//	total  half the mean of (f(A) - f(AB_i))^2, over the variance
//
// Sources: Saltelli and others, Computer Physics Communications 181 (2010),
// 259-270, for the first; Jansen, Computer Physics Communications 117 (1999),
// 35-43, for the second. The model is told which worker asks, of as many as
// there are processors. All indices are 0 where nothing varies. The Ishigami
// function sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 has the first-order indices
// 0.314, 0.442 and 0, and the total ones 0.558, 0.442 and 0.244.
func Indices(model func(worker int, shares []float64) float64, s Sample) (first, total []float64) {
	d := s.Factors
	first, total = make([]float64, d), make([]float64, d)
	rows := columns(s.Base, d+2) // f(A), f(B), f(AB_1), ...
	share(s.Base, func(w, row int) {
		chance := newSource(s.Seed^saltSample, uint64(row))
		a, b, mixed := make([]float64, d), make([]float64, d), make([]float64, d)
		for k := range d {
			a[k] = chance.share()
		}
		for k := range d {
			b[k] = chance.share()
		}
		rows[row][0], rows[row][1] = model(w, a), model(w, b)
		for k := range d {
			copy(mixed, a)
			mixed[k] = b[k]
			rows[row][2+k] = model(w, mixed)
		}
	})
	mean, variance := spread(rows)
	if s.Base == 0 || variance == 0 {
		return first, total
	}
	for k := range d {
		for _, f := range rows {
			first[k] += float64((f[1] - mean) * (f[2+k] - f[0]))
			total[k] += float64((f[0] - f[2+k]) * (f[0] - f[2+k]))
		}
		first[k] /= float64(s.Base) * variance
		total[k] /= 2 * float64(s.Base) * variance
	}
	return first, total
}

// spread returns the mean and the variance of f(A) and f(B).
func spread(rows [][]float64) (mean, variance float64) {
	n := float64(2 * len(rows))
	for _, f := range rows {
		mean += f[0] + f[1]
	}
	mean /= n
	for _, f := range rows {
		variance += float64((f[0]-mean)*(f[0]-mean)) + float64((f[1]-mean)*(f[1]-mean))
	}
	return mean, variance / n
}
