// Package succession checks what indicators say about the ones before them. An
// id is never changed once published; a question that gets a new one names the
// earlier ids under replaces, so that answers to them find their way:
//
//	id: prv-09
//	replaces: [prv-02]
//
// An earlier id leads to one indicator, and to none that is still asked under
// it: otherwise nobody could say which question an old answer belongs to.
package succession

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// Key returns the key of an indicator's file.
func Key() yamlnode.Key { return yamlnode.Key{Name: "replaces", Type: yamlnode.IDs} }

// Check finds earlier ids in the files of indicators that lead to two of them,
// or that one still has.
func Check(files []yamlnode.Value, findings *diag.List) {
	current, claimed := map[string]diag.Pos{}, map[string]diag.Pos{}
	for _, file := range files {
		current[file.Get("id").String()] = file.Get("id").Pos()
	}
	for _, file := range files {
		for _, v := range file.Get("replaces").Items() {
			id := v.String()
			if id == "" {
				continue
			}
			if at, asked := current[id]; asked {
				d := v.Finding("replaces-current", fmt.Sprintf("%q is still an indicator of this framework", id))
				d.Hint = "delete the file of the earlier indicator, or the id here"
				d.Related = []diag.Related{{Pos: at, Note: "it stands here"}}
				findings.Add(d)
				continue
			}
			first, taken := claimed[id]
			if !taken {
				claimed[id] = v.Pos()
				continue
			}
			if first == v.Pos() {
				continue
			}
			d := v.Finding("replaced-twice", fmt.Sprintf("two indicators replace %q, so that an answer to it belongs to neither", id))
			d.Hint = "keep the id at the indicator that asks the same"
			d.Related = []diag.Related{{Pos: first, Note: "first replaced here"}}
			findings.Add(d)
		}
	}
}
