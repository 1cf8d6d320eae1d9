package method

import "slices"

// Posts are two values fixed beforehand, one worth 0 points and one worth 100.
type Posts struct {
	Low, High float64
	Down      bool // less is better
	Log       bool // on the logarithm, so that the same ratio is worth the same points
}

// Score places x between the goalposts and keeps the result within them:
//
//	up is better    100 x (x - low) / (high - low)
//	down is better  100 x (high - x) / (high - low)
//
// with the logarithm of all three where Log is set. Source: OECD/JRC (2008),
// step 5, min-max with fixed bounds; UNDP, Human Development Report 2023/24,
// technical note 1, for fixed goalposts, the logarithm and the cap. Worked
// numbers, Dominican Republic 2022: a life expectancy of 74.17 between 20 and
// 85 is 83.34; an income of 18,653.27 between 100 and 75,000, as logarithms,
// is (9.8338 - 4.6052) / (11.2252 - 4.6052) x 100 = 78.98.
func (p Posts) Score(x float64) float64 {
	low, high := p.Low, p.High
	if p.Log {
		x, low, high = Log(max(x, 0)), Log(low), Log(high)
	}
	share := (x - low) / (high - low)
	if p.Down {
		share = (high - x) / (high - low)
	}
	return 100 * min(max(share, 0), 1)
}

// Method names a normalisation that compares a value with other values.
type Method uint8

// The methods. Their scores change when another unit joins.
const (
	MinMax     Method = iota // between the least and the greatest value
	ZScore                   // deviations from the mean
	Target                   // distance to a target, from the worst value
	Maximum                  // distance to the best value
	Fraction                 // share of the best value
	Rank                     // from the bottom, over the number of values
	Percentile               // share of the other values that are less
)

// Scale is a normalisation with its settings.
type Scale struct {
	Method    Method
	Down      bool    // less is better
	Low, High float64 // MinMax: the points of the worst and the best value
	Mean      float64 // ZScore: the points of the mean
	Deviation float64 // ZScore: the points of one deviation
	Target    float64
}

// Describe returns the statistics of a column that the method needs.
func (s Scale) Describe(x []float64) Stats {
	of := Describe(x)
	if s.Method == Rank || s.Method == Percentile {
		of.Sorted = Known(x)
		slices.Sort(of.Sorted)
	}
	return of
}

// Score returns the points of x, 0 to 100, among values with the statistics:
//
//	MinMax      low + (high - low) (x - least) / (most - least)
//	ZScore      mean points + deviation points (x - mean) / deviation
//	Target      100 (1 - (target - x) / (target - least)), 100 from there on
//	Maximum     100 (1 - (most - x) / (most - least))
//	Fraction    100 x / most, or least / x where down is better
//	Rank        100 r / n, where r - 1 values are less
//	Percentile  100 (r - 1) / (n - 1)
//
// Where down is better, x and the statistics change their sign first. It is
// missing where the values do not differ. Sources: OECD/JRC (2008), step 5;
// COINr 1.1, Normalise. Worked numbers among 2, 4, 4, 4, 5, 5, 7, 9: 7 is
// 71.43 by MinMax, 50 + 10 x 2 / 2.138 = 59.35 by ZScore with 50 and 10, 77.78
// by Fraction, 87.5 by Rank, 85.71 by Percentile.
func (s Scale) Score(x float64, of *Stats) float64 {
	if !IsKnown(x) {
		return x
	}
	points := s.points(x, of)
	if points != points {
		return points
	}
	return min(max(points, 0), 100)
}

func (s Scale) points(x float64, of *Stats) float64 {
	worst, best, sign := of.Least, of.Most, 1.0
	if s.Down {
		worst, best, sign = of.Most, of.Least, -1
	}
	n := float64(of.Count)
	switch s.Method {
	case MinMax, Maximum:
		low, high := s.Low, s.High
		if s.Method == Maximum {
			low, high = 0, 100
		}
		if worst == best {
			return Missing()
		}
		return low + float64((high-low)*((x-worst)/(best-worst)))
	case ZScore:
		if !(of.Deviation > 0) {
			return Missing()
		}
		return s.Mean + float64(s.Deviation*(sign*(x-of.Mean)/of.Deviation))
	case Target:
		if sign*(x-s.Target) >= 0 {
			return 100
		}
		return 100 * (1 - (s.Target-x)/(s.Target-worst))
	case Fraction:
		return fraction(x, best, s.Down)
	case Rank:
		return 100 * (s.less(x, of) + 1) / n
	case Percentile:
		if n < 2 {
			return Missing()
		}
		return 100 * s.less(x, of) / (n - 1)
	}
	return Missing()
}

// fraction returns the share of the best value in percent. Below zero nothing
// is a share of anything: it is worth no points.
func fraction(x, best float64, down bool) float64 {
	switch {
	case x == best:
		return 100
	case down:
		return 100 * best / x
	case best <= 0:
		return Missing()
	}
	return 100 * x / best
}

// less returns how many values are worse than x.
func (s Scale) less(x float64, of *Stats) float64 {
	if !s.Down {
		return float64(below(of.Sorted, x))
	}
	at := below(of.Sorted, x)
	for at < len(of.Sorted) && of.Sorted[at] == x {
		at++
	}
	return float64(len(of.Sorted) - at)
}
