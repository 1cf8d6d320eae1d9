// Package observation turns the rows of a workbook into answers. It knows what
// the cells of each type of indicator may hold, and two layouts. In the table
// layout an answer stands in a row under a header of column names:
//
//	jurisdiction | period | indicator | value | state | sources
//	DOM          | 2006   | law-02    | 4     |       | report-2007
//
//	book, findings, err := workbook.Open(fsys, "data/world/workbooks/3p.xlsx", workbook.Limits{})
//	...
//	answers, more, err := observation.Decode(book, p)
//
// An entry workbook is made for one jurisdiction and period, which stand on a
// hidden sheet and not in the rows, and for people: a sheet for each pillar, the
// question in words beside its answer, and above the names of the columns a
// row of headings in the language of the monitors.
//
// A volunteer who made twenty mistakes is told of twenty, each at its cell,
// with what was typed, what is expected and what to do. docs/workbooks.md
// describes the layout, docs/checks.md every finding.
//
// Invariants:
//
//   - A cell that is filled in is read or reported; none is lost in silence.
//     Where a whole column is not read, one finding at its header says so.
//   - Nothing is guessed where two readings are possible: "1,234" and
//     "5/2/2008" are errors. What has one reading is accepted, with a warning if
//     it may go wrong next time.
//   - A missing answer is a state and never the number zero.
//   - One file causes at most 100,000 findings, whatever is in it.
package observation
