package method

import "slices"

// AnnualRate returns the change per year between the first and the last known
// value: from 40 in 2010 to 50 in 2015 it is 2 points a year. The times are in
// years. It is false for fewer than two values.
func AnnualRate(times, values []float64) (float64, bool) {
	first, last := -1, -1
	for i, v := range values {
		if IsKnown(v) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || times[last] == times[first] {
		return 0, false
	}
	return (values[last] - values[first]) / (times[last] - times[first]), true
}

// TheilSen returns the median of the slopes between all pairs of known values,
// which a single odd year cannot turn: of 1, 2, 30, 4 in consecutive years the
// slopes are 1, 14.5, 1, 28, 1 and -26, and their median is 1. Source: Sen,
// Journal of the American Statistical Association 63 (1968), 1379-1389.
func TheilSen(times, values []float64) (float64, bool) {
	var slopes []float64
	for i := range values {
		for k := range i {
			if IsKnown(values[i]) && IsKnown(values[k]) && times[i] != times[k] {
				slopes = append(slopes, (values[i]-values[k])/(times[i]-times[k]))
			}
		}
	}
	if len(slopes) == 0 {
		return 0, false
	}
	slices.Sort(slopes)
	return Quantile(slopes, 0.5), true
}
