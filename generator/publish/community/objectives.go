package community

import (
	"tipscore/generator/indicator"
	"tipscore/generator/publish/peers"
)

// ObjectiveView is an aim of the work with what shows whether it was reached.
type ObjectiveView struct {
	ID, Title, Text string
	Groups          []ActorGroup
	Registers       []Link
}

// ActorGroup lists indicators about the doing of one actor, so that a
// government's work and that of the community are never taken for each other.
type ActorGroup struct {
	Actor      string // key of words: "government", "programme", "context", "red-line"
	Indicators []Shown
}

// Shown is an indicator in a list.
type Shown struct {
	Link
	Question string
}

// Objectives returns the framework's aims in its order.
func Objectives(e *peers.Edition, s Scribe) []ObjectiveView {
	var out []ObjectiveView
	for _, o := range e.Def.Framework.Objectives {
		view := ObjectiveView{ID: o.ID, Title: s.Text(o.Title), Text: s.Text(o.Text)}
		for _, actor := range []string{"government", "red-line", "programme", "context"} {
			g := ActorGroup{Actor: actor}
			for _, id := range o.Indicators {
				if i := e.Def.Framework.Indicator(id); actorOf(i) == actor {
					g.Indicators = append(g.Indicators, Shown{s.Indicator(i), s.Text(i.Question)})
				}
			}
			if len(g.Indicators) > 0 {
				view.Groups = append(view.Groups, g)
			}
		}
		for _, name := range o.Registers {
			if len(e.Public.Records(name)) > 0 {
				view.Registers = append(view.Registers, s.Register(name))
			}
		}
		out = append(out, view)
	}
	return out
}

// actorOf says whose doing an indicator is about; a red line is apart.
func actorOf(i *indicator.Indicator) string {
	if i.RedLine != nil {
		return "red-line"
	}
	return string(i.Actor)
}
