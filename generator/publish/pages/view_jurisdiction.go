package pages

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/release"
)

// JurisdictionView is the page of one scored government. It speaks of its own
// latest scored period, and says so where the programme's latest is another.
type JurisdictionView struct {
	Name       string
	Code       programme.JurisdictionID
	Frequency  string // key of words: "year"
	Overall    string // title of the overall score
	Period     string
	PeriodURL  string
	Scored     bool // it has a score in some period
	Hidden     bool // it has none that may be shown
	Score      ScoreView
	Previous   string // the period before, that the change is counted from
	Shared     int    // others that hold the same rank
	Median     string
	Pillars    []PillarRow
	Gap        *GapView
	History    HistoryView
	Indicators []IndicatorRow
	Context    []ContextView
	Cited      []SourceView
	File       FileView
	Before     *Link
	After      *Link

	PillarsChart Figure
	Timeline     Figure
	Place        Figure // where it stands among all
}

// PillarRow is a pillar's score and how it makes the overall score.
type PillarRow struct {
	ID, Title    string
	Summary      string
	Score        ScoreView
	Median       string
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
	Scores      []ScoreView // the overall score, then the pillars
}

// IndicatorRow is a scored indicator with its answer and what that is worth.
type IndicatorRow struct {
	Title, URL, Question string
	Pillar               string
	Answer               AnswerView
	Score                ScoreView
	Share                string // percent of the overall score
	History              []PastAnswer
}

// PastAnswer is an answer of an earlier period, without its sources.
type PastAnswer struct {
	Period string
	Answer AnswerView
	Score  string
}

func (v *View) jurisdiction() *JurisdictionView {
	e, j := v.edition(), v.page.jurisdiction
	def := &e.def.Jurisdictions[j]
	t, scored := e.latestOf(j)
	out := &JurisdictionView{
		Name: v.name(j), Code: def.ID, Frequency: string(e.def.Periods[t].Frequency), Overall: v.nodeTitle(e.overall), Scored: scored,
		Period: e.period(t), PeriodURL: v.to(e.id + "/" + e.period(t) + "/"),
		Score: v.score(j, t, e.overall), Shared: e.sharing(j, t),
		File: v.fileView(release.JurisdictionFile(e.public, j)),
	}
	if t > 0 {
		out.Previous = e.period(t - 1)
	}
	if peers := e.peersOf[j]; scored && peers.comparable(t) {
		out.Median = decimals(peers.medians[t][e.overall], e.def.Framework.Rounding.Decimals)
	}
	for t := range e.def.Periods {
		out.Hidden = out.Hidden || !scored && e.public.Hidden(j, t, e.overall)
	}
	out.Gap = v.gap(j)
	out.Pillars = v.pillarRows(j, t)
	out.History = v.history(j)
	out.Indicators = v.indicatorRows(j, t)
	out.Context = v.context(j)
	out.Cited = v.cited(j)
	out.Before, out.After = v.neighbours(j)
	out.PillarsChart = v.pillarsFigure(out, t)
	out.Timeline = v.timelineFigure(j)
	out.Place = v.placeFigure(j, t)
	return out
}

// latestOf returns the last period that can speak for jurisdiction j: the last
// with a score among those in which enough can be compared, or else the last
// with a score. A score that stands alone in its period may be an error of the
// source, and makes no headline. The false result comes with the programme's
// latest period.
func (e *edition) latestOf(j int) (int, bool) {
	last := -1
	for _, t := range slices.Backward(e.scored) {
		if !e.public.Result(j, t, e.overall).Score.Known {
			continue
		}
		if e.peersOf[j].comparable(t) {
			return t, true
		}
		last = max(last, t)
	}
	if last >= 0 {
		return last, true
	}
	return e.latest, false
}

// sharing returns how many others hold the same rank in period t.
func (e *edition) sharing(j, t int) int {
	own, others := e.public.Result(j, t, e.overall).Rank, 0
	for _, k := range e.peersOf[j].ranking[t] {
		if k != j && own > 0 && e.public.Result(k, t, e.overall).Rank == own {
			others++
		}
	}
	return others
}

