package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"tipscore/generator/diag"
)

// decodeRow turns the raw values of the row into cells. One string holds all
// the texts of a row; the cells share it.
func (s *sheetReader) decodeRow() error {
	all := string(s.text)
	kept := s.row.Cells[:0]
	for i, raw := range s.raw {
		cell := s.row.Cells[i]
		cell.Text = all[raw.start:raw.end]
		if !cell.NoValue {
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
			if err := s.found("duplicate-cell", cell.Column, "the file holds this cell twice", cell.Text); err != nil {
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
// file spells it. It returns false, after a finding, for a value that is none,
// and for an empty one.
func (s *sheetReader) decode(cell *Cell, raw rawCell) (bool, error) {
	switch raw.kind {
	case typeNumber:
		n, ok := parseNumber(cell.Text)
		if !ok {
			return false, s.found("broken-cell", cell.Column, "the file says that this cell is a number, and it is none", cell.Text)
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
			return false, s.found("broken-cell", cell.Column, "the file says that this cell is TRUE or FALSE, and it is neither", cell.Text)
		}
		cell.Kind = Bool
	case typeError:
		cell.Kind = Error
	case typeISODate:
		cell.Kind = Text
		if n, ok := s.book.isoDate(cell.Text); ok {
			cell.Kind, cell.Number, cell.IsDate = Number, n, true
		}
	default:
		return false, s.found("broken-cell", cell.Column, "this cell is of a type that no spreadsheet has", cell.Text)
	}
	return true, nil
}

// decodeShared looks up the shared text whose index is in Text.
func (s *sheetReader) decodeShared(cell *Cell) (bool, error) {
	texts := s.book.shared.texts
	i, ok := parseIndex(cell.Text)
	if !ok || i >= len(texts) {
		return false, s.found("broken-cell", cell.Column,
			fmt.Sprintf("this cell refers to shared text %s of %d, which the file does not have", clip(cell.Text), len(texts)), "")
	}
	if s.book.shared.tooLong[i] {
		return false, s.tooLong(cell.Column)
	}
	cell.Kind, cell.Text = Text, texts[i]
	return cell.Text != "", nil
}

func (s *sheetReader) tooLong(column int) error {
	d := diag.Diagnostic{Rule: "text-too-long", Pos: s.book.Pos(s.sheet, s.number, column),
		Message: fmt.Sprintf("the text of this cell has more than %d bytes", s.book.limits.StringBytes), Hint: "shorten the text"}
	s.list.Add(d)
	if len(s.list) >= maxFindings {
		return &fault{"broken-sheet", fmt.Sprintf("the sheet has more than %d damaged cells; the rest is not read", maxFindings), saveAgain}
	}
	return nil
}

// misplaced notes a cell with an address that is none, or outside of the row
// or the sheet.
func (s *sheetReader) misplaced(ref string) error {
	message := fmt.Sprintf("a cell of this row lies outside of the sheet, which ends at column %s", diag.ColumnName(maxColumn))
	if ref != "" {
		message = fmt.Sprintf("a cell of this row has the address %q, which is not in it", clip(ref))
	}
	if err := s.found("outside-sheet", 0, message, ""); err != nil {
		return err
	}
	return s.x.skip()
}

// parseNumber reads a number as XML Schema writes a double, without the words
// for infinity and not-a-number.
func parseNumber(text string) (float64, bool) {
	if n := len(text); n > 0 && n <= 15 {
		whole := 0 // exact in a float64
		for i := range n {
			c := text[i] - '0'
			if c > 9 {
				whole = -1
				break
			}
			whole = whole*10 + int(c)
		}
		if whole >= 0 {
			return float64(whole), true
		}
	}
	text = strings.TrimSpace(text)
	if strings.Trim(text, "0123456789+-.eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// isoDate returns the serial number of a date in ISO 8601, with or without a
// time: cells of type d, which strict files use.
func (b *Book) isoDate(text string) (float64, bool) {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		t, err := time.Parse(layout, strings.TrimSpace(text))
		if err != nil {
			continue
		}
		n, ok := Date{t.Year(), int(t.Month()), t.Day()}.serial(b.from1904)
		clock := time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second
		return n + clock.Hours()/24, ok
	}
	return 0, false
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

// parseIndex reads a whole number of at most nine digits.
func parseIndex[T string | []byte](text T) (int, bool) {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	for len(text) > 0 && isSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, len(text) > 0 && len(text) <= 9
}

// parseCell reads an address such as "C14".
func parseCell(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20 // upper case
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A'+1)
	}
	digits := ref[i:]
	if i == 0 || len(digits) == 0 || len(digits) > 7 || digits[0] == '0' {
		return 0, 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column, row, column <= maxColumn && row <= maxRow
}

// parseRange reads a range such as "A1:C14", or a single cell.
func parseRange(ref []byte) (Range, bool) {
	from, to, found := bytes.Cut(ref, []byte(":"))
	if !found {
		to = from
	}
	c1, r1, ok1 := parseCell(from)
	c2, r2, ok2 := parseCell(to)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}
