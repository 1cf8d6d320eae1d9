package pages

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"tipscore/generator/chart"
	"tipscore/generator/indicator"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/wording"
)

// pillarsFigure shows the parts of the overall score, with the median of all as
// a mark on each.
func (v *View) pillarsFigure(j *JurisdictionView, t int) Figure {
	e := v.edition()
	peers := e.Of[v.page.Jurisdiction]
	title := v.phrase("pillars-title", "period", j.Period)
	bars := chart.Bars{Stepped: true, Steps: e.scale(), Compare: v.word("median-all"), LabelHead: v.word("node"), ValueHead: v.word("score")}
	var said []string
	for i, p := range j.Pillars {
		n := v.edition().Pillars()[i]
		bars.Rows = append(bars.Rows, chart.Bar{
			Label: p.Title, Point: v.scorePoint(p.Score), Compare: e.middle(peers, t, n),
		})
		said = append(said, p.Title+" "+p.Score.Text)
	}
	bars.Head = v.chartHead("pillars-chart", title, j.Name+": "+strings.Join(said, ", "))
	return v.figure(bars.Head, "0–100", bars)
}

// timelineFigure shows the overall score over the periods beside the median.
func (v *View) timelineFigure(j int) Figure {
	e := v.edition()
	line := chart.Timeline{Bands: v.chartBands(), PeriodHead: v.word("period-" + string(e.Def.Periods[0].Frequency))}
	own := chart.Series{Name: v.word("score")}
	middle := chart.Series{Name: v.word("median")}
	if len(e.Scored) == 0 {
		return Figure{}
	}
	last, _ := e.LatestOf(j)
	for t := e.Scored[0]; t <= max(last, e.Latest); t++ {
		if b := e.Public.Break(j, t, e.Overall); b != nil {
			line.Breaks = append(line.Breaks, chart.Event{At: float64(len(line.Periods)) - 0.5, Label: v.word("break")})
		}
		line.Periods = append(line.Periods, e.Period(t))
		own.Points = append(own.Points, v.scorePoint(v.score(j, t, e.Overall)))
		middle.Points = append(middle.Points, e.middle(e.Of[j], t, e.Overall))
	}
	line.Series = []chart.Series{own, middle}
	line.Head = v.chartHead("timeline-chart", v.word("timeline-title"), v.name(j)+". "+v.courseOf(own, line.Periods))
	return v.figure(line.Head, "0–100", line)
}

