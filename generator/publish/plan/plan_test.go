package plan_test

import (
	"slices"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/plan"
	"tipscore/generator/scorecard"
)

// Addresses are for good, each stands once, and every page knows its place.
func TestPages(t *testing.T) {
	p := sample.Programme(t)
	d, _ := dataset.Build(p, []observation.Observation{sample.Law(p, 0, 0, "yes"), sample.Victims(p, 0, 0, 20)}, nil)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	pages := plan.Pages([]*peers.Edition{peers.New(public)})
	var addresses []string
	for _, page := range pages {
		if slices.Contains(addresses, page.Address) {
			t.Errorf("two pages stand at %q", page.Address)
		}
		addresses = append(addresses, page.Address)
		if page.Programme < 0 != slices.Contains([]string{"front", "about", "missing"}, page.Kind) {
			t.Errorf("%q belongs to programme %d", page.Address, page.Programme)
		}
	}
	at := p.ID + "/"
	for _, want := range []string{
		"", "about/", "404/", at, at + p.Jurisdictions[0].Slug + "/", at + "indicators/", at + "indicators/offence/",
		at + p.Jurisdictions[0].Slug + "/2001/", at + "methodology/", at + "data/", at + "sources/",
	} {
		if !slices.Contains(addresses, want) {
			t.Errorf("no page at %q in %q", want, addresses)
		}
	}
	for _, none := range []string{at + plan.Objectives, at + plan.Effort} {
		if slices.Contains(addresses, none) {
			t.Errorf("%s has a page and nothing to say", none)
		}
	}
}
