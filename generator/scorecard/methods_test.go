package scorecard

import (
	"math"
	"strings"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// plain is a number that is compared with others.
func plain(id string, n indicator.Normalisation) *indicator.Indicator {
	i := measure(id, indicator.Count, indicator.Up, 0, 1)
	i.Goalposts, i.Normalise = nil, &n
	return i
}

func minmax() indicator.Normalisation {
	return indicator.Normalisation{Method: indicator.MinMax, Among: indicator.AmongLevel, Over: indicator.OverPeriod, High: 100}
}

// column returns the scores at a node in the rows of the sheet.
func column(s *Scorecard, id string) []float64 { return s.sheet.Value[s.Node(id)] }

func equal(got, want []float64) bool {
	for k := range want {
		if len(got) != len(want) || !(got[k] == want[k] || math.Abs(got[k]-want[k]) < 1e-9 || math.IsNaN(got[k]) && math.IsNaN(want[k])) {
			return false
		}
	}
	return true
}

// answersOf lists numbers by jurisdiction, then period; NaN is none.
func answersOf(i *indicator.Indicator, periods int, x ...float64) (out []observation.Observation) {
	for k, v := range x {
		if !math.IsNaN(v) {
			out = append(out, found(k/periods, k%periods, i, v))
		}
	}
	return out
}

func TestComparisonAmongAndOver(t *testing.T) {
	na := math.NaN()
	for _, c := range []struct {
		name string
		set  func(*indicator.Normalisation)
		want []float64 // of places a, b, c in two years
	}{
		{"in each period", func(*indicator.Normalisation) {}, []float64{0, 0, 50, 25, 100, 100}},
		{"over all periods", func(n *indicator.Normalisation) { n.Over = indicator.OverAll }, []float64{0, 5, 5, 15, 10, 45.0 / 45 * 100}},
		{"with a base", func(n *indicator.Normalisation) { n.Over, n.Base = indicator.OverBase, "2001" }, []float64{0, 50, 50, 100, 100, 100}},
		{"with a base that is not there", func(n *indicator.Normalisation) { n.Over, n.Base = indicator.OverBase, "1999" }, []float64{na, na, na, na, na, na}},
		{"in a region", func(n *indicator.Normalisation) { n.Among = indicator.AmongRegion }, []float64{0, 0, 100, 100, na, na}},
	} {
		n := minmax()
		c.set(&n)
		i := plain("i", n)
		p := world(framework(overall(node("pillar", "p", i))), 3, 2)
		p.Jurisdictions[0].Region, p.Jurisdictions[1].Region = "north", "north"
		// 2001: 5, 7, 9; 2002: 7, 11, 50 - among all from 5 to 50, and so on.
		x := []float64{5, 7, 7, 11, 9, 50}
		if c.name == "in each period" {
			x = []float64{5, 6, 7, 7, 9, 10}
		}
		if c.name == "over all periods" {
			x = []float64{5, 7.25, 7.25, 11.75, 9.5, 50}
		}
		s := compute(t, p, answersOf(i, 2, x...))
		if got := column(s, "i"); !equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDenominator(t *testing.T) {
	people := measure("people", indicator.Count, indicator.Up, 0, 1)
	people.Actor, people.Goalposts = indicator.Context, nil
	beds := measure("beds", indicator.Count, indicator.Up, 0, 4)
	beds.Per = &indicator.Divisor{Indicator: "people", Times: 1000}
	f := framework(overall(node("pillar", "p", beds)))
	f.Context = []*indicator.Group{{ID: "context", Indicators: []*indicator.Indicator{people}}}
	f = f.Override(map[indicator.ID]*indicator.Goalposts{"none": nil}) // knows its indicators by id
	s := compute(t, world(f, 3, 1), append(answersOf(f.Indicator("beds"), 1, 6, 6, 6), answersOf(f.Indicator("people"), 1, 2000, 0)...))
	if got := column(s, "beds"); !equal(got, []float64{75, math.NaN(), math.NaN()}) {
		t.Errorf("3, none and none per 1,000 between 0 and 4 score %v", got)
	}
}

func TestFillingIsMarkedAndProvesNothing(t *testing.T) {
	na := math.NaN()
	i, other := measure("i", indicator.Count, indicator.Up, 0, 100), rubric("r", 1)
	i.Fill = &indicator.Fill{By: indicator.ByCarry, Periods: 1}
	s := compute(t, world(framework(overall(node("pillar", "p", i, other))), 1, 3), append(answersOf(i, 3, 60, na, na), chosen(0, 1, other, "2")))
	if got := column(s, "i"); !equal(got, []float64{60, 60, na}) {
		t.Fatalf("carried one period: %v", got)
	}
	got, of := at(s, 0, 1, "overall"), at(s, 0, 1, "i")
	if !got.Filled || !of.Filled || got.Score.Value != 42.5 || got.Coverage != 0.5 || got.Low != 12.5 || got.High != 62.5 {
		t.Errorf("%+v, with the indicator %+v", got, of)
	}
	var table strings.Builder
	if err := s.WriteCSV(&table); err != nil || !strings.Contains(table.String(), "a,2002,overall,42.5,0.5,,limited,yes,small\n") {
		t.Errorf("%v, the score table does not say it:\n%s", err, &table)
	}
	if at(s, 0, 0, "overall").Filled || at(s, 0, 2, "i").Filled {
		t.Error("a number that nobody filled in is marked")
	}
	trace := text(t, s.Explain(0, 1), "en")
	if !strings.Contains(trace, "filled in for the missing answer: 60, worth 60 points") {
		t.Errorf("the explanation does not say it:\n%s", trace)
	}
}

func TestFillingByTheMeanOfTheRegion(t *testing.T) {
	i := measure("i", indicator.Count, indicator.Up, 0, 100)
	i.Fill = &indicator.Fill{By: indicator.ByMean, Among: indicator.AmongRegion}
	p := world(framework(overall(node("pillar", "p", i))), 5, 1)
	for j, region := range []string{"north", "north", "north", "south", ""} {
		p.Jurisdictions[j].Region = region
	}
	s := compute(t, p, answersOf(i, 1, 10, 20, math.NaN(), math.NaN(), math.NaN()))
	if got := column(s, "i"); !equal(got, []float64{10, 20, 15, math.NaN(), math.NaN()}) {
		t.Errorf("%v", got)
	}
}

func TestGate(t *testing.T) {
	law, applied := rubric("law", 1), rubric("applied", 1)
	applied.Gate = &indicator.Gate{Indicator: "law", Options: []string{"4", "5"}}
	f := framework(overall(node("pillar", "p", law, applied))).Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	law, applied = f.Indicator("law"), f.Indicator("applied")
	s := compute(t, world(f, 4, 1), []observation.Observation{
		chosen(0, 0, law, "4"), chosen(0, 0, applied, "3"),
		chosen(1, 0, law, "3"), chosen(1, 0, applied, "3"),
		chosen(2, 0, applied, "3"),
		empty(3, 0, law, observation.NotApplicable), chosen(3, 0, applied, "3"),
	})
	if got := column(s, "applied"); !equal(got, []float64{50, 0, math.NaN(), method.Outside()}) {
		t.Errorf("%v", got)
	}
}

func TestBonusAndPenalty(t *testing.T) {
	base := measure("base", indicator.Count, indicator.Up, 0, 100)
	bonus, penalty := rubric("bonus", 1), rubric("penalty", 1)
	for _, i := range []*indicator.Indicator{bonus, penalty} {
		for k := range i.Options {
			i.Options[k].Score = float64(k)
		}
	}
	bonus.Adjusts, penalty.Adjusts = indicator.Bonus, indicator.Penalty
	root := overall(node("pillar", "p", base))
	root.Nodes[0].Adjusts = []*indicator.Indicator{bonus, penalty}
	f := framework(root)
	for _, i := range []*indicator.Indicator{bonus, penalty} {
		i.Index = len(f.All)
		f.All = append(f.All, i)
	}
	s := compute(t, world(f, 4, 1), []observation.Observation{
		found(0, 0, base, 27), chosen(0, 0, bonus, "1"), chosen(0, 0, penalty, "4"),
		found(1, 0, base, 99), chosen(1, 0, bonus, "5"), chosen(1, 0, penalty, "1"),
		found(2, 0, base, 1), chosen(2, 0, bonus, "1"), chosen(2, 0, penalty, "5"),
		found(3, 0, base, 50),
	})
	for j, want := range []Result{{Low: 24, High: 24}, {Low: 100, High: 100}, {}, {Low: 46, High: 54}} {
		score := []float64{24, 100, 0, 50}[j]
		if got := at(s, j, 0, "p"); got.Score.Value != score || got.Low != want.Low || got.High != want.High || got.Coverage != 1 {
			t.Errorf("place %d: %+v, want %v between %v and %v", j, got, score, want.Low, want.High)
		}
	}
	if got := s.Adjustments(0, 0, s.Node("p")); len(got) != 1 || got[0].Points != -3 {
		t.Errorf("adjustments %+v", got)
	}
	if trace := text(t, s.Explain(0, 0), "en"); !strings.Contains(trace, "penalty penalty, Question penalty: -3 points") {
		t.Errorf("the explanation does not say it:\n%s", trace)
	}
}

func TestMeansOfNodes(t *testing.T) {
	for how, want := range map[indicator.Aggregation]float64{
		indicator.GeometricMean: 36, indicator.HarmonicMean: 28.8, indicator.Minimum: 18, indicator.MedianOf: 45, indicator.SumOfPoints: 90,
	} {
		a, b := measure("a", indicator.Count, indicator.Up, 0, 100), measure("b", indicator.Count, indicator.Up, 0, 100)
		root := overall(node("pillar", "p", a, b))
		root.Nodes[0].Aggregate = how
		s := compute(t, world(framework(root), 1, 1), append(answersOf(a, 1, 18), answersOf(b, 1, 72)...))
		if got := at(s, 0, 0, "p").Score; !got.Known || !near(got.Value, want) {
			t.Errorf("%s of 18 and 72 is %v, want %v", how, got, want)
		}
		if trace := text(t, s.Explain(0, 0), "en"); !strings.Contains(trace, "of the scores below, not a sum of points") {
			t.Errorf("%s: the explanation adds up points:\n%s", how, trace)
		}
	}
}

func TestSlopes(t *testing.T) {
	i := measure("i", indicator.Count, indicator.Up, 0, 100)
	f := framework(overall(node("pillar", "p", i)))
	p := world(f, 1, 6)
	answers := answersOf(i, 6, 90, 10, 20, 80, 40, math.NaN())
	for _, c := range []struct {
		rule   indicator.Trend
		at     int
		breaks []programme.Break
		want   float64
		scores int
		ok     bool
	}{
		{indicator.Trend{Slope: indicator.AnnualRate, Periods: 4}, 4, nil, 10, 4, true},
		{indicator.Trend{Slope: indicator.TheilSen, Periods: 5}, 4, nil, 10.0 / 3, 5, true},
		{indicator.Trend{Slope: indicator.AnnualRate, Periods: 5}, 4, nil, -12.5, 5, true},
		{indicator.Trend{Slope: indicator.AnnualRate, Periods: 5}, 4, []programme.Break{{Indicator: "i", Period: p.Periods[1]}}, 10, 4, true},
		{indicator.Trend{Slope: indicator.AnnualRate, Periods: 5}, 4, []programme.Break{{Indicator: "i", Period: p.Periods[4]}}, 0, 1, false},
		{indicator.Trend{Slope: indicator.AnnualRate, Periods: 2}, 5, nil, 0, 1, false},
		{indicator.Trend{}, 4, nil, 0, 1, false},
	} {
		f.Trend, p.Breaks = c.rule, c.breaks
		s := compute(t, p, answers)
		got, scores, ok := s.Slope(0, c.at, 0)
		if !near(got, c.want) || scores != c.scores || ok != c.ok {
			t.Errorf("%+v with %d breaks: %v of %d scores (%v), want %v of %d", c.rule, len(c.breaks), got, scores, ok, c.want, c.scores)
		}
	}
}

func TestRanksWithinARegionAndTies(t *testing.T) {
	s := percents(t, 2, 50, 80, 12, 79, 90, 80)
	p := s.data.Programme
	for j, region := range []string{"n", "n", "n", "s", "", "n"} {
		p.Jurisdictions[j].Region = region
	}
	p.Framework.Ranking.Ties = indicator.DenseTies
	s = Compute(s.data)
	ranks, of := s.RanksWithin(0, 0, indicator.AmongRegion)
	for j, want := range []int{2, 1, 3, 0, 0, 1} {
		if ranks[j] != want || want > 0 && of[j] != 4 {
			t.Errorf("place %d has rank %d of %d in its region, want %d", j, ranks[j], of[j], want)
		}
	}
	if got := at(s, 0, 0, "overall").Rank; got != 4 {
		t.Errorf("50 after 90, 80, 80 and 79 has the dense rank %d, want 4", got)
	}
}

// Freedom in the World adds up items of 0 to 4 points and takes off those of an
// additional question: the Dominican Republic 2025 has 27 + 41 = 68. Where the
// published total is below zero (China 2025: 1 - 3), a score of ours ends at zero.
func TestSumsOfPoints(t *testing.T) {
	for _, c := range []struct {
		rights, liberties string
		penalty           string
		want              [3]float64
	}{
		{"333 4331 322", "2444 343 3221 2322", "", [3]float64{27, 41, 68}},
		{"333 4331 322", "2444 343 3221 2322", "3", [3]float64{24, 41, 65}},
		{"0000010000", "1", "3", [3]float64{0, 1, 1}},
	} {
		var answers []observation.Observation
		item := func(id string) *indicator.Indicator {
			i := rubric(id, 1)
			for k := range i.Options {
				i.Options[k].ID, i.Options[k].Score = string(rune('0'+k)), float64(k)
			}
			return i
		}
		list := func(name, points string) *indicator.Node {
			n := node("pillar", name)
			n.Aggregate = indicator.SumOfPoints
			for k, p := range strings.ReplaceAll(points, " ", "") {
				i := item(name + string(rune('a'+k)))
				n.Indicators = append(n.Indicators, i)
				answers = append(answers, chosen(0, 0, i, string(p)))
			}
			return n
		}
		root := overall(list("rights", c.rights), list("liberties", c.liberties))
		root.Aggregate = indicator.SumOfPoints
		f := framework(root)
		if c.penalty != "" {
			i := item("additional")
			i.Adjusts, i.Index = indicator.Penalty, len(f.All)
			f.All, root.Nodes[0].Adjusts = append(f.All, i), []*indicator.Indicator{i}
			answers = append(answers, chosen(0, 0, i, c.penalty))
		}
		s := compute(t, world(f, 1, 1), answers)
		for k, id := range []string{"rights", "liberties", "overall"} {
			if got := at(s, 0, 0, id); !got.Score.Known || got.Score.Value != c.want[k] || got.Low != c.want[k] || got.High != c.want[k] {
				t.Errorf("%s of %+v: %+v", id, c, got)
			}
		}
	}
}

// A break in what an answer is divided by is one in the score.
func TestBreaksInADenominator(t *testing.T) {
	people := measure("people", indicator.Count, indicator.Up, 0, 1)
	people.Actor, people.Goalposts = indicator.Context, nil
	beds := measure("beds", indicator.Count, indicator.Up, 0, 4)
	beds.Per = &indicator.Divisor{Indicator: "people", Times: 1000}
	f := framework(overall(node("pillar", "p", beds)))
	f.Context = []*indicator.Group{{ID: "context", Indicators: []*indicator.Indicator{people}}}
	f = f.Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	p := world(f, 1, 2)
	answers := append(answersOf(f.Indicator("beds"), 2, 3, 6), answersOf(f.Indicator("people"), 2, 3000, 3000)...)
	s := compute(t, p, answers)
	if got := s.Trend(0, 1, 0); got != 1 {
		t.Errorf("twice as many beds have the arrow %d", got)
	}
	p.Breaks = []programme.Break{{Indicator: "people", Period: p.Periods[1]}}
	if s = compute(t, p, answers); len(s.Breaks(0, 1, 0)) != 1 || s.Trend(0, 1, 0) != 0 {
		t.Error("a break in the number of people is none in the beds for each of them")
	}
}

// What was filled in earns no arrow.
func TestNoArrowForWhatWasFilledIn(t *testing.T) {
	i := measure("i", indicator.Count, indicator.Up, 0, 100)
	f := framework(overall(node("pillar", "p", i)))
	p := world(f, 2, 2)
	answers := answersOf(i, 2, 10, math.NaN(), 50, 90)
	i.Fill = &indicator.Fill{By: indicator.ByMean, Among: indicator.AmongAll}
	s := compute(t, p, answers)
	if delta, ok := s.Change(0, 1, 0); !ok || delta != 80 || s.Trend(0, 1, 0) != 0 || s.Trend(1, 1, 0) != 1 {
		t.Errorf("change %v, arrows %d and %d", delta, s.Trend(0, 1, 0), s.Trend(1, 1, 0))
	}
}
