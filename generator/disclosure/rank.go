package disclosure

import (
	"slices"

	"tipscore/generator/scorecard"
)

// A rank tells that a score lies between two others. Among the published ranks
// a missing one would place the hidden score that holds it, so hidden scores are
// taken out of the ranking: the others move up, and are fewer.
//
// Worked number: ranks 1 to 4, the second and third hidden, become 1 and 2 of 2.

// column is a ranking: the jurisdictions of one level in a period at a node.
type column struct {
	level string
	t, n  int
}

// hiddenRanks collects, for every ranking that has hidden scores in it, their
// ranks in ascending order.
func hiddenRanks(hidden map[cell]bool, s *scorecard.Scorecard, level func(j int) string) map[column][]int {
	out := map[column][]int{}
	for c := range hidden {
		if rank := s.Result(c.j, c.t, c.n).Rank; rank > 0 {
			at := column{level(c.j), c.t, c.n}
			out[at] = append(out[at], rank)
		}
	}
	for _, ranks := range out {
		slices.Sort(ranks)
	}
	return out
}

// rerank takes the hidden scores out of a rank. Where fewer than least can still
// be compared nobody has one.
func rerank(rank, of int, hidden []int, least int) (int, int) {
	if rank == 0 || len(hidden) == 0 {
		return rank, of
	}
	of -= len(hidden)
	if of < least {
		return 0, 0
	}
	above, _ := slices.BinarySearch(hidden, rank)
	return rank - above, of
}
