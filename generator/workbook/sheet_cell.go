package workbook

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

func (s *sheetReader) readCells() error {
	column := 0
	for {
		tok, err := s.x.Next()
		switch {
		case err != nil:
			return err
		case tok == xmlscan.End:
			return nil
		case tok != xmlscan.Start:
		case string(s.x.Name()) == "c":
			if column, err = s.readCell(column); err != nil {
				return err
			}
		default:
			if err := s.x.Skip(); err != nil {
				return err
			}
		}
	}
}

// readCell reads the cell that has just started, which follows the one in the
// column before, and returns its column.
func (s *sheetReader) readCell(before int) (int, error) {
	column := before + 1
	if ref := s.x.Attr("r"); ref != nil {
		c, r, ok := parseCell(ref)
		if !ok || r != s.number {
			return before, s.misplaced(string(ref))
		}
		column = c
	}
	if column > maxColumn {
		return before, s.misplaced("")
	}
	if s.x.Empty() { // <c r="C14" s="1"/>
		_, err := s.x.Next()
		return column, err
	}
	raw := rawCell{kind: parseType(s.x.Attr("t")), start: len(s.text)}
	if raw.kind == typeNumber {
		style, ok := xmlscan.ParseIndex(s.x.Attr("s"))
		raw.date = ok && style < len(s.book.dates) && s.book.dates[style]
	}
	content, err := s.readContent(&raw)
	switch {
	case err != nil:
		return column, err
	case content.long:
		s.addUnread(column, raw)
		return column, s.tooLong(column)
	case content.values > 1:
		s.addUnread(column, raw)
		return column, s.note(column, diag.Diagnostic{Rule: "broken-cell", Message: "the file gives this cell two values"})
	}
	return column, s.addCell(Cell{Column: column, Formula: content.formula}, raw, content.values > 0)
}

// addCell adds a cell to the row unless it is empty.
func (s *sheetReader) addCell(cell Cell, raw rawCell, hasValue bool) error {
	if raw.end = len(s.text); raw.end > maxRowText {
		return &fault{"over-limit", fmt.Sprintf("the row has more than %d MiB of text", maxRowText>>20), splitUp}
	}
	if raw.start == raw.end {
		// A formula that gave "" is an empty cell; one whose program did
		// not calculate is not.
		if !cell.Formula || raw.kind == typeText && hasValue {
			return nil
		}
		cell.NoValue = true
	}
	s.keep(cell, raw)
	return nil
}

// addUnread adds a cell whose value is not kept.
func (s *sheetReader) addUnread(column int, raw rawCell) {
	s.text = s.text[:raw.start]
	raw.end = raw.start
	s.keep(Cell{Column: column, Kind: Unread}, raw)
}

func (s *sheetReader) keep(cell Cell, raw rawCell) {
	if n := len(s.row.Cells); n > 0 && s.row.Cells[n-1].Column >= cell.Column {
		s.unsorted = true
	}
	s.row.Cells = append(s.row.Cells, cell)
	s.raw = append(s.raw, raw)
}

// cellContent is what was found inside a cell.
type cellContent struct {
	formula bool
	values  int  // elements <v>, or <is> which outdoes them
	long    bool // a value over Limits.StringBytes
}

// readContent reads the elements of a cell and adds its value to text. Inline
// text makes a text cell, whatever the type says.
func (s *sheetReader) readContent(raw *rawCell) (content cellContent, err error) {
	limit := s.book.limits.StringBytes
	inline := false
	for {
		tok, err := s.x.Next()
		if err != nil || tok == xmlscan.End {
			return content, err
		}
		if tok != xmlscan.Start {
			continue
		}
		switch name := string(s.x.Name()); {
		case name == "v" && !inline:
			content.values++
			start := len(s.text)
			s.text, err = plainText(s.x, s.text, start+limit)
			if raw.kind == typeText {
				s.text = append(s.text[:start], unescapeCell(s.text[start:])...)
			}
		case name == "is" && !inline:
			inline, content.values, raw.kind = true, 1, typeText
			s.text, err = richText(s.x, s.text[:raw.start], limit)
		case name == "f":
			content.formula = true
			err = s.x.Skip()
		default:
			err = s.x.Skip()
		}
		if err == errLongText {
			content.long = true
		} else if err != nil {
			return content, err
		}
	}
}
