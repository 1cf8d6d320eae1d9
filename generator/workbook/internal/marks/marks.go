// Package marks names the hidden sheet by which a marked copy of a workbook is
// known. Its rows say which sheet was added for people and which cells were
// coloured; the package annotate writes it, and readers leave both sheets out:
//
//	tipscore-marks | 1
//	page           | Problems
//	mark           | Prevention | D4 | (the former style) | what was said there
package marks

// SheetName is the name of the hidden sheet, and the first word on it.
const SheetName = "tipscore-marks"

// Format is the second word.
const Format = "1"

// The first words of its other rows.
const (
	Page = "page"
	Cell = "mark"
)
