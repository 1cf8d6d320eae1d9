package observation

import (
	"fmt"

	"tipscore/generator/diag"
)

// The bounds of what one file may cause: findings kept and
// texts remembered.
const (
	maxFindings = 100_000
	maxMemo     = 1 << 16
)

// report collects the findings of one file. It keeps at most max of them, of
// which half may be warnings, so that a column of harmless ones does not crowd
// out an error.
type report struct {
	list     diag.List
	max      int
	warnings int
	dropped  int
}

func (r *report) add(d diag.Diagnostic) {
	if d.Severity == diag.Warning {
		if r.warnings >= r.max/2 {
			r.dropped++
			return
		}
		r.warnings++
	}
	if len(r.list) >= r.max {
		r.dropped++
		return
	}
	r.list = append(r.list, d)
}

// close returns the findings, with a last one if some were left out.
func (r *report) close(file diag.Pos) diag.List {
	if r.dropped == 0 {
		return r.list
	}
	return append(r.list, diag.Diagnostic{
		Rule:    "too-many-findings",
		Pos:     diag.Pos{File: file.File},
		Message: fmt.Sprintf("%d more findings in this file are not listed", r.dropped),
		Hint:    "mend these first; the usual cause is one column that is wrong in every row",
	})
}

// memo remembers what a text was found to mean. A column repeats a few texts
// many times; a hostile one has a million different ones, and those are not
// all remembered.
type memo[T any] map[string]T

func (m memo[T]) put(text string, v T) {
	if len(m) < maxMemo && len(text) <= 1024 {
		m[text] = v
	}
}
