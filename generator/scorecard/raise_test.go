package scorecard

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// told writes what a trace says of missing and of better answers.
func told(t *Trace) (missing, raise []string) {
	for _, m := range t.Missing {
		line := fmt.Sprintf("%s %.3f", m.Indicator.ID, m.Stake)
		if m.Waits != "" {
			line += " waits for " + string(m.Waits)
		}
		missing = append(missing, line)
	}
	for _, r := range t.Raise {
		raise = append(raise, fmt.Sprintf("%s +%.3f to %.3f", r.Indicator.ID, r.Gain, r.Overall))
	}
	return missing, raise
}

func expect(t *testing.T, name string, trace *Trace, missing, raise []string) {
	t.Helper()
	gotMissing, gotRaise := told(trace)
	if !slices.Equal(gotMissing, missing) {
		t.Errorf("%s: missing %q, want %q", name, gotMissing, missing)
	}
	if !slices.Equal(gotRaise, raise) {
		t.Errorf("%s: raised by %q, want %q", name, gotRaise, raise)
	}
}

// Pillar one has weight 1 and two questions with weights 1 and 3, of which the
// heavy one is missing; pillar two has weight 2. Overall (50 + 2 x 75) / 3 is
// 66.667. The missing one holds 1/3 x 3/4 of 100 points. A tie stands in the
// order of the tree.
func TestRaiseThroughTwoLevels(t *testing.T) {
	a, b, c := rubric("a", 1), rubric("b", 3), rubric("c", 1)
	f := framework(overall(node("pillar", "one", a, b), node("pillar", "two", c)))
	f.Root.Nodes[0].Coverage, f.Root.Nodes[1].Weight = 0, 2
	s := compute(t, world(f, 1, 1), []observation.Observation{chosen(0, 0, a, "3"), chosen(0, 0, c, "4")})
	trace := s.Explain(0, 0)
	expect(t, "two levels", trace, []string{"b 25.000"}, []string{"a +16.667 to 83.333", "c +16.667 to 83.333"})
	if one := trace.Root.Children[0]; !near(one.Stake, 100.0/3) || !near(one.Children[0].Stake, 100.0/12) {
		t.Errorf("stakes %v and %v, want a third and a twelfth", one.Stake, one.Children[0].Stake)
	}
	// With a coverage rule that is not met there is no score to raise.
	f.Root.Nodes[0].Coverage, f.Root.Coverage = 0.5, 1
	s = compute(t, world(f, 1, 1), []observation.Observation{chosen(0, 0, a, "3"), chosen(0, 0, c, "4")})
	expect(t, "no score", s.Explain(0, 0), []string{"b 25.000"}, nil)
}

// 25 and 81 have a geometric mean of 45: with 100 in the place of the first it
// is 90, of the second 50. Of a minimum only the lowest counts.
func TestRaiseByOtherMeans(t *testing.T) {
	for how, want := range map[indicator.Aggregation][]string{
		indicator.GeometricMean:  {"a +45.000 to 90.000", "b +5.000 to 50.000"},
		indicator.ArithmeticMean: {"a +37.500 to 90.500", "b +9.500 to 62.500"},
		indicator.Minimum:        {"a +56.000 to 81.000"},
	} {
		a, b := measure("a", indicator.Count, indicator.Up, 0, 100), measure("b", indicator.Count, indicator.Up, 0, 100)
		f := framework(overall(a, b))
		f.Root.Aggregate = how
		s := compute(t, world(f, 1, 1), append(answersOf(a, 1, 25), answersOf(b, 1, 81)...))
		expect(t, string(how), s.Explain(0, 0), nil, want)
	}
}

// The law is the gate of its application. In place 0 it is closed: only the law
// opens it, for (100 + 50) / 2. In place 1 nobody knows whether it is open; the
// application is answered and worth 0 or 50. In place 2 the application is
// missing behind an open gate.
func TestRaiseThroughAGate(t *testing.T) {
	law, applied := rubric("law", 1), rubric("applied", 1)
	applied.Gate = &indicator.Gate{Indicator: "law", Options: []string{"4", "5"}}
	f := framework(overall(node("pillar", "p", law, applied))).Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	f.Root.Nodes[0].Coverage = 0
	law, applied = f.Indicator("law"), f.Indicator("applied")
	s := compute(t, world(f, 3, 1), []observation.Observation{
		chosen(0, 0, law, "3"), chosen(0, 0, applied, "3"), chosen(1, 0, applied, "3"), chosen(2, 0, law, "4"),
	})
	expect(t, "closed", s.Explain(0, 0), nil, []string{"law +50.000 to 75.000"})
	expect(t, "not known", s.Explain(1, 0), []string{"law 75.000", "applied 25.000 waits for law"}, nil)
	expect(t, "open", s.Explain(2, 0), []string{"applied 50.000"}, []string{"law +25.000 to 100.000"})
}

