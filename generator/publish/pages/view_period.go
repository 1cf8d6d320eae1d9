package pages

import (
	"slices"

	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// PeriodView is the ranking of a period, level of government by level. The
// programme's own page shows the latest one, with the heat tables of all.
type PeriodView struct {
	Period   string
	Levels   []LevelView
	Minimum  int    // how many are needed for a rank
	Others   []Link // the other periods
	Previous string // the period that changes are counted from
	Map      figures.Figure
}

// LevelView is the ranking of one level of government.
type LevelView struct {
	ID, Title  string // Title is "" where the programme has one level alone
	Period     string
	Previous   string
	Assessed   int // jurisdictions with a score
	Total      int
	Median     string
	MedianBand string
	Ranked     bool // enough are comparable
	Bands      []BandCount
	Rows       []RankRow
	Unscored   []UnscoredRow
	Tiles      figures.Figure // empty for a level without places on a tile map
	Heat       *HeatView      // programme page only
}

// BandCount says how many jurisdictions are in a band.
type BandCount struct {
	Title string
	From  string
	To    string
	Step  int
	Count int
}

// RankRow is a row of the ranking table.
type RankRow struct {
	Name, URL string
	Score     reading.Score
}

// UnscoredRow is a jurisdiction without a score, with what there is of it.
type UnscoredRow struct {
	Name, URL string
	Missing   []string // titles of the pillars without a score
	Hidden    bool     // it has a score, kept back to protect people
	All       bool     // nothing at all was assessed
}

// HeatView is the table of jurisdictions by periods.
type HeatView struct {
	Title   string // of the level, "" where there is one alone
	Periods []Link
	Rows    []HeatRow
	Explore figures.Explore
}

// HeatRow is one jurisdiction's scores over the periods.
type HeatRow struct {
	Name, URL string
	Cells     []reading.Score
}

func (v *View) period() *PeriodView {
	e, t := v.edition(), v.page.Period
	f := e.Def.Framework
	out := &PeriodView{
		Period: e.Period(t), Minimum: f.Ranking.Minimum,
	}
	if t > 0 {
		out.Previous = e.Period(t - 1)
	}
	for _, p := range e.Groups {
		l := v.level(p, t)
		l.Previous = out.Previous
		v.rankRows(&l, p, t)
		l.Tiles = v.draw().Tiles(p, t)
		if v.Kind == "programme" {
			l.Heat = v.heat(p)
		}
		out.Levels = append(out.Levels, l)
	}
	for _, other := range slices.Backward(e.Scored) {
		out.Others = append(out.Others, Link{Title: e.Period(other), URL: v.to(e.ID + "/" + e.Period(other) + "/"), Current: other == t})
	}
	out.Map = v.draw().Map(t)
	return out
}

// level returns the summary of one level in a period.
func (v *View) level(p *peers.Group, t int) LevelView {
	e := v.edition()
	f := e.Def.Framework
	l := LevelView{
		ID: p.Level.ID, Period: e.Period(t), Assessed: len(p.Ranking[t]), Total: e.There(p, t), Bands: v.bands(p, t),
	}
	if len(e.Groups) > 1 {
		l.Title = v.text(p.Level.Title)
	}
	if p.Comparable(t) {
		m := p.Medians[t][e.Overall]
		l.Median = wording.Decimals(m, f.Rounding.Decimals)
		l.MedianBand = v.text(f.Bands[v.edition().BandOf(m)].Title)
	}
	return l
}

// rankRows fills in the table of those with a score and the list of the others.
func (v *View) rankRows(l *LevelView, p *peers.Group, t int) {
	e := v.edition()
	for _, j := range p.Ranking[t] {
		row := RankRow{Name: v.read.Name(j), URL: v.read.PlaceURL(j), Score: v.read.Score(j, t, e.Overall)}
		l.Ranked = l.Ranked || row.Score.Rank > 0
		l.Rows = append(l.Rows, row)
	}
	for _, j := range v.byNameIn(p) {
		if e.Def.Exists(j, t) && !e.Public.Result(j, t, e.Overall).Score.Known {
			l.Unscored = append(l.Unscored, v.unscored(j, t))
		}
	}
}

func (v *View) unscored(j, t int) UnscoredRow {
	e := v.edition()
	u := UnscoredRow{Name: v.read.Name(j), URL: v.read.PlaceURL(j), All: true, Hidden: e.Public.Hidden(j, t, e.Overall)}
	for _, n := range v.edition().Pillars() {
		if r := e.Public.Result(j, t, n); r.Score.Known {
			u.All = false
		} else if r.Applies && !e.Public.Hidden(j, t, n) {
			u.Missing = append(u.Missing, v.read.Node(n))
		}
	}
	return u
}

// bands counts the jurisdictions of a level in a period by band, strongest
// first.
func (v *View) bands(p *peers.Group, t int) []BandCount {
	e := v.edition()
	f := e.Def.Framework
	counts := make([]int, len(f.Bands))
	for _, j := range p.Ranking[t] {
		if b := e.Public.Result(j, t, e.Overall).Band; b >= 0 {
			counts[b]++
		}
	}
	var out []BandCount
	for b := len(f.Bands) - 1; b >= 0; b-- {
		c := BandCount{Title: v.text(f.Bands[b].Title), From: wording.Grouped(f.Bands[b].From), To: "100", Step: e.Steps[b], Count: counts[b]}
		if b+1 < len(f.Bands) {
			c.To = wording.Grouped(f.Bands[b+1].From)
		}
		out = append(out, c)
	}
	return out
}

func (v *View) heat(p *peers.Group) *HeatView {
	e := v.edition()
	h := &HeatView{}
	if len(e.Groups) > 1 {
		h.Title = v.text(p.Level.Title)
	}
	for _, t := range e.Scored {
		h.Periods = append(h.Periods, Link{Title: e.Period(t), URL: v.to(e.ID + "/" + e.Period(t) + "/")})
	}
	for _, j := range v.byNameIn(p) {
		row := HeatRow{Name: v.read.Name(j), URL: v.read.PlaceURL(j)}
		for _, t := range e.Scored {
			row.Cells = append(row.Cells, v.read.Score(j, t, e.Overall))
		}
		h.Rows = append(h.Rows, row)
	}
	id := "heat-chart"
	if len(e.Groups) > 1 {
		id += "-" + p.Level.ID
	}
	h.Explore = v.draw().Heat(id, v.byNameIn(p))
	return h
}

// byName returns all jurisdictions by their name in the page's language.
func (v *View) byName() []int { return v.language.order[v.page.Programme] }

// byNameIn returns the jurisdictions of a level by their name.
func (v *View) byNameIn(p *peers.Group) []int {
	e := v.edition()
	return slices.DeleteFunc(slices.Clone(v.byName()), func(j int) bool { return e.Of[j] != p })
}
