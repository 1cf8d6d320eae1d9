package annotate

import (
	"fmt"
	"strings"

	"tipscore/generator/workbook/internal/marks"
)

// former is a mark of an earlier round.
type former struct {
	sheet, cell string
	fill        int // of the cell before
	text        string
}

// clear removes what an earlier round has added. People may have sorted rows
// since: a colour of ours goes wherever it is now, and a note by its words.
func (m *marker) clear() error {
	sheet := ""
	for _, name := range m.file.GetSheetList() {
		if strings.EqualFold(name, marks.SheetName) {
			sheet = name
		}
	}
	if sheet == "" {
		return nil
	}
	rows, err := m.file.GetRows(sheet)
	if err != nil {
		return err
	}
	var old []former
	page := ""
	for i, row := range rows {
		switch {
		case len(row) > 1 && row[0] == marks.Page:
			page = row[1]
		case len(row) > 2 && row[0] == marks.Cell && i < maxFilled+10:
			style, err := m.file.GetCellStyle(sheet, fmt.Sprintf("D%d", i+1))
			if err != nil {
				return err
			}
			fill, _ := m.fillOf(style)
			row = append(row, "", "")
			old = append(old, former{row[1], row[2], fill, row[4]})
		}
	}
	if err := m.unfill(old); err != nil {
		return err
	}
	if err := m.unnote(old); err != nil {
		return err
	}
	for _, name := range m.file.GetSheetList() {
		if name == sheet || page != "" && strings.EqualFold(name, page) {
			if m.file.SheetCount == 1 {
				return fmt.Errorf("the workbook has no sheet but those that tipscore has added")
			}
			if err := m.file.DeleteSheet(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// unfill gives cells their former fill, and takes our colours from all others.
func (m *marker) unfill(old []former) error {
	for _, o := range old {
		if i, err := m.file.GetSheetIndex(o.sheet); err != nil || i < 0 {
			continue // renamed or deleted
		}
		id, err := m.file.GetCellStyle(o.sheet, o.cell)
		if err != nil {
			continue // somebody has written into the hidden sheet
		}
		if _, ours := m.fillOf(id); ours {
			if err := m.refill(o.sheet, o.cell, o.fill); err != nil {
				return err
			}
		}
	}
	none := 0
	for id := range m.file.Styles.CellXfs.Xf {
		if _, ours := m.fillOf(id); ours {
			m.file.Styles.CellXfs.Xf[id].FillID = &none
		}
	}
	return nil
}

// keep writes the hidden sheet: which cells are marked, and a cell in the style
// that each of them had.
func (m *marker) keep(page string, cells []Mark) error {
	f := m.file
	if _, err := f.NewSheet(marks.SheetName); err != nil {
		return err
	}
	if err := f.SetSheetVisible(marks.SheetName, false); err != nil {
		return err
	}
	rows := [][]string{{marks.SheetName, marks.Format}, {marks.Page, page}}
	for _, c := range cells {
		rows = append(rows, []string{marks.Cell, c.Sheet, cellName(c), "", c.Text})
	}
	for i, row := range rows {
		for k, text := range row {
			if text == "" {
				continue
			}
			if err := f.SetCellStr(marks.SheetName, fmt.Sprintf("%c%d", 'A'+k, i+1), clean(text)); err != nil {
				return err
			}
		}
	}
	for i, c := range cells {
		style, err := f.GetCellStyle(c.Sheet, cellName(c))
		if err != nil {
			return fmt.Errorf("%s!%s: %w", c.Sheet, cellName(c), err)
		}
		at := fmt.Sprintf("D%d", i+3)
		if err := f.SetCellStyle(marks.SheetName, at, at, style); err != nil {
			return err
		}
	}
	return nil
}
