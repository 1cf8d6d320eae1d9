package opendocument

import (
	"errors"
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells, in the order of those of package workbook.
const (
	Empty Kind = iota
	Text
	Number
	Bool
	Error
	Unread
)

// Cell is one cell.
type Cell struct {
	Column  int
	Kind    Kind
	Text    string
	Number  float64
	IsDate  bool
	Formula bool
	NoValue bool
}

// Range is a merged range.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// Sink takes what a scan finds.
type Sink interface {
	// Row takes a row that has cells, which are its own until it returns. The
	// scan ends when it returns false.
	Row(number int, cells []Cell) bool
	// Note takes a finding about a cell, or about the row for column 0. The scan
	// ends with its error.
	Note(row, column int, d diag.Diagnostic) error
}

var errStopped = errors.New("no more rows are wanted")

// scan reads one sheet.
type scan struct {
	doc    *Document
	sink   Sink
	x      *xmlscan.Scanner
	row    int // the last one of those read
	filled int
	cells  []Cell  // of the row
	merges []Range // of the row
	bytes  int     // of the texts of the row
	text   []byte  // of the cell
	merged []Range
}

// Scan reads a sheet and gives its rows to the sink, in ascending order.
func (d *Document) Scan(sheet int, sink Sink) ([]Range, error) {
	r, err := d.sheetReader(d.Sheets[sheet].at)
	if err != nil {
		return nil, err
	}
	s := &scan{doc: d, sink: sink, x: xmlscan.New(r)}
	if err = s.read(); err == errStopped {
		return nil, nil
	}
	return s.merged, err
}

// read reads the element of the sheet. Rows may lie in groups and in headers of
// printed pages (table-row-group, table-header-rows, table-rows).
func (s *scan) read() error {
	for {
		tok, err := s.x.Next()
		if err != nil {
			return err
		}
		if tok == xmlscan.End && s.x.Depth() == 0 {
			return nil
		}
		if tok != xmlscan.Start || s.x.Depth() == 1 {
			continue
		}
		switch string(s.x.Name()) {
		case "table-row":
			err = s.readRow()
		case "table-row-group", "table-header-rows", "table-rows":
		default:
			err = s.x.Skip()
		}
		if err != nil {
			return err
		}
	}
}

func (s *scan) readRow() error {
	times, err := s.repeated("table:number-rows-repeated", "row")
	if err != nil {
		return err
	}
	s.cells, s.merges, s.bytes = s.cells[:0], s.merges[:0], 0
	if err := s.readCells(); err != nil {
		return err
	}
	first := s.row + 1
	s.row = min(s.row+times, s.doc.bounds.Rows+1)
	if len(s.cells) == 0 {
		return s.merge(first)
	}
	for i := range times {
		if first+i > s.doc.bounds.Rows {
			return &Fault{"outside-sheet", fmt.Sprintf("row %d lies outside of the sheet, which ends at row %d", first+i, s.doc.bounds.Rows), saveAgain}
		}
		if s.filled += len(s.cells); s.filled > s.doc.bounds.Cells {
			return &Fault{"over-limit", fmt.Sprintf("the sheet has more than %d filled cells", s.doc.bounds.Cells), splitUp}
		}
		if err := s.merge(first + i); err != nil {
			return err
		}
		if !s.sink.Row(first+i, s.cells) {
			return errStopped
		}
	}
	return nil
}

// merge keeps the merged ranges that begin in the row.
func (s *scan) merge(row int) error {
	for _, r := range s.merges {
		if row > s.doc.bounds.Rows {
			return nil
		}
		if len(s.merged) == s.doc.bounds.Merged {
			return &Fault{"over-limit", fmt.Sprintf("the sheet has more than %d merged ranges", s.doc.bounds.Merged), splitUp}
		}
		r.FirstRow, r.LastRow = row, min(row+r.LastRow, s.doc.bounds.Rows)
		s.merged = append(s.merged, r)
	}
	return nil
}

// repeated returns how many rows or cells the element that has just started
// stands for.
func (s *scan) repeated(attribute, what string) (int, error) {
	raw := s.x.Attr(attribute)
	if raw == nil {
		return 1, nil
	}
	n, ok := xmlscan.ParseIndex(raw)
	if !ok || n < 1 {
		if len(raw) > 20 {
			raw = raw[:20]
		}
		return 0, &Fault{"broken-sheet", fmt.Sprintf("the sheet is damaged: a %s is repeated %q times", what, raw), saveAgain}
	}
	return n, nil
}
