package pages

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
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
	Answer     reading.Answer // standing ones
	Figure     figures.Figure // the others; empty without an answer in any period
	Sources    []SourceSpan
	Since      *reading.Since // what a total counts from, nil for none
	Breaks     []reading.Break
}

// SourceSpan is a source with the periods whose answers cite it.
type SourceSpan struct {
	reading.SourceLink
	Periods string // "2001–2013, 2015"
}

// sourceSpans returns the sources of a jurisdiction's answers to an indicator in
// some periods, in the order in which they are first cited.
func (v *View) sourceSpans(j int, i *indicator.Indicator, periods []int) []SourceSpan {
	e := v.edition()
	var out []SourceSpan
	var cited [][]int
	at := map[observation.SourceID]int{}
	for _, t := range periods {
		for _, id := range e.Public.Answer(j, t, i).Sources {
			link, public := e.Sources[id]
			if !public {
				continue
			}
			k, known := at[id]
			if !known {
				k = len(out)
				at[id] = k
				out, cited = append(out, SourceSpan{SourceLink: reading.SourceLink{Title: link.Title, URL: v.to(link.URL)}}), append(cited, nil)
			}
			cited[k] = append(cited[k], t)
		}
	}
	for k := range out {
		out[k].Periods = e.Spans(cited[k])
	}
	return out
}

func (v *View) context(j int) []ContextView {
	e := v.edition()
	var out []ContextView
	for _, g := range e.Def.Framework.Context {
		if peers.OfProgramme(g) {
			continue // it has a page of its own
		}
		c := ContextView{Title: v.text(g.Title), Summary: v.text(g.Summary)}
		for _, i := range g.Indicators {
			if len(i.Levels) > 0 && !slices.Contains(i.Levels, e.Def.Jurisdictions[j].Level) {
				continue
			}
			row := ContextRow{Title: v.text(i.Title), URL: v.read.IndicatorURL(i), Standing: i.Timing == indicator.Standing, Since: v.read.Since(i)}
			if row.Standing {
				row.Answer = v.read.Answer(e.Public.Answer(j, 0, i), i)
			} else {
				row.Figure = v.draw().Course(j, i)
				row.Figure.Level, row.Figure.URL = 4, row.URL
				periods := e.SeriesPeriods(j, i)
				row.Sources = v.sourceSpans(j, i, periods)
				if len(periods) > 0 {
					row.Breaks = v.read.Breaks(j, i, reading.Span{After: periods[0], Last: periods[len(periods)-1]})
				}
			}
			c.Rows = append(c.Rows, row)
		}
		if len(c.Rows) > 0 {
			out = append(out, c)
		}
	}
	return out
}
