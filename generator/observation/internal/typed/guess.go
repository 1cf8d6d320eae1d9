package typed

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// Guess is what a text that is no id may have been meant to be.
type Guess struct {
	ByID, ByName map[string]int // by folded text; -1 for a name of two things
	IDs          func() []string
	MayCompare   func() bool // whether there is time for another comparison with everything
}

// maxPart is how many things with the same word in their id or name are all
// suggested.
const maxPart = 4

// Meant sets the hint of a finding about a text that is no id, and returns the
// index of what was meant, -1 if nobody knows: the thing with that name, the
// one that is spelled so with letters of another alphabet, the one that is
// spelled nearly so, or the one with these words in its id or name.
func (g Guess) Meant(f *diag.Diagnostic, s string) int {
	if i, ok := g.ByName[Fold(s)]; ok && i >= 0 {
		f.Hint = fmt.Sprintf("type the id: %s", g.IDs()[i])
		return i
	}
	latin, remark := diag.Latin(s)
	if remark != "" {
		f.Message += "; " + remark
		if i, ok := g.ByID[Fold(latin)]; ok && i >= 0 {
			f.Hint = fmt.Sprintf("type it again, in Latin letters: %s", g.IDs()[i])
			return i
		}
	}
	if !g.MayCompare() {
		return -1
	}
	ids := g.IDs()
	if id := diag.Suggest(latin, ids); id != "" {
		f.Hint = fmt.Sprintf("did you mean %q?", id)
		return slices.Index(ids, id)
	}
	if part := g.part(Fold(latin), ids); len(part) > 0 {
		f.Hint = "did you mean " + alternatives(ids, part) + "?"
		if len(part) == 1 {
			return part[0]
		}
		return -1
	}
	if name := diag.Suggest(Fold(s), g.names()); name != "" {
		f.Hint = fmt.Sprintf("did you mean %q, which is called %q?", ids[g.ByName[name]], name)
		return g.ByName[name]
	}
	return -1
}

// names returns the names that belong to one thing, sorted.
func (g Guess) names() []string {
	all := make([]string, 0, len(g.ByName))
	for name, i := range g.ByName {
		if i >= 0 {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// part returns the things that have the text as whole words of their id, or
// else of their name, if they are few.
func (g Guess) part(text string, ids []string) []int {
	if len(text) < 3 {
		return nil
	}
	found := make([]bool, len(ids))
	any := false
	for i, id := range ids {
		found[i] = hasWords(Fold(id), text)
		any = any || found[i]
	}
	for name, i := range g.ByName {
		if !any && i >= 0 && hasWords(name, text) {
			found[i] = true
		}
	}
	var all []int
	for i := range ids {
		if found[i] {
			all = append(all, i)
		}
	}
	if len(all) > maxPart {
		return nil
	}
	return all
}

// hasWords reports whether the text stands in an id or a name as whole words:
// "prevention" in "3p-prevention".
func hasWords(name, text string) bool {
	t := spaced(text)
	return t != "" && strings.Contains(spaced(name), t)
}

// spaced returns the words of an id or a name with one space around each.
func spaced(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -_,()", r) })
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}

// alternatives lists some of the ids in quotation marks.
func alternatives(ids []string, some []int) string {
	list := ""
	for k, i := range some {
		switch {
		case k == 0:
		case k == len(some)-1:
			list += " or "
		default:
			list += ", "
		}
		list += fmt.Sprintf("%q", ids[i])
	}
	return list
}
