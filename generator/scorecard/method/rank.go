package method

import (
	"cmp"
	"slices"
)

// Ties says which rank equal values share.
type Ties uint8

// The rules for ties, for values 9, 7, 7, 5: Low 1, 2, 2, 4; High 1, 3, 3, 4;
// Dense 1, 2, 2, 3.
const (
	Low Ties = iota
	High
	Dense
)

// Ranks writes the rank of every known value into out, the greatest first, and
// 0 for the others. It returns how many were ranked.
func Ranks(x []float64, ties Ties, out []int32) int {
	order := make([]int32, 0, len(x))
	for r, v := range x {
		out[r] = 0
		if IsKnown(v) {
			order = append(order, int32(r))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x[b], x[a]), cmp.Compare(a, b))
	})
	dense := int32(0)
	for first := 0; first < len(order); {
		end := first + 1
		for end < len(order) && x[order[end]] == x[order[first]] {
			end++
		}
		dense++
		rank := int32(first + 1)
		switch ties {
		case High:
			rank = int32(end)
		case Dense:
			rank = dense
		}
		for _, r := range order[first:end] {
			out[r] = rank
		}
		first = end
	}
	return len(order)
}

// below returns how many of the sorted numbers are less than x.
func below(sorted []float64, x float64) int {
	at, _ := slices.BinarySearch(sorted, x)
	return at
}
