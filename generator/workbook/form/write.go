package form

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook"
	"tipscore/generator/workbook/internal/packer"
)

// ListsName is the hidden sheet with the options of the drop-downs: a list in
// the cell itself holds 255 characters, and an anchor is longer.
const ListsName = "Lists"

// writer writes one form.
type writer struct {
	file   *excelize.File
	styles map[Style]int
	lists  lists
}

// Write writes the sheets in their order, and the hidden one with the options
// after them. An error says what cannot be written; then w has received
// nothing.
func Write(w io.Writer, sheets []Sheet) error {
	x := &writer{file: excelize.NewFile(), lists: lists{at: map[string]string{}}}
	defer x.file.Close()
	if err := x.write(sheets); err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	if err := packer.Write(w, x.file); err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	return nil
}

func (x *writer) write(sheets []Sheet) (err error) {
	if x.styles, err = newStyles(x.file); err != nil {
		return err
	}
	seen := map[string]bool{strings.ToLower(ListsName): true}
	for i, s := range sheets {
		if seen[strings.ToLower(s.Name)] {
			return fmt.Errorf("two sheets are named %q", s.Name)
		}
		seen[strings.ToLower(s.Name)] = true
		if i == 0 {
			err = x.file.SetSheetName(x.file.GetSheetName(0), s.Name)
		} else {
			_, err = x.file.NewSheet(s.Name)
		}
		if err == nil {
			err = x.sheet(s)
		}
		if err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	if err := x.addLists(); err != nil {
		return fmt.Errorf("sheet %q: %w", ListsName, err)
	}
	for _, s := range sheets {
		if err := x.file.SetSheetVisible(s.Name, !s.Hidden); err != nil {
			return fmt.Errorf("hide sheet %q: %w", s.Name, err)
		}
	}
	x.file.SetActiveSheet(max(0, slices.IndexFunc(sheets, func(s Sheet) bool { return !s.Hidden })))
	return nil
}

func (x *writer) sheet(s Sheet) error {
	for i, width := range s.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := x.file.SetColWidth(s.Name, name, name, width); err != nil {
			return err
		}
	}
	for i, row := range s.Rows {
		if err := x.row(s.Name, i+1, row); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return x.view(s)
}

func (x *writer) row(sheet string, number int, row Row) error {
	for i, c := range row.Cells {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		if err != nil {
			return err
		}
		value, err := workbook.CellValue(c.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if value != nil {
			if err := x.file.SetCellValue(sheet, at, value); err != nil {
				return err
			}
		}
		if err := x.file.SetCellStyle(sheet, at, at, x.styles[styleOf(c)]); err != nil {
			return err
		}
		if c.Check != nil {
			if err := x.check(sheet, at, c.Check); err != nil {
				return fmt.Errorf("%s: %w", at, err)
			}
		}
	}
	if row.Height > 0 {
		if err := x.file.SetRowHeight(sheet, number, row.Height); err != nil {
			return err
		}
	}
	if row.Hidden {
		return x.file.SetRowVisible(sheet, number, false)
	}
	return nil
}

// view sets how the sheet is shown, printed and locked.
func (x *writer) view(s Sheet) error {
	if s.Frozen > 0 {
		below, err := excelize.CoordinatesToCellName(1, s.Frozen+1)
		if err != nil {
			return err
		}
		if err := x.file.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: s.Frozen, TopLeftCell: below, ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	no, right := false, s.RightToLeft
	if err := x.file.SetSheetView(s.Name, 0, &excelize.ViewOptions{RightToLeft: &right, ShowGridLines: &no}); err != nil {
		return err
	}
	if err := x.paper(s); err != nil {
		return err
	}
	if !s.Locked {
		return nil
	}
	return x.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
		Sort: true, AutoFilter: true, InsertHyperlinks: true,
	})
}

// paper fits a sheet on A4, as wide as the paper and as long as it needs.
func (x *writer) paper(s Sheet) error {
	a4, wide, long, orientation := 9, 1, 0, "landscape"
	if s.Portrait {
		orientation = "portrait"
	}
	if err := x.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	fit := true
	return x.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit})
}
