package scorecard

import (
	"cmp"
	"slices"
)

// sortLevels numbers the levels of government. Only jurisdictions of one level
// are ranked against each other: a town is not worse than a country.
func (s *Scorecard) sortLevels() {
	s.levels = map[string]int{}
	for _, j := range s.data.Programme.Jurisdictions {
		if _, seen := s.levels[j.Level]; !seen {
			s.levels[j.Level] = len(s.levels)
		}
		s.level = append(s.level, s.levels[j.Level])
	}
	s.ranked = make([]int32, len(s.levels)*s.periods*len(s.Nodes))
}

// rankAll ranks every period, node and level of government.
func (s *Scorecard) rankAll() {
	members := make([][]int, len(s.levels))
	for j, level := range s.level {
		members[level] = append(members[level], j)
	}
	list := make([]standing, 0, len(s.level))
	for level, jurisdictions := range members {
		for t := range s.periods {
			for n := range s.Nodes {
				list = list[:0]
				for _, j := range jurisdictions {
					if at := s.cell(j, t, n); s.state[at] == known {
						list = append(list, standing{s.Published(Score{s.value[at], true}), at})
					}
				}
				if len(list) < s.data.Programme.Framework.Ranking.Minimum {
					continue
				}
				s.ranked[(level*s.periods+t)*len(s.Nodes)+n] = int32(len(list))
				s.rankList(list)
			}
		}
	}
}

// standing is a published score and the cell it belongs to.
type standing struct {
	published float64
	at        int
}

// rankList gives standard competition ranks, the highest score first: equal
// scores share the lowest number and the next one skips ("1224"). Ranks follow
// the published scores, so that two that look equal are equal; all 193 ranks
// of the Human Development Index 2022 come out so.
func (s *Scorecard) rankList(list []standing) {
	slices.SortFunc(list, func(a, b standing) int {
		return cmp.Or(cmp.Compare(b.published, a.published), cmp.Compare(a.at, b.at))
	})
	rank := 0
	for i, x := range list {
		if i == 0 || x.published != list[i-1].published {
			rank = i + 1
		}
		s.rank[x.at] = int32(rank)
	}
}
