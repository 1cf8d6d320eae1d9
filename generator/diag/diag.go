// Package diag holds findings about the user's own files: workbooks, tables
// and YAML definitions. A finding says where it is (file, sheet and cell, or
// file, line and column), what was typed, what is expected, which rule says
// so, and what to do about it.
//
// Findings are collected, never returned as an error: a volunteer who made
// three mistakes is told of three. An error value is kept for the other kind
// of bad news, the tool itself being unable to work.
//
//	var list diag.List
//	list.Add(diag.Diagnostic{
//		Rule:     "allowed-value",
//		Pos:      diag.Pos{File: "data/world/3p.xlsx", Sheet: "Data", Cell: "D14"},
//		Message:  `"Yse" is not an answer to prs-10`,
//		Got:      "Yse",
//		Expected: "yes, no",
//		Hint:     `did you mean "yes"?`,
//	})
//
// A question is not about a mistake: it asks whether something unusual is right,
// and whoever knows answers it in the row itself.
//
// Invariants: a Rule is a stable slug and is never reused for another meaning;
// errors cannot be silenced; lists are printed in the one order of
// [List.Sorted], whatever order they were found in.
package diag

import (
	"cmp"
	"slices"
)

// Severity says how bad a finding is.
type Severity uint8

// The severities. An Error keeps the data from being scored and published, and a
// Question is never a reason to refuse anything.
const (
	Error Severity = iota
	Warning
	Question
)

// String returns the word printed in text and JSON.
func (s Severity) String() string {
	switch s {
	case Warning:
		return "warning"
	case Question:
		return "question"
	}
	return "error"
}

// Related is another place that explains a finding: the definition that sets
// the rule, or the earlier of two duplicates.
type Related struct {
	Pos  Pos
	Note string // what is there, lower case, no full stop: "first answer"
}

// Diagnostic is one finding. Message, Expected and Hint are one line each,
// lower case and without a full stop.
type Diagnostic struct {
	Rule     string // stable slug, such as "unknown-indicator"
	Severity Severity
	Pos      Pos       // where to look first
	Message  string    // what is wrong, with the value
	Got      string    // the cell as typed, "" if there is none
	Expected string    // what would be right, "" if Message says it already
	Hint     string    // what to do, "" if there is nothing helpful to add
	Subject  string    // what it is about where that is known, such as "DOM 2006 prosecution"; its identity when rows move
	Related  []Related // other places, most useful first

	// Facts are what Message says of this one finding, by name, so that it can be
	// said in other languages: "before" is "14".
	Facts map[string]string
}

// List collects findings. The zero value is ready to use.
type List []Diagnostic

// Add appends findings to the list.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// Count returns how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether any finding is an [Error].
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Sorted returns the findings by file, sheet, row, column, line, rule and
// message, so that output does not depend on the order of discovery.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			a.Pos.Compare(b.Pos),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return out
}
