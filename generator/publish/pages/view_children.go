package pages

import (
	"slices"
	"strconv"

	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// ChildrenView shows the places in a place. It stands beside the score of that
// place and is never part of it.
type ChildrenView struct {
	Period       string
	Levels       []ChildLevel
	Rollup       string // the roll-up of the overall score, "" where there is none
	Band         string
	Step         int
	Method       string // key of words: "plain" or "population"
	Coverage     string // percent of the children, or of their people, with a score
	Least        string // the least percent
	Strongest    []ThemeMean
	Weakest      []ThemeMean
	Distribution figures.Figure
}

// ChildLevel says how many places of one level were assessed, at any depth, and
// lists those of them that are directly in the place.
type ChildLevel struct {
	Title           string
	Assessed, Total int
	Rows            []ChildRow
}

// ChildRow is one place in the place.
type ChildRow struct {
	Name, URL string
	Score     reading.Score
}

// ThemeMean is the roll-up of a theme.
type ThemeMean struct {
	Title, Score string
	Step         int
}

// namedThemes is how many themes are told as the weakest and the strongest.
const namedThemes = 3

// children returns what is in jurisdiction j in period t, nil for nothing.
func (v *View) children(j, t int) *ChildrenView {
	e := v.edition()
	inside, within := e.Inside(j, t), e.Within(j, t)
	if len(within) == 0 {
		return nil
	}
	out := &ChildrenView{Period: e.Period(t)}
	for _, p := range e.Groups {
		level := ChildLevel{Title: v.text(p.Level.Title)}
		for _, c := range v.byNameIn(p) {
			if !slices.Contains(within, c) || !e.Public.Result(c, t, e.Overall).Applies {
				continue
			}
			row := ChildRow{Name: v.read.Name(c), URL: v.read.PlaceURL(c), Score: v.read.Score(c, t, e.Overall)}
			level.Total++
			if row.Score.Known || row.Score.Hidden {
				level.Assessed++ // one that is hidden is in a list of places, and says so
			}
			if slices.Contains(inside, c) {
				level.Rows = append(level.Rows, row)
			}
		}
		if level.Total > 0 {
			out.Levels = append(out.Levels, level)
		}
	}
	v.rollUp(out, j, t)
	out.Distribution = v.childrenFigure(inside, t)
	return out
}

// rollUp fills in the programme's one number for the children, and the themes
// in which they are weakest and strongest.
func (v *View) rollUp(out *ChildrenView, j, t int) {
	e := v.edition()
	rule := e.Def.Rollup
	r, ok := e.Public.Rollup(j, t, e.Overall)
	if !ok {
		return
	}
	out.Method = string(rule.Method)
	out.Coverage = strconv.FormatFloat(100*r.Coverage, 'f', 0, 64)
	out.Least = strconv.FormatFloat(100*rule.Coverage, 'f', 0, 64)
	if r.Score.Known {
		out.Rollup = wording.Decimals(r.Score.Value, e.Def.Framework.Rounding.Decimals)
		band := v.edition().BandOf(e.Public.Published(r.Score))
		out.Band, out.Step = v.text(e.Def.Framework.Bands[band].Title), e.Steps[band]
	}
	means := e.ThemeMeans(j, t)
	if len(means) < 2*namedThemes {
		return // the same themes would stand in both lists
	}
	view := func(m peers.ThemeMean) ThemeMean {
		return ThemeMean{v.read.Node(m.Node), wording.Decimals(m.Score, e.Def.Framework.Rounding.Decimals), e.Steps[v.edition().BandOf(m.Score)]}
	}
	for k := range namedThemes {
		out.Strongest = append(out.Strongest, view(means[k]))
		out.Weakest = append(out.Weakest, view(means[len(means)-1-k]))
	}
}

// childrenFigure shows the scores of the children on one scale.
func (v *View) childrenFigure(inside []int, t int) figures.Figure {
	e := v.edition()
	group := e.Among(inside, t)
	if len(group.Ranking[t]) < 2 {
		return figures.Figure{}
	}
	return v.draw().Strip(figures.Head{ID: "children-chart", Title: v.phrase("children-title", "period", e.Period(t))}, group, t, -1)
}

// PlaceView says where a jurisdiction belongs and what became of it.
type PlaceView struct {
	Level      string
	Parents    []Link // from the highest
	Until      string // the last period in which it existed, "" for still
	Since      string
	Successor  *Link
	Before     []Link // what it was made of
	Population string
	Year       string
}

// place returns what the page says about the jurisdiction as a place.
func (v *View) place(j int) PlaceView {
	e := v.edition()
	at := e.Def.Jurisdictions[j]
	out := PlaceView{Since: at.From.String(), Until: at.To.String()}
	if len(e.Groups) > 1 {
		out.Level = v.text(e.Of[j].Level.Title)
	}
	for up := e.Def.Index(at.Parent); up >= 0; up = e.Def.Index(e.Def.Jurisdictions[up].Parent) {
		out.Parents = append(out.Parents, Link{Title: v.read.Name(up), URL: v.read.PlaceURL(up)})
	}
	slices.Reverse(out.Parents)
	if k := e.Def.Index(at.Successor); k >= 0 {
		out.Successor = &Link{Title: v.read.Name(k), URL: v.read.PlaceURL(k)}
	}
	for k := range e.Def.Jurisdictions {
		if e.Def.Jurisdictions[k].Successor == at.ID {
			out.Before = append(out.Before, Link{Title: v.read.Name(k), URL: v.read.PlaceURL(k)})
		}
	}
	if at.Population > 0 {
		out.Population = wording.Grouped(float64(at.Population))
		if at.PopulationYear > 0 {
			out.Year = strconv.Itoa(at.PopulationYear)
		}
	}
	return out
}

// RedLineView is a red line with its answer.
type RedLineView struct {
	Title, URL, Question string
	Answer               reading.Answer
	Crossed              bool
	Before               string // the earlier periods in which it was crossed
	Points               string // what it takes
	Node                 string // from which score
	Cap                  string // the best band that is left
}

// redLines lists the red lines that are asked of jurisdiction j.
func (v *View) redLines(j, t int) (list []RedLineView) {
	e := v.edition()
	level := e.Def.Jurisdictions[j].Level
	for n, node := range e.Public.Nodes() {
		if node.Tree == nil {
			continue
		}
		crossed := e.Public.RedLines(j, t, n)
		for _, i := range node.Tree.RedLines {
			if len(i.Levels) > 0 && !slices.Contains(i.Levels, level) {
				continue
			}
			view := RedLineView{
				Title: v.text(i.Title), URL: v.read.IndicatorURL(i), Question: v.text(i.Question),
				Answer: v.read.Answer(e.Public.Answer(j, t, i), i), Crossed: slices.Contains(crossed, i),
				Points: wording.Grouped(i.RedLine.Subtract), Node: v.read.Node(n),
			}
			for past := range t {
				if slices.Contains(e.Public.RedLines(j, past, n), i) {
					view.Before = joined(view.Before, e.Period(past))
				}
			}
			for _, b := range e.Def.Framework.Bands {
				if b.ID == i.RedLine.Cap {
					view.Cap = v.text(b.Title)
				}
			}
			list = append(list, view)
		}
	}
	return list
}

// joined appends a period to a list for readers.
func joined(list, period string) string {
	if list == "" {
		return period
	}
	return list + ", " + period
}
