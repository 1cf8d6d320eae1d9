package uncertainty_test

import (
	"archive/zip"
	"encoding/csv"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/uncertainty"
)

// published reads a result of COINr by column.
func published(t testing.TB, name string) map[string][]string {
	t.Helper()
	z, err := zip.OpenReader("../testdata/asem/oracle.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	file, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for k, column := range lines[0] {
		for _, line := range lines[1:] {
			out[column] = append(out[column], line[k])
		}
	}
	return out
}

// asem is the connectivity index of 51 countries and 49 indicators, normalised.
func asem(t testing.TB) scorecard.Model {
	t.Helper()
	f, findings, err := indicator.Load(os.DirFS("../testdata/asem"), "indicators/asem")
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	scores := map[string][]string{}
	for column, x := range published(t, "10_full_Normalised.csv") {
		scores[strings.ToLower(column)] = x
	}
	m := scorecard.Model{Ranked: func(x float64) float64 { return x }}
	var add func(n *indicator.Node, parent int)
	add = func(n *indicator.Node, parent int) {
		at := len(m.Nodes)
		m.Nodes, m.Leaves = append(m.Nodes, method.Node{Parent: parent, Weight: n.Weight}), append(m.Leaves, nil)
		for _, child := range n.Nodes {
			add(child, at)
		}
		for _, i := range n.Indicators {
			var x []float64
			for _, text := range scores[string(i.ID)] {
				v, err := strconv.ParseFloat(text, 64)
				if err != nil {
					t.Fatal(err)
				}
				x = append(x, v)
			}
			m.Nodes, m.Leaves = append(m.Nodes, method.Node{Parent: at, Leaf: true, Weight: 1, End: len(m.Nodes) + 1}), append(m.Leaves, x)
		}
		m.Nodes[at].End = len(m.Nodes)
	}
	add(f.Root, -1)
	m.Levels = make([][]float64, len(m.Nodes))
	m.Other = [][][]float64{make([][]float64, len(m.Nodes))}
	for n, x := range m.Leaves {
		if x != nil {
			m.Other[0][n] = ranked(x)
		}
	}
	for j := range scores["ucode"] {
		m.Jurisdictions = append(m.Jurisdictions, j)
	}
	return m
}

func ranked(x []float64) []float64 {
	scale, out := method.Scale{Method: method.Percentile}, make([]float64, len(x))
	of := scale.Describe(x)
	for k, v := range x {
		out[k] = scale.Score(v, &of)
	}
	return out
}

// fourFactors are the choices of COINr's example, where they can be had.
func fourFactors() *doubt.Settings {
	return &doubt.Settings{
		Seed: 1, Runs: 1000, Weights: 0.25, Aggregate: []string{"geometric"}, Floor: 1,
		Normalise: []string{"percentile"}, LeaveOut: true, Sensitivity: 100,
	}
}

// COINr varied the weights of the eight sub-indices and two indices by a
// quarter, 100 times; we vary those of the indicators too, and by chance of our
// own. The middle ranks agree to a place, and the widths in all.
func TestRanksUnderOtherWeightsAgreeWithCOINr(t *testing.T) {
	stats := published(t, "35_weightsets100_rankstats_type7.csv")
	s := fourFactors()
	*s = doubt.Settings{Seed: 1, Runs: 1000, Weights: 0.25}
	study := uncertainty.Of(asem(t), s)
	ours, theirs := 0.0, 0.0
	for k, u := range study.Units {
		n := func(column string) float64 {
			x, err := strconv.ParseFloat(stats[column][k], 64)
			if err != nil {
				t.Fatal(err)
			}
			return x
		}
		if math.Abs(u.Ranks.Median-n("Median")) > 1 {
			t.Errorf("%s: the middle rank is %v, COINr has %v", stats["uCode"][k], u.Ranks.Median, n("Median"))
		}
		ours, theirs = ours+u.Ranks.High-u.Ranks.Low, theirs+n("Q95")-n("Q5")
	}
	if ours < 0.7*theirs || ours > 1.5*theirs {
		t.Errorf("the intervals add up to %v ranks, those of COINr to %v", ours, theirs)
	}
}

// BenchmarkThousandWeightSets computes and ranks the connectivity index under
// 1,000 sets of weights. COINr takes 106 seconds.
func BenchmarkThousandWeightSets(b *testing.B) {
	m := asem(b)
	for b.Loop() {
		uncertainty.Of(m, &doubt.Settings{Seed: 1, Runs: 1000, Weights: 0.25})
	}
}

// BenchmarkSensitivityOfFourFactors computes the indices with 100 base runs, as
// COINr does in 103 seconds.
func BenchmarkSensitivityOfFourFactors(b *testing.B) {
	m, s := asem(b), fourFactors()
	s.Runs = 1
	for b.Loop() {
		uncertainty.Of(m, s)
	}
}

// BenchmarkThousandRuns varies everything for 200 jurisdictions and 150
// indicators.
func BenchmarkThousandRuns(b *testing.B) {
	m, s := flat(rand.New(rand.NewPCG(1, 1)), 200, 150), everything()
	s.Runs, s.Sensitivity = 1000, 0
	for b.Loop() {
		uncertainty.Of(m, s)
	}
}
