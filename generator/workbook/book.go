package workbook

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/opendocument"
	"tipscore/generator/workbook/internal/serial"
)

// Book is an open workbook. It is not safe for concurrent use.
type Book struct {
	name   string
	file   io.Closer
	limits Limits
	sheets []Sheet
	listed []Sheet // without those that a marked copy was given

	table    io.ReaderAt // a .csv
	size     int64
	pkg      *container // an .xlsx
	targets  []string   // the part of each sheet
	shared   *sharedTexts
	dates    []bool // by cell format
	from1904 bool

	document *opendocument.Document // an .ods
}

// Open reads the outline of a workbook: its sheets, styles and shared texts.
// A file that cannot be a workbook (not a zip, an .xls in disguise,
// encrypted, truncated, over a limit) yields a diagnostic at name and a nil
// Book; an error means that the file could not be read at all. A Book may come
// with findings: warnings, or a sheet that is listed and missing.
//
// The name is the file's path in fsys, and stands in every position. A name
// that ends in .csv or .tsv is read as a table with a single sheet named "".
func Open(fsys fs.FS, name string, limits Limits) (*Book, diag.List, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	b := &Book{name: name, file: f, limits: limits.withDefaults()}
	list, err := b.open(f)
	if err == nil {
		err = b.setAside()
	}
	if err == nil {
		return b, list, nil
	}
	f.Close()
	found, err := finding(err, diag.Pos{File: name}, "damaged-workbook", "the workbook")
	list.Add(found...)
	return nil, list, err
}

func (b *Book) open(f fs.File) (diag.List, error) {
	r, size, err := readerAt(f, b.limits)
	if err != nil {
		return nil, err
	}
	if size == 0 {
		return nil, &fault{"empty-file", "the file is empty", "copy or download the file again"}
	}
	file := &budgetReader{r: r, size: size, off: true}
	if isTable(b.name) {
		b.table, b.size, b.sheets = file, size, []Sheet{{}}
		return nil, checkTable(file, size)
	}
	head, err := readHead(file, size)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(head, zipMagic) && !strings.HasPrefix(head, emptyZipMagic) {
		return nil, notZip(file, size)
	}
	if b.pkg, err = openContainer(r, size, b.limits); err != nil {
		return nil, err
	}
	if b.pkg.has("mimetype") && (b.pkg.has("content.xml") || b.pkg.has("encrypted-package")) {
		return b.openDocument()
	}
	list, err := b.outline()
	if err == nil {
		err = misnamed(b.name)
	}
	return list, err
}

// Sheets returns the sheets in their order in the workbook. Sheets that hold
// only a chart or a dialog are left out, and so are the two that a marked copy
// has beside them.
func (b *Book) Sheets() []Sheet { return b.listed }

// Scan calls row for every row of the sheet that has a non-empty cell, from
// the top. The Row and its Cells are reused for the next call; the strings in
// them stay valid. It returns the merged ranges, which a sheet states after
// its cells. A cell that cannot be read yields a diagnostic and comes
// as [Unread], so that nobody takes it for an empty one; a sheet whose XML is broken or over a limit yields one and ends the scan. Scan
// stops early when row returns false, and then knows no merged ranges.
//
// A sheet that the workbook does not have is an error.
func (b *Book) Scan(sheet string, row func(*Row) bool) ([]Range, diag.List, error) {
	i := slices.IndexFunc(b.sheets, func(s Sheet) bool { return s.Name == sheet })
	if i < 0 {
		return nil, nil, fmt.Errorf("read %s: there is no sheet %q", b.name, sheet)
	}
	if b.table != nil {
		list, err := scanTable(b, row)
		return nil, list, err
	}
	s := &sheetReader{book: b, sheet: sheet, deliver: row}
	var err error
	if b.document != nil {
		err = s.readDocument(i)
	} else {
		err = s.read(b.targets[i])
	}
	found, err := finding(err, diag.Pos{File: b.name, Sheet: sheet, Row: s.number}, "broken-sheet", "the sheet")
	s.list.Add(found...)
	return s.merged, s.list, err
}

// Date turns the number of a date cell into a calendar date, in the 1900 or
// 1904 system of this workbook. The false result is for numbers that are no
// date in it.
func (b *Book) Date(number float64) (year, month, day int, ok bool) {
	d, ok := serial.Decode(number, b.from1904)
	return d.Year, d.Month, d.Day, ok
}

// Pos returns the place of a cell: sheet, row and column in a workbook, line
// and column (the number of the field) in a .csv.
func (b *Book) Pos(sheet string, row, column int) diag.Pos {
	if b.table != nil {
		return diag.Pos{File: b.name, Line: row, Column: column}
	}
	return diag.Pos{File: b.name, Sheet: sheet, Row: row, Column: column}
}

// Close releases the file.
func (b *Book) Close() error {
	if err := b.file.Close(); err != nil {
		return fmt.Errorf("close %s: %w", b.name, err)
	}
	return nil
}
