package programme

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook"
)

// isWorkbook reports whether a table stands in a workbook and not in a CSV
// file.
func isWorkbook(name string) bool { return strings.EqualFold(path.Ext(name), ".xlsx") }

// readSheet reads the first visible sheet of a workbook as a table. It returns
// nil with a finding where the file is not such a table.
func readSheet(fsys fs.FS, name string, findings *diag.List) (*table, error) {
	book, list, err := workbook.Open(fsys, name, workbook.Limits{})
	findings.Add(list...)
	if err != nil || book == nil {
		return nil, err
	}
	defer book.Close()
	i := slices.IndexFunc(book.Sheets(), func(s workbook.Sheet) bool { return !s.Hidden })
	if i < 0 {
		return nil, emptyTable(diag.Pos{File: name}, findings)
	}
	sheet := book.Sheets()[i].Name
	t := &table{name: name}
	_, list, err = book.Scan(sheet, func(row *workbook.Row) bool {
		t.take(book, sheet, row)
		return len(t.rows) < maxTableRows
	})
	findings.Add(list...)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read sheet %q: %w", sheet, err)
	case list.HasErrors():
		return nil, nil
	case t.columns == nil:
		return nil, emptyTable(book.Pos(sheet, 0, 0), findings)
	}
	return t, nil
}

// emptyTable reports a table without a row.
func emptyTable(pos diag.Pos, findings *diag.List) error {
	findings.Add(diag.Diagnostic{Rule: "empty-file", Pos: pos, Message: "the table is empty", Hint: "write the names of the columns, and a row for each"})
	return nil
}

// take adds the next row of a sheet.
func (t *table) take(book *workbook.Book, sheet string, row *workbook.Row) {
	last := row.Cells[len(row.Cells)-1].Column
	fields, pos := make([]string, last), make([]diag.Pos, last)
	for i := range pos {
		pos[i] = book.Pos(sheet, row.Number, i+1)
	}
	for _, c := range row.Cells {
		fields[c.Column-1] = cellText(book, c)
	}
	t.addRow(fields, pos)
}

// cellText is what a person sees in a cell: numbers without their format, and
// the first of a month as the month that it was typed as.
func cellText(book *workbook.Book, c workbook.Cell) string {
	if c.Kind != workbook.Number {
		return strings.Clone(c.Text)
	}
	if y, m, d, ok := book.Date(c.Number); c.IsDate && ok {
		if d == 1 {
			return fmt.Sprintf("%04d-%02d", y, m)
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	return strconv.FormatFloat(c.Number, 'f', -1, 64)
}
