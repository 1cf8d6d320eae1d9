package indicator

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// names is a set of ids that must differ, with the place of each.
type names struct {
	what string // "node, context group and indicator"
	seen map[string]diag.Pos
}

// newNames returns an empty set for the things in words.
func newNames(what string) *names { return &names{what: what, seen: map[string]diag.Pos{}} }

// add takes the id at v into the set, with a finding where it is taken.
func (n *names) add(v yamlnode.Value, findings *diag.List) {
	id := v.String()
	if id == "" {
		return
	}
	first, taken := n.seen[id]
	if !taken {
		n.seen[id] = v.Pos()
		return
	}
	d := v.Finding("duplicate-id", fmt.Sprintf("the id %q is used twice", id))
	d.Expected = "a different id for every " + n.what
	d.Related = []diag.Related{{Pos: first, Note: "first used here"}}
	findings.Add(d)
}
