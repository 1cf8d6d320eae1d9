package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// twoVersions returns a workbook as it is and with another first answer.
func twoVersions(name string) ([2][]byte, error) {
	var out [2][]byte
	var err error
	if out[0], err = os.ReadFile(name); err != nil {
		return out, fmt.Errorf("read the workbook: %w", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out[0]))
	if err != nil {
		return out, fmt.Errorf("open the workbook: %w", err)
	}
	defer f.Close()
	if err := changeAnswer(f, f.GetSheetName(0)); err != nil {
		return out, fmt.Errorf("change the workbook: %w", err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return out, fmt.Errorf("change the workbook: %w", err)
	}
	out[1] = b.Bytes()
	return out, nil
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