// gap tells what is missing in the programme's latest period, nil if nothing.
func (v *View) gap(j int) *GapView {
	e := v.edition()
	r := e.public.Result(j, e.latest, e.overall)
	if r.Score.Known || !r.Applies {
		return nil
	}
	places := e.def.Framework.Rounding.Decimals
	g := &GapView{Period: e.period(e.latest), Low: decimals(r.Low, places), High: decimals(r.High, places)}
	u := v.unscored(j, e.latest)
	g.Missing, g.Hidden = u.Missing, u.Hidden
	g.Partial = !u.All && !u.Hidden
	return g
}

func (v *View) pillarRows(j, t int) []PillarRow {
	e := v.edition()
	nodes := e.public.Nodes()
	var present float64
	for _, n := range v.pillars() {
		if e.public.Result(j, t, n).Score.Known {
			present += nodes[n].Weight
		}
	}
	places := e.def.Framework.Rounding.Decimals
	var out []PillarRow
	for _, n := range v.pillars() {
		row := PillarRow{ID: nodes[n].ID, Title: v.nodeTitle(n), Score: v.score(j, t, n), Weight: "–"}
		if tree := nodes[n].Tree; tree != nil {
			row.Summary = v.text(tree.Summary)
		}
		row.Median = decimals(e.peersOf[j].medians[t][n], places)
		if r := e.public.Result(j, t, n); r.Score.Known && present > 0 {
			row.Weight = grouped(nodes[n].Weight) + " / " + grouped(present)
			row.Contribution = decimals(r.Score.Value*nodes[n].Weight/present, places+1)
		}
		out = append(out, row)
	}
	return out
}

func (v *View) history(j int) HistoryView {
	e := v.edition()
	h := HistoryView{Columns: []string{v.nodeTitle(e.overall)}}
	pillars := v.pillars()
	for _, n := range pillars {
		h.Columns = append(h.Columns, v.nodeTitle(n))
	}
	any := false // a table of nothing but dashes tells nothing
	for _, t := range slices.Backward(e.scored) {
		row := HistoryRow{Period: e.period(t), URL: v.to(e.id + "/" + e.period(t) + "/"), Scores: []ScoreView{v.score(j, t, e.overall)}}
		for _, n := range pillars {
			row.Scores = append(row.Scores, v.score(j, t, n))
		}
		h.Rows = append(h.Rows, row)
		any = any || slices.ContainsFunc(row.Scores, func(s ScoreView) bool { return s.Known || s.Hidden })
	}
	if !any {
		h.Rows = nil
	}
	return h
}

func (v *View) indicatorRows(j, t int) []IndicatorRow {
	e := v.edition()
	nodes := e.public.Nodes()
	var out []IndicatorRow
	for n, node := range nodes {
		i := node.Indicator
		if i == nil || !e.public.Result(j, t, n).Applies {
			continue
		}
		row := IndicatorRow{
			Title: v.text(i.Title), Question: v.text(i.Question), Pillar: v.nodeTitle(node.Parent),
			URL:    v.indicatorURL(i),
			Answer: v.answer(e.public.Answer(j, t, i), i),
			Score:  v.score(j, t, n),
			Share:  share(node.Effective),
		}
		for _, past := range slices.Backward(e.answered[i.Index]) {
			if past < t {
				score, _ := v.points(j, past, n)
				row.History = append(row.History, PastAnswer{e.period(past), v.said(e.public.Answer(j, past, i), i), score})
			}
		}
		if !slices.ContainsFunc(row.History, func(a PastAnswer) bool { return a.Answer.State != observation.NotAssessed.String() }) {
			row.History = nil
		}
		out = append(out, row)
	}
	return out
}

func (v *View) indicatorURL(i *indicator.Indicator) string {
	return v.to(v.edition().id + "/" + indicatorsAddress + string(i.ID) + "/")
}

// cited lists the sources that the page's answers stand on.
func (v *View) cited(j int) []SourceView {
	e := v.edition()
	used := map[observation.SourceID]bool{}
	for _, i := range e.def.Framework.All {
		for t := range e.def.Periods {
			for _, id := range e.public.Answer(j, t, i).Sources {
				used[id] = true
			}
		}
	}
	var out []SourceView
	for _, s := range e.public.Sources() {
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
		return &Link{Title: v.name(order[k]), URL: v.placeURL(order[k])}
	}
	return link(at - 1), link(at + 1)
}
