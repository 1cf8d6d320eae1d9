package scorecard

import (
	"math"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// The model of a real year gives the scores and ranks of the scorecard, to the
// last bit.
func TestModelOfTheWorld(t *testing.T) {
	s := scoredWorld(t)
	j, y := where(t, s, "DOM", "2006")
	m := s.Model(y, "country", nil)
	values := method.NewRoom(m.Nodes, len(m.Jurisdictions)).Values(m.Nodes, m.Leaves, m.Adjust)
	ranked, ranks := make([]float64, len(m.Jurisdictions)), make([]int32, len(m.Jurisdictions))
	for n := range s.Nodes {
		for k, at := range m.Jurisdictions {
			got, want := values[n][k], s.sheet.Value[n][s.shape.Row(at, y)]
			if math.Float64bits(got) != math.Float64bits(want) && (got == got || want == want) {
				t.Errorf("node %d of place %d is %v in the model, %v on the card", n, at, got, want)
			}
		}
	}
	found := false
	for k, at := range m.Jurisdictions {
		ranked[k] = m.Ranked(values[0][k])
		found = found || at == j
	}
	if n := method.Ranks(ranked, m.Ties, ranks); n != 162 || !found {
		t.Errorf("%d places are in the model, DOM among them: %v", n, found)
	}
	for k, at := range m.Jurisdictions {
		if want := s.Result(at, y, 0).Rank; int(ranks[k]) != want {
			t.Errorf("place %d has rank %d in the model, %d on the card", at, ranks[k], want)
		}
	}
}

// Numbers can be compared instead, options cannot; levels are those of
// rubrics, and red lines stay.
func TestModelOfOtherMethods(t *testing.T) {
	number, levels, gated := measure("n", indicator.Count, indicator.Down, 0, 100), rubric("r", 1), rubric("g", 1)
	gated.Gate = &indicator.Gate{Indicator: "r", Options: []string{"5"}}
	line := &indicator.Indicator{ID: "line", Actor: indicator.Government, Type: indicator.YesNo, RedLine: &indicator.RedLine{Subtract: 10}}
	root := overall(node("pillar", "p", number, levels, gated))
	root.Nodes[0].RedLines = []*indicator.Indicator{line}
	f := framework(root).Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	number, levels, gated, line = f.Indicator("n"), f.Indicator("r"), f.Indicator("g"), f.Indicator("line")
	var answers []observation.Observation
	for j, x := range []float64{10, 20, 40} {
		answers = append(answers, found(j, 0, number, x), chosen(j, 0, levels, "5"), chosen(j, 0, gated, "3"))
	}
	answers = append(answers, chosen(1, 0, line, "yes"))
	s := compute(t, world(f, 4, 1), answers)
	m := s.Model(0, "country", []indicator.Method{indicator.MinMax, indicator.Rank})
	n, r, g := s.Node("n"), s.Node("r"), s.Node("g")
	if len(m.Jurisdictions) != 3 || !equal(m.Leaves[n], []float64{90, 80, 60}) {
		t.Fatalf("%v, %v", m.Jurisdictions, m.Leaves[n])
	}
	if !equal(m.Other[0][n], []float64{100, 200.0 / 3, 0}) || !equal(m.Other[1][n], []float64{100, 200.0 / 3, 100.0 / 3}) {
		t.Errorf("by min-max %v, by rank %v", m.Other[0][n], m.Other[1][n])
	}
	if m.Other[0][r] != nil || !equal(m.Levels[r], []float64{0, 25, 50, 75, 100}) || m.Levels[g] != nil || m.Levels[n] != nil {
		t.Errorf("levels %v, %v, %v", m.Levels[r], m.Levels[g], m.Levels[n])
	}
	if got := m.Adjust(s.Node("p"), 1, 50); got != 40 {
		t.Errorf("after the red line 50 is %v", got)
	}
}
