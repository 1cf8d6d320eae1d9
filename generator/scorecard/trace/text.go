package trace

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/method"
)

// WriteText writes the calculation for a terminal, with titles in the
// language:
//
//	Dominican Republic (DOM), 2006: 58.3, substantial action, rank 64 of 162
//
//	                      score  x weight     = points
//	overall              58.333                         Overall score
//	  prosecution        75.000  x 1/3        = 25.000  Prosecution
//	    3p-prosecution   75.000  x 1/1        = 75.000
//	      ...
//
// The working has two decimals more than a published score, so that it can be
// seen to be rounded once, at the end. Every text from a workbook passes
// through [diag.Printable].
func (t *Trace) WriteText(w io.Writer, lang string) error {
	x := traceWriter{Trace: t, out: bufio.NewWriter(w), lang: lang}
	if len(t.Languages) > 0 {
		x.fallback = t.Languages[0]
	}
	x.headline()
	if t.Root != nil {
		x.names = nameWidth(t.Root, 0)
		x.line("%-*s %8s  %-10s %9s", x.names, "", "score", "x weight", "= points")
		x.step(t.Root, 0)
		x.raise()
		x.legend()
	}
	if err := x.out.Flush(); err != nil {
		return fmt.Errorf("write the explanation: %w", err)
	}
	return nil
}

// traceWriter writes a trace as text. The buffered writer keeps the first
// error for the end.
type traceWriter struct {
	*Trace
	out            *bufio.Writer
	lang, fallback string
	names          int // width of the column of ids
}

func (x *traceWriter) headline() {
	name := fmt.Sprintf("%s (%s), %s: ", diag.Printable(x.Name.In(x.lang, x.fallback)), x.Jurisdiction, x.Period)
	switch r := x.Root; {
	case r == nil || !r.Result.Applies:
		x.line("%snothing applies here", name)
	case !r.Result.Score.Known:
		x.line("%sno score", name)
	default:
		text := name + x.published(r.Result.Score.Value)
		if r.Band != nil {
			text += ", " + r.Band.Title.In(x.lang, x.fallback)
		}
		if r.Result.Rank > 0 {
			text += fmt.Sprintf(", rank %d of %d", r.Result.Rank, r.Result.Of)
		}
		x.line("%s", text)
	}
	x.line("%s", "framework "+x.Framework+", method version "+x.Version)
	x.open()
	x.line("")
}

// open says how far the missing answers leave the score open.
func (x *traceWriter) open() {
	if x.Root == nil {
		return
	}
	n := 0
	for _, m := range x.Missing {
		if m.Indicator.Scored() {
			n++
		}
	}
	if n == 0 {
		return
	}
	r := x.Root.Result
	noun := "answers are"
	if n == 1 {
		noun = "answer is"
	}
	x.wrapped(0, "", fmt.Sprintf(
		"%d %s missing, coverage is %s %%. If what is missing were worth 0 points the score would be %s, if 100, %s.",
		n, noun, x.published(100*r.Coverage), x.published(r.Low), x.published(r.High)))
}

// step writes a node and what is below it.
func (x *traceWriter) step(st *Step, depth int) {
	name := strings.Repeat("  ", depth) + st.ID
	score, weight, points := "-", "", ""
	if st.Result.Score.Known {
		score = x.working(st.Result.Score.Value)
	}
	if st.Share > 0 {
		weight = "x " + method.Number(st.Weight) + "/" + method.Number(st.Total)
		points = "= " + x.working(st.Points)
	}
	title := ""
	if st.Indicator == nil {
		title = st.Title.In(x.lang, x.fallback)
	}
	if depth == 1 {
		x.line("")
	}
	x.line("%-*s %8s  %-10s %9s  %s", x.names, name, score, weight, points, title)
	indent := 2*depth + 2
	if st.Indicator != nil {
		x.wrapped(indent, "", st.Title.In(x.lang, x.fallback))
	}
	if why := x.without(st); why != "" {
		x.wrapped(indent, "", why)
	}
	x.answer(st, indent)
	if st.Indicator == nil && !st.Additive() && st.Result.Score.Known {
		x.wrapped(indent, "", fmt.Sprintf("the %s of the scores below, not a sum of points", aggregateWords(st.Aggregate)))
	}
	for _, a := range st.Adjusted {
		if a.Points == 0 {
			continue
		}
		x.wrapped(indent, "", fmt.Sprintf("%s %s, %s: %s points", a.Indicator.Adjusts, a.Indicator.ID,
			a.Indicator.Title.In(x.lang, x.fallback), method.Number(a.Points)))
	}
	for _, r := range st.RedLines {
		x.redLine(r, indent)
	}
	x.unanswered(st, indent)
	if st.Cap != nil {
		x.wrapped(indent, "", fmt.Sprintf("red line %s: the band is at best %q", st.Cap.Indicator.ID, st.Cap.Indicator.RedLine.Cap))
	}
	for _, c := range st.Children {
		x.step(c, depth+1)
	}
}

// aggregateWords names a way of putting scores together.
func aggregateWords(how indicator.Aggregation) string {
	switch how {
	case indicator.SumOfPoints, indicator.Minimum, indicator.MedianOf:
		return string(how)
	}
	return string(how) + " mean"
}

