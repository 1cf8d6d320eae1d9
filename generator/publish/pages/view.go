package pages

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/publish/community"
	"tipscore/generator/publish/figures"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// View is what a template shows on one page, in one language. The field named
// after the page's kind is set, the others are nil.
type View struct {
	Kind        string
	Language    string
	Root        string // relative way to the site's root: "../../", "./"
	Start       string // relative link to the first page
	Title       string
	Description string // one sentence for search engines and previews
	Content     template.HTML
	Crumbs      []Link
	Alternates  []Alternate
	Canonical   string // absolute, "" if the site's address is not known
	Door        string // absolute address of the page that leads to the languages
	ReleaseID   string
	Tool        string
	Invented    bool           // the page speaks of invented data alone
	Head        *ProgrammeHead // nil above programmes
	Footer      []Link
	Reports     []Link        // where errors are reported, empty if nowhere
	Linked      []template.JS // what search engines read, as JSON-LD

	About        []*ProgrammeHead
	Home         *HomeView
	Period       *PeriodView  // kinds "programme" and "period"
	Beside       []BesideView // kinds "programme" and "jurisdiction"
	Objectives   []community.ObjectiveView
	Records      *community.RecordsView
	Downloads    []FileView // kind "records"
	Effort       *EffortView
	Jurisdiction *JurisdictionView
	Calculation  *CalculationView
	Indicators   []IndicatorGroup
	Indicator    *IndicatorView
	Methodology  *MethodologyView
	Data         *DataView
	Sources      []SourceView

	site     *Site
	language *Language
	page     plan.Page
	read     *reading.Reader // of the page's programme, nil above programmes
}

// Link is a name with a relative address.
type Link struct {
	Title, URL string
	Current    bool
}

// Alternate is the same page in a language, the page's own included.
type Alternate struct {
	Code, Label string
	URL         string // relative
	Home        string // relative link to the language's first page
	Absolute    string // "" if the site's address is not known
	Current     bool
}

// ProgrammeHead is what every page of a programme shows about it.
type ProgrammeHead struct {
	ID, Title, Summary string
	Framework, Version string
	URL                string
	Invented           bool
	Citation           string
	Licence, Credits   string
	Publisher          string
	Foreign            string // language of the texts, if it is not the page's
	Menu               []Link
	Unscored           bool // nothing in it is scored, so there is no ranking
}

func newView(l *Language, p plan.Page) *View {
	s := l.site
	v := &View{
		Kind: p.Kind, Language: l.Code, ReleaseID: s.manifest.ID, Tool: s.release.Info.Tool,
		site: s, language: l, page: p,
	}
	v.Root = strings.Repeat("../", 1+strings.Count(p.Address, "/"))
	if p.Kind == "missing" {
		// A server shows this page at any depth, so its links start at the top.
		v.Root = wording.BasePath(s.baseURL)
	}
	for _, other := range s.Languages {
		at := other.Code + "/" + p.Address
		alt := Alternate{Code: other.Code, Label: other.words["language"], URL: v.Root + at, Home: v.Root + other.Code + "/", Current: other == l}
		if p.Kind == "missing" {
			alt.URL = alt.Home // no page of another language is missing too
		} else if s.baseURL != "" {
			alt.Absolute = s.baseURL + "/" + at
		}
		v.Alternates = append(v.Alternates, alt)
		if other == l && s.baseURL != "" {
			v.Canonical, v.Door = alt.Absolute, s.baseURL+"/"
		}
	}
	v.Start = v.to("")
	if only := s.Only(); only != "" {
		v.Start = v.to(only + "/")
	}
	v.Footer = []Link{{Title: l.words["about"], URL: v.to("about/")}}
	v.Invented = s.Invented()
	if p.Programme >= 0 {
		v.read = v.reader(p.Programme)
		v.Head = v.head()
		v.Invented = v.Head.Invented
	}
	v.fill()
	v.Reports = v.reports()
	v.Linked = v.linked()
	return v
}

// fill sets the field of the page's kind, the title and the crumbs.
func (v *View) fill() {
	w := v.language.words
	v.Title = w["site"]
	if v.Kind != "front" {
		v.crumb(w["home"], "")
	}
	if v.Head != nil && v.Kind != "programme" {
		v.crumb(v.Head.Title, v.Head.ID+"/")
	}
	switch v.Kind {
	case "front":
		v.Home = v.home()
	case "programme", "period":
		v.Period, v.Title = v.period(), v.Head.Title
		if v.Kind == "period" {
			v.Title += " " + v.Period.Period
		} else {
			v.Beside = v.beside("")
		}
	case "jurisdiction":
		v.Crumbs = append(v.Crumbs, v.place(v.page.Jurisdiction).Parents...)
		v.Jurisdiction = v.jurisdiction()
		v.Title = v.Jurisdiction.Name
		v.Beside = v.beside(v.edition().Def.Jurisdictions[v.page.Jurisdiction].ID)
	case "calculation":
		v.Crumbs = append(v.Crumbs, v.place(v.page.Jurisdiction).Parents...)
		v.Calculation = v.calculation()
		v.Crumbs = append(v.Crumbs, v.Calculation.Place)
		v.Title = v.phrase("calc-title", "name", v.Calculation.Name, "period", v.Calculation.Period)
	case "indicator":
		v.crumb(w["indicators"], v.Head.ID+"/"+plan.Indicators)
		v.Indicator = v.indicator()
		v.Title = v.Indicator.Title
		if v.Indicator.Dated {
			v.crumb(v.Title, v.Indicator.address)
			v.Title += ", " + v.Indicator.Period
		}
	default:
		v.fillNamed()
	}
	v.Description = v.describe()
	if v.Invented {
		v.Description = v.word("invented") + " " + v.Description
	}
}

