package method

import "slices"

// Ties says which rank equal values share.
type Ties uint8

// The rules for ties, for values 9, 7, 7, 5: Low 1, 2, 2, 4; High 1, 3, 3, 4;
// Dense 1, 2, 2, 3.
const (
	Low Ties = iota
	High
	Dense
)

// standing is a value and the row that it belongs to.
type standing struct {
	value float64
	row   int32
}

// Ranker ranks columns, one after the other in the same memory. The zero value
// is ready; it must not be used by two goroutines at once.
type Ranker struct{ list []standing }

// Ranks writes the rank of every known value into out, the greatest first, and
// 0 for the others. It returns how many were ranked.
func (k *Ranker) Ranks(x []float64, ties Ties, out []int32) int {
	k.list = k.list[:0]
	for r, v := range x {
		out[r] = 0
		if IsKnown(v) {
			k.list = append(k.list, standing{v, int32(r)})
		}
	}
	// Equal values get the same rank, so their order does not matter.
	slices.SortFunc(k.list, func(a, b standing) int {
		switch {
		case a.value > b.value:
			return -1
		case a.value < b.value:
			return 1
		}
		return 0
	})
	dense := int32(0)
	for first := 0; first < len(k.list); {
		end := first + 1
		for end < len(k.list) && k.list[end].value == k.list[first].value {
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
		for _, s := range k.list[first:end] {
			out[s.row] = rank
		}
		first = end
	}
	return len(k.list)
}

// Ranks ranks a single column; see [Ranker.Ranks].
func Ranks(x []float64, ties Ties, out []int32) int {
	var k Ranker
	return k.Ranks(x, ties, out)
}

// below returns how many of the sorted numbers are less than x.
func below(sorted []float64, x float64) int {
	at, _ := slices.BinarySearch(sorted, x)
	return at
}
