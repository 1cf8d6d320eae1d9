package calculation

import (
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/trace"
)

// rule writes in words how an answer became a score.
func (w *writer) rule(st *trace.Step) string {
	r, score := st.Rule, wording.Grouped(st.Result.Score.Value)
	switch {
	case r.Filled:
		return w.read.Phrase("calc-filled", "measured", wording.Grouped(r.Measured), "score", score)
	case st.Closed:
		return w.closed(st.Indicator.Gate)
	case r.Normalise != nil:
		return w.read.Phrase("calc-compared", "measured", wording.Grouped(r.Measured), "method", string(r.Normalise.Method), "score", score)
	case r.Option != nil && st.Indicator.Type == indicator.Rubric && len(r.Options) > 1:
		return w.read.Phrase("calc-level", "level", r.Option.ID, "first", r.Options[0].ID, "last", r.Options[len(r.Options)-1].ID,
			"points", wording.Grouped(r.Option.Score))
	case r.Option != nil:
		return w.read.Phrase("calc-option", "option", w.read.Text(r.Option.Title), "points", wording.Grouped(r.Option.Score))
	case r.Goalposts == nil:
		return ""
	}
	text := w.formula(r)
	if r.Measured < r.Goalposts.Low || r.Measured > r.Goalposts.High {
		text = w.read.Phrase("calc-kept", "formula", text, "score", score)
	} else {
		text = w.read.Phrase("calc-formula", "formula", text, "score", score)
	}
	if r.Age {
		text = w.read.Phrase("calc-age", "months", wording.Grouped(r.Measured), "period", w.Period.String()) + " " + text
	}
	return text
}

// formula writes the calculation between goalposts:
//
//	(65.2 − 50) / (100 − 50) × 100
func (w *writer) formula(r *trace.Rule) string {
	sign := ""
	if r.Goalposts.Log {
		sign = "ln "
	}
	number := func(x float64) string { return sign + strings.Replace(method.Number(x), "-", "−", 1) }
	low, high, x := number(r.Goalposts.Low), number(r.Goalposts.High), number(r.Measured)
	if r.Direction == indicator.Down {
		return "(" + high + " − " + x + ") / (" + high + " − " + low + ") × 100"
	}
	return "(" + x + " − " + low + ") / (" + high + " − " + low + ") × 100"
}

// closed says that an answer counts for nothing, because that to another
// question does not let it.
func (w *writer) closed(g *indicator.Gate) string {
	other := w.read.Def.Framework.Indicator(g.Indicator)
	if other == nil {
		return ""
	}
	var options []string
	for _, o := range other.Options {
		if slices.Contains(g.Options, o.ID) {
			options = append(options, w.read.Text(o.Title))
		}
	}
	return w.read.Phrase("calc-closed", "title", w.read.Text(other.Title), "options", strings.Join(options, "; "))
}
