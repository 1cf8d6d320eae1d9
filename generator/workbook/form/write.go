package form

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"

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
	marked int // the look of a cell for which a rule holds
	lists  lists
	checks []checked // of the sheet that is being written
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
	if x.marked, err = x.file.NewConditionalStyle(attention()); err != nil {
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
	calculate := true // formulas have no first results
	if err := x.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &calculate}); err != nil {
		return err
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
	x.checks = nil
	for i, c := range s.Columns {
		if err := x.column(s, i+1, c); err != nil {
			return err
		}
	}
	for i, row := range s.Rows {
		if err := x.row(s, i+1, row); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	for _, c := range x.checks {
		if err := x.check(s.Name, c); err != nil {
			return fmt.Errorf("%s: %w", c.cells, err)
		}
	}
	return x.view(s)
}

// lastOpen is the row up to which a column's check holds. A program keeps a
// rule and not a cell for each, so that it costs nothing.
const lastOpen = 1000

func (x *writer) column(s Sheet, number int, c Column) error {
	name, err := excelize.ColumnNumberToName(number)
	if err != nil {
		return err
	}
	if err := x.file.SetColWidth(s.Name, name, name, c.Width); err != nil {
		return err
	}
	if c.Hidden {
		if err := x.file.SetColVisible(s.Name, name, false); err != nil {
			return err
		}
	}
	if c.Check != nil {
		x.note(fmt.Sprintf("%s%d:%s%d", name, len(s.Rows)+1, name, lastOpen), c.Check)
	}
	if c.Style == Plain {
		return nil
	}
	return x.file.SetColStyle(s.Name, name, x.styles[c.Style])
}

func (x *writer) row(s Sheet, number int, row Row) error {
	lines := 0.0
	for i, c := range row.Cells {
		at, err := excelize.CoordinatesToCellName(i+1, number)
		if err != nil {
			return err
		}
		value, err := workbook.CellValue(c.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if err := x.fill(s.Name, at, c.Formula, value); err != nil {
			return err
		}
		if err := x.file.SetCellStyle(s.Name, at, at, x.styles[styleOf(c)]); err != nil {
			return err
		}
		if c.Check != nil {
			x.note(at, c.Check)
		}
		lines = max(lines, height(c, s.Columns, i))
	}
	if row.Hidden {
		return x.file.SetRowVisible(s.Name, number, false)
	}
	if lines > 0 {
		return x.file.SetRowHeight(s.Name, number, min(lines, maxHeight))
	}
	return nil
}

// fill writes a value or a formula.
func (x *writer) fill(sheet, at, formula string, value any) error {
	switch {
	case formula != "":
		return x.file.SetCellFormula(sheet, at, formula)
	case value != nil:
		return x.file.SetCellValue(sheet, at, value)
	}
	return nil
}

// rules lets a spreadsheet program mark what is wrong while one types.
func (x *writer) rules(s Sheet) error {
	for _, r := range s.Rules {
		options := []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: r.Formula, Format: &x.marked}}
		if err := x.file.SetConditionalFormat(s.Name, r.Cells, options); err != nil {
			return fmt.Errorf("rule of %s: %w", r.Cells, err)
		}
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
	if err := x.rules(s); err != nil {
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
	if err := x.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if s.Header != "" {
		if err := x.file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddHeader: headerOf(s.Header), OddFooter: "&P / &N"}); err != nil {
			return err
		}
	}
	quoted := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!"
	if s.Frozen > 0 {
		rows := fmt.Sprintf("%s$1:$%d", quoted, s.Frozen)
		if err := x.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: s.Name}); err != nil {
			return err
		}
	}
	if s.Printed == 0 || len(s.Rows) == 0 {
		return nil
	}
	last, err := excelize.ColumnNumberToName(s.Printed)
	if err != nil {
		return err
	}
	area := fmt.Sprintf("%s$A$1:$%s$%d", quoted, last, len(s.Rows))
	return x.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.Name})
}

// maxHeader is how long a header may be, in UTF-16 units with its codes.
const maxHeader = 255

// headerOf writes a text as a header. In headers & begins a code, and so do
// digits behind a code: a font's size.
func headerOf(text string) string {
	out := "&C "
	for _, r := range text {
		next := string(r)
		if r == '&' {
			next = "&&"
		}
		if len(utf16.Encode([]rune(out+next))) > maxHeader {
			break
		}
		out += next
	}
	return out
}
