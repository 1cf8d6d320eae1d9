package uncertainty

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard"
	"tipscore/generator/scorecard/method"
)

// Interval holds the middle nine tenths of the runs: the 5th, the 50th and the
// 95th percentile (type 7).
type Interval struct{ Low, Median, High float64 }

// Unit is what the runs say of one jurisdiction.
type Unit struct {
	Jurisdiction int
	Score        float64 // as the framework has it, rounded if ranks follow rounded scores
	Rank         int
	Scores       Interval
	Ranks        Interval
	Alike        []int // the units, by index, that it cannot be told apart from
}

// Study is the outcome of all runs.
type Study struct {
	Runs  int
	Units []Unit // in the order of the programme

	// Ordered is the share of the pairs in which the same one leads in every
	// run, whatever the choices. Told is the share of those that can be told
	// apart: the same one leads in at least 95 of 100 runs.
	Ordered, Told float64

	Factors []Factor // what the ranks depend on; empty if nobody asked
}

// certain is the share of the runs in which one unit must lead another so that
// the two can be told apart. It goes with the interval from 5 to 95 percent.
const certain = 0.95

// Of makes a study of the model. It has no units where there is nothing to
// compare, and every interval is a point where the settings vary nothing.
func Of(m scorecard.Model, s *doubt.Settings) *Study {
	runs := simulate(&m, s)
	out := &Study{Runs: s.Runs, Units: make([]Unit, len(m.Jurisdictions))}
	scores, ranks := newWorker(&m, &doubt.Settings{}).ranked(nil)
	share(len(out.Units), func(_, k int) {
		out.Units[k] = Unit{
			Jurisdiction: m.Jurisdictions[k], Score: scores[k], Rank: int(ranks[k]),
			Scores: interval(runs.scores[k]), Ranks: interval(runs.ranks[k]),
		}
	})
	out.compare(runs)
	if s.Sensitivity > 0 {
		out.Factors = factors(&m, s, ranks)
	}
	return out
}

// results holds the outcome of every run by unit, so that a unit's numbers
// stand together.
type results struct{ scores, ranks [][]float64 }

// simulate makes all runs.
func simulate(m *scorecard.Model, s *doubt.Settings) results {
	units := len(m.Jurisdictions)
	out := results{columns(units, s.Runs), columns(units, s.Runs)}
	team := workers(m, s)
	share(s.Runs, func(w, run int) {
		chance := newSource(s.Seed, uint64(run))
		shares := make([]float64, len(team[w].factors))
		for k := range shares {
			shares[k] = chance.share()
		}
		scores, ranks := team[w].ranked(shares)
		for k, r := range ranks {
			out.scores[k][run], out.ranks[k][run] = scores[k], float64(r)
			if r == 0 {
				out.ranks[k][run] = method.Missing()
			}
		}
	})
	return out
}

func columns(n, rows int) [][]float64 {
	out := make([][]float64, n)
	for k := range out {
		out[k] = make([]float64, rows)
	}
	return out
}

// share calls work for every number below n, on all processors. Each call
// writes to a place of its own; which worker makes it must not show.
func share(n int, work func(worker, k int)) {
	workers := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for k := w * n / workers; k < (w+1)*n/workers; k++ {
				work(w, k)
			}
		})
	}
	wait.Wait()
}

// interval describes the known numbers of the runs.
func interval(x []float64) Interval {
	known := method.Known(x)
	slices.Sort(known)
	return Interval{method.Quantile(known, 0.05), method.Quantile(known, 0.5), method.Quantile(known, 0.95)}
}

// compare counts, for every pair, how often one leads the other.
func (s *Study) compare(r results) {
	n := len(s.Units)
	type pair struct{ ordered, told int }
	counts := make([]pair, n)
	share(n, func(_, a int) {
		for b := range n {
			if a == b {
				continue
			}
			ahead, behind := lead(r.scores[a], r.scores[b])
			need := int(math.Ceil(certain*float64(s.Runs) - method.Tolerance))
			if max(ahead, behind) < need {
				s.Units[a].Alike = append(s.Units[a].Alike, b)
			} else if a < b {
				counts[a].told++
			}
			if a < b && max(ahead, behind) == s.Runs {
				counts[a].ordered++
			}
		}
	})
	if pairs := float64(n) * float64(n-1) / 2; pairs > 0 {
		total := pair{}
		for _, c := range counts {
			total.ordered, total.told = total.ordered+c.ordered, total.told+c.told
		}
		s.Ordered, s.Told = float64(total.ordered)/pairs, float64(total.told)/pairs
	}
}

// lead returns in how many runs a is ahead of b, and behind it. Without a score
// of both neither is.
func lead(a, b []float64) (ahead, behind int) {
	for k, x := range a {
		switch y := b[k]; {
		case x > y:
			ahead++
		case x < y:
			behind++
		}
	}
	return ahead, behind
}
