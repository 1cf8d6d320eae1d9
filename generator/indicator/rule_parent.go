package indicator

import (
	"fmt"
	"slices"

	"tipscore/generator/diag"
)

// place is somewhere an indicator can hang: a node of the tree or a context
// group.
type place struct {
	id      string
	pos     diag.Pos
	context bool
	nodes   bool // has child nodes, so that indicators cannot hang here
	used    bool // an indicator names it, or seems to mean it
}

// places returns the nodes in order, then the context groups.
func (l *loader) places() []*place {
	var out []*place
	l.framework.Root.walk(func(n *Node) {
		out = append(out, &place{id: string(n.ID), pos: n.Pos, nodes: len(n.Nodes) > 0})
	})
	for _, g := range l.framework.Context {
		out = append(out, &place{id: g.ID, pos: g.Pos, context: true})
	}
	return out
}

// checkParents finds indicators that hang nowhere or in the wrong half of the
// framework, and nodes with nothing in them.
func (l *loader) checkParents() {
	places := l.places()
	byID := map[string]*place{}
	var known []string
	for _, p := range places {
		if byID[p.id] == nil && p.id != "" {
			byID[p.id] = p
			if !p.nodes {
				known = append(known, p.id)
			}
		}
	}
	for _, s := range l.indicators {
		v := s.file.Get("parent")
		if v.String() == "" {
			continue
		}
		if p := byID[v.String()]; p != nil {
			p.used = p.used || !s.beside()
			l.checkParent(s, p)
			continue
		}
		l.checkKnown(v, known, choice{rule: "unknown-parent", what: "node or context group", defined: l.root.Key("tree").Pos()})
		if meant := byID[diag.Suggest(v.String(), known)]; meant != nil {
			meant.used = true
		}
	}
	if l.unread {
		return // what seems empty may be filled by a file that could not be read
	}
	for _, p := range places {
		if byID[p.id] == p {
			l.checkEmpty(p)
		}
	}
}

// checkParent holds one indicator against the place that it names.
func (l *loader) checkParent(s source, p *place) {
	v := s.file.Get("parent")
	related := []diag.Related{{Pos: p.pos, Note: "defined here"}}
	if p.nodes && !s.beside() {
		d := v.Finding("parent-has-nodes", fmt.Sprintf("the node %q has nodes below it, so no indicator can stand directly under it", p.id))
		d.Hint = "name one of the nodes below it"
		d.Related = related
		l.findings.Add(d)
		return
	}
	scored := s.Actor == Government
	if !slices.Contains(words(Government, Programme, Context), string(s.Actor)) || scored != p.context {
		return
	}
	d := v.Finding("parent-scored", "")
	d.Related = append(related, diag.Related{Pos: s.file.Get("actor").Pos(), Note: "the actor"})
	if scored {
		d.Message = fmt.Sprintf("a scored indicator (actor government) stands under the context group %q, which is never scored", p.id)
		d.Hint = "name a node of the tree, or change the actor"
	} else {
		d.Message = fmt.Sprintf("an indicator that is not scored (actor %s) stands under the node %q of the scoring tree", s.Actor, p.id)
		d.Hint = "name a context group, or change the actor"
	}
	l.findings.Add(d)
}

// checkEmpty finds a place with nothing in it. A node without anything would
// keep the nodes above it from ever being complete.
func (l *loader) checkEmpty(p *place) {
	switch {
	case p.used || p.nodes:
	case p.context:
		l.findings.Add(diag.Diagnostic{
			Rule: "empty-group", Severity: diag.Warning, Pos: p.pos,
			Message: fmt.Sprintf("no indicator stands under the context group %q", p.id),
			Hint:    fmt.Sprintf("write %q in the file of an indicator, or remove the group", "parent: "+p.id),
		})
	default:
		l.findings.Add(diag.Diagnostic{
			Rule: "empty-node", Pos: p.pos,
			Message: fmt.Sprintf("the node %q has neither nodes nor indicators", p.id),
			Hint:    fmt.Sprintf("write %q in the file of an indicator, or remove the node", "parent: "+p.id),
		})
	}
}

// beside reports whether the indicator changes the score of its parent outside
// of the mean, so that it may stand at any node.
func (i *Indicator) beside() bool { return i.RedLine != nil || i.Adjusts != "" }
