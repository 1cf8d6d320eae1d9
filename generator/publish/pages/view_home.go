package pages

// HomeView presents the programmes with their latest result.
type HomeView struct {
	Programmes []ProgrammeCard
}

// ProgrammeCard is a programme in one look.
type ProgrammeCard struct {
	Title, Summary, URL string
	Invented            bool
	Period              string
	Scored              bool
	Assessed, Total     int
	Median, MedianBand  string
	Bands               []BandCount
	Distribution        Figure
	Menu                []Link
}

func (v *View) home() *HomeView {
	out := &HomeView{}
	for i := range v.site.programmes {
		// The card is made as the programme's own pages are, from this place.
		at := *v
		at.page.programme, at.page.period = i, v.site.programmes[i].latest
		at.Head = at.head()
		out.Programmes = append(out.Programmes, at.card())
	}
	return out
}

func (v *View) card() ProgrammeCard {
	e, t := v.edition(), v.page.period
	c := ProgrammeCard{
		Title: v.Head.Title, Summary: v.Head.Summary, URL: v.Head.URL, Invented: v.Head.Invented,
		Period: e.period(t), Scored: len(e.ranking[t]) > 0,
		Assessed: len(e.ranking[t]), Total: len(e.def.Jurisdictions), Bands: v.bands(t), Menu: v.Head.Menu,
	}
	if e.comparable(t) {
		m := e.medians[t][e.overall]
		c.Median = decimals(m, e.def.Framework.Rounding.Decimals)
		c.MedianBand = v.text(e.def.Framework.Bands[v.bandOf(m)].Title)
	}
	if c.Scored {
		c.Distribution = v.distributionFigure(t)
	}
	return c
}
