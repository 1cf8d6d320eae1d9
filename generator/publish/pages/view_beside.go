package pages

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/programme"
	"tipscore/generator/publish/reading"
)

// BesideView shows results of another programme beside this one's. They are
// read where they stand, never copied, and lead there.
type BesideView struct {
	Programme, ProgrammeURL string
	Name, URL               string
	Invented                bool
	Columns                 []string // the overall score and the pillars
	Rows                    []HistoryRow
	Series                  []BesideSeries
	Breaks                  []reading.Break // in the scores
}

// BesideSeries is a context indicator with its answers in the same periods.
type BesideSeries struct {
	Title, URL string
	Answers    []PastAnswer
	Later      bool           // its date came after the periods of this programme
	Since      *reading.Since // what a total counts from, nil for none
	Breaks     []reading.Break
}

// beside returns what the programme shows of others: of all, or on the page of
// a jurisdiction, what they say of the same one.
func (v *View) beside(only programme.JurisdictionID) (list []BesideView) {
	for _, b := range v.edition().Def.Beside {
		if only != "" && b.Jurisdiction != only {
			continue
		}
		at := slices.IndexFunc(v.site.programmes, func(e *reading.Edition) bool { return e.ID == b.Programme })
		if at < 0 {
			continue // it is not part of this site
		}
		// The rows are made as the other programme's own pages are, from this place.
		other := *v
		other.page.Programme, other.read = at, v.reader(at)
		if j := other.edition().Def.Index(b.Jurisdiction); j >= 0 {
			list = append(list, other.besideOf(j, v.edition().Def.Periods))
		}
	}
	return list
}

// besideOf returns the results of jurisdiction j in the periods that overlap
// with some of another programme.
func (v *View) besideOf(j int, periods []programme.Period) BesideView {
	e := v.edition()
	out := BesideView{
		Programme: v.text(e.Def.Title), ProgrammeURL: v.to(e.ID + "/"), Invented: e.Def.Invented,
		Name: v.read.Name(j), URL: v.read.PlaceURL(j), Columns: []string{v.read.Node(e.Overall)},
	}
	for _, n := range e.Pillars() {
		out.Columns = append(out.Columns, v.read.Node(n))
	}
	same := e.Overlapping(periods)
	for _, t := range same {
		row := HistoryRow{Period: e.Period(t), URL: v.to(e.ID + "/" + e.Period(t) + "/"), Scores: []reading.Score{v.read.Score(j, t, e.Overall)}}
		for _, n := range e.Pillars() {
			row.Scores = append(row.Scores, v.read.Score(j, t, n))
		}
		out.Rows = append(out.Rows, row)
	}
	if len(same) > 0 {
		out.Breaks = v.read.ScoreBreaks(j, e.Overall, reading.Span{After: same[0], Last: same[len(same)-1]})
	}
	for _, g := range e.Def.Framework.Context {
		for _, i := range g.Indicators {
			out.Series = append(out.Series, v.besideSeries(j, i, same, periods))
		}
	}
	return out
}

func (v *View) besideSeries(j int, i *indicator.Indicator, periods []int, shown []programme.Period) BesideSeries {
	e := v.edition()
	s := BesideSeries{Title: v.text(i.Title), URL: v.read.IndicatorURL(i), Since: v.read.Since(i)}
	if i.Timing == indicator.Standing {
		a := e.Public.Answer(j, 0, i)
		s.Answers = append(s.Answers, PastAnswer{Answer: v.read.Said(a, i)})
		_, end := shown[len(shown)-1].Months()
		d := a.Value.Date
		s.Later = i.Type == indicator.Date && a.State.HasValue() && int(d.Year)*12+int(d.Month)-1 > end
		return s
	}
	if len(periods) > 0 {
		s.Breaks = v.read.Breaks(j, i, reading.Span{After: periods[0], Last: periods[len(periods)-1]})
	}
	for _, t := range periods {
		s.Answers = append(s.Answers, PastAnswer{Period: e.Period(t), Answer: v.read.Said(e.Public.Answer(j, t, i), i)})
	}
	return s
}
