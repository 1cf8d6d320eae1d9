package register

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tipscore/generator/indicator"
)

// joinCopies lets an entry count once that stands in two copies of one entry
// workbook. Two equal rows of one workbook are two entries.
func joinCopies(all Registers) {
	type season struct{ j, told int }
	files := map[season]string{}
	twice := map[season]bool{}
	for _, name := range indicator.Registers() {
		for i := range all[name] {
			e := &all[name][i]
			at := season{e.Jurisdiction, e.Told}
			if have, seen := files[at]; seen && have != e.Pos.File && e.Told >= 0 {
				twice[at] = true
			}
			files[at] = e.Pos.File
		}
	}
	if len(twice) == 0 {
		return
	}
	for name, entries := range all {
		counted := map[[2]string]int{} // by content and file
		stand := map[string]int{}      // by content
		var kept []Entry
		for i := range entries {
			e := &entries[i]
			if !twice[season{e.Jurisdiction, e.Told}] {
				kept = append(kept, *e)
				continue
			}
			content := e.Content()
			counted[[2]string{content, e.Pos.File}]++
			if counted[[2]string{content, e.Pos.File}] > stand[content] {
				stand[content]++
				kept = append(kept, *e)
			}
		}
		all[name] = kept
	}
}

// Content returns all that an entry says, so that equal entries have equal
// ones.
func (e *Entry) Content() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %d %d", e.Jurisdiction, e.Period, e.Told)
	for _, key := range slices.Sorted(maps.Keys(e.Texts)) {
		fmt.Fprintf(&b, "|%s=%q", key, e.Texts[key])
	}
	for _, key := range slices.Sorted(maps.Keys(e.Words)) {
		fmt.Fprintf(&b, "|%s=%q", key, e.Words[key])
	}
	for _, key := range slices.Sorted(maps.Keys(e.Numbers)) {
		fmt.Fprintf(&b, "|%s=%g", key, e.Numbers[key])
	}
	for _, key := range slices.Sorted(maps.Keys(e.Dates)) {
		fmt.Fprintf(&b, "|%s=%s", key, e.Dates[key])
	}
	fmt.Fprintf(&b, "|%q", e.Sources)
	return b.String()
}
