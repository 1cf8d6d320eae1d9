package scorecard

import (
	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
)

// Model is one period of a scorecard as numbers alone, for those who compute
// it again under other choices. The jurisdictions are those of one level of
// government with an overall score.
type Model struct {
	Jurisdictions []int // by unit
	Nodes         []method.Node
	Leaves        [][]float64   // by node, then unit: the scores of the indicators; nil for tree nodes
	Other         [][][]float64 // by method, as asked for, then as Leaves; a column is nil where nothing changes
	Levels        [][]float64   // by node: the points of the levels of a rubric without a gate, in their order; nil for everything else
	Ties          method.Ties

	// Ranked returns the score that ranks follow: as published, unless the
	// framework ranks exact scores.
	Ranked func(score float64) float64

	// Adjust adds bonus and penalty points and takes red lines; nil for none.
	Adjust func(node, unit int, value float64) float64
}

// Model returns the numbers of period t for a level of government, and the
// scores that the other normalisations would give. They change indicators that
// are scored by goalposts or comparison: the points of an option are a judgement
// that no comparison can replace.
func (s *Scorecard) Model(t int, level string, others []indicator.Method) Model {
	m := Model{
		Nodes: s.sheet.Nodes, Leaves: make([][]float64, len(s.Nodes)), Levels: make([][]float64, len(s.Nodes)),
		Ties:   ties(s.data.Programme.Framework.Ranking.Ties),
		Ranked: s.rankedBy,
	}
	for j := range s.data.Programme.Jurisdictions {
		if s.data.Programme.Jurisdictions[j].Level == level && s.score(0, s.shape.Row(j, t)).Known {
			m.Jurisdictions = append(m.Jurisdictions, j)
		}
	}
	take := func(column []float64) []float64 {
		out := make([]float64, len(m.Jurisdictions))
		for k, j := range m.Jurisdictions {
			out[k] = column[s.shape.Row(j, t)]
		}
		return out
	}
	for n := range s.Nodes {
		i := s.Nodes[n].Indicator
		if i == nil {
			continue
		}
		m.Leaves[n] = take(s.sheet.Value[n])
		if i.Type == indicator.Rubric && i.Gate == nil {
			for _, o := range i.Options {
				m.Levels[n] = append(m.Levels[n], o.Score)
			}
		}
	}
	for _, other := range others {
		columns := make([][]float64, len(s.Nodes))
		for n := range s.Nodes {
			if i := s.Nodes[n].Indicator; i != nil && len(i.Options) == 0 {
				columns[n] = take(s.instead(i, other))
			}
		}
		m.Other = append(m.Other, columns)
	}
	if s.sheet.Adjust != nil {
		m.Adjust = func(n, unit int, value float64) float64 {
			return s.adjust(n, s.shape.Row(m.Jurisdictions[unit], t), method.Part{Value: value}).Value
		}
	}
	return m
}

// Only returns the model of some of its jurisdictions, by index in the
// programme. What the others say is out of it, but for comparisons, which stay
// those of all.
func (m Model) Only(keep func(j int) bool) Model {
	var at []int
	for k, j := range m.Jurisdictions {
		if keep(j) {
			at = append(at, k)
		}
	}
	if len(at) == len(m.Jurisdictions) {
		return m
	}
	pick := func(column []float64) []float64 {
		if column == nil {
			return nil
		}
		out := make([]float64, len(at))
		for i, k := range at {
			out[i] = column[k]
		}
		return out
	}
	out := m
	out.Jurisdictions = nil
	for _, k := range at {
		out.Jurisdictions = append(out.Jurisdictions, m.Jurisdictions[k])
	}
	out.Leaves = make([][]float64, len(m.Leaves))
	for n := range m.Leaves {
		out.Leaves[n] = pick(m.Leaves[n])
	}
	out.Other = nil
	for _, columns := range m.Other {
		picked := make([][]float64, len(columns))
		for n := range columns {
			picked[n] = pick(columns[n])
		}
		out.Other = append(out.Other, picked)
	}
	if m.Adjust != nil {
		out.Adjust = func(n, unit int, value float64) float64 { return m.Adjust(n, at[unit], value) }
	}
	return out
}

// instead returns the scores of an indicator if its numbers were compared by
// the method among the jurisdictions of each level and period.
func (s *Scorecard) instead(i *indicator.Indicator, other indicator.Method) []float64 {
	c := *i
	c.Goalposts = nil
	n := indicator.Normalisation{
		Method: other, Among: indicator.AmongLevel, Over: indicator.OverPeriod, High: 100,
		Mean: 50, Deviation: 10,
	}
	if i.Normalise != nil {
		n.Among, n.Over, n.Base, n.Outliers = i.Normalise.Among, i.Normalise.Over, i.Normalise.Base, i.Normalise.Outliers
	}
	c.Normalise = &n
	return s.stages(&c, s.Stages(i).Raw).Score
}
