// Package plan lists the pages of a site: which there are, and at which address.
// An address is the same in every language and never changes.
package plan

import (
	"fmt"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/publish/peers"
)

// Page is a page of the plan. Its address is the same in every language, after
// the language's own folder: "world/dominican-republic/".
type Page struct {
	Kind         string // the template: "front", "programme", "jurisdiction" ...
	Address      string
	Programme    int // index in the release, -1 for pages above programmes
	Jurisdiction int
	Period       int
	Indicator    *indicator.Indicator
	Register     string
}

// The addresses of pages that stand beside jurisdictions in a programme. A
// jurisdiction cannot have one of these as its slug.
const (
	Indicators  = "indicators/"
	Methodology = "methodology/"
	Data        = "data/"
	Sources     = "sources/"
	Objectives  = "what-we-track/"
	Effort      = "community-effort/"
)

// Calculation is the address of the page that tells how the score of
// jurisdiction j in period t came about, after that of the programme. Such pages
// lie below the page of the jurisdiction.
func Calculation(p *peers.Edition, j, t int) string {
	return p.Def.Jurisdictions[j].Slug + "/" + p.Period(t) + "/"
}

// Pages lists every page of one language, in a fixed order.
func Pages(programmes []*peers.Edition) []Page {
	pages := []Page{
		{Kind: "front", Address: "", Programme: -1},
		{Kind: "about", Address: "about/", Programme: -1},
		{Kind: "missing", Address: "404/", Programme: -1},
	}
	for i, p := range programmes {
		add := func(q Page) {
			q.Programme, q.Address = i, p.ID+"/"+q.Address
			pages = append(pages, q)
		}
		add(Page{Kind: "programme", Period: p.Latest})
		for _, t := range p.Scored {
			add(Page{Kind: "period", Address: p.Period(t) + "/", Period: t})
		}
		for j := range p.Def.Jurisdictions {
			add(Page{Kind: "jurisdiction", Address: p.Def.Jurisdictions[j].Slug + "/", Jurisdiction: j})
		}
		for _, at := range p.Public.Calculations() {
			add(Page{Kind: "calculation", Address: Calculation(p, at.Jurisdiction, at.Period), Jurisdiction: at.Jurisdiction, Period: at.Period})
		}
		if len(p.Def.Framework.Objectives) > 0 {
			add(Page{Kind: "objectives", Address: Objectives})
		}
		if p.HasEffort() {
			add(Page{Kind: "effort", Address: Effort})
		}
		for _, name := range p.Registers() {
			add(Page{Kind: "records", Address: name + "/", Register: name})
		}
		add(Page{Kind: "indicators", Address: Indicators})
		for _, ind := range p.Def.Framework.All {
			answered := p.Answered[ind.Index]
			home := Page{Kind: "indicator", Address: fmt.Sprintf("%s%s/", Indicators, ind.ID), Indicator: ind, Period: len(p.Def.Periods) - 1}
			if len(answered) > 0 {
				home.Period = answered[len(answered)-1]
			}
			if slices.Contains(answered, p.Latest) {
				home.Period = p.Latest
			}
			add(home)
			if ind.Timing == indicator.Standing {
				continue
			}
			for _, t := range answered {
				add(Page{Kind: "indicator", Address: home.Address + p.Period(t) + "/", Indicator: ind, Period: t})
			}
		}
		add(Page{Kind: "methodology", Address: Methodology, Period: p.Latest})
		add(Page{Kind: "data", Address: Data})
		add(Page{Kind: "sources", Address: Sources})
	}
	return pages
}
