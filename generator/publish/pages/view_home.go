package pages

import (
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
	for i := range v.site.programmes {
		// The card is made as the programme's own pages are, from this place.
		at := v.at(i)
		at.Head = at.head()
		out.Programmes = append(out.Programmes, at.card())
	}
	return out
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
