// Package figures draws what stands on pages: each figure is a chart with its
// headline, the same data as a table and, where there is one, the form to explore.
//
//	a := figures.Artist{Reader: reader, CanExplore: true}
//	a.Timeline(0).SVG // the course of the first jurisdiction's overall score
//
// What a chart shows is read with package reading, and how it looks is the
// business of package chart.
package figures

import (
	"html/template"

	"tipscore/generator/chart"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard"
)

// Artist draws for one page.
type Artist struct {
	*reading.Reader
	CanExplore bool // the library for exploring charts is there
}

// Figure is a drawing with its headline and the same data as a table.
type Figure struct {
	ID, Title, Subtitle string
	URL                 string // where the headline leads, "" for nowhere
	Level               int    // of the headline: 2, 3 or 4
	SVG                 template.HTML
	Table               chart.Table
	Explore             Explore
}

// Explore is the interactive form of a figure. It is empty where there is none,
// or where the program was built without the library.
type Explore struct {
	ID      string
	Options template.JS
	Roam    bool // it is a map, which is zoomed and moved
}

// figure draws a chart. The drawing is made by this program, which escapes every
// text in it, so that templates may take it as it is.
func (a *Artist) figure(h chart.Head, subtitle string, f chart.Figure) Figure {
	return Figure{
		ID: h.ID, Title: h.Title, Subtitle: subtitle, Level: 2,
		SVG: template.HTML(f.SVG()), Table: f.Table(), Explore: a.explore(h.ID, f),
	}
}

// explore returns the ECharts form of a chart, if it has one.
func (a *Artist) explore(id string, c any) Explore {
	e, can := c.(chart.Explorable)
	if !can || !a.CanExplore {
		return Explore{}
	}
	options, err := e.Option()
	if err != nil {
		return Explore{} // the drawing and the table still say everything
	}
	_, roam := c.(chart.Map)
	return Explore{ID: id, Options: template.JS(options), Roam: roam}
}

// chartHead returns what every chart of a page has.
func (a *Artist) chartHead(id, title, desc string) chart.Head {
	h := chart.Head{
		ID: id, Title: title, Desc: desc, Lang: a.Language, RTL: a.Word("direction") == "rtl",
		NoData: a.Word("chart-no-data"), Source: a.Word("site"),
	}
	if a.Def.Invented { // also where a drawing is taken out of its page
		h.Desc = a.Word("invented-mark") + ". " + h.Desc
		h.Source += ". " + a.Word("invented-mark")
	}
	return h
}

// scorePoint returns a score as a point of a chart.
func (a *Artist) scorePoint(s reading.Score) chart.Point {
	switch {
	case s.Known:
		p := chart.Known(s.Value, s.Text)
		p.Step = s.Place
		return p
	case s.Hidden:
		return chart.Unknown(chart.Hidden, a.Word("chart-hidden"))
	case s.Absent:
		return chart.Unknown(chart.NotApplicable, a.Word("absent-score"))
	case !s.Applies:
		return chart.Unknown(chart.NotApplicable, a.Word("not-applicable-score"))
	}
	return chart.Unknown(chart.NotAssessed, a.Word("chart-missing"))
}

// namedSteps is steps with the names of the bands.
func (a *Artist) namedSteps() chart.Steps {
	s := a.Scale()
	for _, b := range a.Def.Framework.Bands {
		s.Names = append(s.Names, a.Text(b.Title))
	}
	s.Low, s.High = s.Names[0], s.Names[len(s.Names)-1]
	return s
}

// middle returns the median of a node in a period, unknown where too few can be
// compared for a middle to say something.
func (a *Artist) middle(p *peers.Group, t, n int) chart.Point {
	if !p.Comparable(t) {
		return chart.Point{}
	}
	return a.published(p.Medians[t][n])
}

// published rounds a value that is not a jurisdiction's score, such as a
// median, as scores are rounded.
func (a *Artist) published(x float64) chart.Point {
	places := a.Def.Framework.Rounding.Decimals
	return chart.Known(scorecard.Round(x, places), wording.Decimals(x, places))
}
