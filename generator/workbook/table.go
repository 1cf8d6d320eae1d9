package workbook

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
)

const byteOrderMark = "\xEF\xBB\xBF"

// isTable reports whether a file of that name holds a table as text.
func isTable(name string) bool {
	ext := path.Ext(name)
	return strings.EqualFold(ext, ".csv") || strings.EqualFold(ext, ".tsv")
}

// checkTable refuses what is no text under the name of a table.
func checkTable(r io.ReaderAt, size int64) error {
	head, err := readHead(r, size)
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(head, zipMagic):
		return &fault{"not-a-table", "this is a workbook under the name of a text file", "let its name end in .xlsx"}
	case strings.HasPrefix(head, oleMagic):
		return &fault{"not-a-table", "this is a workbook of an old Excel under the name of a text file", saveAsXLSX}
	case strings.HasPrefix(head, "\xFF\xFE"), strings.HasPrefix(head, "\xFE\xFF"):
		return &fault{"not-utf8", "the table is written in UTF-16", saveAsUTF8}
	case strings.ContainsRune(head, 0):
		return &fault{"not-a-table", "this is not a text file", saveAsUTF8}
	case strings.Contains(head, "\r") && !strings.Contains(head, "\n"):
		return &fault{"broken-table", "the lines of the table end in the way of an old Macintosh", saveAsUTF8}
	}
	return nil
}

const saveAsUTF8 = "save it as \"CSV UTF-8\" in Excel, or choose the character set Unicode (UTF-8) in LibreOffice"

// scanTable reads a table written as text. All its cells are Text.
func scanTable(b *Book, row func(*Row) bool) (diag.List, error) {
	head, err := readHead(b.table, b.size)
	if err != nil {
		return finding(err, diag.Pos{File: b.name}, "broken-table", "the table")
	}
	skip := int64(0)
	if strings.HasPrefix(head, byteOrderMark) {
		skip = int64(len(byteOrderMark))
	}
	t := &tableReader{book: b, after: 1}
	t.source = recordBudget{r: io.NewSectionReader(b.table, skip, b.size-skip), most: recordBytes(b.limits)}
	t.csv = csv.NewReader(&t.source)
	t.csv.FieldsPerRecord = -1
	t.csv.ReuseRecord = true
	t.csv.Comma = delimiter(head[skip:])
	for {
		switch more, err := t.next(); {
		case err != nil:
			found, err := finding(err, diag.Pos{File: b.name, Line: t.row.Number}, "broken-table", "the table")
			t.list.Add(found...)
			return t.list, err
		case !more:
			return t.list, nil
		}
		if len(t.row.Cells) > 0 && !row(&t.row) {
			return t.list, nil
		}
	}
}

// delimiter is the mark that the first line has most of, quoted ones not
// counted: a comma, or a semicolon, which Excel writes where the comma is the
// decimal sign, or the tab of "Text (Tab delimited)" and of cells that were
// copied into a text file.
func delimiter(head string) rune {
	quoted, counts := false, map[rune]int{}
	for _, c := range head {
		if c == '\n' && !quoted {
			break
		}
		if c == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[c]++
		}
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// tableReader reads a .csv record by record.
type tableReader struct {
	book   *Book
	csv    *csv.Reader
	source recordBudget
	row    Row
	after  int // the line after row
	cells  int
	list   diag.List
}

// next reads one record into row; false is the end of the table.
func (t *tableReader) next() (bool, error) {
	t.row.Cells = t.row.Cells[:0]
	t.source.left = t.source.most
	record, err := t.csv.Read()
	var parse *csv.ParseError
	switch {
	case err == io.EOF:
		return false, nil
	case errors.As(err, &parse):
		t.row.Number = parse.StartLine
		return true, t.found("broken-table", 0, "the quotation marks of this line do not match",
			"put the whole text between quotation marks, and write a quotation mark inside it twice")
	case err != nil:
		t.row.Number = t.after
		return false, err
	}
	if len(record) > 0 {
		t.row.Number, _ = t.csv.FieldPos(0)
	}
	t.after = t.row.Number + 1
	for i, text := range record {
		t.after += strings.Count(text, "\n")
		if err := t.add(i+1, text); err != nil {
			return false, err
		}
	}
	if t.cells += len(t.row.Cells); t.cells > t.book.limits.Cells {
		return false, &fault{"over-limit", fmt.Sprintf("the table has more than %d filled cells", t.book.limits.Cells), splitUp}
	}
	return true, nil
}

// add appends a cell to the row unless it is empty or not to be read.
func (t *tableReader) add(column int, text string) error {
	switch {
	case text == "":
	case column > maxColumn:
		return t.found("outside-sheet", column, fmt.Sprintf("the line has more than %d columns", maxColumn), splitUp)
	case len(text) > t.book.limits.StringBytes:
		t.row.Cells = append(t.row.Cells, Cell{Column: column, Kind: Unread})
		return t.found("text-too-long", column, fmt.Sprintf("the text of this cell has more than %d bytes", t.book.limits.StringBytes), "shorten the text")
	case !utf8.ValidString(text):
		t.row.Cells = append(t.row.Cells, Cell{Column: column, Kind: Unread})
		return t.found("not-utf8", column, fmt.Sprintf("%q is not UTF-8", clip(text)), saveAsUTF8)
	default:
		t.row.Cells = append(t.row.Cells, Cell{Column: column, Kind: Text, Text: text})
	}
	return nil
}

// found notes a finding and ends the scan after maxFindings.
func (t *tableReader) found(rule string, column int, message, hint string) error {
	t.list.Add(diag.Diagnostic{Rule: rule, Pos: t.book.Pos("", t.row.Number, column), Message: message, Hint: hint})
	if len(t.list) >= maxFindings {
		return &fault{"broken-table", fmt.Sprintf("the table has more than %d such places; the rest is not read", maxFindings), hint}
	}
	return nil
}

// recordBytes bounds one record, so that a quotation mark that is never closed
// does not pull the whole file into memory.
func recordBytes(l Limits) int64 { return 1<<20 + 8*int64(l.StringBytes) }

// recordBudget lets a limited number of bytes through for each record.
type recordBudget struct {
	r          io.Reader
	left, most int64
}

// Read reads from the table.
func (r *recordBudget) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, &fault{"broken-table", fmt.Sprintf("a line of the table is longer than %d KiB; a quotation mark may be missing", r.most>>10),
			"look for a text that begins with a quotation mark and does not end with one"}
	}
	n, err := r.r.Read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	return n, err
}