// redLine writes what a red line takes, with its cell and sources.
func (x *traceWriter) redLine(r RedLine, indent int) {
	x.wrapped(indent, "", fmt.Sprintf("red line %s, %s: minus %s points, at least 0 left",
		r.Indicator.ID, r.Indicator.Title.In(x.lang, x.fallback), method.Number(r.Indicator.RedLine.Subtract)))
	if r.Answer == nil {
		return
	}
	x.wrapped(indent, "cell", r.Answer.Pos.String())
	for _, s := range r.Answer.Sources {
		x.wrapped(indent, "source", strings.TrimSuffix(string(s.ID)+": "+s.Title, ": "))
	}
}

// without says why a node has no score, "" if it has one.
func (x *traceWriter) without(st *Step) string {
	switch {
	case !st.Result.Applies:
		return "does not apply: left out of score and coverage"
	case st.Result.Score.Known:
		return ""
	case st.Indicator == nil:
		return fmt.Sprintf("no score: %s %% of the weight below has a score, %s %% is needed",
			x.published(100*st.Have), method.Number(100*st.Need))
	}
	state := observation.NotAssessed
	if st.Answer != nil {
		state = st.Answer.State
	}
	what := "missing: " + strings.ReplaceAll(state.String(), "_", " ")
	switch {
	case state.HasValue() && st.Waits != "":
		what = fmt.Sprintf("missing: the answer to %s, without which this one cannot be scored", st.Waits)
	case state.HasValue():
		what = "missing: the answer cannot be scored"
	}
	return fmt.Sprintf("%s; up to %s points of the overall score", what, x.working(st.Stake))
}

// unanswered writes the red lines, bonuses and penalties at a step that nobody
// answered.
func (x *traceWriter) unanswered(st *Step, indent int) {
	for _, m := range x.Missing {
		if m.Node != st.ID || st.Indicator != nil {
			continue
		}
		kind := "red line"
		if m.Indicator.RedLine == nil {
			kind = string(m.Indicator.Adjusts)
		}
		x.wrapped(indent, "", fmt.Sprintf("%s %s, %s: missing: %s; up to %s points of the overall score", kind, m.Indicator.ID,
			m.Indicator.Title.In(x.lang, x.fallback), strings.ReplaceAll(m.State.String(), "_", " "), x.working(m.Stake)))
	}
}

// raise writes which answers would raise the score most.
func (x *traceWriter) raise() {
	if len(x.Raise) == 0 {
		return
	}
	x.line("")
	x.wrapped(0, "", "What would raise the overall score most, each by itself, all other answers staying as they are:")
	for _, r := range x.Raise {
		text := fmt.Sprintf("+%s to %s: %s, %s", x.working(r.Gain), x.working(r.Overall), r.Indicator.ID, r.Indicator.Title.In(x.lang, x.fallback))
		if r.Best != nil {
			text += fmt.Sprintf(" (%s %q)", r.Best.ID, r.Best.Title.In(x.lang, x.fallback))
		}
		x.wrapped(2, "", text)
	}
}

// answer writes what was answered, the cell, the sources and the rule.
func (x *traceWriter) answer(st *Step, indent int) {
	if a := st.Answer; a != nil {
		x.given(st, a, indent)
	}
	if st.Rule == nil {
		return
	}
	text := x.rule(st)
	if !st.Rule.Pos.IsZero() {
		text += " (" + st.Rule.Pos.String() + ")"
	}
	x.wrapped(indent, "rule", text)
}

// given writes what was answered, the cell and the sources.
func (x *traceWriter) given(st *Step, a *Answer, indent int) {
	if a.State.HasValue() {
		text := x.value(st)
		if a.State == observation.Estimated {
			text += " (estimated)"
		}
		x.wrapped(indent, "answer", text)
	}
	if !a.Pos.IsZero() {
		x.wrapped(indent, "cell", a.Pos.String())
	}
	for _, s := range a.Sources {
		text := string(s.ID)
		if s.Title != "" {
			text += ": " + s.Title
		}
		x.wrapped(indent, "source", text)
	}
}

// anyRedLine reports whether a red line was crossed at st or below it.
func (x *traceWriter) anyRedLine(st *Step) bool {
	return len(st.RedLines) > 0 || slices.ContainsFunc(st.Children, x.anyRedLine)
}

// anyOtherMean reports whether the parts of st or of a step below it do not add
// up.
func (x *traceWriter) anyOtherMean(st *Step) bool {
	return st.Indicator == nil && (!st.Additive() || slices.ContainsFunc(st.Children, x.anyOtherMean))
}

// legend says how to redo the calculation.
func (x *traceWriter) legend() {
	x.line("")
	r := x.Root
	if r.Result.Score.Known && r.Additive() {
		var parts []string
		for _, c := range r.Children {
			if c.Share > 0 {
				parts = append(parts, x.working(c.Points))
			}
		}
		x.wrapped(0, "", fmt.Sprintf("%s = %s = %s, published as %s", r.ID,
			strings.Join(parts, " + "), x.working(r.Result.Score.Value), x.published(r.Result.Score.Value)))
	}
	if x.anyRedLine(r) {
		x.wrapped(0, "", "A red line takes its points from the sum.")
	}
	sum := "Each score is the sum of the points right below it."
	if x.anyOtherMean(r) {
		sum = "A score with points right below it is their sum."
	}
	x.wrapped(0, "", fmt.Sprintf(sum+" Points are the score times the weight, "+
		"over the weights of the parts beside it that have a score. Only the published score is rounded; "+
		"the working is shown to %d decimals, so its last digit may be off by one.", x.Decimals+2))
}
