package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
)

// table is a CSV file under its header row.
type table struct {
	name    string
	columns []string
	rows    []row
}

// row is one row of a table with the line that it stands on.
type row struct {
	table  *table
	line   int
	fields []string
}

// readTable reads a CSV file that has at least the columns.
func readTable(fsys fs.FS, name string, columns ...string) (*table, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	r := csv.NewReader(bytes.NewReader(data))
	records, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(records) == 0 {
		return nil, fmt.Errorf("read %s: it is empty", name)
	}
	t := &table{name: name, columns: records[0]}
	for _, c := range columns {
		if !slices.Contains(t.columns, c) {
			return nil, fmt.Errorf("read %s: it has no column %q", name, c)
		}
	}
	for i, fields := range records[1:] {
		t.rows = append(t.rows, row{t, i + 2, fields})
	}
	return t, nil
}

// get returns the cell in the column, "" if there is no such column.
func (r row) get(column string) string {
	if i := slices.Index(r.table.columns, column); i >= 0 {
		return r.fields[i]
	}
	return ""
}

// errorf returns an error that names the row.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.table.name, r.line, fmt.Errorf(format, args...))
}

// writeTable returns the CSV file with the rows.
func writeTable(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("write a table: %w", err)
	}
	return b.Bytes(), nil
}

// sortRows sorts rows by their first cell, then by their second.
func sortRows(rows [][]string) {
	slices.SortStableFunc(rows, func(a, b []string) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
}
