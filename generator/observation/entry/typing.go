package entry

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/workbook/form"
)

// typing knows the places of a sheet of questions, for the formulas that a
// spreadsheet program works out while somebody types.
type typing struct {
	columns     []column
	first, last int // rows of questions
}

// letter returns the letter of a column, "" where the sheet has none.
func (t typing) letter(key string) string {
	i := slices.IndexFunc(t.columns, func(c column) bool { return c.key == key })
	if i < 0 {
		return ""
	}
	return diag.ColumnName(i + 1)
}

// span returns all cells of a column.
func (t typing) span(key string) string {
	return fmt.Sprintf("$%s$%d:$%s$%d", t.letter(key), t.first, t.letter(key), t.last)
}

// filled is a formula for how much stands in the cells of an answer in a row,
// beside the state.
func (t typing) filled(row int) string {
	var parts []string
	for _, key := range []string{"value", "numerator", "denominator"} {
		if letter := t.letter(key); letter != "" {
			parts = append(parts, fmt.Sprintf("LEN($%s%d)", letter, row))
		}
	}
	return strings.Join(parts, "+")
}

// open returns the rules for all questions: an answer without the sources that
// it needs, and one beside a state that says that there is none.
func (t typing) open() []form.Rule {
	cells := func(key string) string {
		return fmt.Sprintf("%s%d:%s%d", t.letter(key), t.first, t.letter(key), t.last)
	}
	state := fmt.Sprintf("$%s%d", t.letter("state"), t.first)
	return []form.Rule{
		{Cells: cells("sources"), Formula: fmt.Sprintf("AND(%s>0,LEN($%s%d)=0,N($%s%d)>0)", t.filled(t.first), t.letter("sources"), t.first, t.letter(needs), t.first)},
		{Cells: cells("state"), Formula: fmt.Sprintf(`AND(%s>0,LEN(%s)>0,LEFT(%s,9)<>"estimated",LEFT(%s,8)<>"observed")`, t.filled(t.first), state, state, state)},
	}
}

// wrong returns the rules for the cells of one question: what no answer can be.
func (t typing) wrong(m *maker, i *indicator.Indicator, row int) []form.Rule {
	value := fmt.Sprintf("%s%d", t.letter("value"), row)
	if len(i.Options) > 0 {
		var known []string
		for k := range i.Options {
			o := &i.Options[k]
			known = append(known, fmt.Sprintf(`%s&""=%s`, value, text(o.ID)))
			if choice := choices.Choice(i, o, m.Words.Language); choices.ID(choice) == o.ID && choice != o.ID {
				start := o.ID + ":"
				known = append(known, fmt.Sprintf("LEFT(%s,%d)=%s", value, len([]rune(start)), text(start)))
			} else {
				known = append(known, fmt.Sprintf("%s=%s", value, text(choice)))
			}
		}
		return []form.Rule{{Cells: value, Formula: fmt.Sprintf("AND(LEN(%s)>0,NOT(OR(%s)))", value, strings.Join(known, ","))}}
	}
	rules := []form.Rule{{Cells: value, Formula: fmt.Sprintf("AND(LEN(%s)>0,OR(NOT(ISNUMBER(%s)),%s))", value, value, t.beyond(i, value))}}
	if i.InParts() {
		above, below := fmt.Sprintf("%s%d", t.letter("numerator"), row), fmt.Sprintf("%s%d", t.letter("denominator"), row)
		for _, part := range []string{above, below} {
			rules = append(rules, form.Rule{Cells: part, Formula: fmt.Sprintf("AND(LEN(%s)>0,OR(NOT(ISNUMBER(%s)),N(%s)<0))", part, part, part)})
		}
		if i.Type == indicator.Percent {
			rules = append(rules, form.Rule{Cells: above, Formula: fmt.Sprintf("AND(LEN(%s)>0,LEN(%s)>0,N(%s)>N(%s))", above, below, above, below)})
		}
	}
	return rules
}

// beyond is a formula for a number out of the range of its type.
func (t typing) beyond(i *indicator.Indicator, cell string) string {
	switch i.Type {
	case indicator.Percent:
		return fmt.Sprintf("N(%s)<0,N(%s)>100", cell, cell)
	case indicator.Count:
		return fmt.Sprintf("N(%s)<0,N(%s)<>INT(N(%s))", cell, cell, cell)
	}
	return fmt.Sprintf("N(%s)<0", cell)
}

// text writes a text as formulas have it.
func text(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// progress is how far a sheet of questions is filled in.
type progress struct {
	sheet  string
	asked  int
	typing typing
}

// answered is a formula for the number of questions with an answer or a state.
func (p progress) answered() string {
	return fmt.Sprintf("SUMPRODUCT(--(LEN(%s)>0),--((%s+LEN(%s))>0))", p.in("indicator"), p.said(), p.in("state"))
}

// bare is a formula for the number of answers without a source that they need.
func (p progress) bare() string {
	return fmt.Sprintf("SUMPRODUCT(--(LEN(%s)>0),--((%s)>0),--(LEN(%s)=0),--(%s>0))", p.in("indicator"), p.said(), p.in("sources"), p.in(needs))
}

// said is a formula for how much stands in the cells of the answers.
func (p progress) said() string {
	var parts []string
	for _, key := range []string{"value", "numerator"} {
		if p.typing.letter(key) != "" {
			parts = append(parts, "LEN("+p.in(key)+")")
		}
	}
	return strings.Join(parts, "+")
}

// in returns the cells of a column on the sheet, for another sheet.
func (p progress) in(key string) string {
	return "'" + strings.ReplaceAll(p.sheet, "'", "''") + "'!" + p.typing.span(key)
}

// tellProgress puts a line for each sheet of questions, and one for all, on the
// first sheet. The program counts anew with every answer.
func (m *maker) tellProgress() {
	start := &m.sheets[0]
	line := func(name, answered, bare string, asked int) form.Row {
		formula := fmt.Sprintf(`%s&" / %d"&IF(%s>0,", "&%s&" "&%s,"")`, answered, asked, bare, bare, text(m.Words.text("start_bare")))
		return form.Row{Cells: []form.Cell{{Value: name, Style: form.Bold}, {Formula: formula, Style: form.Prose}}}
	}
	rows := []form.Row{{}, {Cells: []form.Cell{{Value: m.Words.text("start_progress"), Style: form.Section}}}}
	var done, open []string
	asked := 0
	for _, p := range m.progress {
		rows = append(rows, line(p.sheet, p.answered(), p.bare(), p.asked))
		done, open, asked = append(done, p.answered()), append(open, p.bare()), asked+p.asked
	}
	if len(m.progress) > 1 {
		rows = append(rows, line(m.Words.text("start_all"), "("+strings.Join(done, "+")+")", "("+strings.Join(open, "+")+")", asked))
	}
	start.Rows = slices.Insert(start.Rows, m.progressAt, rows...)
}
