package method

// Node is a place in a tree that is laid out depth first: a node stands before
// its children.
type Node struct {
	Parent   int // -1 for the root
	End      int // after the last node below it
	Leaf     bool
	Weight   float64 // among its siblings
	Mean     Mean
	Coverage float64 // least share of the children's weight that must have a value
	Floor    float64 // see [Mean.Of]
	Adjusted bool    // Sheet.Adjust is asked after the mean
}

// Part is a node on its way into its parent.
type Part struct {
	Value     float64 // Missing, or Outside
	Coverage  float64 // share of the leaves' weight that is known, 0 to 1
	Low, High float64 // the value if everything missing were worth 0, and 100
	Filled    bool    // the value rests on a number that was filled in
}

// Leaf returns the part of a leaf: all of it is known, or nothing is. A number
// that was filled in is no knowledge: coverage and bounds are those of a
// missing one, so that filling in never makes a score look firmer.
func Leaf(value float64, filled bool) Part {
	switch {
	case IsOutside(value):
		return Part{Value: value}
	case !IsKnown(value) || filled:
		return Part{Value: value, High: 100, Filled: filled && IsKnown(value)}
	}
	return Part{Value: value, Coverage: 1, Low: value, High: value}
}

// Tolerance is how far a share of weights may fall below the coverage that is
// asked for: as much as adding up weights such as 0.1 can lose, and no more.
// (2/3 does not pass for 0.667.)
const Tolerance = 1e-9

// Sheet holds the values of all nodes in all rows. The caller fills in the
// columns of the leaves; [Sheet.Run] does the others.
type Sheet struct {
	Nodes []Node
	Value [][]float64 // by node, then row

	// By node; nil for leaves, whose parts follow from their values.
	Coverage, Low, High [][]float64

	// By node, then row; nil where nothing was filled in anywhere.
	Filled [][]bool

	// Adjust changes the part of an adjusted node after the mean; nil for none.
	Adjust func(node, row int, p Part) Part
}

// NewSheet makes room for so many rows of the tree. The columns of the leaves
// are left to the caller.
func NewSheet(nodes []Node, rows int) *Sheet {
	n := len(nodes)
	s := &Sheet{Nodes: nodes, Value: make([][]float64, n), Coverage: make([][]float64, n), Low: make([][]float64, n), High: make([][]float64, n)}
	for i := range nodes {
		if !nodes[i].Leaf {
			room := make([]float64, 4*rows)
			s.Value[i], s.Coverage[i] = room[:rows:rows], room[rows:2*rows:2*rows]
			s.Low[i], s.High[i] = room[2*rows:3*rows:3*rows], room[3*rows:]
		}
	}
	return s
}

// Part returns the part of a node in a row.
func (s *Sheet) Part(n, row int) Part {
	filled := s.Filled != nil && s.Filled[n] != nil && s.Filled[n][row]
	if s.Nodes[n].Leaf {
		return Leaf(s.Value[n][row], filled)
	}
	return Part{Value: s.Value[n][row], Coverage: s.Coverage[n][row], Low: s.Low[n][row], High: s.High[n][row], Filled: filled}
}

// block is how many rows are done node by node before the next ones: few
// enough that the columns of a node and its children stay near the processor.
const block = 256

// Run computes the nodes above the leaves in the rows from first up to, without,
// end. Different rows may be run at the same time.
func (s *Sheet) Run(first, end int) {
	var a aggregator
	for ; first < end; first += block {
		last := min(first+block, end)
		// Children stand behind their parent, so they are done first.
		for n := len(s.Nodes) - 1; n >= 0; n-- {
			if s.Nodes[n].Leaf {
				continue
			}
			for row := first; row < last; row++ {
				s.keep(n, row, s.combine(&a, n, row))
			}
		}
	}
}

// Climb computes the nodes above a node again, after its value was changed.
func (s *Sheet) Climb(n, row int) {
	if up := s.Nodes[n].Parent; up >= 0 {
		s.Again(up, row)
	}
}

// Again computes a node above the leaves, and those above it, again.
func (s *Sheet) Again(n, row int) {
	var a aggregator
	for ; n >= 0; n = s.Nodes[n].Parent {
		s.keep(n, row, s.combine(&a, n, row))
	}
}

// combine returns the part of a node from the parts of its children.
func (s *Sheet) combine(a *aggregator, n, row int) Part {
	node := &s.Nodes[n]
	a.start(node.Mean)
	for c := n + 1; c < node.End; c = s.Nodes[c].End {
		a.add(s.Part(c, row), s.Nodes[c].Weight)
	}
	p := a.finish(node)
	if node.Adjusted && s.Adjust != nil {
		p = s.Adjust(n, row, p)
	}
	return p
}

// keep stores the part of a node.
func (s *Sheet) keep(n, row int, p Part) {
	s.Value[n][row], s.Coverage[n][row] = p.Value, p.Coverage
	s.Low[n][row], s.High[n][row] = p.Low, p.High
	if s.Filled != nil {
		s.Filled[n][row] = p.Filled
	}
}
