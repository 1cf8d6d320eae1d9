package figures

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/chart"
	"tipscore/generator/indicator"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// PillarBars shows the parts of the overall score of jurisdiction j in period
// t, with the median of all as a mark on each.
func (a *Artist) PillarBars(j, t int) Figure {
	title := a.Phrase("pillars-title", "period", a.Period(t))
	bars := chart.Bars{Stepped: true, Steps: a.Scale(), Compare: a.Word("median-all"), LabelHead: a.Word("node"), ValueHead: a.Word("score")}
	var said []string
	for _, n := range a.Pillars() {
		name, score := a.Node(n), a.Score(j, t, n)
		bars.Rows = append(bars.Rows, chart.Bar{Label: name, Point: a.scorePoint(score), Compare: a.middle(a.Of[j], t, n)})
		said = append(said, name+" "+score.Text)
	}
	bars.Head = a.chartHead("pillars-chart", title, a.Name(j)+": "+strings.Join(said, ", "))
	return a.figure(bars.Head, "0–100", bars)
}

// Timeline shows the overall score over the periods beside the median.
func (a *Artist) Timeline(j int) Figure {
	line := chart.Timeline{Bands: a.chartBands(), PeriodHead: a.Word("period-" + string(a.Def.Periods[0].Frequency))}
	own := chart.Series{Name: a.Word("score")}
	middle := chart.Series{Name: a.Word("median")}
	if len(a.Scored) == 0 {
		return Figure{}
	}
	last, _ := a.LatestOf(j)
	said := []string{}
	line.OwnBreaks = true
	for t := a.Scored[0]; t <= max(last, a.Latest); t++ {
		if len(line.Periods) > 0 {
			breaks := a.ScoreBreaks(j, a.Overall, reading.Span{After: t - 1, Last: t})
			said = append(said, a.mark(&line.Breaks, len(line.Periods), breaks)...)
			line.OwnBreaks = line.OwnBreaks && !slices.ContainsFunc(breaks, func(b reading.Break) bool { return !b.Own })
		}
		line.Periods = append(line.Periods, a.Period(t))
		own.Points = append(own.Points, a.scorePoint(a.Score(j, t, a.Overall)))
		middle.Points = append(middle.Points, a.middle(a.Of[j], t, a.Overall))
	}
	line.Series = []chart.Series{own}
	if slices.ContainsFunc(middle.Points, func(p chart.Point) bool { return p.Known }) {
		line.Series = append(line.Series, middle)
	}
	line.NotesHead = a.notesHead(line.Breaks)
	desc := strings.Join(append([]string{a.Name(j) + ". " + a.courseOf(own, line.Periods) + "."}, said...), " ")
	line.Head = a.chartHead("timeline-chart", a.Word("timeline-title"), desc)
	return a.figure(line.Head, "0–100", line)
}

// mark puts one mark for the breaks between a period of a chart and the one
// before, and returns what the description says of them.
func (a *Artist) mark(marks *[]chart.Event, period int, breaks []reading.Break) (said []string) {
	if len(breaks) > 0 {
		*marks = append(*marks, chart.Event{At: float64(period) - 0.5, Label: a.Word("break")})
	}
	for _, b := range breaks {
		said = append(said, a.Tell(b))
	}
	return said
}

// notesHead heads the column of a table that tells of breaks, where there are
// some.
func (a *Artist) notesHead(breaks []chart.Event) string {
	if len(breaks) == 0 {
		return ""
	}
	return a.Word("notes")
}

// courseOf tells a series in words: its first and last known value.
func (a *Artist) courseOf(s chart.Series, periods []string) string {
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
		return s.Name + ": " + a.Word("chart-missing")
	}
	if first == last {
		return fmt.Sprintf("%s: %s %s", s.Name, periods[first], s.Points[first].Text)
	}
	return fmt.Sprintf("%s: %s %s, %s %s", s.Name, periods[first], s.Points[first].Text, periods[last], s.Points[last].Text)
}

func (a *Artist) chartBands() []chart.Band {
	bands := a.Def.Framework.Bands
	var out []chart.Band
	for i, b := range bands {
		to := 100.0
		if i+1 < len(bands) {
			to = bands[i+1].From
		}
		out = append(out, chart.Band{From: b.From, To: to, Label: a.Text(b.Title)})
	}
	return out
}

// Place shows all scores of a period with one jurisdiction marked.
func (a *Artist) Place(j, t int) Figure {
	title := a.Phrase("distribution-title", "period", a.Period(t))
	return a.Strip(Head{"place-chart", title}, a.Of[j], t, j)
}

// Distribution shows all scores of one level in a period.
func (a *Artist) Distribution(p *peers.Group, t int) Figure {
	title := a.Phrase("distribution-home", "period", a.Period(t))
	f := a.Strip(Head{"distribution-" + a.ID, title}, p, t, -1)
	f.Level = 3
	return f
}

// Head names a figure.
type Head struct{ ID, Title string }

