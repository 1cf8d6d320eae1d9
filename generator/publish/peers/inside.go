package peers

import (
	"cmp"
	"slices"
)

// Inside returns the places directly in jurisdiction j that exist in period t.
func (e *Edition) Inside(j, t int) []int {
	return slices.DeleteFunc(e.Def.Children(j), func(c int) bool { return !e.Def.Exists(c, t) })
}

// Within returns every place inside jurisdiction j that existed in period t,
// at any depth, children before what is in them.
func (e *Edition) Within(j, t int) []int {
	all := e.Def.Children(j)
	for k := 0; k < len(all); k++ { // grows while it is read; no place is in itself
		all = append(all, e.Def.Children(all[k])...)
	}
	return slices.DeleteFunc(all, func(c int) bool { return !e.Def.Exists(c, t) })
}

// Among returns some jurisdictions as a group of their own, with those that
// have a score in period t ranked. It has no middle.
func (e *Edition) Among(members []int, t int) *Group {
	g := &Group{
		Members: members, Ranking: make([][]int, t+1), Medians: make([][]float64, t+1), Least: len(e.Def.Jurisdictions) + 1,
	}
	for _, j := range members {
		if e.Public.Result(j, t, e.Overall).Score.Known {
			g.Ranking[t] = append(g.Ranking[t], j)
		}
	}
	slices.SortStableFunc(g.Ranking[t], func(a, b int) int {
		return cmp.Compare(e.Score(b, t, e.Overall), e.Score(a, t, e.Overall))
	})
	return g
}

// ThemeMean is the roll-up of a theme, published.
type ThemeMean struct {
	Node  int
	Score float64
}

// ThemeMeans returns the roll-ups of the themes over the places in jurisdiction
// j, the strongest first.
func (e *Edition) ThemeMeans(j, t int) (means []ThemeMean) {
	for n, node := range e.Public.Nodes() {
		if node.Kind != "theme" {
			continue
		}
		if r, ok := e.Public.Rollup(j, t, n); ok && r.Score.Known {
			means = append(means, ThemeMean{n, e.Public.Published(r.Score)})
		}
	}
	slices.SortStableFunc(means, func(a, b ThemeMean) int { return cmp.Compare(b.Score, a.Score) })
	return means
}
