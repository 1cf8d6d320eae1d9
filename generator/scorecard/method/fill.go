package method

// CarryForward returns the column with every missing number replaced by the
// last known one of the same unit, at most so many periods old, and marks the
// rows that it filled.
func CarryForward(x []float64, shape Shape, age int) (out []float64, filled []bool) {
	out, filled = append([]float64(nil), x...), make([]bool, len(x))
	for unit := range shape.Units {
		last := -1
		for t := range shape.Periods {
			r := shape.Row(unit, t)
			switch {
			case IsKnown(x[r]):
				last = t
			case IsOutside(x[r]) || last < 0 || t-last > age:
			default:
				out[r], filled[r] = x[shape.Row(unit, last)], true
			}
		}
	}
	return out, filled
}

// GroupMean returns the column with every missing number replaced by the mean
// of what is known in the same period and group, and marks the rows that it
// filled. A unit with a group below 0 is in none.
func GroupMean(x []float64, shape Shape, group []int) (out []float64, filled []bool) {
	out, filled = append([]float64(nil), x...), make([]bool, len(x))
	groups := 0
	for _, g := range group {
		groups = max(groups, g+1)
	}
	total, count := make([]float64, groups), make([]float64, groups)
	for t := range shape.Periods {
		clear(total)
		clear(count)
		for unit, g := range group {
			if v := x[shape.Row(unit, t)]; g >= 0 && IsKnown(v) {
				total[g] += v
				count[g]++
			}
		}
		for unit, g := range group {
			r := shape.Row(unit, t)
			if g >= 0 && count[g] > 0 && !IsKnown(x[r]) && !IsOutside(x[r]) {
				out[r], filled[r] = total[g]/count[g], true
			}
		}
	}
	return out, filled
}
