package register

import (
	"fmt"
	"math"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readCell reads one cell into the entry.
func (d *decoder) readCell(e *Entry, c column, cell *workbook.Cell) {
	if cell.Kind == workbook.Error || cell.NoValue {
		d.find(cell.Column, diag.Diagnostic{
			Rule: "error-cell", Got: cell.Text, Message: "the cell shows an error instead of a value",
			Hint: "mend the formula, or type the value in its place",
		})
		return
	}
	s, _ := typed.Prose(cell.Text)
	s = strings.TrimSpace(s)
	switch c.kind {
	case text:
		e.Texts[c.name] = strings.Clone(typed.Cut(s, maxText))
	case word, yesno:
		d.readWord(e, c, cell, s)
	case number:
		d.readNumber(e, c, cell, s)
	case date:
		d.readDate(e, c, cell, s)
	case place:
		d.readPlace(e, cell, s)
	case period:
		d.readPeriod(e, cell, s)
	case sources:
		e.Sources = typed.Citations[observation.SourceID](s).IDs
	}
}

func (d *decoder) readWord(e *Entry, c column, cell *workbook.Cell, s string) {
	words := c.words
	if c.kind == yesno {
		words = []string{"yes", "no"}
	}
	key := strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(choices.ID(s)), " ", "-"), "_", "-")
	if c.kind == yesno && (key == "sí" || key == "si") {
		key = "yes" // "no" is the same word
	}
	for _, w := range words {
		if key == w {
			e.Words[c.name] = w
			return
		}
	}
	f := diag.Diagnostic{
		Rule: "unknown-option", Got: typed.Shown(s), Message: fmt.Sprintf("%q is not a word for %s", typed.Shown(s), c.name),
		Expected: strings.Join(words, ", "), Hint: diag.DidYouMean(key, words),
	}
	if f.Hint == "" {
		f.Hint = "type one of these words"
	}
	d.find(cell.Column, f)
}

// readNumber reads a count: whole and not negative.
func (d *decoder) readNumber(e *Entry, c column, cell *workbook.Cell, s string) {
	n, rule, hint := cell.Number, "", "count whole people, meetings or actions; leave the cell empty where nobody knows"
	if cell.Kind != workbook.Number {
		numeral := typed.ParseNumeral(s)
		n, rule = numeral.Value, numeral.Rule
		if rule != "" && numeral.Hint != "" {
			hint = numeral.Hint
		}
	}
	if rule == "" && (n < 0 || n != math.Trunc(n) || n > 1e12 || cell.IsDate) {
		rule = "wrong-type"
	}
	if rule != "" {
		d.find(cell.Column, diag.Diagnostic{
			Rule: rule, Got: typed.Shown(s), Message: fmt.Sprintf("%q is not a number for %s", typed.Shown(s), c.name),
			Expected: "a whole number, 0 or more", Hint: hint,
		})
		return
	}
	e.Numbers[c.name] = n
}

func (d *decoder) readDate(e *Entry, c column, cell *workbook.Cell, s string) {
	var at observation.Date
	ok := false
	if cell.Kind == workbook.Number && cell.IsDate {
		year, month, day, valid := d.book.Date(cell.Number)
		if valid {
			at, ok = observation.NewDate(year, month, day)
		}
	} else {
		at, ok = typed.ISODate(s)
	}
	if !ok {
		d.find(cell.Column, diag.Diagnostic{
			Rule: "wrong-type", Got: typed.Shown(s), Message: fmt.Sprintf("%q is not a date for %s", typed.Shown(s), c.name),
			Expected: "a date, such as 2008-02-05", Hint: "type year, month and day, or leave the cell empty where the day is not known",
		})
		return
	}
	e.Dates[c.name] = at
}

func (d *decoder) readPlace(e *Entry, cell *workbook.Cell, s string) {
	i, f := d.Names.Jurisdiction(s)
	if f != nil {
		d.report(cell, s, f)
		return
	}
	e.Jurisdiction = i
}

func (d *decoder) readPeriod(e *Entry, cell *workbook.Cell, s string) {
	i, f := d.Names.Period(s)
	if f != nil {
		d.report(cell, s, f)
		return
	}
	e.Period = i
}

// report puts a finding about a name at its cell.
func (d *decoder) report(cell *workbook.Cell, s string, f *diag.Diagnostic) {
	f.Got = typed.Shown(s)
	d.find(cell.Column, *f)
}
