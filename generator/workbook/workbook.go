package workbook

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds. Error is an Excel error value such as "#N/A".
const (
	Empty Kind = iota
	Text
	Number
	Bool
	Error
)

// Cell is one cell as it stands in the file.
type Cell struct {
	Column  int     // 1-based
	Kind    Kind    // what it holds; a formula's kind is that of its cached value
	Text    string  // the text, or the value as the file spells it; TRUE or FALSE
	Number  float64 // Number only
	IsDate  bool    // a Number shown as a date or time
	Formula bool    // the cell has a formula
	NoValue bool    // a formula without a cached value; Kind is Empty
}

// Row is one row that has at least one non-empty cell. Empty cells are left
// out, except for formulas without a cached value.
type Row struct {
	Number int    // 1-based; in a .csv the line on which the row begins
	Cells  []Cell // ascending by Column, no column twice
}

// Sheet names a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
}

// Range is a rectangle of cells, all four bounds 1-based and included.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int }

// Book is an open workbook. It is not safe for concurrent use.
type Book struct {
	name   string
	file   io.Closer
	limits Limits
	sheets []Sheet

	table    io.ReaderAt // a .csv
	size     int64
	pkg      *container // an .xlsx
	targets  []string   // the part of each sheet
	shared   *sharedTexts
	dates    []bool // by cell format
	from1904 bool
}

// Open reads the outline of a workbook: its sheets, styles and shared texts.
// A file that cannot be a workbook (not a zip, an .xls or .ods in disguise,
// encrypted, truncated, over a limit) yields a diagnostic at name and a nil
// Book; an error means that the file could not be read at all. A Book may come
// with findings: warnings, or a sheet that is listed and missing.
//
// The name is the file's path in fsys, and stands in every position. A name
// that ends in .csv is read as a table with a single sheet named "".
func Open(fsys fs.FS, name string, limits Limits) (*Book, diag.List, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	b := &Book{name: name, file: f, limits: limits.withDefaults()}
	list, err := b.open(f)
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
	budget := &budgetReader{r: r, off: true}
	if strings.EqualFold(path.Ext(b.name), ".csv") {
		b.table, b.size, b.sheets = budget, size, []Sheet{{}}
		return nil, checkTable(budget, size)
	}
	head, err := readHead(budget, size)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(head, zipMagic) && !strings.HasPrefix(head, emptyZipMagic) {
		return nil, notZip(budget, size)
	}
	if b.pkg, err = openContainer(r, size, b.limits); err != nil {
		return nil, err
	}
	return b.outline()
}

// outline reads what all sheets share.
func (b *Book) outline() (diag.List, error) {
	part, err := b.pkg.workbookPart()
	if err != nil {
		return nil, err
	}
	list := b.pkg.passengers(diag.Pos{File: b.name})
	rels, err := b.pkg.relationships(part)
	if err != nil {
		return list, err
	}
	x, err := b.scan(part, outlineBytes)
	if err != nil {
		return list, err
	}
	entries, from1904, err := readSheetList(x, b.limits)
	if err != nil {
		return list, err
	}
	b.from1904 = from1904
	list.Add(b.placeSheets(entries, rels)...)
	if len(b.sheets) == 0 {
		return list, noSheet(entries, list.HasErrors())
	}
	if rel, ok := pick(rels, ofKind("styles")); ok && b.pkg.has(rel.target) {
		if x, err = b.scan(rel.target, outlineBytes); err != nil {
			return list, err
		}
		if b.dates, err = readStyles(x); err != nil {
			return list, err
		}
	}
	b.shared = &sharedTexts{}
	if rel, ok := pick(rels, ofKind("sharedStrings")); ok && b.pkg.has(rel.target) {
		if x, err = b.scan(rel.target, b.limits.UnpackedBytes); err != nil {
			return list, err
		}
		b.shared, err = readSharedTexts(x, b.limits)
	}
	return list, err
}

// placeSheets finds the part of each sheet that has cells. Charts and dialogs
// are left out, a sheet whose part is missing or whose name is taken is a
// finding.
func (b *Book) placeSheets(entries []sheetEntry, rels []relationship) diag.List {
	var list diag.List
	byID := map[string]relationship{}
	for _, rel := range rels {
		if _, taken := byID[rel.id]; !taken {
			byID[rel.id] = rel
		}
	}
	seen := map[string]bool{}
	for _, e := range entries {
		rel, known := byID[e.id]
		known = known && e.id != ""
		pos := diag.Pos{File: b.name, Sheet: e.Name}
		switch key := strings.ToLower(e.Name); {
		case known && rel.kind != "worksheet":
		case e.id == "":
			list.Add(diag.Diagnostic{Rule: "missing-sheet", Severity: diag.Warning, Pos: pos, Hint: saveAgain,
				Message: "the workbook lists this sheet, but not where its cells are"})
		case !known || rel.external || !b.pkg.has(rel.target):
			list.Add(diag.Diagnostic{Rule: "missing-sheet", Pos: pos, Hint: saveAgain,
				Message: "the workbook lists this sheet, but its cells are not in the file"})
		case seen[key]:
			list.Add(diag.Diagnostic{Rule: "duplicate-sheet", Pos: pos, Hint: "give each sheet a name of its own",
				Message: "two sheets of the workbook have the same name; only the first is read"})
		default:
			seen[key] = true
			b.sheets = append(b.sheets, e.Sheet)
			b.targets = append(b.targets, rel.target)
		}
	}
	return list
}

// scan opens a part for reading.
func (b *Book) scan(part string, most int64) (*scanner, error) {
	p, err := b.pkg.open(part, most)
	if err != nil {
		return nil, err
	}
	return newScanner(p), nil
}

// Sheets returns the sheets in their order in the workbook. Sheets that hold
// only a chart or a dialog are left out.
func (b *Book) Sheets() []Sheet { return b.sheets }

// Scan calls row for every row of the sheet that has a non-empty cell, from
// the top. The Row and its Cells are reused for the next call; the strings in
// them stay valid. It returns the merged ranges, which a sheet states after
// its cells. A cell that cannot be read yields a diagnostic and is left out; a
// sheet whose XML is broken or over a limit yields one and ends the scan. Scan
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
	err := s.read(b.targets[i])
	found, err := finding(err, diag.Pos{File: b.name, Sheet: sheet, Row: s.number}, "broken-sheet", "the sheet")
	s.list.Add(found...)
	return s.merged, s.list, err
}

// Date turns the number of a date cell into a calendar date, in the 1900 or
// 1904 system of this workbook. The false result is for numbers that are no
// date in it.
func (b *Book) Date(serial float64) (year, month, day int, ok bool) {
	d, ok := serialDate(serial, b.from1904)
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
