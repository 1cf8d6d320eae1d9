package pages

import "tipscore/generator/indicator"

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
	Indicators []IndicatorLink
}

// objectives returns the framework's aims in its order.
func (v *View) objectives() []ObjectiveView {
	e := v.edition()
	var out []ObjectiveView
	for _, o := range e.Def.Framework.Objectives {
		view := ObjectiveView{ID: o.ID, Title: v.text(o.Title), Text: v.text(o.Text)}
		for _, actor := range []string{"government", "red-line", "programme", "context"} {
			g := ActorGroup{Actor: actor}
			for _, id := range o.Indicators {
				if i := e.Def.Framework.Indicator(id); actorOf(i) == actor {
					g.Indicators = append(g.Indicators, IndicatorLink{v.text(i.Title), v.indicatorURL(i), v.text(i.Question), ""})
				}
			}
			if len(g.Indicators) > 0 {
				view.Groups = append(view.Groups, g)
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
