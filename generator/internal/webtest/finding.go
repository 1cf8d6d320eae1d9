package webtest

import (
	"cmp"
	"slices"
)

// Finding is one thing that is wrong with one page.
type Finding struct {
	Page string // the file's path in the site
	Rule string // what was broken, in a word: "link", "heading"
	What string // what is wrong, with the piece of the page
}

// String returns the finding as a line.
func (f Finding) String() string { return f.Page + ": " + f.Rule + ": " + f.What }

// sorted orders findings by page and rule, and leaves out repetitions.
func sorted(list []Finding) []Finding {
	slices.SortFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(list)
}
