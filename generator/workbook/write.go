package workbook

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook/internal/packer"
)

// NewSheet is a table to write: one header row, and rows under it. A value of
// a row is a string, float64, int, bool, [Date] or nil; nil and "" leave the
// cell empty. Numbers keep 15 significant digits, as Excel does.
type NewSheet struct {
	Name   string
	Hidden bool
	Header []string
	Rows   [][]any
}

// Bounds of the format (ECMA-376, and Excel's own limits).
const (
	maxRow      = 1048576
	maxColumn   = 16384
	maxCellText = 32767 // UTF-16 units
)

// Write writes a workbook with the sheets in their order. The header is bold,
// stays in view, and carries the filter buttons. Text stays text, also where
// it begins like a formula: "=1+1" is written as four characters and is still
// text after somebody edits the cell.
//
// The bytes depend on the sheets alone: there is no time, no user and no
// machine in them. An error says which sheet, row and column cannot be
// written; then w has received nothing.
func Write(w io.Writer, sheets []NewSheet) error {
	if err := checkSheets(sheets); err != nil {
		return err
	}
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newCellStyles(f)
	if err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	if err := nameSheets(f, sheets); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	for _, s := range sheets {
		if err := addSheet(f, styles, s); err != nil {
			return fmt.Errorf("write sheet %q: %w", s.Name, err)
		}
	}
	if err := packer.Write(w, f); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// checkSheets finds what excelize would merge or accept in silence.
func checkSheets(sheets []NewSheet) error {
	visible := false
	seen := map[string]bool{}
	for _, s := range sheets {
		visible = visible || !s.Hidden
		key := strings.ToLower(s.Name)
		if seen[key] {
			return fmt.Errorf("write workbook: two sheets are named %q", s.Name)
		}
		seen[key] = true
	}
	if !visible {
		return fmt.Errorf("write workbook: no visible sheet")
	}
	return nil
}

// nameSheets makes the empty sheets, the first in place of the one that a new
// file comes with, and lets the first visible one open.
func nameSheets(f *excelize.File, sheets []NewSheet) error {
	for i, s := range sheets {
		var err error
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err != nil {
			return fmt.Errorf("name sheet %q: %w", s.Name, err)
		}
	}
	f.SetActiveSheet(slices.IndexFunc(sheets, func(s NewSheet) bool { return !s.Hidden }))
	for _, s := range sheets {
		if err := f.SetSheetVisible(s.Name, !s.Hidden); err != nil {
			return fmt.Errorf("hide sheet %q: %w", s.Name, err)
		}
	}
	return nil
}

// addSheet streams the cells of one sheet.
func addSheet(f *excelize.File, styles cellStyles, s NewSheet) error {
	stream, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if err := layOut(f, stream, s); err != nil {
		return err
	}
	if err := addRows(stream, styles, s); err != nil {
		return err
	}
	return stream.Flush()
}

// layOut sets what stands before the rows: column widths, the frozen header
// and its filter.
func layOut(f *excelize.File, stream *excelize.StreamWriter, s NewSheet) error {
	for i, width := range columnWidths(s) {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if len(s.Header) == 0 {
		return nil
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(s.Header), len(s.Rows)+1, true)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(s.Name, "$A$1:"+last, nil); err != nil {
		return err
	}
	// excelize does not double the apostrophe of a name such as "L'Ouest",
	// and Excel then calls the file damaged.
	names := f.WorkBook.DefinedNames.DefinedName
	names[len(names)-1].Data = "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!$A$1:" + last
	return nil
}

func addRows(stream *excelize.StreamWriter, styles cellStyles, s NewSheet) error {
	first := 1
	if len(s.Header) > 0 {
		header := make([]any, len(s.Header))
		for i, title := range s.Header {
			header[i] = title
		}
		if err := addRow(stream, 1, header, func(int, any) int { return styles.header }); err != nil {
			return err
		}
		first = 2
	}
	for i, row := range s.Rows {
		if err := addRow(stream, first+i, row, styles.of); err != nil {
			return err
		}
	}
	return nil
}

// columnWidths follows the longest of the first rows, between 9 and 60
// characters.
func columnWidths(s NewSheet) []float64 {
	var widths []float64
	widen := func(column int, text string) {
		for len(widths) <= column {
			widths = append(widths, 9)
		}
		widths[column] = min(60, max(widths[column], float64(utf8.RuneCountInString(text)+2)))
	}
	for i, title := range s.Header {
		widen(i, title+"  ") // room for the filter button
	}
	for _, row := range s.Rows[:min(len(s.Rows), 200)] {
		for i, value := range row {
			if i >= maxColumn {
				break
			}
			switch v := value.(type) {
			case nil:
			case Date:
				widen(i, "2014-12-31")
			case string:
				line, _, _ := strings.Cut(v, "\n")
				widen(i, line)
			default:
				widen(i, fmt.Sprint(v))
			}
		}
	}
	return widths
}
