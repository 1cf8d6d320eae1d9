package scorecard

import (
	"math"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

func TestNodesAreDepthFirst(t *testing.T) {
	shown := rubric("shown", 1)
	shown.Actor = indicator.Context
	heavy := node("pillar", "heavy", rubric("h1", 1), rubric("h2", 3))
	heavy.Weight = 3
	root := overall(
		node("pillar", "light", node("theme", "first", rubric("l1", 1)), node("theme", "second", rubric("l2", 1), shown)),
		heavy,
		node("pillar", "unscored", shown),
	)
	s := compute(t, world(framework(root), 1, 1), nil)
	type row struct {
		id, kind    string
		parent, end int
		effective   float64
	}
	want := []row{
		{"overall", "overall", -1, 9, 1},
		{"light", "pillar", 0, 6, 0.25},
		{"first", "theme", 1, 4, 0.125},
		{"l1", "indicator", 2, 4, 0.125},
		{"second", "theme", 1, 6, 0.125},
		{"l2", "indicator", 4, 6, 0.125},
		{"heavy", "pillar", 0, 9, 0.75},
		{"h1", "indicator", 6, 8, 0.1875},
		{"h2", "indicator", 6, 9, 0.5625},
	}
	if len(s.Nodes) != len(want) {
		t.Fatalf("%d nodes, want %d", len(s.Nodes), len(want))
	}
	for n, w := range want {
		got := s.Nodes[n]
		if g := (row{got.ID, got.Kind, got.Parent, got.End, got.Effective}); g != w {
			t.Errorf("node %d is %v, want %v", n, g, w)
		}
		if s.Node(w.id) != n {
			t.Errorf("Node(%q) = %d, want %d", w.id, s.Node(w.id), n)
		}
	}
	if n := s.Node("shown"); n != -1 {
		t.Errorf("an indicator that is not scored is node %d", n)
	}
}

// Haiti 2009 in the 3P index: prosecution 2, protection 2, prevention blank.
// The published file gives it a total of 4, which is wrong.
func TestMissingPillarLeavesNoOverallScore(t *testing.T) {
	prosecution, protection, prevention := rubric("prosecution-3p", 1), rubric("protection-3p", 1), rubric("prevention-3p", 1)
	f := framework(overall(node("pillar", "prosecution", prosecution),
		node("pillar", "protection", protection), node("pillar", "prevention", prevention)))
	s := compute(t, world(f, 1, 1), []observation.Observation{
		chosen(0, 0, prosecution, "2"), chosen(0, 0, protection, "2"), empty(0, 0, prevention, observation.NotAvailable),
	})
	got := at(s, 0, 0, "overall")
	if got.Score.Known || !got.Applies || got.Band != -1 || got.Rank != 0 {
		t.Errorf("overall is %+v, want no score", got)
	}
	if !near(got.Coverage, 2.0/3) || !near(got.Low, 50.0/3) || !near(got.High, 50) {
		t.Errorf("coverage %v, bounds %v to %v, want 2/3, 16.7 to 50", got.Coverage, got.Low, got.High)
	}
	if p := at(s, 0, 0, "prosecution"); !p.Score.Known || p.Score.Value != 25 || p.Coverage != 1 {
		t.Errorf("prosecution is %+v, want 25", p)
	}
	if p := at(s, 0, 0, "prevention"); p.Score.Known || p.Coverage != 0 || p.Low != 0 || p.High != 100 {
		t.Errorf("prevention is %+v, want nothing known", p)
	}
}

// COINr's threshold example: equal weights, two thirds of the data needed.
func TestCoverageThreshold(t *testing.T) {
	for _, c := range []struct {
		options [3]string // "" is missing
		want    float64
		known   bool
	}{
		{[3]string{"2", "4", "2"}, 125.0 / 3, true},
		{[3]string{"3", "", ""}, 0, false},
		{[3]string{"4", "", "2"}, 50, true},
	} {
		i := []*indicator.Indicator{rubric("x", 1), rubric("y", 1), rubric("z", 1)}
		pillar := node("pillar", "pillar", i[0], i[1], i[2])
		pillar.Coverage = 2.0 / 3
		var answers []observation.Observation
		for k, o := range c.options {
			if o != "" {
				answers = append(answers, chosen(0, 0, i[k], o))
			}
		}
		s := compute(t, world(framework(overall(pillar)), 1, 1), answers)
		if got := at(s, 0, 0, "pillar").Score; got.Known != c.known || !near(got.Value, c.want) {
			t.Errorf("%q scores %v, want %v (%v)", c.options, got, c.want, c.known)
		}
	}
}

// Weights such as 0.1 do not add up exactly; the rule must not notice.
func TestCoverageThresholdToleratesBinaryFractions(t *testing.T) {
	a, b, c := rubric("a1", 0.1), rubric("b1", 0.2), rubric("c1", 0.3)
	pillar := node("pillar", "pillar", a, b, c)
	pillar.Coverage = 0.5
	s := compute(t, world(framework(overall(pillar)), 1, 1), []observation.Observation{chosen(0, 0, c, "3")})
	if got := at(s, 0, 0, "pillar"); !got.Score.Known {
		t.Errorf("0.3 of 0.1+0.2+0.3 is not half the weight: %+v", got)
	}
}

func TestStatesOfAnswers(t *testing.T) {
	for state, want := range map[observation.State]Result{
		observation.NotAssessed:   {Coverage: 0.5, Low: 25, High: 75, Band: -1, Applies: true},
		observation.NotAvailable:  {Coverage: 0.5, Low: 25, High: 75, Band: -1, Applies: true},
		observation.Withheld:      {Coverage: 0.5, Low: 25, High: 75, Band: -1, Applies: true},
		observation.Suppressed:    {Coverage: 0.5, Low: 25, High: 75, Band: -1, Applies: true},
		observation.NotApplicable: {Score: Score{Value: 50, Known: true}, Coverage: 1, Low: 50, High: 50, Band: 2, Applies: true},
		observation.Observed:      {Score: Score{Value: 75, Known: true}, Coverage: 1, Low: 75, High: 75, Band: 3, Applies: true},
		observation.Estimated:     {Score: Score{Value: 75, Known: true}, Coverage: 1, Low: 75, High: 75, Band: 3, Applies: true},
	} {
		first, second := rubric("first", 1), rubric("second", 1)
		answer := empty(0, 0, second, state)
		if state.HasValue() {
			answer.Value.Option = "5"
		}
		f := framework(overall(node("pillar", "pillar", first, second)))
		s := compute(t, world(f, 1, 1), []observation.Observation{chosen(0, 0, first, "3"), answer})
		if got := at(s, 0, 0, "overall"); got != want {
			t.Errorf("%s: %+v, want %+v", state, got, want)
		}
	}
}

func TestNothingApplies(t *testing.T) {
	a, b := rubric("a1", 1), rubric("b1", 1)
	f := framework(overall(node("pillar", "one", a), node("pillar", "two", b)))
	s := compute(t, world(f, 2, 1), []observation.Observation{
		empty(0, 0, a, observation.NotApplicable), chosen(0, 0, b, "5"),
		empty(1, 0, a, observation.NotApplicable), empty(1, 0, b, observation.NotApplicable),
	})
	if got := at(s, 0, 0, "one"); got != (Result{Band: -1}) {
		t.Errorf("a pillar where nothing applies is %+v", got)
	}
	if got := at(s, 0, 0, "overall").Score; got != (Score{Value: 100, Known: true}) {
		t.Errorf("the other pillar alone scores %v, want 100", got)
	}
	if got := at(s, 1, 0, "overall"); got != (Result{Band: -1}) {
		t.Errorf("a jurisdiction where nothing applies is %+v", got)
	}
}

// An indicator for municipalities does not apply to a country, even unasked.
func TestLevelsOfGovernment(t *testing.T) {
	national, local, both := rubric("national", 1), rubric("local", 1), rubric("both", 1)
	national.Levels, local.Levels = []string{"country"}, []string{"municipality"}
	f := framework(overall(node("pillar", "pillar", national, local, both)))
	p := world(f, 2, 1)
	p.Jurisdictions[1].Level = "municipality"
	var answers []observation.Observation
	for j := range 2 {
		answers = append(answers, chosen(j, 0, both, "1"))
	}
	answers = append(answers, chosen(0, 0, national, "5"), chosen(1, 0, local, "3"))
	s := compute(t, p, answers)
	for j, want := range []float64{50, 25} {
		if got := at(s, j, 0, "overall"); got.Score != (Score{Value: want, Known: true}) || got.Coverage != 1 {
			t.Errorf("%s is %+v, want %v", p.Jurisdictions[j].ID, got, want)
		}
	}
	if at(s, 0, 0, "local").Applies || !at(s, 1, 0, "local").Applies {
		t.Error("the local indicator applies to the wrong jurisdiction")
	}
}

// Coverage counts indicators down the tree, the rule counts children: a theme
// answered by half has no score, and still half of its weight is covered.
func TestCoverageLooksThroughThemes(t *testing.T) {
	i := []*indicator.Indicator{rubric("a1", 1), rubric("a2", 1), rubric("b1", 1), rubric("b2", 3), rubric("b3", 1)}
	first, second := node("theme", "first", i[0], i[1]), node("theme", "second", i[2], i[3], i[4])
	pillar := node("pillar", "pillar", first, second)
	pillar.Coverage, second.Weight = 0.25, 3
	s := compute(t, world(framework(overall(pillar)), 1, 1), []observation.Observation{
		chosen(0, 0, i[0], "5"), // half of the first theme
		chosen(0, 0, i[2], "1"), chosen(0, 0, i[3], "2"), empty(0, 0, i[4], observation.NotApplicable),
	})
	if at(s, 0, 0, "first").Score.Known {
		t.Error("a theme answered by half, which needs all, has a score")
	}
	got := at(s, 0, 0, "pillar")
	// second: (1x0 + 3x25)/4 = 18.75. Coverage (1x0.5 + 3x1)/4 = 0.875.
	if !got.Score.Known || got.Score.Value != 18.75 || got.Coverage != 0.875 {
		t.Errorf("pillar is %+v, want 18.75 with a coverage of 0.875", got)
	}
	// first is worth 50 or 100: (50 + 3x18.75)/4 and (100 + 3x18.75)/4.
	if got.Low != 26.5625 || got.High != 39.0625 {
		t.Errorf("bounds %v to %v, want 26.5625 to 39.0625", got.Low, got.High)
	}
}

// COINr's ASEM example, printed to three digits.
func TestMeansOfMeans(t *testing.T) {
	conn := []float64{12.6, 52.4, 39.5, 34.8, 52.5}
	sust := []float64{31.9, 71.9, 55.7}
	mean := func(values ...float64) float64 {
		var parts []method.Weighted
		for _, v := range values {
			parts = append(parts, method.Weighted{Value: v, Weight: 1})
		}
		return method.Arithmetic.Of(parts, 0)
	}
	for _, c := range []struct{ got, want float64 }{
		{mean(conn...), 38.4}, {mean(sust...), 53.2}, {mean(mean(conn...), mean(sust...)), 45.8},
	} {
		if math.Abs(c.got-c.want) > 0.051 {
			t.Errorf("mean %v, published as %v", c.got, c.want)
		}
	}
	if got := method.Arithmetic.Of([]method.Weighted{{Value: 100, Weight: 1}, {Value: 40, Weight: 3}, {Weight: 0.5}}, 0); !near(got, 220/4.5) {
		t.Errorf("weighted mean %v, want %v", got, 220/4.5)
	}
}

func TestUnknownAggregationHasNoScore(t *testing.T) {
	i := rubric("a1", 1)
	pillar := node("pillar", "pillar", i)
	pillar.Aggregate = "magic"
	s := compute(t, world(framework(overall(pillar)), 1, 1), []observation.Observation{chosen(0, 0, i, "3")})
	if got := at(s, 0, 0, "pillar"); got.Score.Known || got.Low != 0 || got.High != 100 {
		t.Errorf("an aggregation nobody knows gives %+v", got)
	}
}
