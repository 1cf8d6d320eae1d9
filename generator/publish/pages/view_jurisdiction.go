package pages

import (
	"slices"

	"tipscore/generator/observation"
	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// JurisdictionView is the page of one scored government. It speaks of its own
// latest scored period, and says so where the programme's latest is another.
type JurisdictionView struct {
	Firm       *reading.Firm // nil where nothing is varied
	FirmURL    string        // where that is explained
	Name       string
	Frequency  string // key of words: "year"
	Overall    string // title of the overall score
	Period     string
	PeriodURL  string
	Working    string // address of the page that tells how the score came about, "" for none
	Scored     bool   // it has a score in some period
	Hidden     bool   // it has none that may be shown
	Score      reading.Score
	Previous   string // the period before, that the change is counted from
	Shared     int    // others that hold the same rank
	Median     string
	Pillars    []PillarRow
	Gap        *GapView
	History    HistoryView
	Indicators []IndicatorRow
	Context    []ContextView
	RedLines   []RedLineView
	Capped     string // the band that a red line leaves at best, "" for no cap
	Children   *ChildrenView
	About      PlaceView
	Cited      []SourceView
	File       FileView
	Before     *Link
	After      *Link

	PillarsChart figures.Figure
	Timeline     figures.Figure
	Breaks       []reading.Break // in the overall score
	Place        figures.Figure  // where it stands among all
}

// PillarRow is a pillar's score and how it makes the overall score.
type PillarRow struct {
	Title        string
	Score        reading.Score
	Weight       string // of the weights that are present: "1 / 3"
	Contribution string // points of the overall score, one decimal more than scores have
}

// GapView tells why the latest period has no overall score.
type GapView struct {
	Period  string
	Missing []string // titles of the pillars without a score
	Hidden  bool     // the score is kept back to protect people
	Partial bool     // something is known, so that bounds say something
	Low     string
	High    string
}

// HistoryView is the table of periods by pillars.
type HistoryView struct {
	Columns []string
	Rows    []HistoryRow
}

// HistoryRow is one period, latest first.
type HistoryRow struct {
	Period, URL string
	Working     string          // address of the calculation, "" for none
	Scores      []reading.Score // the overall score, then the pillars
	Above       []reading.Break // between this period and the one in the row above
}

// IndicatorRow is a scored indicator with its answer and what that is worth.
type IndicatorRow struct {
	Title, URL, Question string
	Pillar               string
	Answer               reading.Answer
	Score                reading.Score
	Share                string // percent of the overall score
	History              []PastAnswer
	Earlier              []SourceSpan   // the sources of the history
	Since                *reading.Since // what a total counts from, nil for none
}

// PastAnswer is an answer of an earlier period, without its sources.
type PastAnswer struct {
	Period string
	Answer reading.Answer
	Score  string
	Above  []reading.Break // between this period and the one above
}

func (v *View) jurisdiction() *JurisdictionView {
	e, j := v.edition(), v.page.Jurisdiction
	t, scored := e.LatestOf(j)
	out := &JurisdictionView{
		Name: v.read.Name(j), Frequency: string(e.Def.Periods[t].Frequency), Overall: v.read.Node(e.Overall), Scored: scored,
		Period: e.Period(t), PeriodURL: v.to(e.ID + "/" + e.Period(t) + "/"),
		Score: v.read.Score(j, t, e.Overall), Shared: e.Sharing(j, t), Working: v.calculationURL(j, t),
		File: v.fileView(release.JurisdictionFile(e.Public, j)),
	}
	if t > 0 {
		out.Previous = e.Period(t - 1)
	}
	if peers := e.Of[j]; scored && peers.Comparable(t) {
		out.Median = wording.Decimals(peers.Medians[t][e.Overall], e.Def.Framework.Rounding.Decimals)
	}
	for t := range e.Def.Periods {
		out.Hidden = out.Hidden || !scored && e.Public.Hidden(j, t, e.Overall)
	}
	out.Gap = v.gap(j)
	out.Pillars = v.pillarRows(j, t)
	out.History = v.history(j)
	out.Indicators = v.indicatorRows(j, t)
	out.Context = v.context(j)
	out.About = v.place(j)
	out.Children = v.children(j, e.Latest)
	out.RedLines = v.redLines(j, t)
	if by := e.Public.Cap(j, t); by != nil {
		out.Capped = out.Score.Band
	}
	out.Cited = v.cited(j)
	out.Before, out.After = v.neighbours(j)
	out.PillarsChart = v.draw().PillarBars(j, t)
	out.Timeline = v.draw().Timeline(j)
	if len(e.Scored) > 0 {
		out.Breaks = v.read.ScoreBreaks(j, e.Overall, reading.Span{After: e.Scored[0], Last: max(t, e.Latest)})
	}
	out.Place = v.draw().Place(j, t)
	if scored {
		out.Firm, out.FirmURL = v.read.Firm(j, t), v.to(e.ID+"/methodology/")+"#firm"
	}
	return out
}

// gap tells what is missing in the programme's latest period, nil if nothing.
func (v *View) gap(j int) *GapView {
	e := v.edition()
	r := e.Public.Result(j, e.Latest, e.Overall)
	if r.Score.Known || !r.Applies {
		return nil
	}
	places := e.Def.Framework.Rounding.Decimals
	g := &GapView{Period: e.Period(e.Latest), Low: wording.Decimals(r.Low, places), High: wording.Decimals(r.High, places)}
	u := v.unscored(j, e.Latest)
	g.Missing, g.Hidden = u.Missing, u.Hidden
	g.Partial = !u.All && !u.Hidden
	return g
}

func (v *View) pillarRows(j, t int) []PillarRow {
	e := v.edition()
	nodes := e.Public.Nodes()
	var present float64
	for _, n := range v.edition().Pillars() {
		if e.Public.Result(j, t, n).Score.Known {
			present += nodes[n].Weight
		}
	}
	places := e.Def.Framework.Rounding.Decimals
	var out []PillarRow
	for _, n := range v.edition().Pillars() {
		row := PillarRow{Title: v.read.Node(n), Score: v.read.Score(j, t, n), Weight: "–"}
		if r := e.Public.Result(j, t, n); r.Score.Known && present > 0 {
			row.Weight = wording.Grouped(nodes[n].Weight) + " / " + wording.Grouped(present)
			row.Contribution = wording.Decimals(r.Score.Value*nodes[n].Weight/present, places+1)
		}
		out = append(out, row)
	}
	return out
}

func (v *View) history(j int) HistoryView {
	e := v.edition()
	h := HistoryView{Columns: []string{v.read.Node(e.Overall)}}
	pillars := v.edition().Pillars()
	for _, n := range pillars {
		h.Columns = append(h.Columns, v.read.Node(n))
	}
	any := false // a table of nothing but dashes tells nothing
	later := -1  // the period in the row above
	for _, t := range slices.Backward(e.Scored) {
		row := HistoryRow{Period: e.Period(t), URL: v.to(e.ID + "/" + e.Period(t) + "/"), Working: v.calculationURL(j, t), Scores: []reading.Score{v.read.Score(j, t, e.Overall)}}
		for _, n := range pillars {
			row.Scores = append(row.Scores, v.read.Score(j, t, n))
		}
		row.Above, later = v.read.ScoreBreaks(j, e.Overall, reading.Span{After: t, Last: later}), t
		h.Rows = append(h.Rows, row)
		any = any || row.Working != "" || slices.ContainsFunc(row.Scores, func(s reading.Score) bool { return s.Known || s.Hidden })
	}
	if !any {
		h.Rows = nil
	}
	return h
}

func (v *View) indicatorRows(j, t int) []IndicatorRow {
	e := v.edition()
	nodes := e.Public.Nodes()
	var out []IndicatorRow
	for n, node := range nodes {
		i := node.Indicator
		if i == nil || !e.Public.Result(j, t, n).Applies {
			continue
		}
		row := IndicatorRow{
			Title: v.text(i.Title), Question: v.text(i.Question), Pillar: v.read.Node(node.Parent),
			URL:    v.read.IndicatorURL(i),
			Answer: v.read.Answer(e.Public.Answer(j, t, i), i),
			Score:  v.read.Score(j, t, n),
			Share:  wording.Share(node.Effective),
			Since:  v.read.Since(i),
		}
		later := t
		for _, past := range slices.Backward(e.Answered[i.Index]) {
			if past < t {
				score, _ := v.read.Points(j, past, n)
				above := v.read.Breaks(j, i, reading.Span{After: past, Last: later})
				row.History, later = append(row.History, PastAnswer{e.Period(past), v.read.Said(e.Public.Answer(j, past, i), i), score, above}), past
			}
		}
		if !slices.ContainsFunc(row.History, func(a PastAnswer) bool { return a.Answer.State != observation.NotAssessed.String() }) {
			row.History = nil
		} else {
			row.Earlier = v.sourceSpans(j, i, slices.DeleteFunc(slices.Clone(e.Answered[i.Index]), func(past int) bool { return past >= t }))
		}
		out = append(out, row)
	}
	return out
}

// cited lists the sources that the page's answers stand on.
func (v *View) cited(j int) []SourceView {
	e := v.edition()
	used := e.Cited(j)
	var out []SourceView
	for _, s := range e.Public.Sources() {
		if used[s.ID] {
			out = append(out, v.source(s))
		}
	}
	return out
}

// neighbours returns links to the jurisdictions before and after j by name.
func (v *View) neighbours(j int) (before, after *Link) {
	order := v.byName()
	at := slices.Index(order, j)
	link := func(k int) *Link {
		if k < 0 || k >= len(order) {
			return nil
		}
		return &Link{Title: v.read.Name(order[k]), URL: v.read.PlaceURL(order[k])}
	}
	return link(at - 1), link(at + 1)
}
