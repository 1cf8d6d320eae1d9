package workbook

import (
	"fmt"
	"unicode/utf8"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// sheetReader streams one sheet. Its memory follows the largest row.
type sheetReader struct {
	book    *Book
	sheet   string
	deliver func(*Row) bool
	x       *xmlscan.Scanner

	number   int // of the current or last row
	last     int // the last row delivered or skipped
	row      Row
	raw      []rawCell // one for each of row.Cells
	text     []byte    // the values of the row's cells, one after the other
	unsorted bool
	cells    int // in the whole sheet
	merged   []Range
	list     diag.List
}

// rawCell is what the file says of a cell whose value is still to be decoded.
type rawCell struct {
	kind       cellType
	start, end int // of its value in text
	date       bool
}

// cellType is the attribute t of a cell (ECMA-376 part 1, 18.18.11).
type cellType uint8

const (
	typeNumber  cellType = iota // n, or none
	typeShared                  // s
	typeText                    // str, inlineStr
	typeBool                    // b
	typeError                   // e
	typeISODate                 // d
	typeUnknown
)

// Bounds of what a scan keeps besides a row.
const (
	maxMerged   = 1 << 20
	maxRowText  = 16 << 20
	maxFindings = 100 // of cells; one more says that there are others
)

func (s *sheetReader) read(part string) error {
	var err error
	if s.x, err = s.book.scan(part, s.book.limits.UnpackedBytes); err != nil {
		return err
	}
	for {
		tok, err := s.x.Next()
		if err != nil || tok == xmlscan.EOF {
			return err
		}
		if tok != xmlscan.Start {
			continue
		}
		if s.x.Depth() == 1 {
			if string(s.x.Name()) != "worksheet" {
				return xmlscan.Error("it does not begin as a sheet does")
			}
			continue
		}
		switch string(s.x.Name()) {
		case "sheetData":
			err = s.readRows()
		case "mergeCells":
			err = s.readMerged()
		default:
			err = s.x.Skip()
		}
		if err == errStopped {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (s *sheetReader) readRows() error {
	for {
		tok, err := s.x.Next()
		switch {
		case err != nil:
			return err
		case tok == xmlscan.End:
			return nil
		case tok != xmlscan.Start:
		case string(s.x.Name()) == "row":
			if err := s.readRow(); err != nil {
				return err
			}
		default:
			if err := s.x.Skip(); err != nil {
				return err
			}
		}
	}
}

// readRow reads one row and delivers it if there is anything in it.
func (s *sheetReader) readRow() error {
	// A row without a number follows the one before.
	s.number++
	if r := s.x.Attr("r"); r != nil {
		n, ok := xmlscan.ParseIndex(r)
		if !ok || n < 1 {
			return &fault{"broken-sheet", fmt.Sprintf("the sheet is damaged: a row has the number %q", clip(string(r))), saveAgain}
		}
		s.number = n
	}
	if s.number > maxRow {
		return &fault{"outside-sheet", fmt.Sprintf("row %d lies outside of the sheet, which ends at row %d", s.number, maxRow), saveAgain}
	}
	s.row.Number, s.row.Cells = s.number, s.row.Cells[:0]
	s.raw, s.text, s.unsorted = s.raw[:0], s.text[:0], false
	if err := s.readCells(); err != nil {
		return err
	}
	if len(s.row.Cells) == 0 {
		s.last = max(s.last, s.number)
		return nil
	}
	if s.number <= s.last {
		return s.note(0, diag.Diagnostic{Rule: "row-order",
			Message: "this row comes after a later one or for the second time in the file, and is not read"})
	}
	s.last = s.number
	if s.cells += len(s.row.Cells); s.cells > s.book.limits.Cells {
		return &fault{"over-limit", fmt.Sprintf("the sheet has more than %d filled cells", s.book.limits.Cells), splitUp}
	}
	if err := s.decodeRow(); err != nil {
		return err
	}
	if len(s.row.Cells) > 0 && !s.deliver(&s.row) {
		return errStopped
	}
	return nil
}

// readMerged reads the merged ranges.
func (s *sheetReader) readMerged() error {
	for {
		tok, err := s.x.Next()
		if err != nil || tok == xmlscan.End && s.x.Depth() == 1 {
			return err
		}
		if tok != xmlscan.Start || string(s.x.Name()) != "mergeCell" {
			continue
		}
		if len(s.merged) == maxMerged {
			return &fault{"over-limit", fmt.Sprintf("the sheet has more than %d merged ranges", maxMerged), splitUp}
		}
		if r, ok := parseRange(s.x.Attr("ref")); ok {
			s.merged = append(s.merged, r)
		}
	}
}

// note adds a finding about a cell of the current row, or about the row for
// column 0. After maxFindings it ends the scan.
func (s *sheetReader) note(column int, d diag.Diagnostic) error {
	d.Pos, d.Got = s.book.Pos(s.sheet, s.number, column), clip(d.Got)
	if d.Hint == "" {
		d.Hint = saveAgain
	}
	s.list.Add(d)
	if len(s.list) >= maxFindings {
		return &fault{"broken-sheet", fmt.Sprintf("the sheet has more than %d damaged cells; the rest is not read", maxFindings), saveAgain}
	}
	return nil
}

// clip shortens what a finding quotes.
func clip(s string) string {
	const longest = 100
	if len(s) <= longest {
		return s
	}
	cut := longest
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "..."
}
