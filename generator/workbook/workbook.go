package workbook

import "tipscore/generator/workbook/internal/serial"

// Kind says what a cell holds.
type Kind uint8

// The kinds. Error is an Excel error value such as "#N/A"; Unread is a cell that
// is filled and cannot be read, as a finding of [Book.Scan] says.
const (
	Empty Kind = iota
	Text
	Number
	Bool
	Error
	Unread
)

// Cell is one cell as it stands in the file.
type Cell struct {
	Column  int     // 1-based
	Kind    Kind    // what it holds; a formula's kind is that of its cached value
	Text    string  // the text, or the value as the file spells it; TRUE or FALSE
	Number  float64 // Number only
	IsDate  bool    // a Number shown as a date or time
	Formula bool    // the cell has a formula
	NoValue bool    // a formula without a cached value; Kind is Empty
}

// Row is one row that has at least one non-empty cell. Empty cells are left
// out, except for formulas without a cached value.
type Row struct {
	Number int    // 1-based; in a .csv the line on which the row begins
	Cells  []Cell // ascending by Column, no column twice
}

// Sheet names a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// Range is a rectangle of cells, all four bounds 1-based and included.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// Date is a calendar date without a clock or a zone. In [NewSheet] it becomes
// a real date cell.
type Date = serial.Date
