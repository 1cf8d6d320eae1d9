package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// readBare reads every row of every sheet with excelize, the library for
// workbooks that is most used in Go, and does nothing with them. It is the
// floor that a check is held against.
func readBare(name string) error {
	f, err := excelize.OpenFile(name)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if err := readSheet(f, sheet); err != nil {
			return fmt.Errorf("read the sheet %s: %w", sheet, err)
		}
	}
	return nil
}

func readSheet(f *excelize.File, sheet string) error {
	rows, err := f.Rows(sheet)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			return err
		}
	}
	return rows.Error()
}
