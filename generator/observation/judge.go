package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/workbook"
)

// outline remembers what the sheets of a workbook were, to judge the workbook
// as a whole.
type outline struct {
	answers, sources int       // sheets of that kind with a row in them
	empty            diag.List // findings for empty sheets, used if there is no other
	foreign          bool      // a sheet was not understood
	broken           bool      // a sheet could not be read to its end
}

func (d *decoder) textAbove() {
	d.add(diag.Diagnostic{
		Rule: "text-above-header", Severity: diag.Warning, Pos: d.book.Pos(d.sheet, d.above[0].Number, 0),
		Got:     d.got(&d.above[0].Cells[0]),
		Message: fmt.Sprintf("what stands above the header in row %d is not read", d.headerRow),
		Hint:    "the header should be the first row; keep notes on a sheet named Notes",
	})
}

// judgeForeign reports a sheet with text on it that is no table. A hidden one
// holds the lists of drop-downs, and one named Notes or Read me is for people.
func (d *decoder) judgeForeign(s workbook.Sheet) {
	d.seen.foreign = true
	if s.Hidden || key(s.Name) == "notes" || key(s.Name) == "readme" {
		return
	}
	f := diag.Diagnostic{
		Rule: "unknown-sheet", Severity: diag.Warning, Pos: d.book.Pos(s.Name, 0, 0),
		Message:  fmt.Sprintf("the sheet %q is not read; it has no header row of answers or sources", shown(s.Name)),
		Expected: "a first row with jurisdiction, period, indicator, value",
		Hint:     diag.DidYouMean(s.Name, []string{"Data", "Sources", "Notes"}),
	}
	if f.Hint == "" {
		f.Hint = "name it Notes if it holds no answers"
	}
	d.add(f)
}

// judgeHidden reports a table that is read and that nobody sees.
func (d *decoder) judgeHidden(s workbook.Sheet) {
	if s.Hidden && d.rows > 0 {
		d.add(diag.Diagnostic{
			Rule: "hidden-sheet", Severity: diag.Warning, Pos: d.book.Pos(s.Name, 0, 0),
			Message: fmt.Sprintf("the sheet %q is hidden; its rows are read", shown(s.Name)),
			Hint:    "show the sheet, or delete it if it should not count",
		})
	}
}

// judgeEmpty reports a table without a row. A workbook often has an empty
// sheet beside the others, and that one is only of interest if there is
// nothing else.
func (d *decoder) judgeEmpty() {
	f := diag.Diagnostic{
		Rule: "empty-sheet", Pos: d.book.Pos(d.sheet, 0, 0),
		Message: "the sheet is empty",
		Hint:    "if it was filled in, it was not saved, or another file was sent",
	}
	if d.headerRow > 0 {
		f.Message = "the sheet has a header and no row below it"
	}
	switch {
	case d.kind == answerSheet, d.kind == undecided && key(d.sheet) == "data":
		d.seen.answers++ // judged here
		d.add(f)
	default:
		d.seen.empty.Add(f)
	}
}

// judgeSheets reports a workbook in which no sheet has an answer or a source.
func (d *decoder) judgeSheets() {
	if d.seen.answers > 0 || d.seen.sources > 0 || d.seen.broken {
		return
	}
	if len(d.seen.empty) > 0 && !d.seen.foreign {
		for _, f := range d.seen.empty {
			d.add(f)
		}
		return
	}
	d.add(diag.Diagnostic{
		Rule: "no-data-sheet", Pos: d.book.Pos("", 0, 0),
		Message:  "no sheet of this workbook has answers or sources",
		Expected: "a sheet named Data whose first row has jurisdiction, period, indicator, value",
	})
}

// reportMerged reports merged cells in the table: all but the first of them
// are empty, whatever they seem to say.
func (d *decoder) reportMerged(ranges []workbook.Range) {
	for _, r := range ranges {
		if r.LastRow < d.headerRow || r.FirstRow == r.LastRow && r.FirstColumn == r.LastColumn || !d.overTable(r) {
			continue
		}
		first := diag.ColumnName(r.FirstColumn) + fmt.Sprint(r.FirstRow)
		last := diag.ColumnName(r.LastColumn) + fmt.Sprint(r.LastRow)
		d.add(diag.Diagnostic{
			Rule: "merged-cells", Pos: d.book.Pos(d.sheet, r.FirstRow, r.FirstColumn),
			Message: fmt.Sprintf("the cells %s to %s are merged; only the first of them has a value", first, last),
			Hint:    "unmerge them and fill in every row",
		})
	}
}

// overTable reports whether a range touches a column that is read.
func (d *decoder) overTable(r workbook.Range) bool {
	for column := max(r.FirstColumn, 1); column <= r.LastColumn && column < len(d.layout.field); column++ {
		if f := d.layout.field[column]; f != 0 && f != strange {
			return true
		}
	}
	return false
}
