// Package community says what stands on the pages of a community effort: the
// aims of the work with what shows them, and the registers that are kept beside
// answers. Numbers on them are counts of what was done, and no part of any
// government's score.
//
//	page := community.Records(edition, "trainings", scribe)
//	page.Totals // 27 participants in 2 trainings
//
// How texts read in the page's language, and where links lead, is asked of a
// [Scribe].
package community
