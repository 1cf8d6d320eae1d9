package pages

import (
	"slices"
	"strings"

	"tipscore/generator/indicator"
)

// peers are the jurisdictions of one level of government. Only they are
// compared with each other: a town has other duties than its province.
type peers struct {
	level   indicator.Level
	members []int       // by id
	ranking [][]int     // by period: those with a score, best first
	medians [][]float64 // by period and node
	least   int         // how many must be comparable
}

// rank groups the jurisdictions by level, in the order of the framework, and
// ranks each group.
func (e *edition) rank() {
	e.peersOf = make([]*peers, len(e.def.Jurisdictions))
	for _, level := range e.def.Framework.Levels {
		p := &peers{level: level, least: max(1, e.def.Framework.Ranking.Minimum)}
		for j := range e.def.Jurisdictions {
			if e.def.Jurisdictions[j].Level == level.ID {
				p.members = append(p.members, j)
				e.peersOf[j] = p
			}
		}
		if len(p.members) == 0 {
			continue
		}
		for t := range e.def.Periods {
			e.rankPeers(p, t)
		}
		e.peers = append(e.peers, p)
	}
}

// rankPeers orders the jurisdictions of a level in a period by published score
// and name, and finds the median of every node.
func (e *edition) rankPeers(p *peers, t int) {
	nodes := e.public.Nodes()
	medians := make([]float64, len(nodes))
	var ranking []int
	for n := range nodes {
		var values []float64
		for _, j := range p.members {
			if r := e.public.Result(j, t, n); r.Score.Known {
				values = append(values, r.Score.Value)
				if n == e.overall {
					ranking = append(ranking, j)
				}
			}
		}
		medians[n] = median(values)
	}
	fallback := e.def.Languages[0]
	slices.SortFunc(ranking, func(a, b int) int {
		x, y := e.score(a, t, e.overall), e.score(b, t, e.overall)
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return strings.Compare(e.def.Jurisdictions[a].Name.In(fallback, fallback), e.def.Jurisdictions[b].Name.In(fallback, fallback))
	})
	p.ranking, p.medians = append(p.ranking, ranking), append(p.medians, medians)
}

// comparable reports whether enough have a score in a period for ranks and a
// median to say something.
func (p *peers) comparable(t int) bool { return len(p.ranking[t]) >= p.least }

// there returns how many members exist in period t and are asked anything.
func (e *edition) there(p *peers, t int) int {
	n := 0
	for _, j := range p.members {
		if e.def.Exists(j, t) && (e.overall < 0 || e.public.Result(j, t, e.overall).Applies) {
			n++
		}
	}
	return n
}

// largest returns the peers with the most members, the first of several.
func (e *edition) largest() *peers {
	return slices.MaxFunc(e.peers, func(a, b *peers) int { return len(a.members) - len(b.members) })
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
