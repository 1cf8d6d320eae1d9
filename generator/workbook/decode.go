package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/serial"
	"tipscore/generator/workbook/internal/xmlscan"
)

// decodeRow turns the raw values of the row into cells. One string holds all
// the texts of a row; the cells share it.
func (s *sheetReader) decodeRow() error {
	all := string(s.text)
	kept := s.row.Cells[:0]
	for i, raw := range s.raw {
		cell := s.row.Cells[i]
		cell.Text = all[raw.start:raw.end]
		if !cell.NoValue && cell.Kind != Unread {
			ok, err := s.decode(&cell, raw)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
		}
		kept = append(kept, cell)
	}
	s.row.Cells = kept
	if s.unsorted {
		return s.sortRow()
	}
	return nil
}

// sortRow puts the cells in the order of their columns. Of two cells with one
// address, the first stands.
func (s *sheetReader) sortRow() error {
	slices.SortStableFunc(s.row.Cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
	kept := s.row.Cells[:0]
	for _, cell := range s.row.Cells {
		if n := len(kept); n > 0 && kept[n-1].Column == cell.Column {
			if err := s.note(cell.Column, diag.Diagnostic{Rule: "duplicate-cell", Message: "the file holds this cell twice", Got: cell.Text}); err != nil {
				return err
			}
			continue
		}
		kept = append(kept, cell)
	}
	s.row.Cells = kept
	return nil
}

// decode sets the kind and the value of a cell whose Text is the value as the
// file spells it. A value that is none makes it Unread, with a finding. It
// returns false for an empty text.
func (s *sheetReader) decode(cell *Cell, raw rawCell) (bool, error) {
	switch raw.kind {
	case typeNumber:
		n, ok := xmlscan.ParseNumber(cell.Text)
		if !ok {
			return true, s.broken(cell, "the file says that this cell is a number, and it is none")
		}
		cell.Kind, cell.Number, cell.IsDate = Number, n, raw.date
	case typeShared:
		return s.decodeShared(cell)
	case typeText:
		cell.Kind = Text
	case typeBool:
		switch cell.Text {
		case "1", "true":
			cell.Text = "TRUE"
		case "0", "false":
			cell.Text = "FALSE"
		default:
			return true, s.broken(cell, "the file says that this cell is TRUE or FALSE, and it is neither")
		}
		cell.Kind = Bool
	case typeError:
		cell.Kind = Error
	case typeISODate:
		cell.Kind = Text
		if n, ok := serial.ParseISO(cell.Text, s.book.from1904); ok {
			cell.Kind, cell.Number, cell.IsDate = Number, n, true
		}
	default:
		return true, s.broken(cell, "this cell is of a type that no spreadsheet has")
	}
	return true, nil
}

// decodeShared looks up the shared text whose index is in Text.
func (s *sheetReader) decodeShared(cell *Cell) (bool, error) {
	texts := s.book.shared.texts
	i, ok := xmlscan.ParseIndex(cell.Text)
	if !ok || i >= len(texts) {
		message := fmt.Sprintf("this cell refers to shared text %s of %d, which the file does not have", clip(cell.Text), len(texts))
		cell.Text = ""
		return true, s.broken(cell, message)
	}
	if s.book.shared.tooLong[i] {
		cell.Kind, cell.Text = Unread, ""
		return true, s.tooLong(cell.Column)
	}
	cell.Kind, cell.Text = Text, texts[i]
	return cell.Text != "", nil
}

func (s *sheetReader) broken(cell *Cell, message string) error {
	got := cell.Text
	cell.Kind, cell.Text = Unread, ""
	return s.note(cell.Column, diag.Diagnostic{Rule: "broken-cell", Message: message, Got: got})
}

func (s *sheetReader) tooLong(column int) error {
	return s.note(column, diag.Diagnostic{Rule: "text-too-long", Hint: "shorten the text",
		Message: fmt.Sprintf("the text of this cell has more than %d bytes", s.book.limits.StringBytes)})
}

// misplaced notes a cell with an address that is none, or outside of the row
// or the sheet.
func (s *sheetReader) misplaced(ref string) error {
	message := fmt.Sprintf("a cell of this row lies outside of the sheet, which ends at column %s", diag.ColumnName(maxColumn))
	if ref != "" {
		message = fmt.Sprintf("a cell of this row has the address %q, which is not in it", clip(ref))
	}
	if err := s.note(0, diag.Diagnostic{Rule: "outside-sheet", Message: message}); err != nil {
		return err
	}
	return s.x.Skip()
}

func parseType(t []byte) cellType {
	switch string(t) {
	case "", "n":
		return typeNumber
	case "s":
		return typeShared
	case "str", "inlineStr":
		return typeText
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeISODate
	}
	return typeUnknown
}
