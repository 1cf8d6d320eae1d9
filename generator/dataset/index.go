package dataset

// index finds the answer of a jurisdiction, a period and an indicator. A
// programme is mostly filled in, and then the index is a plain table: 191
// jurisdictions x 40 periods x 60 indicators are 458,400 numbers, 1.8 MB. Where
// a table would be nearly empty it is a map.
type index struct {
	periods, indicators int
	table               []int32        // place of the answer + 1; nil if sparse
	sparse              map[uint64]int // place of the answer
}

// A table may have denseAlways cells whatever is in it, and above that
// densePerAnswer cells for every answer.
const (
	denseAlways    = 1 << 20
	densePerAnswer = 16
)

func newIndex(jurisdictions, periods, indicators, answers int) index {
	x := index{periods: periods, indicators: indicators}
	cells := uint64(jurisdictions) * uint64(periods) * uint64(indicators)
	if cells <= max(denseAlways, densePerAnswer*uint64(answers)) {
		x.table = make([]int32, cells)
	} else {
		x.sparse = make(map[uint64]int, answers)
	}
	return x
}

// cell numbers the places of the table.
func (x *index) cell(j, t, i int) uint64 {
	return (uint64(j)*uint64(x.periods)+uint64(t))*uint64(x.indicators) + uint64(i)
}

// get returns the place of the answer, or -1.
func (x *index) get(j, t, i int) int { return x.at(x.cell(j, t, i)) }

// at returns the place of the answer that a cell holds, or -1.
func (x *index) at(cell uint64) int {
	if x.table != nil {
		return int(x.table[cell]) - 1
	}
	if at, ok := x.sparse[cell]; ok {
		return at
	}
	return -1
}

// set stores the place of the answer in a cell.
func (x *index) set(cell uint64, at int) {
	if x.table != nil {
		x.table[cell] = int32(at) + 1
		return
	}
	x.sparse[cell] = at
}
