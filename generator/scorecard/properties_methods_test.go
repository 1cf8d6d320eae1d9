package scorecard

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// A richTrial is a framework in which indicators and nodes use every method:
// comparisons, logarithms, denominators, filling in, gates, bonus and penalty,
// red lines, all means. Answers are those of a trial.
func richTrial(r *rand.Rand) trial {
	count := 0
	root := randomNode(r, 0, &count)
	people := measure("people", indicator.Count, indicator.Up, 0, 1)
	people.Actor, people.Goalposts = indicator.Context, nil
	f := framework(root)
	f.Context = []*indicator.Group{{ID: "context", Indicators: []*indicator.Indicator{people}}}
	var rubrics []indicator.ID
	enrichNodes(r, root)
	for _, i := range f.All {
		enrich(r, i, rubrics)
		if len(i.Options) > 0 {
			rubrics = append(rubrics, i.ID)
		}
	}
	f = f.Override(map[indicator.ID]*indicator.Goalposts{"none": nil})
	p := world(f, 2+r.IntN(7), 1+r.IntN(3))
	for j := range p.Jurisdictions {
		p.Jurisdictions[j].Region = []string{"n", "s", ""}[r.IntN(3)]
	}
	x := trial{programme: p}
	for j := range p.Jurisdictions {
		for y := range p.Periods {
			for _, i := range f.All {
				if i.RedLine != nil {
					if r.IntN(3) == 0 {
						x.answers = append(x.answers, chosen(j, y, i, []string{"yes", "no"}[r.IntN(2)]))
					}
				} else if a, ok := richAnswer(r, j, y, i); ok {
					x.answers = append(x.answers, a)
				}
			}
		}
	}
	return x
}

// richAnswer is a random answer; what is compared has no goalposts either.
func richAnswer(r *rand.Rand, j, t int, i *indicator.Indicator) (observation.Observation, bool) {
	a, ok := randomAnswer(r, j, t, rubricLike(i))
	a.Indicator = i
	return a, ok
}

// rubricLike gives randomAnswer goalposts to see that a number is asked for.
func rubricLike(i *indicator.Indicator) *indicator.Indicator {
	c := *i
	if len(i.Options) == 0 {
		c.Goalposts = &indicator.Goalposts{}
	}
	return &c
}

// enrichNodes gives nodes other means, a bonus, a penalty and a red line. A sum
// needs all its parts.
func enrichNodes(r *rand.Rand, n *indicator.Node) {
	means := []indicator.Aggregation{
		indicator.ArithmeticMean, indicator.GeometricMean, indicator.HarmonicMean, indicator.Minimum, indicator.MedianOf, indicator.SumOfPoints,
	}
	n.Aggregate, n.Floor = means[r.IntN(len(means))], float64(r.IntN(3))
	if n.Aggregate == indicator.SumOfPoints {
		n.Coverage = 1
	}
	for k, adjusts := range []indicator.Adjusts{indicator.Bonus, indicator.Penalty} {
		if r.IntN(4) == 0 {
			i := rubric(fmt.Sprint(n.ID, "adjusts", k), 1)
			for o := range i.Options {
				i.Options[o].Score = float64(o)
			}
			i.Adjusts = adjusts
			n.Adjusts = append(n.Adjusts, i)
		}
	}
	if r.IntN(4) == 0 {
		n.RedLines = append(n.RedLines, &indicator.Indicator{
			ID: indicator.ID(n.ID) + "line", Actor: indicator.Government, Type: indicator.YesNo,
			RedLine: &indicator.RedLine{Subtract: float64(r.IntN(20)), Cap: "limited"},
		})
	}
	for _, c := range n.Nodes {
		enrichNodes(r, c)
	}
}

// enrich gives an indicator stages before its score. A gate asks for a rubric
// that stands before it and opens from a level upwards.
func enrich(r *rand.Rand, i *indicator.Indicator, rubrics []indicator.ID) {
	if len(i.Options) == 0 {
		methods := []indicator.Method{
			indicator.MinMax, indicator.ZScore, indicator.Target, indicator.Maximum, indicator.Fraction, indicator.Rank, indicator.Percentile,
		}
		switch r.IntN(4) {
		case 0:
			i.Goalposts.Low, i.Goalposts.Log = i.Goalposts.Low+1, true
		case 1, 2:
			i.Goalposts = nil
			i.Normalise = &indicator.Normalisation{
				Method: methods[r.IntN(len(methods))], Among: []indicator.Among{indicator.AmongAll, indicator.AmongLevel, indicator.AmongRegion}[r.IntN(3)],
				Over: []indicator.Over{indicator.OverPeriod, indicator.OverAll, indicator.OverBase}[r.IntN(3)], Base: "2001",
				High: 100, Mean: 50, Deviation: 10, Target: float64(r.IntN(100)),
			}
		}
		if r.IntN(3) == 0 {
			i.Per = &indicator.Divisor{Indicator: "people", Times: 10}
		}
	}
	switch r.IntN(4) {
	case 0:
		i.Fill = &indicator.Fill{By: indicator.ByCarry, Periods: 1 + r.IntN(2)}
	case 1:
		i.Fill = &indicator.Fill{By: indicator.ByMean, Among: []indicator.Among{indicator.AmongAll, indicator.AmongRegion}[r.IntN(2)]}
	}
	if len(rubrics) > 0 && r.IntN(4) == 0 {
		i.Gate = &indicator.Gate{Indicator: rubrics[r.IntN(len(rubrics))], Options: []string{"1", "2", "3", "4", "5"}[r.IntN(5):]}
	}
}

