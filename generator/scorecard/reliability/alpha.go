package reliability

// Metric says how far apart two codes are in Krippendorff's alpha.
type Metric uint8

// The metrics: categories without an order, ordered ones, values.
const (
	Nominal Metric = iota
	Ordinal
	Interval
)

// Alpha returns Krippendorff's alpha: 1 - Do/De over all pairs of codes of the
// same unit. Any number of coders, and gaps, are allowed; a unit with fewer than
// two codes says nothing. It is not known where no unit has two, or all codes
// are the same.
//
// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011);
// Hayes and Krippendorff, Communication Methods and Measures 1 (2007). Its
// example of 4 observers and 12 units gives 0.743 nominal, 0.815 ordinal and
// 0.849 interval.
func Alpha(c Codes, m Metric) Number {
	n := c.categories()
	coincidence, totals, all := make([]float64, n*n), make([]float64, n), 0.0
	for unit := range c.units() {
		list := c.of(unit)
		if len(list) < 2 {
			continue
		}
		for i, a := range list {
			for k, b := range list {
				if i != k {
					coincidence[a*n+b] += 1 / float64(len(list)-1)
				}
			}
			totals[a]++
			all++
		}
	}
	observed, chance := 0.0, 0.0
	for a := range n {
		for b := range n {
			d := c.apart(m, totals, [2]int{a, b})
			observed += d * coincidence[a*n+b]
			chance += d * totals[a] * totals[b]
		}
	}
	if all < 2 || chance == 0 {
		return Number{}
	}
	return Number{Value: 1 - (all-1)*observed/chance, Known: true}
}

// apart returns the squared distance of two codes. On an ordered scale it is
// the number of codes that lie between them, half of both ends included.
func (c Codes) apart(m Metric, totals []float64, pair [2]int) float64 {
	a, b := min(pair[0], pair[1]), max(pair[0], pair[1])
	if a == b {
		return 0
	}
	d := 1.0
	switch m {
	case Ordinal:
		d = -(totals[a] + totals[b]) / 2
		for k := a; k <= b; k++ {
			d += totals[k]
		}
	case Interval:
		d = c.value(b) - c.value(a)
	}
	return d * d
}

func (c Codes) value(code int) float64 {
	if c.Values == nil {
		return float64(code)
	}
	return c.Values[code]
}
