package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// clean returns a text as a cell and a note can hold it: without control
// characters, and not too long.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r', r == utf8.RuneError, r == 0xFFFE, r == 0xFFFF:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	if r := []rune(s); len(r) > maxCell {
		s = string(r[:maxCell-1]) + "…"
	}
	return s
}

// maxCell is how much text a cell is given. It may hold 32,767 UTF-16 units.
const maxCell = 8_000

// folded returns a text without what programs change when they save it.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// cellName returns the address of a marked cell.
func cellName(m Mark) string {
	s, err := excelize.CoordinatesToCellName(m.Column, m.Row)
	if err != nil {
		return "A1"
	}
	return s
}

// equalFold compares with a name of a sheet, where capitals do not count.
func equalFold(name string) func(string) bool {
	return func(s string) bool { return strings.EqualFold(s, name) }
}

// keysOf returns the names of the parts that are loaded.
func keysOf[T any](parts map[string]T) map[string]bool {
	out := map[string]bool{}
	for k := range parts {
		out[k] = true
	}
	return out
}

// added returns the part that was loaded since, "" if there is none.
func added[T any](parts map[string]T, before map[string]bool) string {
	out := ""
	for k := range parts {
		if !before[k] && (out == "" || k < out) {
			out = k
		}
	}
	return out
}
