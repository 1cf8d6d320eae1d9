package typed

import (
	"slices"
	"strings"
)

// Cited is what a cell with the ids of sources says.
type Cited[ID ~string] struct {
	IDs  []ID // without repeats
	Flaw Flaw
}

// Citations splits a text into the ids of sources. Semicolons, commas and line
// breaks stand between them.
func Citations[ID ~string](s string) (out Cited[ID]) {
	for part := range strings.FieldsFuncSeq(s, isListMark) {
		id, f := Tidy(strings.Trim(part, " "))
		out.Flaw |= f
		if id != "" && !slices.Contains(out.IDs, ID(id)) {
			out.IDs = append(out.IDs, ID(strings.Clone(id)))
		}
	}
	out.IDs = slices.Clip(out.IDs)
	return out
}

// isListMark reports whether r separates two source ids.
func isListMark(r rune) bool { return r == ';' || r == ',' || r == '\n' || r == '\r' }
