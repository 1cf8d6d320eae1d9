package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// changeWorkbook writes a copy of a workbook in which one answer is another.
func changeWorkbook(name, changed string) error {
	f, err := excelize.OpenFile(name)
	if err != nil {
		return fmt.Errorf("open the workbook: %w", err)
	}
	defer f.Close()
	if err := changeAnswer(f, f.GetSheetName(0)); err != nil {
		return fmt.Errorf("change the workbook: %w", err)
	}
	if err := f.SaveAs(changed); err != nil {
		return fmt.Errorf("save the changed workbook: %w", err)
	}
	return nil
}

// changeAnswer changes the first level that stands in the column value.
func changeAnswer(f *excelize.File, sheet string) error {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "value") {
		return fmt.Errorf("the sheet %s has no column value", sheet)
	}
	column := slices.Index(rows[0], "value")
	for i, row := range rows {
		if column >= len(row) {
			continue
		}
		level, err := strconv.Atoi(row[column])
		if err != nil {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(column+1, i+1)
		if err != nil {
			return err
		}
		return f.SetCellValue(sheet, cell, 1+level%5)
	}
	return errors.New("no level stands in the column value")
}
