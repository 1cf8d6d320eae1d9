package pages

import (
	"tipscore/generator/disclosure"
	"tipscore/generator/observation"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/wording"
)

// edition is a programme with what its pages share.
type edition struct {
	*peers.Edition
	steps   []int                               // by band: its colour step, from 1
	sources map[observation.SourceID]SourceLink // from the folder of a language
}

func newEdition(public *disclosure.Public) *edition {
	e := &edition{Edition: peers.New(public), sources: map[observation.SourceID]SourceLink{}}
	for _, b := range e.Def.Framework.Bands {
		e.steps = append(e.steps, e.scale().Of(b.From))
	}
	for _, s := range public.Sources() {
		e.sources[s.ID] = SourceLink{Title: s.Title, URL: e.ID + "/" + plan.Sources + "#" + wording.Anchor(s.ID)}
	}
	return e
}
