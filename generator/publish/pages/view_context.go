package pages

import (
	"slices"

	"tipscore/generator/indicator"
)

// ContextView is a group of indicators that are shown and never scored.
type ContextView struct {
	Title, Summary string
	Rows           []ContextRow
}

// ContextRow is one context indicator of a jurisdiction: a single answer, or a
// series with a figure.
type ContextRow struct {
	Title, URL string
	Standing   bool
	Answer     AnswerView   // standing ones
	Series     []PastAnswer // the others, earliest first
	Figure     Figure       // empty without a series
}

func (v *View) context(j int) []ContextView {
	e := v.edition()
	var out []ContextView
	for _, g := range e.def.Framework.Context {
		c := ContextView{Title: v.text(g.Title), Summary: v.text(g.Summary)}
		for _, i := range g.Indicators {
			row := ContextRow{Title: v.text(i.Title), URL: v.indicatorURL(i), Standing: i.Timing == indicator.Standing}
			if row.Standing {
				row.Answer = v.answer(e.public.Answer(j, 0, i), i)
			} else {
				row.Series = v.series(j, i)
				row.Figure = v.contextFigure(j, i)
				row.Figure.Level, row.Figure.URL = 4, row.URL
			}
			c.Rows = append(c.Rows, row)
		}
		out = append(out, c)
	}
	return out
}

// series returns the answers of a jurisdiction over the periods in which
// anybody has one, without the unanswered ones at both ends.
func (v *View) series(j int, i *indicator.Indicator) []PastAnswer {
	e := v.edition()
	var out []PastAnswer
	for _, t := range e.answered[i.Index] {
		out = append(out, PastAnswer{Period: e.period(t), Answer: v.said(e.public.Answer(j, t, i), i)})
	}
	empty := func(p PastAnswer) bool { return p.Answer.State == "not_assessed" }
	for len(out) > 0 && empty(out[0]) {
		out = out[1:]
	}
	for len(out) > 0 && empty(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	return slices.Clip(out)
}
