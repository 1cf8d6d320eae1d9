package trace

import (
	"cmp"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// tryOthers works out what other answers would do to the overall score:
//
//   - A stake is the overall score with the best outcome of a step less that
//     with its worst one, if everything else that is missing were the best.
//   - A gain is the overall score with the best answer in the place of one that
//     is there, less the overall score as it is.
//
// Both come from computing the tree again, so that means, coverage rules, gates
// and red lines have their say. Where the overall score is kept back there is
// neither.
//
// Worked number: three pillars of equal weight have 75, 50 and 50, together
// 58.33. The first at its best gives 66.67, a gain of 25/3 = 8.33.
func (t *Trace) tryOthers() {
	now, full := newTrial(t.Root, false), newTrial(t.Root, true)
	for n, st := range now.steps {
		st.Stake, st.Gain, st.Gains = 0, 0, false
		if st.Result.Applies && !t.Hidden() {
			st.Stake = full.stake(n)
		}
		t.lack(st, func(i *indicator.Indicator) float64 {
			if t.Hidden() {
				return 0
			}
			least, most := span(i)
			return full.adjusted(n, i, most) - full.adjusted(n, i, least)
		})
		if t.Root.Result.Score.Known && !t.Hidden() {
			t.gain(now, n)
		}
	}
	slices.SortStableFunc(t.Raise, func(a, b Raise) int {
		return cmp.Compare(method.Round(b.Gain, 9), method.Round(a.Gain, 9))
	})
	t.Raise = t.Raise[:min(len(t.Raise), Most)]
}

// stake returns how far the overall score moves between the worst and the best
// outcome of step n.
func (w *trial) stake(n int) float64 {
	if n == 0 {
		return 100
	}
	i := w.steps[n].Indicator
	if i == nil {
		return w.with(n, 100, nil) - w.with(n, 0, nil)
	}
	most, _ := bestPoints(i)
	if w.steps[n].waiting() {
		most = w.steps[n].Ungated.Value // answered, and worth this much if its gate opens
	}
	return w.with(n, most, bestOption(i)) - w.with(n, worstPoints(i), worstOption(i))
}

// missing reports whether the step is an indicator whose answer is not there.
func (st *Step) missing() bool {
	return st.Indicator != nil && st.Result.Applies && !st.Hidden && (!st.Result.Score.Known || st.Result.Filled)
}

// lack lists what is missing at a step itself.
func (t *Trace) lack(st *Step, adjusted func(*indicator.Indicator) float64) {
	for _, u := range st.Unanswered {
		t.Missing = append(t.Missing, Missing{Indicator: u.Indicator, Node: st.ID, State: stateOf(u.Answer), Stake: adjusted(u.Indicator)})
	}
	if !st.missing() {
		return
	}
	m := Missing{Indicator: st.Indicator, Node: st.ID, State: stateOf(st.Answer), Stake: st.Stake}
	if m.State.HasValue() {
		m.Waits = st.Waits
	}
	t.Missing = append(t.Missing, m)
}

// waiting reports whether an answer is there that cannot be scored yet, because
// nobody knows whether its gate is open.
func (st *Step) waiting() bool {
	return st.missing() && st.Ungated.Known && !st.Result.Filled
}

func stateOf(a *Answer) observation.State {
	if a == nil {
		return observation.NotAssessed
	}
	return a.State
}

// gain lists what better answers at step n would bring.
func (t *Trace) gain(w *trial, n int) {
	st, overall := w.steps[n], t.Root.Result.Score.Value
	list := func(i *indicator.Indicator, best *indicator.Option, score float64) {
		if gain := score - overall; gain > method.Tolerance {
			t.Raise = append(t.Raise, Raise{Indicator: i, Node: st.ID, Best: best, Gain: gain, Overall: score})
		}
	}
	for _, a := range st.Adjusted {
		_, most := span(a.Indicator)
		if a.Points < most {
			best := bestOption(a.Indicator)
			if a.Indicator.Adjusts == indicator.Penalty {
				best = worstOption(a.Indicator)
			}
			list(a.Indicator, best, w.adjusted(n, a.Indicator, most))
		}
	}
	for _, r := range st.RedLines {
		list(r.Indicator, r.Indicator.Option("no"), w.adjusted(n, r.Indicator, 0))
	}
	i := st.Indicator
	if i == nil || !st.Result.Applies || st.missing() || !stateOf(st.Answer).HasValue() {
		return
	}
	most, known := bestPoints(i)
	if !known || st.Ungated.Value >= most {
		return
	}
	best := bestOption(i)
	if i.Normalise != nil {
		best = nil
	}
	points := most
	if st.Closed {
		points = 0
	}
	score := w.with(n, points, bestOption(i))
	if !method.IsKnown(score) {
		return
	}
	st.Gain, st.Gains = score-overall, true
	list(i, best, score)
}
