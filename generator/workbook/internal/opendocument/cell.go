package opendocument

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

func (s *scan) readCells() error {
	column := 0
	for {
		tok, err := s.x.Next()
		switch {
		case err != nil:
			return err
		case tok == xmlscan.End:
			if string(s.x.Name()) == "table-row" {
				return nil
			}
			continue // of table-cells, a group of them
		case tok != xmlscan.Start:
			continue
		}
		switch string(s.x.Name()) {
		case "table-cell", "covered-table-cell":
			column, err = s.readCell(column)
		case "table-cells", "table-header-cells":
		default:
			err = s.x.Skip()
		}
		if err != nil {
			return err
		}
	}
}

// types returns the types of cells, and the attributes that hold their values
// (OpenDocument 1.3 part 3, office:value-type).
func types() [7][2]string {
	return [...][2]string{
		{"string", "office:string-value"}, {"float", "office:value"}, {"date", "office:date-value"}, {"percentage", "office:value"},
		{"currency", "office:value"}, {"boolean", "office:boolean-value"}, {"time", "office:time-value"},
	}
}

// rawCell is what the tags say of a cell.
type rawCell struct {
	kind   string // office:value-type
	value  string // as that type spells it
	given  bool   // there is a value
	failed bool   // a formula came to an error
}

// readCell reads the cell that has just started, which follows the one in the
// column before, and returns the last column that it stands for.
func (s *scan) readCell(before int) (int, error) {
	most := s.doc.bounds.Columns
	times, err := s.repeated("table:number-columns-repeated", "cell")
	if err != nil {
		return before, err
	}
	last := min(before+times, most+1)
	s.span(before + 1)
	cell := Cell{Formula: s.x.Attr("table:formula") != nil}
	raw := s.rawCell()
	long, err := s.content()
	if err != nil {
		return last, err
	}
	filled := s.decode(&cell, raw) || long
	switch {
	case !filled:
		return last, nil
	case before+1 > most || before+times > most:
		err = s.sink.Note(s.row+1, 0, diag.Diagnostic{Rule: "outside-sheet",
			Message: fmt.Sprintf("a cell of this row lies outside of the sheet, which ends at column %s", diag.ColumnName(most))})
	case long || len(cell.Text) > s.doc.bounds.StringBytes:
		cell = Cell{Kind: Unread}
		err = s.sink.Note(s.row+1, before+1, diag.Diagnostic{Rule: "text-too-long", Hint: "shorten the text",
			Message: fmt.Sprintf("the text of this cell has more than %d bytes", s.doc.bounds.StringBytes)})
	case cell.Kind == Unread:
		got := strings.ToValidUTF8(cell.Text, "\uFFFD")
		cell = Cell{Kind: Unread}
		err = s.sink.Note(s.row+1, before+1, diag.Diagnostic{Rule: "broken-cell", Got: got,
			Message: fmt.Sprintf("the file says that this cell is a %s, and its value is none", clip(raw.kind))})
	}
	if err != nil {
		return last, err
	}
	if s.bytes += len(cell.Text); s.bytes > s.doc.bounds.RowText {
		return last, &Fault{"over-limit", fmt.Sprintf("the row has more than %d MiB of text", s.doc.bounds.RowText>>20), splitUp}
	}
	for c := before + 1; c <= min(last, most); c++ {
		cell.Column = c
		s.cells = append(s.cells, cell)
	}
	return last, nil
}

// span keeps the range of a merged cell. Its LastRow is how many rows it has
// below the first.
func (s *scan) span(column int) {
	columns, okColumns := xmlscan.ParseIndex(s.x.Attr("table:number-columns-spanned"))
	rows, okRows := xmlscan.ParseIndex(s.x.Attr("table:number-rows-spanned"))
	if !okColumns || !okRows || columns < 1 || rows < 1 || columns*rows == 1 || column > s.doc.bounds.Columns {
		return
	}
	s.merges = append(s.merges, Range{FirstColumn: column, LastColumn: min(column+columns-1, s.doc.bounds.Columns), LastRow: rows - 1})
}

// rawCell reads the attributes of a cell.
func (s *scan) rawCell() rawCell {
	raw := rawCell{failed: string(s.x.Attr("calcext:value-type")) == "error"}
	kind := s.x.Attr("office:value-type")
	all := types()
	i := slices.IndexFunc(all[:], func(t [2]string) bool { return string(kind) == t[0] })
	if i < 0 {
		raw.kind = string(kind)
		return raw
	}
	raw.kind = all[i][0]
	name := all[i][1]
	if v := s.x.Attr(name); v != nil {
		raw.value, raw.given = string(v), true
	}
	return raw
}

func clip(s string) string {
	if len(s) > 40 {
		s = s[:40] + "..."
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
