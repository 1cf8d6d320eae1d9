package indicator

import (
	"cmp"
	"slices"
)

// assemble hangs the indicators on the tree and on the context groups, and
// numbers them: the tree's nodes in the order of the file, the indicators of
// one node by id, then the context groups likewise.
func (l *loader) assemble() *Framework {
	f := l.framework
	byParent := map[string][]*Indicator{}
	f.byID = make(map[ID]*Indicator, len(l.indicators))
	for _, s := range l.indicators {
		byParent[s.Parent] = append(byParent[s.Parent], s.Indicator)
		f.byID[s.ID] = s.Indicator
	}
	take := func(parent string) []*Indicator {
		list := byParent[parent]
		delete(byParent, parent) // where two nodes share an id, which was said, the first has them
		slices.SortStableFunc(list, func(a, b *Indicator) int { return cmp.Compare(a.ID, b.ID) })
		for _, i := range list {
			i.Index = len(f.All)
			f.All = append(f.All, i)
		}
		return list
	}
	f.Root.walk(func(n *Node) {
		for _, i := range take(string(n.ID)) {
			switch {
			case i.RedLine != nil:
				n.RedLines = append(n.RedLines, i)
			case i.Adjusts != "":
				n.Adjusts = append(n.Adjusts, i)
			default:
				n.Indicators = append(n.Indicators, i)
			}
		}
	})
	for _, g := range f.Context {
		g.Indicators = take(g.ID)
	}
	return f
}

// walk calls visit for the node and every node below it, in order.
func (n *Node) walk(visit func(*Node)) {
	visit(n)
	for _, child := range n.Nodes {
		child.walk(visit)
	}
}
