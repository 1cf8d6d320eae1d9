package pages

import (
	"cmp"
	"slices"
	"tipscore/generator/publish/figures"
)

// HomeView presents the programmes with their latest result.
type HomeView struct {
	Programmes []ProgrammeCard
}

// ProgrammeCard is a programme in one look.
type ProgrammeCard struct {
	Title, Summary, URL string
	Foreign             string // language of the texts, if it is not the page's
	Invented            bool
	Period              string
	Scored              bool
	Unscored            bool           // nothing in it is scored
	Levels              []LevelView    // without rows
	Distribution        figures.Figure // of the level with the most jurisdictions
	Menu                []Link
}

func (v *View) home() *HomeView {
	out := &HomeView{}
	for _, i := range v.site.realFirst() {
		// The card is made as the programme's own pages are, from this place.
		at := v.at(i)
		at.Head = at.head()
		out.Programmes = append(out.Programmes, at.card())
	}
	return out
}

// realFirst returns the places of the programmes, those whose data are invented
// after the others.
func (s *Site) realFirst() []int {
	order := make([]int, len(s.programmes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		rank := map[bool]int{true: 1}
		return cmp.Compare(rank[s.programmes[a].Def.Invented], rank[s.programmes[b].Def.Invented])
	})
	return order
}

func (v *View) card() ProgrammeCard {
	e, t := v.edition(), v.page.Period
	c := ProgrammeCard{
		Title: v.Head.Title, Summary: v.Head.Summary, URL: v.Head.URL, Foreign: v.Head.Foreign, Invented: v.Head.Invented,
		Period: e.Period(t), Scored: e.AnyScore(t), Unscored: v.Head.Unscored, Menu: v.Head.Menu,
	}
	for _, p := range e.Groups {
		if len(p.Ranking[t]) > 0 {
			c.Levels = append(c.Levels, v.level(p, t))
		}
	}
	if c.Scored {
		c.Distribution = v.draw().Distribution(e.Largest(), t)
	}
	return c
}
