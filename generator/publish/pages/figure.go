package pages

import (
	"html/template"

	"tipscore/generator/chart"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard"
)

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
func (v *View) figure(h chart.Head, subtitle string, f chart.Figure) Figure {
	return Figure{
		ID: h.ID, Title: h.Title, Subtitle: subtitle, Level: 2,
		SVG: template.HTML(f.SVG()), Table: f.Table(), Explore: v.explore(h.ID, f),
	}
}

// explore returns the ECharts form of a chart, if it has one.
func (v *View) explore(id string, c any) Explore {
	e, can := c.(chart.Explorable)
	if !can || !v.site.explore {
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
func (v *View) chartHead(id, title, desc string) chart.Head {
	return chart.Head{
		ID: id, Title: title, Desc: desc, Lang: v.Language, RTL: v.word("direction") == "rtl",
		NoData: v.word("chart-no-data"), Source: v.word("site"),
	}
}

// scorePoint returns a score as a point of a chart.
func (v *View) scorePoint(s ScoreView) chart.Point {
	switch {
	case s.Known:
		return chart.Known(s.Value, s.Text)
	case s.Hidden:
		return chart.Unknown(chart.Hidden, v.word("chart-hidden"))
	case !s.Applies:
		return chart.Unknown(chart.NotApplicable, v.word("not-applicable-score"))
	}
	return chart.Unknown(chart.NotAssessed, v.word("chart-missing"))
}

// scale returns the bands of the framework as steps of colour.
func (e *edition) scale() chart.Steps {
	s := chart.Steps{}
	for _, b := range e.Def.Framework.Bands {
		s.Edges = append(s.Edges, b.From)
	}
	s.Edges = append(s.Edges, 100)
	return s
}

// namedSteps is steps with the names of the bands.
func (v *View) namedSteps() chart.Steps {
	s := v.edition().scale()
	for _, b := range v.edition().Def.Framework.Bands {
		s.Names = append(s.Names, v.text(b.Title))
	}
	s.Low, s.High = s.Names[0], s.Names[len(s.Names)-1]
	return s
}

// phrase fills the places of a string of the language.
func (v *View) phrase(key string, pairs ...string) string {
	return v.language.words.Phrase(key, pairs...)
}

// middle returns the median of a node in a period, unknown where too few can be
// compared for a middle to say something.
func (e *edition) middle(p *peers.Group, t, n int) chart.Point {
	if !p.Comparable(t) {
		return chart.Point{}
	}
	return e.published(p.Medians[t][n])
}

// published rounds a value that is not a jurisdiction's score, such as a
// median, as scores are rounded.
func (e *edition) published(x float64) chart.Point {
	places := e.Def.Framework.Rounding.Decimals
	return chart.Known(scorecard.Round(x, places), wording.Decimals(x, places))
}
