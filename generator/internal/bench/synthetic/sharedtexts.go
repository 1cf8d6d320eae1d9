package synthetic

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook"
)

// writeShared writes sheets as spreadsheet programs save them: every text
// stands once in a list, and the cells refer to it. The tables that tipscore
// writes have the texts in the cells.
func writeShared(w io.Writer, sheets []workbook.NewSheet) error {
	f := excelize.NewFile()
	defer f.Close()
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
		if err := setRows(f, s); err != nil {
			return fmt.Errorf("write sheet %q: %w", s.Name, err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return sortParts(w, b.Bytes())
}

func setRows(f *excelize.File, s workbook.NewSheet) error {
	if err := f.SetSheetRow(s.Name, "A1", &s.Header); err != nil {
		return err
	}
	for i, row := range s.Rows {
		for k, value := range row {
			if value == nil {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(k+1, i+2)
			if err != nil {
				return err
			}
			if d, ok := value.(workbook.Date); ok {
				value = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
			}
			if err := f.SetCellValue(s.Name, cell, value); err != nil {
				return err
			}
		}
	}
	return nil
}

// sortParts writes the parts of a package by name: excelize has them in any
// order.
func sortParts(w io.Writer, data []byte) error {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("sort the workbook: %w", err)
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return fmt.Errorf("sort the workbook: %w", err)
		}
	}
	return out.Close()
}
