package method

// Room is memory for [Room.Values], kept from one run to the next.
type Room struct {
	value                         [][]float64
	total, present, applied, edge []float64 // edge holds the least, then the greatest values
	parts                         []Weighted
}

// NewRoom makes memory for so many rows of a tree.
func NewRoom(nodes []Node, rows int) *Room {
	r := &Room{value: make([][]float64, len(nodes))}
	for n := range nodes {
		if !nodes[n].Leaf {
			r.value[n] = make([]float64, rows)
		}
	}
	r.total, r.present, r.applied = make([]float64, rows), make([]float64, rows), make([]float64, rows)
	r.edge = make([]float64, 2*rows)
	return r
}

// Values computes the values of the tree alone, without coverage and bounds,
// for those who do so thousands of times with other weights. They are the ones
// of [Sheet.Run], to the last bit. The columns of the leaves are only read; the
// result belongs to the room, and node 0 is the root.
func (r *Room) Values(nodes []Node, leaves [][]float64, adjust func(node, row int, value float64) float64) [][]float64 {
	for n := len(nodes) - 1; n >= 0; n-- {
		if nodes[n].Leaf {
			r.value[n] = leaves[n]
			continue
		}
		out := r.value[n]
		switch nodes[n].Mean {
		case Arithmetic, Geometric, Harmonic:
			r.byColumn(nodes, n)
		default:
			for row := range out {
				out[row] = r.byRow(nodes, n, row)
			}
		}
		if nodes[n].Adjusted && adjust != nil {
			for row, x := range out {
				if IsKnown(x) {
					out[row] = adjust(n, row, x)
				}
			}
		}
	}
	return r.value
}

// byColumn adds up the children of a node column by column.
func (r *Room) byColumn(nodes []Node, n int) {
	node, out := &nodes[n], r.value[n]
	rows := len(out)
	total, present, applied := r.total[:rows], r.present[:rows], r.applied[:rows]
	least, most := r.edge[:rows], r.edge[rows:2*rows]
	clear(total)
	clear(present)
	clear(applied)
	for c := n + 1; c < node.End; c = nodes[c].End {
		weight := nodes[c].Weight
		for row, x := range r.value[c][:rows] {
			if IsOutside(x) {
				continue
			}
			applied[row] += weight
			if x != x {
				continue
			}
			if present[row] == 0 {
				least[row], most[row] = x, x
			}
			if node.Mean == Arithmetic {
				total[row] += float64(weight * x)
			} else {
				total[row] += float64(weight * node.Mean.before(max(x, node.Floor), x))
			}
			present[row] += weight
			least[row], most[row] = min(least[row], x), max(most[row], x)
		}
	}
	for row := range out {
		switch {
		case applied[row] == 0:
			out[row] = Outside()
		case present[row] == 0 || present[row]/applied[row] < node.Coverage-Tolerance:
			out[row] = Missing()
		default:
			out[row] = min(max(node.Mean.after(total[row]/present[row]), least[row]), most[row])
		}
	}
}

// byRow puts the children of a node together in one row.
func (r *Room) byRow(nodes []Node, n, row int) float64 {
	node := &nodes[n]
	applied, present := 0.0, 0.0
	r.parts = r.parts[:0]
	for c := n + 1; c < node.End; c = nodes[c].End {
		x, weight := r.value[c][row], nodes[c].Weight
		if IsOutside(x) {
			continue
		}
		applied += weight
		if IsKnown(x) {
			present += weight
			r.parts = append(r.parts, Weighted{x, weight})
		}
	}
	switch {
	case applied == 0:
		return Outside()
	case len(r.parts) == 0 || present/applied < node.Coverage-Tolerance || node.Mean == NoMean:
		return Missing()
	}
	return node.Mean.Of(r.parts, node.Floor)
}
