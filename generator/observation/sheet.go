package observation

import (
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// sheetKind says what a sheet was taken for.
type sheetKind uint8

const (
	undecided sheetKind = iota
	answerSheet
	sourceSheet
	registerSheet // read by the package register
	peopleSheet   // of an entry workbook: its first sheet, and the hidden ones
)

// headerWithin is how many filled rows from the top may stand before the
// header row.
const headerWithin = 20

// readSheet reads one sheet, whatever it is.
func (d *decoder) readSheet(s workbook.Sheet) error {
	d.sheet, d.plain = s.Name, s.Name == ""
	d.kind, d.above, d.rows, d.row, d.headerRow = undecided, nil, 0, 0, 0
	d.subject, d.from = subject{}, len(d.List)
	switch d.byName() {
	case registerSheet:
		d.seen.sources++
		return nil
	case peopleSheet:
		return nil
	}
	merged, findings, err := d.book.Scan(s.Name, d.readRow)
	if err != nil {
		return err
	}
	for _, f := range findings {
		d.Add(f)
	}
	if findings.HasErrors() {
		d.seen.broken = true
		d.answers.Unread.Rows = d.answers.Unread.Rows || losesRows(findings)
	}
	if d.kind == undecided && len(d.above) > 0 && d.byName() != undecided && !s.Hidden {
		if d.headings() {
			d.keysLost()
		} else {
			d.sayHeader()
		}
		d.seen.broken, d.answers.Unread.Rows = true, true
	}
	switch {
	case d.kind == undecided && len(d.above) > 0:
		d.judgeForeign(s)
	case d.kind != undecided:
		d.reportMerged(merged)
		d.judgeHidden(s)
		d.noteColumns()
	}
	switch {
	case d.kind == answerSheet && d.rows > 0:
		d.seen.answers++
	case d.kind == sourceSheet && d.rows > 0:
		d.seen.sources++
	case len(d.above) == 0 && !s.Hidden && !findings.HasErrors():
		d.judgeEmpty()
	}
	return nil
}

// losesRows reports whether a finding is about more than a cell.
func losesRows(findings diag.List) bool {
	return slices.ContainsFunc(findings, func(f diag.Diagnostic) bool { return f.Severity == diag.Error && f.Pos.Column == 0 })
}

// noteColumns notes which columns of the table are not read, as findings at
// their headers say.
func (d *decoder) noteColumns() {
	l, u := &d.layout, &d.answers.Unread
	lost := func(column int) bool { return l.twice[column] || l.place[column] == 0 && l.unknown }
	switch d.kind {
	case answerSheet:
		u.Rows = u.Rows || l.place[colJurisdiction] == 0 && d.entry == nil || l.place[colIndicator] == 0 || l.twice[colJurisdiction] || l.twice[colIndicator]
		u.Citations = u.Citations || lost(colSources)
	case sourceSheet:
		u.Descriptions = u.Descriptions || l.place[srcID] == 0 || l.twice[srcID]
		u.Citations = u.Citations || l.twice[srcID]
	}
}

// readRow takes the next filled row of the sheet, and looks for the header
// first.
func (d *decoder) readRow(row *workbook.Row) bool {
	if d.kind != undecided {
		d.readLine(row)
		return true
	}
	if !slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Text || !typed.Invisible(c.Text) }) {
		return true
	}
	if kind := d.headerKind(row); kind != undecided {
		d.open(row, kind)
		if d.headings() {
			d.readDisplaced()
		} else if len(d.above) > 0 {
			d.textAbove()
		}
		return true
	}
	d.above = append(d.above, workbook.Row{Number: row.Number, Cells: slices.Clone(row.Cells)})
	return len(d.above) < headerWithin || d.headings() && len(d.above) < identity.LookWithin
}

// readLine reads a row below the header.
func (d *decoder) readLine(row *workbook.Row) {
	switch {
	case d.headings() && identity.Heading(row, d.named):
	case d.kind == answerSheet:
		d.rows++
		d.readAnswer(row)
	default:
		d.rows++
		d.readSource(row)
	}
}

// headerKind says what table the row is the header of.
func (d *decoder) headerKind(row *workbook.Row) sheetKind {
	if d.headings() {
		return d.keysKind(row)
	}
	answers := resemblance(row, answerColumns())
	sources := resemblance(row, sourceColumns())
	switch {
	case answers < 2 && sources < 2:
		return undecided
	case answers == sources:
		if d.byName() == undecided {
			return answerSheet
		}
		return d.byName()
	case answers > sources:
		return answerSheet
	}
	return sourceSheet
}

// byName says what the sheet must be by its name, or that of the file.
func (d *decoder) byName() sheetKind {
	if d.entry != nil {
		if kind := d.entryKind(d.sheet); kind != undecided {
			return kind
		}
	}
	name := d.sheet
	if d.plain {
		file := path.Base(d.book.Pos("", 0, 0).File)
		name = strings.TrimSuffix(file, path.Ext(file))
	}
	if slices.Contains(indicator.Registers(), typed.Key(name)) {
		return registerSheet
	}
	switch typed.Key(name) {
	case "sources":
		return sourceSheet
	case "data":
		return answerSheet
	}
	if len(d.book.Sheets()) == 1 {
		return answerSheet
	}
	return undecided
}

// open starts a table at its header row.
func (d *decoder) open(row *workbook.Row, kind sheetKind) {
	d.kind, d.row, d.headerRow, d.named = kind, row.Number, row.Number, len(row.Cells)
	if kind == sourceSheet {
		d.readHeader(row, sourceColumns())
		d.need(srcID, "")
		d.need(srcTitle, "")
		return
	}
	d.readHeader(row, answerColumns())
	if d.entry == nil {
		d.need(colJurisdiction, "")
	}
	d.need(colIndicator, "")
	l := &d.layout
	if l.place[colDate] == 0 && (l.place[colNumerator] == 0 || l.place[colDenominator] == 0) {
		d.need(colValue, "")
	}
}
