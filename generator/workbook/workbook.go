package workbook

import (
	"io/fs"

	"tipscore/generator/diag"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds. Error is an Excel error value such as "#N/A".
const (
	Empty Kind = iota
	Text
	Number
	Bool
	Error
)

// Cell is one cell as it stands in the file.
type Cell struct {
	Column  int     // 1-based
	Kind    Kind    // what it holds; a formula's kind is that of its cached value
	Text    string  // the text, or the value as the file spells it
	Number  float64 // Number only
	IsDate  bool    // a Number shown as a date or time
	Formula bool    // the cell has a formula
	NoValue bool    // a formula without a cached value; Kind is Empty
}

// Row is one row that has at least one non-empty cell.
type Row struct {
	Number int    // 1-based
	Cells  []Cell // ascending by Column, empty cells left out
}

// Sheet names a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// Range is a rectangle of cells, all four bounds 1-based and included.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// Limits bound what a file may cost. The zero value of a field means the
// default of [DefaultLimits].
type Limits struct {
	FileBytes     int64 // the file itself
	UnpackedBytes int64 // all parts that are read, unpacked
	Ratio         int64 // unpacked to packed, above 1 MiB unpacked
	Parts         int   // files in the package
	Cells         int   // non-empty cells read of one workbook
	StringBytes   int   // one cell's text
}

// Book is an open workbook. It is not safe for concurrent use.
type Book struct {
	name   string
	sheets []Sheet
	// the reader's own fields follow
}

// Open reads the outline of a workbook: its sheets, styles and shared texts.
// A file that cannot be a workbook (not a zip, an .xls or .ods in disguise,
// encrypted, truncated, over a limit) yields a diagnostic at name and a nil
// Book; an error means that the file could not be read at all.
//
// The name is the file's path in fsys, and stands in every position. A name
// that ends in .csv is read as a table with a single sheet named "".
func Open(fsys fs.FS, name string, limits Limits) (*Book, diag.List, error) {
	return nil, nil, nil
}

// Sheets returns the sheets in their order in the workbook.
func (b *Book) Sheets() []Sheet { return b.sheets }

// Scan calls row for every row of the sheet that has a non-empty cell, from
// the top. The Row and its Cells are reused for the next call. It returns the
// merged ranges, which a sheet states after its cells. A sheet whose XML is
// broken or over a limit yields a diagnostic. Scan stops early when row
// returns false.
func (b *Book) Scan(sheet string, row func(*Row) bool) ([]Range, diag.List, error) {
	return nil, nil, nil
}

// Date turns the number of a date cell into a calendar date, in the 1900 or
// 1904 system of this workbook. The false result is for numbers that are no
// date in it.
func (b *Book) Date(serial float64) (year, month, day int, ok bool) { return }

// Close releases the file.
func (b *Book) Close() error { return nil }
