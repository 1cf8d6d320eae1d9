// Package calculation shows how a score came about, so that a reader can redo it
// by hand: the tree of scores with the weights actually used, every answer with
// its rule in words, what is missing, and what would raise the score most.
//
//	page := calculation.New(public.Calculation(j, t), reader)
//	page.Tree // finished HTML: nested lists
//
// The tree comes finished, because a template takes many steps for each of its
// hundreds of lines. Texts are those of site/i18n; all that comes from workbooks
// or definitions is escaped. What the privacy gate hid is not in a
// [trace.Trace] of the public, so it cannot get onto a page.
package calculation
