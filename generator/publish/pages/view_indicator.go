package pages

import (
	"html/template"
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// IndicatorGroup is a pillar, theme or context group with its indicators, for
// the list of all.
type IndicatorGroup struct {
	Title, Summary string
	Scored         bool
	Indicators     []IndicatorLink
}

// IndicatorLink is an indicator in the list.
type IndicatorLink struct {
	Title, URL, Question string
	Share                string // percent of the overall score, "" if not scored
}

// IndicatorView is the page of one indicator, with all answers of a period.
type IndicatorView struct {
	ID, Title, Question, Why, How string
	Version                       int
	Group                         string // the pillar, theme or context group
	Scored                        bool
	Type, Actor, Direction        string // keys of words
	Dimension                     string
	Unit                          string
	Numerator, Denominator        string
	Weight                        string
	Share                         string
	Options                       []OptionRow
	Low, High, Justification      string // goalposts
	MinSources                    int
	EvidenceRule                  string
	Reference, ReferenceURL       string
	Basis                         string // how the indicator goes back to the reference
	Standing                      bool
	Since                         *reading.Since // what a total counts from, nil for none
	Breaks                        []reading.Break
	Dated                         bool // an earlier period's page
	Period                        string
	Others                        []Link
	Rows                          []AnswerRow
	Common                        []reading.SourceLink // the sources of every answer, if they all have the same
	Answered, Total               int
	Chart                         figures.Figure // answers by option

	address string
}

// OptionRow is an answer option with what it is worth and how often it was
// given in the period.
type OptionRow struct {
	ID, Title, Text string
	Score           string
	Count           int
}

// AnswerRow is the answer of one jurisdiction.
type AnswerRow struct {
	Place  template.HTML // link to its page
	Answer reading.Answer
	Cited  template.HTML // links to the sources, unless they are in Common
	Score  string
	Step   int
}

func (v *View) indicators() []IndicatorGroup {
	e := v.edition()
	nodes := e.Public.Nodes()
	var out []IndicatorGroup
	for n, node := range nodes {
		if node.Tree == nil || len(node.Tree.Indicators) == 0 {
			continue
		}
		g := IndicatorGroup{Title: v.read.Node(n), Summary: v.text(node.Tree.Summary), Scored: true}
		if up := node.Parent; up >= 0 && nodes[up].Kind != "overall" {
			g.Title = v.read.Node(up) + ": " + g.Title
		}
		for _, i := range node.Tree.Indicators {
			share := wording.Share(nodes[e.Public.Node(string(i.ID))].Effective)
			g.Indicators = append(g.Indicators, IndicatorLink{v.text(i.Title), v.read.IndicatorURL(i), v.text(i.Question), share})
		}
		out = append(out, g)
	}
	for _, c := range e.Def.Framework.Context {
		g := IndicatorGroup{Title: v.text(c.Title), Summary: v.text(c.Summary)}
		for _, i := range c.Indicators {
			g.Indicators = append(g.Indicators, IndicatorLink{v.text(i.Title), v.read.IndicatorURL(i), v.text(i.Question), ""})
		}
		out = append(out, g)
	}
	return out
}

func (v *View) indicator() *IndicatorView {
	e, i, t := v.edition(), v.page.Indicator, v.page.Period
	out := v.definition(i)
	out.address = e.ID + "/" + plan.Indicators + string(i.ID) + "/"
	out.Dated = v.page.Address != out.address
	out.Total = len(e.Def.Jurisdictions)
	out.Period = e.Period(t)
	if !out.Standing {
		for _, other := range slices.Backward(e.Answered[i.Index]) {
			out.Others = append(out.Others, Link{Title: e.Period(other), URL: v.to(out.address + e.Period(other) + "/"), Current: other == t})
		}
	}
	v.answerRows(out, i, t)
	if len(out.Options) > 0 && out.Answered > 0 {
		counts := make([]figures.Count, len(out.Options))
		for k, o := range out.Options {
			counts[k] = figures.Count{Name: o.Title, Number: o.Count}
		}
		out.Chart = v.draw().OptionBars(i, t, counts)
	}
	return out
}

// definition fills in what the definition alone says.
func (v *View) definition(i *indicator.Indicator) *IndicatorView {
	e := v.edition()
	out := &IndicatorView{
		ID: string(i.ID), Title: v.text(i.Title), Question: v.text(i.Question), Why: v.text(i.Why), How: v.text(i.How),
		Version: i.Version, Scored: i.Scored(), Type: string(i.Type), Actor: string(i.Actor), Direction: string(i.Direction),
		Dimension: i.Dimension, Unit: v.text(i.Unit), Numerator: v.text(i.Numerator), Denominator: v.text(i.Denominator),
		MinSources: i.Evidence.MinSources, EvidenceRule: v.text(i.Evidence.Rule),
		Reference: v.text(i.Reference.Text), ReferenceURL: i.Reference.URL, Basis: string(i.Reference.Basis), Standing: i.Timing == indicator.Standing, Since: v.read.Since(i), Breaks: v.read.AllBreaks(i),
	}
	if n := e.Public.Node(string(i.ID)); n >= 0 {
		node := e.Public.Nodes()[n]
		out.Weight, out.Share = wording.Grouped(i.Weight), wording.Share(node.Effective)
		out.Group = v.read.Node(node.Parent)
	}
	if i.RedLine != nil {
		out.Group = v.word("red-lines")
	}
	for _, g := range e.Def.Framework.Context {
		if g.ID == i.Parent {
			out.Group = v.text(g.Title)
		}
	}
	for _, o := range i.Options {
		row := OptionRow{ID: o.ID, Title: v.text(o.Title), Text: v.text(o.Text)}
		if out.Scored {
			row.Score = wording.Grouped(o.Score)
		}
		out.Options = append(out.Options, row)
	}
	if g := i.Goalposts; g != nil {
		out.Low, out.High, out.Justification = wording.Grouped(g.Low), wording.Grouped(g.High), v.text(g.Justification)
	}
	return out
}

// answerRows lists the answers of a period by name, the unanswered last.
func (v *View) answerRows(out *IndicatorView, i *indicator.Indicator, t int) {
	e := v.edition()
	n := e.Public.Node(string(i.ID))
	var rest []AnswerRow
	for _, j := range v.byName() {
		a := e.Public.Answer(j, t, i)
		row := AnswerRow{Place: wording.Link{Title: v.read.Name(j), URL: v.read.PlaceURL(j)}.HTML(), Answer: v.read.Answer(a, i)}
		if n >= 0 {
			row.Score, row.Step = v.read.Points(j, t, n)
		}
		if a.State == observation.NotAssessed {
			rest = append(rest, row)
			continue
		}
		if row.Answer.Known || a.State == observation.Suppressed {
			out.Answered++
		}
		out.Rows = append(out.Rows, row)
		for k := range out.Options {
			if out.Options[k].ID == a.Value.Option {
				out.Options[k].Count++
			}
		}
	}
	if i.Type == indicator.Date {
		slices.SortStableFunc(out.Rows, byDate)
	}
	out.Rows = append(out.Rows, rest...)
	out.Common = commonSources(out.Rows)
	for k := range out.Rows {
		if out.Common == nil {
			out.Rows[k].Cited = wording.Links(out.Rows[k].Answer.Sources)
		}
	}
}

// byDate orders answers by their date, those without one last.
func byDate(a, b AnswerRow) int {
	if (a.Answer.ISODate == "") != (b.Answer.ISODate == "") {
		return strings.Compare(b.Answer.ISODate, a.Answer.ISODate)
	}
	return strings.Compare(a.Answer.ISODate, b.Answer.ISODate)
}

// commonSources returns the sources that all rows with any share, so that a
// page names them once, or nil where they differ.
func commonSources(rows []AnswerRow) []reading.SourceLink {
	var common []reading.SourceLink
	for _, r := range rows {
		switch {
		case len(r.Answer.Sources) == 0:
		case common == nil:
			common = r.Answer.Sources
		case !slices.Equal(common, r.Answer.Sources):
			return nil
		}
	}
	return common
}