func TestMissingDivisor(t *testing.T) {
	people := measure("people", indicator.Count, indicator.Up, 0, 1)
	people.Actor, people.Goalposts = indicator.Context, nil
	beds := measure("beds", indicator.Count, indicator.Up, 0, 4)
	beds.Per = &indicator.Divisor{Indicator: "people", Times: 1000}
	f := framework(overall(node("pillar", "p", beds)))
	f.Context = []*indicator.Group{{ID: "context", Indicators: []*indicator.Indicator{people}}}
	f = f.Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	s := compute(t, world(f, 1, 1), answersOf(f.Indicator("beds"), 1, 6))
	expect(t, "divisor", s.Explain(0, 0), []string{"beds 100.000 waits for people"}, nil)
}

// A number that was filled in is still missing, and no answer to better.
func TestFilledInIsMissing(t *testing.T) {
	i, other := measure("i", indicator.Count, indicator.Up, 0, 100), rubric("r", 1)
	i.Fill = &indicator.Fill{By: indicator.ByCarry, Periods: 1}
	s := compute(t, world(framework(overall(node("pillar", "p", i, other))), 1, 2), append(answersOf(i, 1, 60), chosen(0, 1, other, "2")))
	expect(t, "filled in", s.Explain(0, 1), []string{"i 50.000"}, []string{"r +37.500 to 80.000"})
}

func TestRaiseWithRedLines(t *testing.T) {
	for name, c := range map[string]struct {
		line, q1       string
		missing, raise []string
	}{
		"crossed":     {"yes", "4", nil, []string{"q1 +12.500 to 95.000", "neg-01 +5.000 to 87.500"}},
		"not crossed": {"no", "4", nil, []string{"q1 +12.500 to 100.000"}},
		"nobody asks": {"", "4", []string{"neg-01 5.000"}, []string{"q1 +12.500 to 100.000"}},
		"all is lost": {"yes", "1", nil, []string{"q1 +45.000 to 95.000"}}, // 0 points have nothing to give back
	} {
		f, first, second, line := crossing()
		answers := []observation.Observation{chosen(0, 0, first, c.q1), chosen(0, 0, second, "5")}
		if c.line != "" {
			answers = append(answers, chosen(0, 0, line, c.line))
		}
		expect(t, name, compute(t, world(f, 1, 1), answers).Explain(0, 0), c.missing, c.raise)
	}
}

// 27 points less a penalty of 3 are 24. A bonus that was answered and gave
// nothing could give 4.
func TestRaiseByBonusAndPenalty(t *testing.T) {
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
	s := compute(t, world(f, 2, 1), []observation.Observation{
		found(0, 0, base, 27), chosen(0, 0, bonus, "1"), chosen(0, 0, penalty, "4"), found(1, 0, base, 50),
	})
	expect(t, "answered", s.Explain(0, 0), nil, []string{"base +73.000 to 97.000", "bonus +4.000 to 28.000", "penalty +3.000 to 27.000"})
	expect(t, "missing", s.Explain(1, 0), []string{"bonus 4.000", "penalty 4.000"}, []string{"base +50.000 to 100.000"})
}

func TestRaiseListsFive(t *testing.T) {
	var all []any
	var answers []observation.Observation
	for k := range 7 {
		i := rubric(fmt.Sprint("q", k), 1)
		all, answers = append(all, i), append(answers, chosen(0, 0, i, "3"))
	}
	s := compute(t, world(framework(overall(all...)), 1, 1), answers)
	expect(t, "seven ties", s.Explain(0, 0), nil, []string{
		"q0 +7.143 to 57.143", "q1 +7.143 to 57.143", "q2 +7.143 to 57.143", "q3 +7.143 to 57.143", "q4 +7.143 to 57.143",
	})
}

// Giving the best answer for real, with everything computed anew, brings what
// the explanation says; with every method and mean, gate and red line.
func TestRaiseIsWhatTheBetterAnswerBrings(t *testing.T) {
	held := 0
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		s := compute(t, x.programme, x.answers)
		for j := range x.programme.Jurisdictions {
			for _, raise := range s.Explain(j, 0).Raise {
				i := raise.Indicator
				if raise.Best == nil && (i.Normalise != nil || i.Per != nil) {
					continue // the answers of others would have their say
				}
				answers := slices.Clone(x.answers)
				at := slices.IndexFunc(answers, func(o observation.Observation) bool {
					return o.Jurisdiction == j && o.Period == 0 && o.Indicator == i
				})
				value := observation.Value{Option: "no"}
				switch {
				case raise.Best != nil:
					value.Option = raise.Best.ID
				case i.Goalposts != nil && i.Direction == indicator.Up:
					value = observation.Value{Number: i.Goalposts.High}
				case i.Goalposts != nil:
					value = observation.Value{Number: i.Goalposts.Low}
				}
				answers[at].Value = value
				got := compute(t, x.programme, answers).Result(j, 0, 0).Score
				if method.Round(got.Value-raise.Overall, 7) != 0 || !got.Known {
					t.Errorf("%s of place %d: %v, and not %v", i.ID, j, got, raise.Overall)
				}
				held++
			}
		}
	})
	if held < 100 {
		t.Errorf("only %d better answers were tried", held)
	}
}
