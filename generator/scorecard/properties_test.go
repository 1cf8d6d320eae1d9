package scorecard

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/trace"
)

// A trial is an invented framework with random weights, coverage rules and
// answers. The seed is its name, so that a failure can be repeated.
type trial struct {
	programme *programme.Programme
	answers   []observation.Observation
}

const trials = 150

// each runs the property on many trials.
func each(t *testing.T, property func(t *testing.T, r *rand.Rand, x trial)) {
	t.Helper()
	for seed := range uint64(trials) {
		t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 2))
			property(t, r, newTrial(r))
		})
	}
}

func newTrial(r *rand.Rand) trial {
	count := 0
	root := randomNode(r, 0, &count)
	p := world(framework(root), 2+r.IntN(7), 1+r.IntN(3))
	x := trial{programme: p}
	for j := range p.Jurisdictions {
		for y := range p.Periods {
			for _, i := range p.Framework.All {
				if a, ok := randomAnswer(r, j, y, i); ok {
					x.answers = append(x.answers, a)
				}
			}
		}
	}
	return x
}

func randomNode(r *rand.Rand, depth int, count *int) *indicator.Node {
	kinds := []string{"overall", "pillar", "theme"}
	*count++
	n := node(kinds[depth], fmt.Sprintf("%s%d", kinds[depth], *count))
	n.Weight = float64(1+r.IntN(40)) / 10
	n.Coverage = []float64{0, 0.5, 2.0 / 3, 1}[r.IntN(4)]
	for range 1 + r.IntN(4) {
		if depth < 2 && (depth == 0 || r.IntN(3) == 0) || len(n.Nodes) > 0 {
			n.Nodes = append(n.Nodes, randomNode(r, min(depth+1, 2), count))
			continue
		}
		*count++
		n.Indicators = append(n.Indicators, randomIndicator(r, fmt.Sprint("i", *count)))
	}
	if len(n.Nodes) > 0 {
		n.Indicators = nil
	}
	return n
}

func randomIndicator(r *rand.Rand, id string) *indicator.Indicator {
	weight := float64(1+r.IntN(40)) / 10
	if r.IntN(2) == 0 {
		return rubric(id, weight)
	}
	direction := []indicator.Direction{indicator.Up, indicator.Down}[r.IntN(2)]
	i := measure(id, indicator.Percent, direction, float64(r.IntN(30)), float64(40+r.IntN(60)))
	i.Weight = weight
	return i
}

func randomAnswer(r *rand.Rand, j, t int, i *indicator.Indicator) (observation.Observation, bool) {
	switch r.IntN(10) {
	case 0:
		return observation.Observation{}, false
	case 1:
		states := []observation.State{observation.NotAvailable, observation.Withheld, observation.NotAssessed, observation.Suppressed}
		return empty(j, t, i, states[r.IntN(len(states))]), true
	case 2:
		return empty(j, t, i, observation.NotApplicable), true
	}
	if i.Goalposts == nil {
		return chosen(j, t, i, i.Options[r.IntN(len(i.Options))].ID), true
	}
	return found(j, t, i, float64(r.IntN(1100))/10), true
}

// results lists every result, for comparison.
func results(s *Scorecard) []Result {
	var out []Result
	for row := range s.Rows() {
		out = append(out, row.Result)
	}
	return out
}

func TestScoresStayWithinTheirBounds(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		s := compute(t, x.programme, x.answers)
		for row := range s.Rows() {
			got := row.Result
			if v := got.Score.Value; v < 0 || v > 100 || !got.Score.Known && v != 0 {
				t.Errorf("%v: score %v", row, got.Score)
			}
			if got.Coverage < 0 || got.Coverage > 1 || got.Low < 0 || got.High > 100 || got.Low > got.High {
				t.Errorf("%v: coverage or bounds", row)
			}
			if got.Applies && !near(got.High-got.Low, 100*(1-got.Coverage)) {
				t.Errorf("%v: %v points are open with a coverage of %v", row, got.High-got.Low, got.Coverage)
			}
			if got.Score.Known && got.Coverage == 1 && (got.Low != got.Score.Value || got.High != got.Score.Value) {
				t.Errorf("%v: nothing is missing and the bounds are not the score", row)
			}
			if (got.Band >= 0) != got.Score.Known || got.Rank > got.Of || got.Rank > 0 && !got.Score.Known {
				t.Errorf("%v: band or rank", row)
			}
		}
	})
}

func TestOrderOfAnswersChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		before := results(compute(t, x.programme, x.answers))
		r.Shuffle(len(x.answers), func(a, b int) { x.answers[a], x.answers[b] = x.answers[b], x.answers[a] })
		if !slices.Equal(before, results(compute(t, x.programme, x.answers))) {
			t.Error("the results depend on the order of the answers")
		}
	})
}

func TestNumberOfCoresChangesNothing(t *testing.T) {
	table := func(x trial, cores int) []byte {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var out bytes.Buffer
		if err := WriteCSV(&out, compute(t, x.programme, x.answers).Rows()); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		if !bytes.Equal(table(x, 1), table(x, 5)) {
			t.Error("the results depend on the number of cores")
		}
	})
}

