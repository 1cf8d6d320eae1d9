package dataset

import (
	"fmt"

	"tipscore/generator/diag"
)

// maxFindings bounds what one check reports: a copy of a big workbook beside
// the original repeats every answer.
const maxFindings = 100_000

// bounded collects the findings of one check.
type bounded struct {
	list    diag.List
	dropped int
}

// full reports whether another finding would only be counted, so that it need
// not be made.
func (b *bounded) full() bool {
	if len(b.list) < maxFindings {
		return false
	}
	b.dropped++
	return true
}

// close returns the findings, with a last one if some were left out.
func (b *bounded) close() diag.List {
	if b.dropped > 0 {
		last := b.list[len(b.list)-1]
		b.list.Add(diag.Diagnostic{
			Rule: "too-many-findings", Pos: diag.Pos{File: last.Pos.File},
			Message: fmt.Sprintf("%d more findings like the last one are not listed", b.dropped),
			Hint:    "mend these first; the usual cause is one mistake that all of them share",
		})
	}
	return b.list
}
