// Package bounded keeps what one file may cause within bounds: how many
// findings, and how many remembered texts. A hostile column has a million
// different words, and each of them is wrong.
package bounded

import (
	"fmt"

	"tipscore/generator/diag"
)

// MaxMemo is how many texts a memo remembers.
const MaxMemo = 1 << 16

// Report collects the findings of one file. It keeps at most Max of them, of
// which half may be warnings, so that a column of harmless ones does not crowd
// out an error.
type Report struct {
	List diag.List
	Max  int

	warnings int
	dropped  int
}

// Add keeps a finding, if there is room.
func (r *Report) Add(d diag.Diagnostic) {
	if d.Severity == diag.Warning {
		if r.warnings >= r.Max/2 {
			r.dropped++
			return
		}
		r.warnings++
	}
	if len(r.List) >= r.Max {
		r.dropped++
		return
	}
	r.List = append(r.List, d)
}

// Close returns the findings, with a last one if some were left out.
func (r *Report) Close(file diag.Pos) diag.List {
	if r.dropped == 0 {
		return r.List
	}
	return append(r.List, diag.Diagnostic{
		Rule:    "too-many-findings",
		Pos:     diag.Pos{File: file.File},
		Message: fmt.Sprintf("%d more findings in this file are not listed", r.dropped),
		Hint:    "mend these first; the usual cause is one column that is wrong in every row",
	})
}

// Memo remembers what a text was found to mean. A column repeats a few texts
// many times; not all of a million different ones are remembered.
type Memo[T any] map[string]T

// Put remembers what the text means, if there is room.
func (m Memo[T]) Put(text string, v T) {
	if len(m) < MaxMemo && len(text) <= 1024 {
		m[text] = v
	}
}