// By a power of two every product is the same but for its exponent, so even
// the last bit must agree; by other numbers the published values must.
func TestScalingAllWeightsChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		before := results(compute(t, x.programme, x.answers))
		scale(x.programme.Framework.Root, 8)
		if !slices.Equal(before, results(compute(t, x.programme, x.answers))) {
			t.Error("eight times the weights gives other results")
		}
		scale(x.programme.Framework.Root, 0.1+r.Float64())
		for k, got := range results(compute(t, x.programme, x.answers)) {
			want := before[k]
			if got.Score.Known != want.Score.Known || !near(got.Score.Value, want.Score.Value) || !near(got.Coverage, want.Coverage) {
				t.Fatalf("row %d is %+v with scaled weights, %+v without", k, got, want)
			}
		}
	})
}

func scale(n *indicator.Node, by float64) {
	n.Weight *= by
	for _, c := range n.Nodes {
		scale(c, by)
	}
	for _, i := range n.Indicators {
		i.Weight *= by
	}
}

// better returns a better answer, or the same if there is none.
func better(r *rand.Rand, o observation.Observation) observation.Observation {
	switch {
	case !o.State.HasValue():
	case o.Indicator.Goalposts == nil:
		o.Value.Option = fmt.Sprint(min(int(o.Value.Option[0]-'0')+1+r.IntN(2), 5))
	case o.Indicator.Direction == indicator.Up:
		o.Value.Number += 30 * r.Float64()
	default:
		o.Value.Number -= 30 * r.Float64()
	}
	return o
}

func TestBetterAnswerNeverLowersAScore(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		if len(x.answers) == 0 {
			return
		}
		before := results(compute(t, x.programme, x.answers))
		for range 5 {
			k := r.IntN(len(x.answers))
			x.answers[k] = better(r, x.answers[k])
		}
		for k, got := range results(compute(t, x.programme, x.answers)) {
			want := before[k]
			if got.Score.Value < want.Score.Value || got.Low < want.Low || got.High < want.High {
				t.Fatalf("row %d fell from %+v to %+v", k, want, got)
			}
		}
	})
}

func TestMissingAnswerNeverHelps(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		before := results(compute(t, x.programme, x.answers))
		for range 5 {
			if len(x.answers) == 0 {
				return
			}
			k := r.IntN(len(x.answers))
			if x.answers[k].State == observation.NotApplicable {
				continue // becomes applicable, which is another question
			}
			x.answers = slices.Delete(x.answers, k, k+1)
		}
		for k, got := range results(compute(t, x.programme, x.answers)) {
			want := before[k]
			if got.Low > want.Low || got.High < want.High || got.Coverage > want.Coverage || got.Score.Known && !want.Score.Known {
				t.Fatalf("row %d went from %+v to %+v by a missing answer", k, want, got)
			}
		}
	})
}

func TestParentOfEqualsIsEqual(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		score := 100 * r.Float64()
		for _, i := range x.programme.Framework.All {
			i.Goalposts = &indicator.Goalposts{Low: 0, High: 100}
			i.Direction = indicator.Up
		}
		for k := range x.answers {
			x.answers[k].Value = observation.Value{Number: score}
		}
		want := method.Posts{High: 100}.Score(score)
		for row := range compute(t, x.programme, x.answers).Rows() {
			if row.Result.Score.Known && row.Result.Score.Value != want {
				t.Errorf("%v: score %v, all below it have %v", row, row.Result.Score.Value, want)
			}
		}
	})
}

func TestExplanationAddsUp(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, x trial) {
		s := compute(t, x.programme, x.answers)
		for j := range x.programme.Jurisdictions {
			explained := s.Explain(j, 0)
			root := explained.Root
			reach := sumsUp(t, root)
			if !near(reach, root.Result.Score.Value) {
				t.Errorf("the indicators bring %v points to an overall score of %v", reach, root.Result.Score.Value)
			}
			open := 0.0
			for _, m := range explained.Missing {
				open += m.Stake
			}
			if !near(open, root.Result.High-root.Result.Low) {
				t.Errorf("the missing answers hold %v points, the bounds are %v apart", open, root.Result.High-root.Result.Low)
			}
		}
	})
}

// sumsUp checks every step against the points below it and returns what the
// indicators bring to the overall score.
func sumsUp(t *testing.T, st *trace.Step) float64 {
	if st.Indicator != nil {
		return st.Reach
	}
	points, shares, reach := 0.0, 0.0, 0.0
	for _, c := range st.Children {
		points, shares = points+c.Points, shares+c.Share
		reach += sumsUp(t, c)
	}
	if !near(points, st.Result.Score.Value) || st.Result.Score.Known != near(shares, 1) {
		t.Errorf("%s: %v points below a score of %v, with shares of %v", st.ID, points, st.Result.Score, shares)
	}
	return reach
}
