package scorecard

import (
	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
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
	s.ranked = make([]int32, len(s.levels)*s.shape.Periods*len(s.Nodes))
}

// rankAll ranks every period, node and level of government: standard
// competition ranks, the highest score first; equal scores share the lowest
// number and the next one skips ("1224"). Ranks follow the published scores, so
// that two that look equal are equal; all 193 ranks of the Human Development
// Index 2022 come out so.
func (s *Scorecard) rankAll() {
	members := make([][]int, len(s.levels))
	for j, level := range s.level {
		members[level] = append(members[level], j)
	}
	room := newListing(s.shape.Units)
	for level, jurisdictions := range members {
		for t := range s.shape.Periods {
			for n := range s.Nodes {
				of := s.rankList(n, t, jurisdictions, room)
				if of < s.data.Programme.Framework.Ranking.Minimum {
					continue
				}
				s.ranked[(level*s.shape.Periods+t)*len(s.Nodes)+n] = int32(of)
				for k, j := range jurisdictions {
					s.rank[n][s.shape.Row(j, t)] = room.ranks[k]
				}
			}
		}
	}
}

// listing is room for the published scores of some jurisdictions and their
// ranks.
type listing struct {
	published []float64
	ranks     []int32
	ranker    method.Ranker
}

func newListing(units int) *listing {
	return &listing{published: make([]float64, units), ranks: make([]int32, units)}
}

// rankList ranks the jurisdictions at node n in period t and returns how many
// have a score.
func (s *Scorecard) rankList(n, t int, jurisdictions []int, room *listing) int {
	for k, j := range jurisdictions {
		room.published[k] = method.Missing()
		if score := s.score(n, s.shape.Row(j, t)); score.Known {
			room.published[k] = s.rankedBy(score.Value)
		}
	}
	return room.ranker.Ranks(room.published[:len(jurisdictions)], ties(s.data.Programme.Framework.Ranking.Ties), room.ranks)
}

// rankedBy returns the score that ranks follow.
func (s *Scorecard) rankedBy(score float64) float64 {
	if s.data.Programme.Framework.Ranking.Exact {
		return score
	}
	return s.Published(Score{Value: score, Known: true})
}

// ties returns the rule for equal scores; without a word the lowest rank.
func ties(rule indicator.Ties) method.Ties {
	switch rule {
	case indicator.HighTies:
		return method.High
	case indicator.DenseTies:
		return method.Dense
	}
	return method.Low
}

// RanksWithin returns the rank of every jurisdiction at node n in period t
// among those of its group, such as its region, and of how many. Below the
// framework's minimum nobody in the group is ranked; who is in no group is not.
func (s *Scorecard) RanksWithin(t, n int, among indicator.Among) (ranks, of []int) {
	members := map[int][]int{}
	count := 0
	for j, g := range s.groups(among) {
		members[g] = append(members[g], j)
		count = max(count, g+1)
	}
	ranks, of = make([]int, s.shape.Units), make([]int, s.shape.Units)
	room := newListing(s.shape.Units)
	for g := range count {
		ranked := s.rankList(n, t, members[g], room)
		if ranked < s.data.Programme.Framework.Ranking.Minimum {
			continue
		}
		for k, j := range members[g] {
			ranks[j], of[j] = int(room.ranks[k]), ranked
		}
	}
	return ranks, of
}
