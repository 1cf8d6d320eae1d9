package diag

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Pos says where something was written. Zero fields are unknown.
//
// In a workbook a place has a sheet and, for one cell, a row and a column
// (both 1-based); in a text file a line and a column. Cells are kept as
// numbers, since a big table has millions of them, and written out as "C14"
// only when somebody reads them.
type Pos struct {
	File   string // relative to the project, with slashes
	Sheet  string // workbooks only
	Row    int    // workbooks only, 1-based
	Line   int    // text files only, 1-based
	Column int    // 1-based, of the sheet or of the line
}

// Cell returns the address in the sheet, such as "C14", "14" for a whole row,
// or "" where the place is not a cell.
func (p Pos) Cell() string {
	if p.Row == 0 {
		return ""
	}
	return ColumnName(p.Column) + strconv.Itoa(p.Row)
}

// String returns "data/x.xlsx!Data!C14", "data/x.csv!C14" for a table without
// sheets, or "indicators/x.yaml:42:5".
func (p Pos) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Sheet != "" {
		b.WriteString("!" + p.Sheet)
	}
	if c := p.Cell(); c != "" {
		b.WriteString("!" + c)
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Compare orders places by file, sheet, row, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(
		cmp.Compare(p.File, q.File),
		cmp.Compare(p.Sheet, q.Sheet),
		cmp.Compare(p.Row, q.Row),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Column, q.Column),
	)
}

// IsZero reports whether nothing is known about the place.
func (p Pos) IsZero() bool { return p == Pos{} }

// ColumnName returns the letters of a 1-based column: 1 is "A", 28 is "AB".
// It returns "" for numbers below 1.
func ColumnName(n int) string {
	var letters []byte
	for ; n > 0; n = (n - 1) / 26 {
		letters = append([]byte{byte('A' + (n-1)%26)}, letters...)
	}
	return string(letters)
}
