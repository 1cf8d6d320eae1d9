package pages

import (
	"fmt"
	"slices"

	"tipscore/generator/indicator"
)

// page is a page of the plan. Its address is the same in every language, after
// the language's own folder: "world/dominican-republic/".
type page struct {
	kind         string // the template: "front", "programme", "jurisdiction" ...
	address      string
	programme    int // index in the release, -1 for pages above programmes
	jurisdiction int
	period       int
	indicator    *indicator.Indicator
}

// The addresses of pages that stand beside jurisdictions in a programme. A
// jurisdiction cannot have one of these as its slug.
const (
	indicatorsAddress  = "indicators/"
	methodologyAddress = "methodology/"
	dataAddress        = "data/"
	sourcesAddress     = "sources/"
	objectivesAddress  = "what-we-track/"
	effortAddress      = "community-effort/"
)

// plan lists every page of one language, in a fixed order.
func (s *Site) plan() []page {
	pages := []page{
		{kind: "front", address: "", programme: -1},
		{kind: "about", address: "about/", programme: -1},
		{kind: "missing", address: "404/", programme: -1},
	}
	for i, p := range s.programmes {
		add := func(q page) {
			q.programme, q.address = i, p.ID+"/"+q.address
			pages = append(pages, q)
		}
		add(page{kind: "programme", period: p.Latest})
		for _, t := range p.Scored {
			add(page{kind: "period", address: p.Period(t) + "/", period: t})
		}
		for j := range p.Def.Jurisdictions {
			add(page{kind: "jurisdiction", address: p.Def.Jurisdictions[j].Slug + "/", jurisdiction: j})
		}
		if len(p.Def.Framework.Objectives) > 0 {
			add(page{kind: "objectives", address: objectivesAddress})
		}
		if p.hasEffort() {
			add(page{kind: "effort", address: effortAddress})
		}
		add(page{kind: "indicators", address: indicatorsAddress})
		for _, ind := range p.Def.Framework.All {
			answered := p.Answered[ind.Index]
			home := page{kind: "indicator", address: fmt.Sprintf("%s%s/", indicatorsAddress, ind.ID), indicator: ind, period: len(p.Def.Periods) - 1}
			if len(answered) > 0 {
				home.period = answered[len(answered)-1]
			}
			if slices.Contains(answered, p.Latest) {
				home.period = p.Latest
			}
			add(home)
			if ind.Timing == indicator.Standing {
				continue
			}
			for _, t := range answered {
				add(page{kind: "indicator", address: home.address + p.Period(t) + "/", indicator: ind, period: t})
			}
		}
		add(page{kind: "methodology", address: methodologyAddress, period: p.Latest})
		add(page{kind: "data", address: dataAddress})
		add(page{kind: "sources", address: sourcesAddress})
	}
	return pages
}