// Strip draws the scores of one level in period t, with jurisdiction marked
// standing out; -1 marks none.
func (a *Artist) Strip(h Head, p *peers.Group, t, marked int) Figure {
	s := chart.Strip{
		Median: a.middle(p, t, a.Overall), Middle: a.Word("median"),
		Steps: a.namedSteps(), Stepped: true, LabelHead: a.Word("name"), ValueHead: a.Word("score"),
	}
	desc := h.Title
	if s.Median.Known {
		desc = a.Word("median") + " " + s.Median.Text
	}
	for _, j := range p.Ranking[t] {
		score := a.Score(j, t, a.Overall)
		mark := chart.Mark{Label: a.Name(j), Point: a.scorePoint(score), Highlight: j == marked}
		if j == marked {
			desc = a.Name(j) + " " + score.Text + ", " + desc
			if firm := a.Firm(j, t); firm != nil {
				span := a.Phrase("firm-span", "low", firm.Low, "high", firm.High)
				mark.Span, s.SpanHead = &chart.Span{Low: firm.From, High: firm.To, Text: span}, a.Word("firm-likely")
				desc += ". " + a.Word("firm-likely") + ": " + span
			}
		}
		s.Marks = append(s.Marks, mark)
	}
	s.Head = a.chartHead(h.ID, h.Title, desc)
	return a.figure(s.Head, "0–100", s)
}

// Count is how often something was found.
type Count struct {
	Name   string
	Number int
}

// OptionBars shows how often each answer of an indicator was given in a period.
func (a *Artist) OptionBars(i *indicator.Indicator, t int, options []Count) Figure {
	most := 1.0
	for _, o := range options {
		most = max(most, float64(o.Number))
	}
	bars := chart.Bars{Axis: chart.Axis{Max: most, Ticks: []float64{0, most}}, LabelHead: a.Word("option"), ValueHead: a.Word("count")}
	for _, o := range options {
		bars.Rows = append(bars.Rows, chart.Bar{Label: o.Name, Point: chart.Known(float64(o.Number), wording.Grouped(float64(o.Number)))})
	}
	bars.Head = a.chartHead("options-chart", a.Phrase("options-title", "period", a.Period(t)), a.Text(i.Title))
	f := a.figure(bars.Head, "", bars)
	f.Level = 3
	return f
}

// Course shows the series of a context indicator: columns for numbers, a
// row of cells for categories.
func (a *Artist) Course(j int, i *indicator.Indicator) Figure {
	periods := a.SeriesPeriods(j, i)
	if len(periods) == 0 {
		return Figure{}
	}
	title := a.Text(i.Title)
	periodHead := a.Word("period-" + string(a.Def.Periods[0].Frequency))
	var names []string
	var breaks []chart.Event
	said := []string{a.Name(j) + ": " + title + "."}
	for k, t := range periods {
		names = append(names, a.Period(t))
		if k > 0 {
			said = append(said, a.mark(&breaks, k, a.Breaks(j, i, reading.Span{After: periods[k-1], Last: t}))...)
		}
	}
	head := a.chartHead("context-"+string(i.ID), title, strings.Join(said, " "))
	if len(i.Options) > 0 {
		s := chart.States{Head: head, Periods: names, Columns: []string{periodHead, a.Word("answer")}, Breaks: breaks, NotesHead: a.notesHead(breaks)}
		for _, t := range periods {
			s.Cells = append(s.Cells, a.stateCell(j, t, i))
		}
		return a.figure(head, "", s)
	}
	c := chart.Columns{Head: head, Periods: names, PeriodHead: periodHead, ValueHead: title, Breaks: breaks, NotesHead: a.notesHead(breaks)}
	for _, t := range periods {
		c.Points = append(c.Points, a.countPoint(j, t, i))
	}
	return a.figure(head, a.Text(i.Unit), c)
}

func (a *Artist) stateCell(j, t int, i *indicator.Indicator) chart.State {
	said := a.Said(a.Public.Answer(j, t, i), i)
	if !said.Known {
		return chart.State{Name: a.Word("state-" + said.State), Gap: gapOf(said.State)}
	}
	cell := chart.State{Label: said.Short, Name: said.Text, Known: true, Step: 3}
	for k, o := range i.Options {
		if o.ID == said.Option && len(i.Options) > 1 {
			cell.Step = 1 + (k*4+(len(i.Options)-2)/2)/(len(i.Options)-1)
		}
	}
	return cell
}

func (a *Artist) countPoint(j, t int, i *indicator.Indicator) chart.Point {
	answer := a.Public.Answer(j, t, i)
	said := a.Said(answer, i)
	if said.Known {
		return chart.Known(answer.Value.Number, said.Text)
	}
	return chart.Unknown(gapOf(said.State), a.Word("state-"+said.State))
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

// Heat is the interactive form of the table of jurisdictions by scored
// periods.
func (a *Artist) Heat(id string, jurisdictions []int) Explore {
	c := chart.Heat{Head: a.chartHead(id, a.Word("heat-title"), a.Word("heat-title")), LabelHead: a.Word("name"), Steps: a.namedSteps()}
	for _, t := range a.Scored {
		c.Periods = append(c.Periods, a.Period(t))
	}
	for _, j := range jurisdictions {
		cells := make([]chart.Point, len(a.Scored))
		for k, t := range a.Scored {
			cells[k] = a.scorePoint(a.Score(j, t, a.Overall))
		}
		c.Names, c.Cells = append(c.Names, a.Name(j)), append(c.Cells, cells)
	}
	return a.explore(c.ID, c)
}
