package reliability

import "slices"

// Missing is the code of a unit that a coder did not judge.
const Missing = -1

// Codes holds what every coder said of every unit: coder, then unit. A code is
// the place of the answer in the order of the options, from 0; for ordered
// scales this order counts, for interval data the values do.
type Codes struct {
	Of     [][]int
	Values []float64 // of each code, for [Interval]; the codes themselves if nil
}

// Number is a result that may be undefined.
type Number struct {
	Value float64
	Known bool
}

// units returns how many units there are.
func (c Codes) units() int {
	n := 0
	for _, coder := range c.Of {
		n = max(n, len(coder))
	}
	return n
}

// categories returns one more than the greatest code.
func (c Codes) categories() int {
	n := 0
	for _, coder := range c.Of {
		for _, code := range coder {
			n = max(n, code+1)
		}
	}
	return n
}

// of returns the codes that a unit got, without the missing ones.
func (c Codes) of(unit int) (list []int) {
	for _, coder := range c.Of {
		if unit < len(coder) && coder[unit] >= 0 {
			list = append(list, coder[unit])
		}
	}
	return list
}

// Agreement returns the share of the pairs of coders who said the same of the
// same unit: with codes 1, 1 and 2 it is 1 of 3 pairs.
func Agreement(c Codes) Number {
	same, pairs := 0, 0
	for unit := range c.units() {
		list := c.of(unit)
		for i := range list {
			for k := range i {
				pairs++
				if list[i] == list[k] {
					same++
				}
			}
		}
	}
	if pairs == 0 {
		return Number{}
	}
	return Number{Value: float64(same) / float64(pairs), Known: true}
}

// Steps returns the share of the pairs of codes that differ by at least one
// step, and of those the ones that differ by one: what the uncertainty of a
// score takes as the rate at which a second coder would choose a neighbouring
// level.
func Steps(c Codes) (differ, byOne Number) {
	pairs, apart, one := 0, 0, 0
	for unit := range c.units() {
		list := c.of(unit)
		slices.Sort(list)
		for i := range list {
			for k := range i {
				pairs++
				switch list[i] - list[k] {
				case 0:
				case 1:
					apart++
					one++
				default:
					apart++
				}
			}
		}
	}
	if pairs == 0 {
		return Number{}, Number{}
	}
	return Number{float64(apart) / float64(pairs), true}, Number{float64(one) / float64(pairs), true}
}
