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
	Answer     AnswerView // standing ones
	Figure     Figure     // the others; empty without an answer in any period
}

func (v *View) context(j int) []ContextView {
	e := v.edition()
	var out []ContextView
	for _, g := range e.Def.Framework.Context {
		if ofProgramme(g) {
			continue // it has a page of its own
		}
		c := ContextView{Title: v.text(g.Title), Summary: v.text(g.Summary)}
		for _, i := range g.Indicators {
			if len(i.Levels) > 0 && !slices.Contains(i.Levels, e.Def.Jurisdictions[j].Level) {
				continue
			}
			row := ContextRow{Title: v.text(i.Title), URL: v.indicatorURL(i), Standing: i.Timing == indicator.Standing}
			if row.Standing {
				row.Answer = v.answer(e.Public.Answer(j, 0, i), i)
			} else {
				row.Figure = v.contextFigure(j, i)
				row.Figure.Level, row.Figure.URL = 4, row.URL
			}
			c.Rows = append(c.Rows, row)
		}
		if len(c.Rows) > 0 {
			out = append(out, c)
		}
	}
	return out
}
