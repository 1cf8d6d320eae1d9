package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// readOption reads an answer out of a list of options.
func (d *decoder) readOption(v *Value, q *question) bool {
	c := d.cells[colValue]
	if c.Kind == workbook.Number && c.IsDate {
		d.wrong(c, q, "wrong-type", "the spreadsheet program took the answer for a date; format the column as text and type it again")
		return false
	}
	i, ok := d.look(c, q.seen, func(s string) (int, *diag.Diagnostic) { return d.askOption(s, c.Kind, q) })
	if ok {
		v.Option = q.Options[i].ID
	}
	return ok
}

// askOption finds the option that a text names by id or title.
func (d *decoder) askOption(s string, kind workbook.Kind, q *question) (int, *diag.Diagnostic) {
	if i, ok := q.options.Find(s); ok {
		return i, nil
	}
	if i, ok := q.options.Truth(s); ok && kind == workbook.Bool {
		return i, nil
	}
	f := &diag.Diagnostic{
		Rule:     "unknown-option",
		Message:  fmt.Sprintf("%q is not an answer to %s", typed.Shown(s), q.ID),
		Expected: expected(q),
		Hint:     missingHint(s),
		Related:  names.Place(rulePos(q), "rule"),
	}
	if typed.ParseNumeral(s).Rule == "" && q.Type == indicator.Rubric {
		f.Rule = "out-of-range"
	}
	if f.Hint == "" {
		q.options.Meant(f, s, d.names.MayCompare)
	}
	if f.Hint == "" {
		f.Hint = "type one of these; if none fits, clear the value and type a state such as not_available"
	}
	return 0, f
}

// rulePos returns where the possible answers of a question are set.
func rulePos(q *question) diag.Pos {
	if len(q.Options) > 0 {
		return q.Options[0].Pos
	}
	return q.Pos
}
