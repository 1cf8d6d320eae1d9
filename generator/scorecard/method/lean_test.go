package method_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"tipscore/generator/scorecard/method"
)

// randomTree lays out a tree of three levels with means and coverage rules of
// all kinds, and columns with gaps.
func randomTree(r *rand.Rand, rows int) ([]method.Node, [][]float64) {
	var nodes []method.Node
	var columns [][]float64
	var add func(depth int) int
	add = func(depth int) int {
		at := len(nodes)
		leaf := depth == 3 || depth > 0 && r.IntN(4) == 0
		nodes = append(nodes, method.Node{
			Leaf: leaf, Weight: float64(1+r.IntN(40)) / 10, Mean: method.Mean(r.IntN(6)),
			Coverage: []float64{0, 0.5, 1}[r.IntN(3)], Floor: float64(r.IntN(2)), Adjusted: r.IntN(3) == 0,
		})
		columns = append(columns, nil)
		if leaf {
			x := make([]float64, rows)
			for k := range x {
				switch r.IntN(8) {
				case 0:
					x[k] = math.NaN()
				case 1:
					x[k] = method.Outside()
				default:
					x[k] = 100 * r.Float64()
				}
			}
			columns[at] = x
		} else {
			for range 1 + r.IntN(4) {
				add(depth + 1)
			}
		}
		nodes[at].End = len(nodes)
		return at
	}
	add(0)
	return nodes, columns
}

// The values without coverage and bounds are those with them, to the last bit,
// and in any number of shares of the rows.
func TestLeanValuesAreTheSame(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5))
		rows := 1 + r.IntN(600)
		nodes, columns := randomTree(r, rows)
		take := func(n, row int, x float64) float64 { return max(0, x-float64(n+row%7)) }
		sheet := method.NewSheet(nodes, rows)
		sheet.Adjust = func(n, row int, p method.Part) method.Part {
			if method.IsKnown(p.Value) {
				p.Value = take(n, row, p.Value)
			}
			return p
		}
		for n := range nodes {
			if nodes[n].Leaf {
				sheet.Value[n] = columns[n]
			}
		}
		split := r.IntN(rows + 1)
		sheet.Run(split, rows)
		sheet.Run(0, split)
		room := method.NewRoom(nodes, rows)
		for range 2 {
			lean := room.Values(nodes, columns, take)
			for n := range nodes {
				for row := range rows {
					a, b := sheet.Value[n][row], lean[n][row]
					if math.Float64bits(a) != math.Float64bits(b) && (a == a || b == b) {
						t.Fatalf("seed %d: node %d, row %d: %v with bounds, %v without", seed, n, row, a, b)
					}
				}
			}
		}
	}
}
