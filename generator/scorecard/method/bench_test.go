package method_test

import (
	"math/rand/v2"
	"runtime"
	"testing"

	"tipscore/generator/scorecard/method"
)

// tenMillion is 104,167 rows of 96 indicators in a tree of four levels: 4
// pillars, 16 themes, 96 indicators.
func tenMillion() ([]method.Node, [][]float64) {
	r := rand.New(rand.NewPCG(1, 1))
	const rows = 104_167
	nodes, columns := []method.Node{{Parent: -1, Weight: 1, Coverage: 0.5}}, [][]float64{nil}
	node := func(parent int, leaf bool) int {
		nodes, columns = append(nodes, method.Node{Parent: parent, Weight: 1, Coverage: 0.5, Leaf: leaf}), append(columns, nil)
		return len(nodes) - 1
	}
	for range 4 {
		pillar := node(0, false)
		for range 4 {
			theme := node(pillar, false)
			for range 6 {
				at := node(theme, true)
				nodes[at].End = at + 1
				columns[at] = make([]float64, rows)
				for k := range columns[at] {
					if columns[at][k] = 1000 * r.Float64(); r.IntN(20) == 0 {
						columns[at][k] = method.Missing()
					}
				}
			}
			nodes[theme].End = len(nodes)
		}
		nodes[pillar].End = len(nodes)
	}
	nodes[0].End = len(nodes)
	return nodes, columns
}

// BenchmarkTenMillion normalises 10 million observations, half by min-max and
// half by goalposts, and aggregates them through four levels with coverage and
// bounds, on one core. The metric x-values is all the memory in use at the end,
// the observations included, over that of the observations.
func BenchmarkTenMillion(b *testing.B) {
	nodes, columns := tenMillion()
	raw := 0
	for _, x := range columns {
		raw += 8 * len(x)
	}
	rows := len(columns[len(columns)-1])
	var sheet *method.Sheet
	for b.Loop() {
		sheet = method.NewSheet(nodes, rows)
		for k, x := range columns {
			if x != nil {
				sheet.Value[k] = normalised(x, k%2 == 0)
			}
		}
		sheet.Run(0, rows)
	}
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.HeapAlloc)/float64(raw), "x-values")
	runtime.KeepAlive(sheet)
	runtime.KeepAlive(columns)
}

// normalised scores a column.
func normalised(x []float64, compared bool) []float64 {
	out := make([]float64, len(x))
	if !compared {
		posts := method.Posts{Low: 0, High: 800}
		for k, v := range x {
			out[k] = posts.Score(v)
		}
		return out
	}
	of, scale := method.Describe(x), method.Scale{Method: method.MinMax, High: 100}
	for k, v := range x {
		out[k] = scale.Score(v, &of)
	}
	return out
}

func BenchmarkLog(b *testing.B) {
	x, total := 1.5, 0.0
	for b.Loop() {
		x += 0.001
		total += method.Log(x)
	}
	_ = total
}

func BenchmarkExp(b *testing.B) {
	x, total := 1.5, 0.0
	for b.Loop() {
		if x += 0.001; x > 5 {
			x = 0
		}
		total += method.Exp(x)
	}
	_ = total
}
