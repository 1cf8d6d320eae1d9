package workbook

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// cellStyles are the style numbers of the one workbook they were made for.
type cellStyles struct{ header, date, text int }

func newCellStyles(f *excelize.File) (s cellStyles, err error) {
	isoDate := "yyyy\\-mm\\-dd"
	for _, style := range []struct {
		id  *int
		def excelize.Style
	}{
		{&s.header, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.date, excelize.Style{CustomNumFmt: &isoDate}},
		{&s.text, excelize.Style{NumFmt: 49}},
	} {
		if *style.id, err = f.NewStyle(&style.def); err != nil {
			return s, err
		}
	}
	return s, nil
}

// of returns the style of a value in a column.
func (s cellStyles) of(_ int, value any) int {
	switch v := value.(type) {
	case Date:
		return s.date
	case string:
		if v != "" && strings.ContainsRune("=+-@", rune(v[0])) {
			return s.text
		}
	}
	return 0
}

func addRow(stream *excelize.StreamWriter, number int, values []any, style func(int, any) int) error {
	cells := make([]any, len(values))
	for i, value := range values {
		v, err := CellValue(value)
		if err != nil {
			return fmt.Errorf("row %d, column %d: %w", number, i+1, err)
		}
		if v != nil {
			cells[i] = excelize.Cell{StyleID: style(i, value), Value: v}
		}
	}
	first, err := excelize.CoordinatesToCellName(1, number)
	if err != nil {
		return fmt.Errorf("row %d: %w", number, err)
	}
	return stream.SetRow(first, cells)
}

// CellValue returns what excelize shall write for a value of a [NewSheet], nil
// for an empty cell. The error is for what no cell can hold.
func CellValue(value any) (any, error) {
	switch v := value.(type) {
	case nil, bool, int:
		return v, nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%v is not a number that a cell can hold", v)
		}
		return v, nil
	case Date:
		n, ok := v.Encode(false)
		if !ok {
			return nil, fmt.Errorf("there is no date %04d-%02d-%02d in a workbook", v.Year, v.Month, v.Day)
		}
		return n, nil
	case string:
		if v == "" {
			return nil, nil
		}
		return v, checkText(v)
	}
	return nil, fmt.Errorf("a cell cannot hold a %T", value)
}

// checkText refuses text that excelize would cut or change.
func checkText(s string) error {
	units := 0
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return fmt.Errorf("the text is not valid UTF-8")
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF:
			return fmt.Errorf("the text holds the control character %U", r)
		case r > 0xFFFF:
			units++
		}
		units++
	}
	if units > maxCellText {
		return fmt.Errorf("the text has %d characters; a cell holds %d", units, maxCellText)
	}
	return nil
}
