package scorecard

import (
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/trace"
)

// RedLines returns the red lines that stand directly at node n and were found
// crossed by jurisdiction j in period t. Each takes its points from the score
// of the node, down to 0, and from both bounds; nothing else in the node makes
// up for it. A red line that nobody answered takes nothing.
//
// Worked number: a pillar whose themes give 58.3 and that has one red line of
// 10 points is worth 48.3. The device is that of the Global Slavery Index of
// 2018, which subtracts negative items and caps the rating that is left.
func (s *Scorecard) RedLines(j, t, n int) []*indicator.Indicator {
	tree := s.Nodes[n].Tree
	if tree == nil {
		return nil
	}
	var crossed []*indicator.Indicator
	for _, i := range tree.RedLines {
		if s.crossed(j, t, i) {
			crossed = append(crossed, i)
		}
	}
	return crossed
}

// crossed reports whether the answer to a red line is yes.
func (s *Scorecard) crossed(j, t int, i *indicator.Indicator) bool {
	p := s.data.Programme
	if !asks(i, p.Jurisdictions[j].Level) || !p.Exists(j, t) {
		return false
	}
	o := s.data.Answer(j, t, i)
	return o != nil && o.State.HasValue() && o.Value.Option == "yes"
}

// Cap returns the red line that keeps the overall score of jurisdiction j in
// period t from a better band, and the index of the best band that is left; of
// several the strictest, and the first of those. It is nil where none does.
func (s *Scorecard) Cap(j, t int) (*indicator.Indicator, int) {
	var by *indicator.Indicator
	best := len(s.data.Programme.Framework.Bands)
	for n := range s.Nodes {
		for _, i := range s.RedLines(j, t, n) {
			if at := s.bandIndex(i.RedLine.Cap); at < best {
				by, best = i, at
			}
		}
	}
	return by, best
}

func (s *Scorecard) bandIndex(id string) int {
	for i, b := range s.data.Programme.Framework.Bands {
		if b.ID == id {
			return i
		}
	}
	return len(s.data.Programme.Framework.Bands)
}

// anyRedLine reports whether the framework has a red line, so that programmes
// without one need not look for them.
func anyRedLine(nodes []Node) bool {
	for _, n := range nodes {
		if n.Tree != nil && len(n.Tree.RedLines) > 0 {
			return true
		}
	}
	return false
}

// redLineAnswer is the answer to a red line, for an explanation.
func (e explainer) redLineAnswer(i *indicator.Indicator) *trace.Answer {
	return e.found(e.data.Answer(e.j, e.t, i))
}

// found copies what an explanation may say of an observation.
func (s *Scorecard) found(o *observation.Observation) *trace.Answer {
	if o == nil {
		return nil
	}
	a := &trace.Answer{State: o.State, Pos: o.Pos}
	if o.State.HasValue() {
		a.Value = o.Value
	}
	for _, id := range o.Sources {
		source := observation.Source{ID: id}
		if known := s.data.Source(id); known != nil {
			source = *known
		}
		a.Sources = append(a.Sources, source)
	}
	return a
}
