package peers

import (
	"slices"
	"strings"

	"tipscore/generator/indicator"
)

// Group is the jurisdictions of one level of government. Only they are
// compared with each other: a town has other duties than its province.
type Group struct {
	Level   indicator.Level
	Members []int       // by id
	Ranking [][]int     // by period: those with a score, best first
	Medians [][]float64 // by period and node
	Least   int         // how many must be comparable
}

// rank groups the jurisdictions by level, in the order of the framework, and
// ranks each group.
func (e *Edition) rank() {
	e.Of = make([]*Group, len(e.Def.Jurisdictions))
	for _, level := range e.Def.Framework.Levels {
		p := &Group{Level: level, Least: max(1, e.Def.Framework.Ranking.Minimum)}
		for j := range e.Def.Jurisdictions {
			if e.Def.Jurisdictions[j].Level == level.ID {
				p.Members = append(p.Members, j)
				e.Of[j] = p
			}
		}
		if len(p.Members) == 0 {
			continue
		}
		for t := range e.Def.Periods {
			e.rankPeers(p, t)
		}
		e.Groups = append(e.Groups, p)
	}
}

// rankPeers orders the jurisdictions of a level in a period by published score
// and name, and finds the median of every node.
func (e *Edition) rankPeers(p *Group, t int) {
	nodes := e.Public.Nodes()
	medians := make([]float64, len(nodes))
	var ranking []int
	for n := range nodes {
		var values []float64
		for _, j := range p.Members {
			if r := e.Public.Result(j, t, n); r.Score.Known {
				values = append(values, r.Score.Value)
				if n == e.Overall {
					ranking = append(ranking, j)
				}
			}
		}
		medians[n] = median(values)
	}
	fallback := e.Def.Languages[0]
	slices.SortFunc(ranking, func(a, b int) int {
		x, y := e.Score(a, t, e.Overall), e.Score(b, t, e.Overall)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return strings.Compare(e.Def.Jurisdictions[a].Name.In(fallback, fallback), e.Def.Jurisdictions[b].Name.In(fallback, fallback))
	})
	p.Ranking, p.Medians = append(p.Ranking, ranking), append(p.Medians, medians)
}

// Comparable reports whether enough have a score in a period for ranks and a
// median to say something.
func (p *Group) Comparable(t int) bool { return len(p.Ranking[t]) >= p.Least }

// There returns how many members exist in period t and are asked anything.
func (e *Edition) There(p *Group, t int) int {
	n := 0
	for _, j := range p.Members {
		if e.Def.Exists(j, t) && (e.Overall < 0 || e.Public.Result(j, t, e.Overall).Applies) {
			n++
		}
	}
	return n
}

// Largest returns the peers with the most members, the first of several.
func (e *Edition) Largest() *Group {
	return slices.MaxFunc(e.Groups, func(a, b *Group) int { return len(a.Members) - len(b.Members) })
}

// median returns the middle of the values, the mean of the middle two of an
// even number, and 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	half := len(values) / 2
	if len(values)%2 == 1 {
		return values[half]
	}
	return (values[half-1] + values[half]) / 2
}