// fillNamed fills a page whose title is the word for its kind.
func (v *View) fillNamed() {
	v.Title = v.word(v.Kind)
	switch v.Kind {
	case "about":
		for i := range v.site.programmes {
			v.About = append(v.About, v.at(i).head())
		}
	case "objectives":
		v.Objectives = community.Objectives(v.edition().Edition, v.scribe())
	case "records":
		v.Records = community.Records(v.edition().Edition, v.page.Register, v.scribe())
		v.Title = v.word("register-" + v.page.Register)
		v.Downloads = v.downloads()
	case "effort":
		v.Effort = v.effort()
	case "indicators":
		v.Indicators = v.indicators()
	case "methodology":
		v.Methodology = v.methodology()
	case "data":
		v.Data = v.data()
	case "sources":
		v.Sources = v.sources()
	}
}

func (v *View) crumb(title, address string) {
	v.Crumbs = append(v.Crumbs, Link{Title: title, URL: v.to(address)})
}

// describe returns one sentence about the page.
func (v *View) describe() string {
	switch {
	case v.Home != nil:
		return v.word("site-lede")
	case v.Period != nil && len(v.Period.Levels) > 0 && v.Period.Levels[0].Median != "":
		p := v.Period.Levels[0]
		return v.phrase("period-sentence", "assessed", strconv.Itoa(p.Assessed), "total", strconv.Itoa(p.Total),
			"period", p.Period, "median", p.Median, "band", p.MedianBand)
	case v.Jurisdiction != nil && v.Jurisdiction.Scored:
		j := v.Jurisdiction
		return v.phrase("place-sentence", "period", j.Period, "name", j.Name, "score", j.Score.Text, "band", j.Score.Band)
	case v.Calculation != nil && v.Calculation.Score.Known:
		c := v.Calculation
		return v.phrase("place-sentence", "period", c.Period, "name", c.Name, "score", c.Score.Text, "band", c.Score.Band) + " " + v.word("calc-lede")
	case v.Indicator != nil:
		return v.Indicator.Question
	case v.Head != nil:
		return v.Title + ". " + v.Head.Summary
	}
	return ""
}

func (v *View) head() *ProgrammeHead {
	e, w := v.edition(), v.language.words
	f := e.Def.Framework
	at := e.ID + "/"
	h := &ProgrammeHead{
		ID: e.ID, Title: v.text(e.Def.Title), Summary: v.text(e.Def.Summary),
		Framework: v.text(f.Title), Version: f.Version, URL: v.to(at), Invented: e.Def.Invented,
		Citation: v.text(e.Def.Citation), Licence: v.text(e.Def.Licence), Credits: v.text(e.Def.Credits), Publisher: v.text(e.Def.Publisher),
		Unscored: len(e.Public.Nodes()) < 2,
	}
	if !slices.Contains(e.Def.Languages, v.Language) {
		h.Foreign = e.Def.Languages[0]
	}
	for _, m := range []struct {
		word, address string
		there         bool
	}{
		{"ranking", "", true}, {"objectives", plan.Objectives, len(f.Objectives) > 0}, {"effort", plan.Effort, e.HasEffort()},
		{"indicators", plan.Indicators, true}, {"methodology", plan.Methodology, true},
		{"data", plan.Data, true}, {"sources", plan.Sources, true},
	} {
		if !m.there {
			continue
		}
		address := at + m.address
		if m.word == "ranking" && h.Unscored {
			m.word = "overview"
		}
		current := v.page.Address == address || m.address == plan.Indicators && v.Kind == "indicator" || m.address == plan.Effort && v.Kind == "records" || m.address == "" && v.Kind == "period"
		h.Menu = append(h.Menu, Link{Title: w[m.word], URL: v.to(address), Current: current})
	}
	return h
}

// edition returns the programme of the page.
func (v *View) edition() *reading.Edition { return v.site.programmes[v.page.Programme] }

// reader reads a programme from the place of the page.
func (v *View) reader(programme int) *reading.Reader {
	return &reading.Reader{Edition: v.site.programmes[programme], Language: v.Language, Words: v.language.words, To: v.to}
}

// draw returns who draws for the page.
func (v *View) draw() *figures.Artist {
	return &figures.Artist{Reader: v.read, CanExplore: v.site.explore}
}

// at returns the view from the same place onto a programme.
func (v *View) at(programme int) *View {
	at := *v
	at.page.Programme, at.page.Period = programme, v.site.programmes[programme].Latest
	at.read = v.reader(programme)
	return &at
}

// to returns the relative link to a page of this language.
func (v *View) to(address string) string {
	if v.Kind == "missing" {
		return v.Root + v.Language + "/" + address
	}
	return wording.Relative(v.page.Address, address)
}

// file returns the relative link to a file, by its path from the site's root.
func (v *View) file(name string) string { return v.Root + name }

// text returns a text in the page's language or the programme's first.
func (v *View) text(t indicator.Text) string {
	fallback := v.Language
	if v.page.Programme >= 0 {
		fallback = v.edition().Def.Languages[0]
	}
	return t.In(v.Language, fallback)
}

// phrase fills the places of a string of the language.
func (v *View) phrase(key string, pairs ...string) string {
	return v.language.words.Phrase(key, pairs...)
}

// word returns a string of the language by its key.
func (v *View) word(key string) string { return v.language.words[key] }