// courseOf tells a series in words: its first and last known value.
func (v *View) courseOf(s chart.Series, periods []string) string {
	first, last := -1, -1
	for i, p := range s.Points {
		if p.Known {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return s.Name + ": " + v.word("chart-missing")
	}
	return fmt.Sprintf("%s: %s %s, %s %s", s.Name, periods[first], s.Points[first].Text, periods[last], s.Points[last].Text)
}

func (v *View) chartBands() []chart.Band {
	bands := v.edition().Def.Framework.Bands
	var out []chart.Band
	for i, b := range bands {
		to := 100.0
		if i+1 < len(bands) {
			to = bands[i+1].From
		}
		out = append(out, chart.Band{From: b.From, To: to, Label: v.text(b.Title)})
	}
	return out
}

// placeFigure shows all scores of a period with one jurisdiction marked.
func (v *View) placeFigure(j, t int) Figure {
	title := v.phrase("distribution-title", "period", v.edition().Period(t))
	return v.strip(Head{"place-chart", title}, v.edition().Of[j], t, j)
}

// distributionFigure shows all scores of one level in a period.
func (v *View) distributionFigure(p *peers.Group, t int) Figure {
	e := v.edition()
	title := v.phrase("distribution-home", "period", e.Period(t))
	f := v.strip(Head{"distribution-" + e.ID, title}, p, t, -1)
	f.Level = 3
	return f
}

// Head names a figure.
type Head struct{ ID, Title string }

// strip draws the scores of one level in period t, with jurisdiction marked
// standing out; -1 marks none.
func (v *View) strip(h Head, p *peers.Group, t, marked int) Figure {
	e := v.edition()
	s := chart.Strip{
		Median: e.middle(p, t, e.Overall), Middle: v.word("median"),
		Steps: v.namedSteps(), Stepped: true, LabelHead: v.word("name"), ValueHead: v.word("score"),
	}
	desc := h.Title
	if s.Median.Known {
		desc = v.word("median") + " " + s.Median.Text
	}
	for _, j := range p.Ranking[t] {
		score := v.score(j, t, e.Overall)
		s.Marks = append(s.Marks, chart.Mark{Label: v.name(j), Point: v.scorePoint(score), Highlight: j == marked})
		if j == marked {
			desc = v.name(j) + " " + score.Text + ", " + desc
		}
	}
	s.Head = v.chartHead(h.ID, h.Title, desc)
	return v.figure(s.Head, "0–100", s)
}

// optionsFigure shows how often each answer of an indicator was given.
func (v *View) optionsFigure(i *IndicatorView) Figure {
	title := v.phrase("options-title", "period", i.Period)
	most := 1.0
	for _, o := range i.Options {
		most = max(most, float64(o.Count))
	}
	bars := chart.Bars{Axis: chart.Axis{Max: most, Ticks: []float64{0, most}}, LabelHead: v.word("option"), ValueHead: v.word("count")}
	for _, o := range i.Options {
		bars.Rows = append(bars.Rows, chart.Bar{Label: o.Title, Point: chart.Known(float64(o.Count), wording.Grouped(float64(o.Count)))})
	}
	bars.Head = v.chartHead("options-chart", title, i.Title)
	f := v.figure(bars.Head, "", bars)
	f.Level = 3
	return f
}

// contextFigure shows the series of a context indicator: columns for numbers, a
// row of cells for categories.
func (v *View) contextFigure(j int, i *indicator.Indicator) Figure {
	e := v.edition()
	periods := e.SeriesPeriods(j, i)
	if len(periods) == 0 {
		return Figure{}
	}
	title := v.text(i.Title)
	head := v.chartHead("context-"+string(i.ID), title, v.name(j)+": "+title)
	periodHead := v.word("period-" + string(e.Def.Periods[0].Frequency))
	var names []string
	for _, t := range periods {
		names = append(names, e.Period(t))
	}
	if len(i.Options) > 0 {
		s := chart.States{Head: head, Periods: names, Columns: []string{periodHead, v.word("answer")}}
		for _, t := range periods {
			s.Cells = append(s.Cells, v.stateCell(j, t, i))
		}
		return v.figure(head, "", s)
	}
	c := chart.Columns{Head: head, Periods: names, PeriodHead: periodHead, ValueHead: title}
	for _, t := range periods {
		c.Points = append(c.Points, v.countPoint(j, t, i))
	}
	return v.figure(head, v.text(i.Unit), c)
}

func (v *View) stateCell(j, t int, i *indicator.Indicator) chart.State {
	a := v.said(v.edition().Public.Answer(j, t, i), i)
	if !a.Known {
		return chart.State{Name: v.word("state-" + a.State), Gap: gapOf(a.State)}
	}
	cell := chart.State{Label: a.Short, Name: a.Text, Known: true, Step: 3}
	for k, o := range i.Options {
		if o.ID == a.Option && len(i.Options) > 1 {
			cell.Step = 1 + (k*4+(len(i.Options)-2)/2)/(len(i.Options)-1)
		}
	}
	return cell
}

func (v *View) countPoint(j, t int, i *indicator.Indicator) chart.Point {
	answer := v.edition().Public.Answer(j, t, i)
	a := v.said(answer, i)
	if a.Known {
		return chart.Known(answer.Value.Number, a.Text)
	}
	return chart.Unknown(gapOf(a.State), v.word("state-"+a.State))
}

func gapOf(state string) chart.Gap {
	switch state {
	case "suppressed":
		return chart.Hidden
	case "not_applicable":
		return chart.NotApplicable
	case "not_assessed":
		return chart.NotAssessed
	}
	return chart.NoData
}

// mapFigure colours the programme's map by the overall score of a period. It is
// empty for a programme without a map.
func (v *View) mapFigure(t int) Figure {
	e := v.edition()
	if len(e.Def.Shapes) == 0 {
		return Figure{}
	}
	m := chart.Map{Steps: v.namedSteps(), LabelHead: v.word("name"), ValueHead: v.word("score")}
	m.Head = v.chartHead("map-chart", v.phrase("map-title", "period", e.Period(t)), v.word("map-alt"))
	for _, s := range e.Def.Shapes {
		shape := chart.Shape{Path: s.Path}
		if s.Path == "" {
			shape.Dot = chart.Spot{X: s.X, Y: s.Y}
		}
		if j := e.Def.Index(s.Jurisdiction); j >= 0 {
			shape.Name, shape.Href = v.name(j), v.placeURL(j)
			shape.Point = v.scorePoint(v.score(j, t, e.Overall))
		}
		m.Shapes = append(m.Shapes, shape)
	}
	out := v.figure(m.Head, "", m)
	out.SVG += template.HTML(m.Legend())
	// Land that is no jurisdiction is drawn and has nothing to tell.
	out.Table.Rows = slices.DeleteFunc(out.Table.Rows, func(row []string) bool { return row[0] == "" })
	slices.SortStableFunc(out.Table.Rows, func(a, b []string) int { return strings.Compare(peers.Fold(a[0]), peers.Fold(b[0])) })
	return out
}

// heatExplore is the interactive form of the table of jurisdictions by periods.
func (v *View) heatExplore(id string, h *HeatView) Explore {
	c := chart.Heat{Head: v.chartHead(id, v.word("heat-title"), v.word("heat-title")), LabelHead: v.word("name"), Steps: v.namedSteps()}
	for _, p := range h.Periods {
		c.Periods = append(c.Periods, p.Title)
	}
	for _, r := range h.Rows {
		cells := make([]chart.Point, len(r.Cells))
		for k, s := range r.Cells {
			cells[k] = v.scorePoint(s)
		}
		c.Names, c.Cells = append(c.Names, r.Name), append(c.Cells, cells)
	}
	return v.explore(c.ID, c)
}
