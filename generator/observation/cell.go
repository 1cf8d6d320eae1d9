package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// at returns the place of a cell of the current row.
func (d *decoder) at(c *workbook.Cell) diag.Pos { return d.book.Pos(d.sheet, d.row, c.Column) }

// atColumn returns the place of the current row in a column of the sheet.
func (d *decoder) atColumn(column int) diag.Pos { return d.book.Pos(d.sheet, d.row, column) }

// find reports a finding at a cell.
func (d *decoder) find(c *workbook.Cell, f diag.Diagnostic) {
	f.Pos = d.at(c)
	f.Got = d.got(c)
	f.Subject = d.subject.name(d)
	d.Add(f)
}

// absent reports that a column of the current row has no cell.
func (d *decoder) absent(column int, f diag.Diagnostic) {
	f.Pos = d.atColumn(d.layout.place[column])
	d.blanks[column] = nil
	f.Subject = d.subject.name(d)
	d.Add(f)
}

// got returns a cell as a person sees it.
func (d *decoder) got(c *workbook.Cell) string {
	if c.IsDate && c.Kind == workbook.Number {
		if y, m, day, ok := d.book.Date(c.Number); ok {
			if date, ok := NewDate(y, m, day); ok {
				return date.String()
			}
		}
	}
	return typed.Shown(c.Text)
}

// word returns the text of a cell where an id or a word is expected: a number
// without its format, a date as it is seen.
func (d *decoder) word(c *workbook.Cell) string {
	switch {
	case c.Kind == workbook.Number && c.IsDate:
		return d.got(c)
	case c.Kind == workbook.Number:
		return typed.Shortest(c.Number)
	}
	return c.Text
}

// text returns the tidy text of a cell that is an id or a word, "" for no
// cell.
func (d *decoder) text(column int) string {
	c := d.cells[column]
	if c == nil {
		return ""
	}
	s, f := typed.Tidy(d.word(c))
	if f != 0 {
		d.stray(c, f)
	}
	return s
}

// prose returns the free text of a cell, shared with equal ones.
func (d *decoder) prose(column int) string {
	c := d.cells[column]
	if c == nil {
		return ""
	}
	if c.Kind != workbook.Text {
		return d.word(c)
	}
	if s, ok := d.comments[c.Text]; ok {
		return s
	}
	s, f := typed.Prose(c.Text)
	if f != 0 {
		d.stray(c, f)
		return s
	}
	d.comments.Put(c.Text, s)
	return s
}

// computed reports on a cell that the spreadsheet computes, and whether it has
// a value.
func (d *decoder) computed(c *workbook.Cell) bool {
	switch {
	case c.Formula && c.NoValue:
		d.find(c, diag.Diagnostic{
			Rule:    "formula-without-value",
			Message: "the formula in this cell was saved without its result",
			Hint:    "open the workbook in a spreadsheet program and save it, or type the result in place of the formula",
		})
		return false
	case c.Kind == workbook.Error:
		hint := "type what belongs here in its place"
		if f := d.layout.fieldOf(c.Column); d.kind == answerSheet && f >= colValue && f <= colCurrency {
			hint += "; if there is no answer, clear the cell and type a state such as not_available"
		}
		d.find(c, diag.Diagnostic{
			Rule:    "error-cell",
			Message: fmt.Sprintf("the cell shows the error %s", typed.Shown(c.Text)),
			Hint:    hint,
		})
		return false
	}
	d.find(c, diag.Diagnostic{
		Rule: "formula", Severity: diag.Warning,
		Message: "the cell holds a formula; its last result is read",
		Hint:    "type the result in place of the formula, so that it cannot change unseen",
	})
	return true
}

// blank reports a cell that looks empty.
func (d *decoder) blank(c *workbook.Cell) {
	_, f := typed.Tidy(c.Text)
	if f&typed.Control != 0 {
		d.stray(c, typed.Control)
		return
	}
	d.find(c, diag.Diagnostic{
		Rule: "stray-space", Severity: diag.Warning,
		Message: "the cell has only spaces in it; it is read as empty",
		Hint:    "clear the cell",
	})
}

// headless reports the first filled cell of a column that has no header.
func (d *decoder) headless(c *workbook.Cell) {
	l := &d.layout
	for len(l.field) <= c.Column {
		l.field = append(l.field, 0)
	}
	l.field[c.Column] = strange
	if c.Kind == workbook.Unread {
		return
	}
	d.find(c, diag.Diagnostic{
		Rule:    "cell-without-header",
		Message: fmt.Sprintf("the column %s has no header; nothing in it is read", diag.ColumnName(c.Column)),
		Hint:    "write the name of a column above it, or delete it",
	})
}

// stray reports what was left out of a text before it was read.
func (d *decoder) stray(c *workbook.Cell, f typed.Flaw) {
	if f&typed.Stray != 0 {
		d.find(c, diag.Diagnostic{
			Rule: "stray-space", Severity: diag.Warning,
			Message: "the cell has spaces that cannot be seen; it is read without them",
			Hint:    "delete the spaces, or type the cell again",
		})
	}
	if f&typed.Control != 0 {
		d.find(c, diag.Diagnostic{
			Rule:    "control-character",
			Message: "the cell has characters that cannot be seen and that no keyboard types",
			Hint:    "clear the cell and type it again; what is pasted from a web page or a PDF brings them back",
		})
	}
}
