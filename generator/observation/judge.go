package observation

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
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
	notes := "on a sheet named Notes"
	if d.plain {
		notes = "in the column comment"
	}
	d.Add(diag.Diagnostic{
		Rule: "text-above-header", Severity: diag.Warning, Pos: d.book.Pos(d.sheet, d.above[0].Number, 0),
		Got:     d.got(&d.above[0].Cells[0]),
		Message: fmt.Sprintf("what stands above the header in row %d is not read", d.headerRow),
		Hint:    "let the header be the first row, and keep notes " + notes,
	})
}

// sayHeader reports a sheet that must be a table by its name and has no header:
// what the first row lacks, if it has one name of a column.
func (d *decoder) sayHeader() {
	kind, first := d.byName(), &d.above[0]
	names, expected := answerColumns(), "a first row with jurisdiction, period, indicator, value"
	if kind == sourceSheet {
		names, expected = sourceColumns(), "a first row with id, title"
	}
	if resemblance(first, names) > 0 {
		d.open(first, kind)
		return
	}
	d.kind, d.layout = kind, layout{}
	f := diag.Diagnostic{
		Rule: "missing-header", Pos: d.book.Pos(d.sheet, first.Number, 0), Got: d.got(&first.Cells[0]),
		Message:  "no row of the " + d.what() + " names the columns, so that nothing in it is read",
		Expected: expected,
		Hint:     "write the names of the columns into a row of their own, above the others",
	}
	if slices.ContainsFunc(first.Cells, isPeriod) {
		f.Hint += "; every period needs rows of its own, with the period in the column period"
	}
	d.Add(f)
}

// isPeriod reports whether a cell holds a period.
func isPeriod(c workbook.Cell) bool {
	_, err := programme.ParsePeriod(strings.TrimSpace(c.Text))
	return err == nil
}

// judgeForeign reports a sheet with text on it that is no table. A hidden one
// holds the lists of drop-downs, and one named Notes or Read me is for people.
func (d *decoder) judgeForeign(s workbook.Sheet) {
	d.seen.foreign = true
	if s.Hidden || typed.Key(s.Name) == "notes" || typed.Key(s.Name) == "readme" {
		return
	}
	f := diag.Diagnostic{
		Rule: "unknown-sheet", Severity: diag.Warning, Pos: d.book.Pos(s.Name, 0, 0),
		Message:  fmt.Sprintf("the sheet %q is not read; it has no header row of answers or sources", typed.Shown(s.Name)),
		Expected: "a first row with jurisdiction, period, indicator, value",
		Hint:     diag.DidYouMean(s.Name, []string{"Data", "Sources", "Notes"}),
	}
	if f.Hint == "" {
		f.Hint = "name it Notes if it holds no answers"
	}
	d.Add(f)
}

// judgeHidden reports a table that is read and that nobody sees.
func (d *decoder) judgeHidden(s workbook.Sheet) {
	if s.Hidden && d.rows > 0 {
		d.Add(diag.Diagnostic{
			Rule: "hidden-sheet", Severity: diag.Warning, Pos: d.book.Pos(s.Name, 0, 0),
			Message: fmt.Sprintf("the sheet %q is hidden; its rows are read", typed.Shown(s.Name)),
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
		Message: "the " + d.what() + " is empty",
		Hint:    "if it was filled in, it was not saved, or another file was sent",
	}
	if d.headerRow > 0 {
		f.Message = "the " + d.what() + " has a header and no row below it"
	}
	switch {
	case d.kind == answerSheet, d.kind == undecided && typed.Key(d.sheet) == "data":
		d.seen.answers++ // judged here
		d.Add(f)
	default:
		d.seen.empty.Add(f)
	}
}

// what is the word for what is being read.
func (d *decoder) what() string {
	if d.plain {
		return "file"
	}
	return "sheet"
}

// judgeSheets reports a workbook in which no sheet has an answer or a source.
func (d *decoder) judgeSheets() {
	if d.seen.answers > 0 || d.seen.sources > 0 || d.seen.broken {
		return
	}
	if len(d.seen.empty) > 0 && !d.seen.foreign {
		for _, f := range d.seen.empty {
			d.Add(f)
		}
		return
	}
	d.Add(diag.Diagnostic{
		Rule: "no-data-sheet", Pos: d.book.Pos("", 0, 0),
		Message:  "no sheet of this workbook has answers or sources",
		Expected: "a sheet named Data whose first row has jurisdiction, period, indicator, value",
		Hint:     "give the table of answers such a first row; tipscore init makes a workbook to begin with",
	})
}

// reportMerged reports merged cells in the table: all but the first of them
// are empty, whatever they seem to say.
func (d *decoder) reportMerged(ranges []workbook.Range) {
	var merged []workbook.Range
	for _, r := range ranges {
		if r.LastRow < d.headerRow || r.FirstRow == r.LastRow && r.FirstColumn == r.LastColumn || !d.overTable(r) {
			continue
		}
		merged = append(merged, r)
		first := diag.ColumnName(r.FirstColumn) + fmt.Sprint(r.FirstRow)
		last := diag.ColumnName(r.LastColumn) + fmt.Sprint(r.LastRow)
		d.Add(diag.Diagnostic{
			Rule: "merged-cells", Pos: d.book.Pos(d.sheet, r.FirstRow, r.FirstColumn),
			Message: fmt.Sprintf("the cells %s to %s are merged; only the first of them has a value", first, last),
			Hint:    "unmerge them and fill in every row",
		})
	}
	if len(merged) > 0 {
		found := d.List[d.from:]
		kept := slices.DeleteFunc(found, func(f diag.Diagnostic) bool { return d.emptied(f, merged) })
		d.List = d.List[:d.from+len(kept)]
	}
}

// emptied reports whether a finding only says that a cell is empty which lies
// below the first of merged ones.
func (d *decoder) emptied(f diag.Diagnostic, merged []workbook.Range) bool {
	first, last := f.Pos.Column, f.Pos.Column
	switch f.Rule {
	case "missing-cell", "missing-part", "missing-currency", "missing-source":
	case "empty-answer": // one of several cells would do
		first, last = 0, 0
		for column := colValue; column <= colState; column++ {
			if place := d.layout.place[column]; place > 0 {
				last = max(last, place)
				if first == 0 || place < first {
					first = place
				}
			}
		}
	default:
		return false
	}
	return slices.ContainsFunc(merged, func(r workbook.Range) bool {
		isFirst := f.Pos.Row == r.FirstRow && f.Pos.Column == r.FirstColumn
		return !isFirst && r.FirstRow <= f.Pos.Row && f.Pos.Row <= r.LastRow && r.FirstColumn <= last && first <= r.LastColumn
	})
}

// overTable reports whether a range touches a column that is read.
func (d *decoder) overTable(r workbook.Range) bool {
	for column := max(r.FirstColumn, 1); column <= r.LastColumn && column < len(d.layout.field); column++ {
		if f := d.layout.field[column]; f > 0 && f < second {
			return true
		}
	}
	return false
}
