package programme

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// The bounds of a CSV file.
const (
	maxTableBytes = 16 << 20
	maxTableRows  = 100_000
)

// tooLarge is the hint for a table over a bound.
const tooLarge = "remove what does not belong in it"

// table is a CSV file or a sheet as rows of fields with positions.
type table struct {
	name    string
	columns []string // from the first row
	rows    []record
	header  record
}

// record is one row. Its fields are found by the name of their column.
type record struct {
	columns []string
	fields  []string
	pos     []diag.Pos
}

// get returns the field in the column, without surrounding space, and its
// place; the field is empty where the table has no such column.
func (r record) get(column string) (string, diag.Pos) {
	i := slices.Index(r.columns, column)
	if i < 0 || i >= len(r.fields) {
		row := r.pos[0]
		row.Column = 0
		return "", row
	}
	return strings.TrimSpace(r.fields[i]), r.pos[i]
}

// readTable reads the first sheet of a workbook, or a CSV file, with commas, semicolons or tabs between the
// fields, whichever the first row has. It returns nil with a finding where the
// file is not such a table.
func readTable(fsys fs.FS, name string, findings *diag.List) (*table, error) {
	if isWorkbook(name) {
		return readSheet(fsys, name, findings)
	}
	data, err := readBounded(fsys, name)
	if err != nil {
		return nil, err
	}
	finding := func(rule, message, hint string, pos diag.Pos) (*table, error) {
		findings.Add(diag.Diagnostic{Rule: rule, Pos: pos, Message: message, Hint: hint})
		return nil, nil
	}
	start := diag.Pos{File: name, Line: 1, Column: 1}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > maxTableBytes {
		return finding("file-size", fmt.Sprintf("the file is larger than %d MiB", maxTableBytes>>20), tooLarge, diag.Pos{File: name})
	}
	t := &table{name: name}
	lines := bytes.Split(data, []byte("\n"))
	for i, line := range lines {
		if d, bad := badCharacter(line); bad {
			d.Pos.File, d.Pos.Line = name, i+1
			findings.Add(d)
			return nil, nil
		}
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(lines[0])
	r.FieldsPerRecord = -1
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			if t.columns == nil {
				return finding("empty-file", "the file is empty", "write the names of the columns, and a row for each", start)
			}
			return t, nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			pos := at(name, lines, broken.Line, broken.Column)
			return finding("csv-syntax", "the quotation marks are broken: "+broken.Err.Error(), `write " inside quotes as ""`, pos)
		}
		if len(t.rows) == maxTableRows {
			return finding("file-size", fmt.Sprintf("the table has more than %d rows", maxTableRows), tooLarge, diag.Pos{File: name})
		}
		t.add(fields, r, lines)
	}
}

// add takes the next row of the file into the table.
func (t *table) add(fields []string, r *csv.Reader, lines [][]byte) {
	pos := make([]diag.Pos, len(fields))
	for i := range fields {
		line, column := r.FieldPos(i)
		pos[i] = at(t.name, lines, line, column)
	}
	t.addRow(fields, pos)
}

// addRow takes a row of fields with their places: the first names the columns.
func (t *table) addRow(fields []string, pos []diag.Pos) {
	if strings.TrimSpace(strings.Join(fields, "")) == "" {
		return // spreadsheet programs write such rows below the last one
	}
	rec := record{columns: t.columns, fields: fields, pos: pos}
	if t.columns == nil {
		for _, f := range fields {
			t.columns = append(t.columns, strings.TrimSpace(f))
		}
		t.header = rec
		return
	}
	t.rows = append(t.rows, rec)
}

// at returns the place of a byte: the CSV reader counts bytes in a line, people
// count characters.
func at(name string, lines [][]byte, line, column int) diag.Pos {
	line = min(line, len(lines))
	text := lines[line-1]
	return diag.Pos{File: name, Line: line, Column: utf8.RuneCount(text[:min(column-1, len(text))]) + 1}
}

// separator returns what stands between the fields of the first line.
func separator(line []byte) rune {
	for _, s := range []byte{',', ';', '\t'} {
		if bytes.IndexByte(line, s) >= 0 {
			return rune(s)
		}
	}
	return ','
}

// badCharacter finds the first character in the line that is no text.
func badCharacter(line []byte) (diag.Diagnostic, bool) {
	column := 1
	for i := 0; i < len(line); column++ {
		r, size := utf8.DecodeRune(line[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return diag.Diagnostic{
				Rule: "encoding", Pos: diag.Pos{Column: column},
				Message: fmt.Sprintf("the byte 0x%02X is not UTF-8 text", line[i]),
				Hint:    "save the table as CSV in UTF-8",
			}, true
		case yamlnode.IsControl(r) && r != '\r' && r != '\t':
			return diag.Diagnostic{
				Rule: "control-character", Pos: diag.Pos{Column: column},
				Message: fmt.Sprintf("the control character U+%04X stands in the text", r),
				Hint:    "delete it; it is invisible in most editors",
			}, true
		}
		i += size
	}
	return diag.Diagnostic{}, false
}

// readBounded reads at most one byte more than a table may have.
func readBounded(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("read %s: %w: it is a folder", name, fs.ErrNotExist)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxTableBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return data, nil
}