// eachRich runs the property on many rich trials.
func eachRich(t *testing.T, property func(t *testing.T, r *rand.Rand, x trial)) {
	t.Helper()
	for seed := range uint64(trials) {
		t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 4))
			property(t, r, richTrial(r))
		})
	}
}

func TestMethodsKeepScoresWithinBounds(t *testing.T) {
	filled := 0
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		for row := range compute(t, x.programme, x.answers).Rows() {
			got := row.Result
			if v := got.Score.Value; !(v >= 0 && v <= 100) || !got.Score.Known && v != 0 {
				t.Errorf("%v: score %v", row, got.Score)
			}
			if !(got.Coverage >= 0 && got.Coverage <= 1 && got.Low >= 0 && got.High <= 100 && got.Low <= got.High) {
				t.Errorf("%v: coverage or bounds", row)
			}
			if got.Filled {
				filled++
				if got.Coverage == 1 || !got.Score.Known {
					t.Errorf("%v rests on a number that was filled in", row)
				}
			}
			if got.Score.Known && got.Coverage == 1 && (got.Score.Value < got.Low || got.Score.Value > got.High) {
				t.Errorf("%v: the score lies outside its bounds, and nothing is missing", row)
			}
		}
	})
	if filled < 100 {
		t.Errorf("only %d scores rest on numbers that were filled in", filled)
	}
}

func TestMethodsDoNotDependOnTheOrderOfAnswers(t *testing.T) {
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		before := results(compute(t, x.programme, x.answers))
		r.Shuffle(len(x.answers), func(a, b int) { x.answers[a], x.answers[b] = x.answers[b], x.answers[a] })
		if !slices.Equal(before, results(compute(t, x.programme, x.answers))) {
			t.Error("the results depend on the order of the answers")
		}
	})
}

func TestMethodsDoNotDependOnTheScaleOfWeights(t *testing.T) {
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		before := results(compute(t, x.programme, x.answers))
		scale(x.programme.Framework.Root, 4)
		if !slices.Equal(before, results(compute(t, x.programme, x.answers))) {
			t.Error("four times the weights gives other results")
		}
	})
}

// A better answer of one jurisdiction never lowers its own scores in the same
// period. It may lower those of others it is compared with, and may lift those
// of later periods and other places that are filled in from it.
func TestMethodsRewardBetterAnswers(t *testing.T) {
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		if len(x.answers) == 0 {
			return
		}
		before := compute(t, x.programme, x.answers)
		k := r.IntN(len(x.answers))
		o := x.answers[k]
		if o.Indicator.RedLine != nil || o.Indicator.Adjusts == indicator.Penalty || !o.Indicator.Scored() && o.Indicator.Adjusts == "" {
			return
		}
		if n := o.Indicator.Normalise; n != nil && n.Over == indicator.OverAll {
			return // it is compared with its own other periods
		}
		o.Indicator = rubricLike(o.Indicator)
		o = better(r, o)
		o.Indicator, o.Value.Number = x.answers[k].Indicator, max(o.Value.Number, 0)
		x.answers[k] = o
		after := compute(t, x.programme, x.answers)
		for n := range before.Nodes {
			was, is := before.Result(o.Jurisdiction, o.Period, n), after.Result(o.Jurisdiction, o.Period, n)
			if was.Score.Known && is.Score.Known && is.Score.Value < was.Score.Value-1e-9 || is.Low < was.Low-1e-9 {
				t.Fatalf("%s fell from %+v to %+v by a better answer to %s", before.Nodes[n].ID, was, is, o.Indicator.ID)
			}
		}
	})
}

// A missing answer never lifts what is certain, whatever is filled in for it:
// neither the coverage nor the lower bound.
func TestMethodsNeverRewardMissingAnswers(t *testing.T) {
	eachRich(t, func(t *testing.T, r *rand.Rand, x trial) {
		if len(x.answers) == 0 {
			return
		}
		before := compute(t, x.programme, x.answers)
		k := r.IntN(len(x.answers))
		o := x.answers[k]
		if o.State == observation.NotApplicable || o.Indicator.RedLine != nil {
			return // becomes applicable, or takes nothing, which is another question
		}
		x.answers = slices.Delete(x.answers, k, k+1)
		after := compute(t, x.programme, x.answers)
		for n := range before.Nodes {
			was, is := before.Result(o.Jurisdiction, o.Period, n), after.Result(o.Jurisdiction, o.Period, n)
			if is.Coverage > was.Coverage+1e-9 || is.Low > was.Low+1e-9 || is.High < was.High-1e-9 {
				t.Fatalf("%s went from %+v to %+v without an answer to %s", before.Nodes[n].ID, was, is, o.Indicator.ID)
			}
		}
	})
}
