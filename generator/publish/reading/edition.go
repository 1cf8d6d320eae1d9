package reading

import (
	"tipscore/generator/chart"
	"tipscore/generator/disclosure"
	"tipscore/generator/observation"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/wording"
)

// Edition is a programme with what its pages share.
type Edition struct {
	*peers.Edition
	Steps   []int                               // by band: its colour step, from 1
	Sources map[observation.SourceID]SourceLink // from the folder of a language
}

// NewEdition prepares a programme.
func NewEdition(public *disclosure.Public) *Edition {
	e := &Edition{Edition: peers.New(public), Sources: map[observation.SourceID]SourceLink{}}
	for _, b := range e.Def.Framework.Bands {
		e.Steps = append(e.Steps, e.Scale().Of(b.From))
	}
	for _, s := range public.Sources() {
		e.Sources[s.ID] = SourceLink{Title: s.Title, URL: e.ID + "/" + plan.Sources + "#" + wording.Anchor(s.ID)}
	}
	return e
}

// Scale returns the bands of the framework as steps of colour.
func (e *Edition) Scale() chart.Steps {
	s := chart.Steps{}
	for _, b := range e.Def.Framework.Bands {
		s.Edges = append(s.Edges, b.From)
	}
	s.Edges = append(s.Edges, 100)
	return s
}
