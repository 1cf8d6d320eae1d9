package trace

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
)

// Most is how many answers are listed that would raise the score most.
const Most = 5

// trial computes the tree of a trace again, with one answer changed at a time.
// The other answers stay, and so do those of other jurisdictions.
type trial struct {
	steps   []*Step // depth first, as the nodes of the sheet
	sheet   *method.Sheet
	full    bool                 // answers that are missing are taken to be the best ones
	other   *indicator.Indicator // the red line, bonus or penalty that is changed
	changed float64              // the points it gives instead, below 0 for those it takes
}

// newTrial computes the tree as it is or, in full, with the best answer in the
// place of every missing one.
func newTrial(root *Step, full bool) *trial {
	w := &trial{full: full}
	w.list(root)
	nodes := make([]method.Node, len(w.steps))
	for n, st := range w.steps {
		nodes[n] = st.Node
		nodes[n].Adjusted = len(st.RedLines)+len(st.Adjusted)+len(st.Unanswered) > 0
	}
	w.sheet = method.NewSheet(nodes, 1)
	w.sheet.Adjust = w.adjust
	for n, st := range w.steps {
		if st.Indicator != nil {
			w.sheet.Value[n] = []float64{w.start(st)}
		}
	}
	if full {
		for _, st := range w.steps {
			if st.missing() {
				w.follow(st.Indicator, bestOption(st.Indicator), func(n int, x float64) { w.sheet.Value[n][0] = x })
			}
		}
	}
	w.sheet.Run(0, 1)
	return w
}

func (w *trial) list(st *Step) {
	w.steps = append(w.steps, st)
	for _, c := range st.Children {
		w.list(c)
	}
}

// start returns what an indicator is worth before anything is changed.
func (w *trial) start(st *Step) float64 {
	switch {
	case !st.Result.Applies:
		return method.Outside()
	case w.full && st.waiting():
		return st.Ungated.Value
	case w.full && st.missing():
		most, _ := bestPoints(st.Indicator)
		return most
	case st.Result.Score.Known:
		return st.Result.Score.Value
	}
	return method.Missing()
}

// follow gives the indicators that are gated by another the value that they have
// when its answer is the option.
func (w *trial) follow(gate *indicator.Indicator, option *indicator.Option, set func(n int, x float64)) {
	if option == nil {
		return
	}
	for n, st := range w.steps {
		if st.Indicator == nil || !st.Result.Applies || st.Indicator.Gate == nil || st.Indicator.Gate.Indicator != gate.ID {
			continue
		}
		x := 0.0
		if slices.Contains(st.Indicator.Gate.Options, option.ID) {
			switch {
			case st.Ungated.Known:
				x = st.Ungated.Value
			case w.full:
				x, _ = bestPoints(st.Indicator)
			default:
				x = method.Missing()
			}
		}
		set(n, x)
	}
}

// with returns the overall score if step n had x points, and those that its
// answer is the gate of followed the option.
func (w *trial) with(n int, x float64, option *indicator.Option) float64 {
	type change struct {
		n   int
		was float64
	}
	var changes []change
	set := func(n int, x float64) {
		changes = append(changes, change{n, w.sheet.Value[n][0]})
		w.sheet.Value[n][0] = x
		w.sheet.Climb(n, 0)
	}
	set(n, x)
	if i := w.steps[n].Indicator; i != nil {
		w.follow(i, option, set)
	}
	overall := w.sheet.Value[0][0]
	for _, c := range slices.Backward(changes) {
		w.sheet.Value[c.n][0] = c.was
		w.sheet.Climb(c.n, 0)
	}
	return overall
}

// adjusted returns the overall score if a red line, bonus or penalty at step n
// gave so many points.
func (w *trial) adjusted(n int, i *indicator.Indicator, points float64) float64 {
	w.other, w.changed = i, points
	w.sheet.Again(n, 0)
	overall := w.sheet.Value[0][0]
	w.other = nil
	w.sheet.Again(n, 0)
	return overall
}

// adjust adds bonus and penalty points and takes red lines, in the order of the
// scorecard.
func (w *trial) adjust(n, _ int, p method.Part) method.Part {
	if !method.IsKnown(p.Value) {
		return p
	}
	st := w.steps[n]
	add := func(i *indicator.Indicator, points float64) {
		if i == w.other {
			points = w.changed
		}
		p.Value = min(max(p.Value+points, 0), 100)
	}
	for _, a := range st.Adjusted {
		add(a.Indicator, a.Points)
	}
	for _, u := range st.Unanswered {
		if u.Indicator.RedLine == nil {
			_, most := span(u.Indicator)
			if !w.full {
				most = 0 // without an answer nothing is added or taken
			}
			add(u.Indicator, most)
		}
	}
	for _, r := range st.RedLines {
		add(r.Indicator, -r.Indicator.RedLine.Subtract)
	}
	for _, u := range st.Unanswered {
		if u.Indicator.RedLine != nil {
			add(u.Indicator, 0)
		}
	}
	return p
}

// span returns the points that the worst and the best answer to a red line,
// bonus or penalty give.
func span(i *indicator.Indicator) (least, most float64) {
	if i.RedLine != nil {
		return -i.RedLine.Subtract, 0
	}
	for _, o := range i.Options {
		most = max(most, o.Score)
	}
	if i.Adjusts == indicator.Penalty {
		return -most, 0
	}
	return 0, most
}

// bestOption returns the option with the most points, the first of several; nil
// for an indicator without options.
func bestOption(i *indicator.Indicator) (best *indicator.Option) {
	for k := range i.Options {
		if o := &i.Options[k]; best == nil || o.Score > best.Score {
			best = o
		}
	}
	return best
}

// worstOption is the opposite of bestOption.
func worstOption(i *indicator.Indicator) (worst *indicator.Option) {
	for k := range i.Options {
		if o := &i.Options[k]; worst == nil || o.Score < worst.Score {
			worst = o
		}
	}
	return worst
}

// bestPoints returns the most points that an answer can have. The false result
// is for methods whose best depends on the answers of others: it is 100 then.
func bestPoints(i *indicator.Indicator) (float64, bool) {
	if n := i.Normalise; n != nil {
		switch n.Method {
		case indicator.MinMax:
			return n.High, true
		case indicator.ZScore, indicator.Rank:
			return 100, false
		}
		return 100, true
	}
	if o := bestOption(i); o != nil {
		return o.Score, true
	}
	return 100, true
}

// worstPoints returns the least points that an answer can have.
func worstPoints(i *indicator.Indicator) float64 {
	switch {
	case i.Gate != nil:
		return 0
	case i.Normalise != nil:
		if i.Normalise.Method == indicator.MinMax {
			return i.Normalise.Low
		}
		return 0
	}
	if o := worstOption(i); o != nil {
		return o.Score
	}
	return 0
}
