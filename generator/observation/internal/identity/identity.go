// Package identity reads and writes what an entry workbook says of itself: for
// which programme, jurisdiction and period it was made, and out of which
// definitions. It stands on a hidden sheet:
//
//	tipscore-entry | 1
//	programme      | demonstration
//	framework      | community-response
//	version        | 1.0
//	jurisdiction   | VLD-2
//	period         | 2024-Q1
//	language       | en
//	sheet          | Prevención   | answers
//	sheet          | Compromisos  | commitments
//
// The lines at the end say what stands on which sheet, since their names are in
// the language of the monitors. Monitors rename files and forget which is which; the hidden sheet travels
// with the answers.
package identity

import (
	"fmt"
	"strconv"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// SheetName is the name of the hidden sheet.
const SheetName = "tipscore"

// mark is the first cell of the sheet, and format the number beside it. A
// later layout of entry workbooks has a higher one.
const (
	mark   = "tipscore-entry"
	format = "1"

	sheetKey = "sheet"
)

// maxRows bounds how much of a sheet is read: nothing of ours has more.
const maxRows = 64

// The kinds of sheets beside the registers, which go by their own names.
const (
	Answers = "answers"
	Sources = "sources"
	Start   = "start" // for people
	Lists   = "lists" // of options
)

// Identity is what the hidden sheet says, as it stands there.
type Identity struct {
	Format       string
	Programme    string
	Framework    string
	Version      string // of the framework
	Jurisdiction string
	Period       string
	Language     string
	Copy         string // "2" for the workbook of a second coder; "" for the first
	Sheets       []Sheet

	Pos diag.Pos // of the first cell
	at  map[string]diag.Pos

	plain bool     // there is no hidden sheet
	file  diag.Pos // the workbook
	start []told   // by the sheets that are for people
}

// Sheet says what stands on a sheet: [Answers], [Sources], [Start] or a
// register.
type Sheet struct{ Name, Kind string }

// Kind returns what stands on the sheet, "" if the workbook does not say.
func (i *Identity) Kind(sheet string) string {
	for _, s := range i.Sheets {
		if s.Name == sheet {
			return s.Kind
		}
	}
	return ""
}

// field is one line of the sheet.
type field struct {
	key   string
	value *string
}

func (i *Identity) fields() []field {
	return []field{
		{mark, &i.Format}, {"programme", &i.Programme}, {"framework", &i.Framework}, {"version", &i.Version},
		{"jurisdiction", &i.Jurisdiction}, {"period", &i.Period}, {"language", &i.Language}, {"copy", &i.Copy},
	}
}

// Rows returns the lines of the hidden sheet.
func (i Identity) Rows() [][]string {
	i.Format = format
	var rows [][]string
	for _, f := range i.fields() {
		if *f.value != "" {
			rows = append(rows, []string{f.key, *f.value})
		}
	}
	for _, s := range i.Sheets {
		rows = append(rows, []string{sheetKey, s.Name, s.Kind})
	}
	return rows
}

// Read returns what the hidden sheet of a workbook says, nil for one that has
// none. Parts of it may be missing. The error is for a file that can no longer be read.
func Read(b *workbook.Book) (*Identity, error) {
	for _, s := range b.Sheets() {
		if s.Name != SheetName {
			continue
		}
		i := &Identity{at: map[string]diag.Pos{}}
		if _, _, err := b.Scan(s.Name, func(row *workbook.Row) bool { return i.take(b, s.Name, row) }); err != nil {
			return nil, fmt.Errorf("read sheet %q: %w", s.Name, err)
		}
		if len(i.at) > 0 {
			return i, nil
		}
	}
	return nil, nil
}

// take reads one line and reports whether another may follow.
func (i *Identity) take(b *workbook.Book, sheet string, row *workbook.Row) bool {
	var text [4]string
	for _, c := range row.Cells {
		if c.Column >= len(text) {
			break
		}
		s := c.Text
		if c.Kind == workbook.Number {
			s = typed.Shortest(c.Number) // a spreadsheet program made a number of the text
		}
		text[c.Column], _ = typed.Tidy(s)
	}
	key := text[1]
	for _, f := range i.fields() {
		if f.key == key {
			*f.value, i.at[key] = text[2], b.Pos(sheet, row.Number, 2)
		}
	}
	switch key {
	case mark:
		i.Pos = b.Pos(sheet, row.Number, 1)
	case sheetKey:
		i.Sheets = append(i.Sheets, Sheet{Name: text[2], Kind: text[3]})
	}
	return row.Number < maxRows
}

// Local returns the id that a source has outside of the workbook that
// describes it. Two towns call their first source s1 and mean two things, and
// so do two coders of one town.
func (i *Identity) Local(id string) string {
	if i.Copy != "" {
		id = i.Copy + "-" + id
	}
	return i.Jurisdiction + "-" + i.Period + "-" + id
}

// Number returns whose copy of the workbook it is: 1 for the first coder's.
func (i *Identity) Number() uint8 {
	n, err := strconv.ParseUint(i.Copy, 10, 8)
	if err != nil || n == 0 {
		return 1
	}
	return uint8(n)
}
