package indicator

import (
	"maps"
	"slices"

	"tipscore/generator/diag"
)

// Profile is a selection of a framework's indicators, such as the twenty that
// a network starts with.
type Profile struct {
	ID         string
	Title      Text
	Summary    Text
	Indicators []ID // nil for all
	Pos        diag.Pos
}

// Objective is something that the work which a framework follows set out to
// do, with what shows whether it was done.
type Objective struct {
	ID         string
	Title      Text
	Text       Text
	Indicators []ID
	Registers  []string // of [Registers]
	Pos        diag.Pos
}

// Profile returns the profile with the id, or nil.
func (f *Framework) Profile(id string) *Profile {
	for i := range f.Profiles {
		if f.Profiles[i].ID == id {
			return &f.Profiles[i]
		}
	}
	return nil
}

// Select returns the framework with the indicators of the profile alone. What
// is left out is neither asked nor counted as missing; a node or group without
// any indicator is gone. The result shares nothing that may change with f, and
// is f itself where the profile is empty or has all.
//
// Red lines, bonus and penalty points belong to every profile: no selection may
// hide one. So does what another indicator is divided by or waits for.
func (f *Framework) Select(p *Profile) *Framework {
	if p == nil || p.Indicators == nil {
		return f
	}
	kept := map[ID]bool{}
	for _, id := range p.Indicators {
		f.keep(id, kept)
	}
	return f.filter(p.ID, func(i *Indicator) bool { return kept[i.ID] || i.RedLine != nil || i.Adjusts != "" })
}

// keep marks an indicator and those that its score needs.
func (f *Framework) keep(id ID, kept map[ID]bool) {
	i := f.Indicator(id)
	if kept[id] || i == nil {
		return
	}
	kept[id] = true
	for _, other := range i.operands() {
		f.keep(other, kept)
	}
}

// Override returns the framework with other goalposts for the indicators named.
func (f *Framework) Override(goalposts map[ID]*Goalposts) *Framework {
	if len(goalposts) == 0 {
		return f
	}
	out := f.filter(f.Profiled, func(*Indicator) bool { return true })
	for id, g := range goalposts {
		if i := out.byID[id]; i != nil {
			i.Goalposts = g
		}
	}
	return out
}

// filter returns a copy of the framework with the indicators that keep names.
func (f *Framework) filter(profile string, keep func(*Indicator) bool) *Framework {
	out := *f
	out.Profiled = profile
	out.All, out.byID = nil, map[ID]*Indicator{}
	take := func(list []*Indicator) (kept []*Indicator) {
		for _, i := range list {
			if keep(i) {
				c := *i
				c.Index = len(out.All)
				out.All = append(out.All, &c)
				out.byID[c.ID] = &c
				kept = append(kept, &c)
			}
		}
		return kept
	}
	out.Root = f.Root.filter(take)
	out.Context = nil
	for _, g := range f.Context {
		c := *g
		if c.Indicators = take(g.Indicators); len(c.Indicators) > 0 {
			out.Context = append(out.Context, &c)
		}
	}
	out.Objectives = nil
	for _, o := range f.Objectives {
		o.Indicators = slices.DeleteFunc(slices.Clone(o.Indicators), func(id ID) bool { return out.byID[id] == nil })
		out.Objectives = append(out.Objectives, o)
	}
	return &out
}

// filter returns a copy of the node and of those below it that have an
// indicator; the root is always there.
func (n *Node) filter(take func([]*Indicator) []*Indicator) *Node {
	out := *n
	out.Indicators, out.RedLines, out.Adjusts = take(n.Indicators), take(n.RedLines), take(n.Adjusts)
	out.Nodes = nil
	for _, child := range n.Nodes {
		if c := child.filter(take); len(c.Nodes) > 0 || len(c.Indicators) > 0 || len(c.RedLines) > 0 || len(c.Adjusts) > 0 {
			out.Nodes = append(out.Nodes, c)
		}
	}
	return &out
}

// Registers returns the lists that a community effort keeps beside answers.
func Registers() []string {
	return slices.Sorted(maps.Keys(measures()))
}
