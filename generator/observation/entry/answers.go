package entry

import (
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/workbook"
	"tipscore/generator/workbook/form"
)

// column is a column of a sheet of questions.
type column struct {
	key   string
	width float64
}

// columns returns the columns that the questions of a sheet need.
func (g *group) columns() []column {
	var parts, money bool
	for _, s := range g.sections {
		for _, i := range s.asked {
			parts = parts || i.InParts()
			money = money || i.Type == indicator.Money
		}
	}
	all := []column{{"question", 32}, {"how", 54}, {"indicator", 8}, {"value", 28}}
	if parts {
		all = append(all, column{"numerator", 10}, column{"denominator", 10})
	}
	if money {
		all = append(all, column{"currency", 9})
	}
	return append(all, column{"state", 18}, column{"sources", 11}, column{"comment", 24}, column{"before", 14}, column{"monitor", 9}, column{needs, 4})
}

// needs is a hidden column: how many sources an answer needs.
const needs = "needs"

// answers makes the sheet of a group of questions.
func (m *maker) answers(g group) {
	columns := g.columns()
	s := form.Sheet{Locked: true, Frozen: 2}
	headings, keys := form.Row{}, form.Row{Hidden: true}
	for i, c := range columns {
		s.Columns = append(s.Columns, form.Column{Width: c.width, Hidden: c.key == needs})
		if c.key == "comment" {
			s.Printed = i + 1
		}
		headings.Cells = append(headings.Cells, form.Cell{Value: m.Words.text("column_" + c.key), Style: form.Heading})
		keys.Cells = append(keys.Cells, form.Cell{Value: c.key, Style: form.Aside})
	}
	s.Rows = append(s.Rows, headings, keys)
	t := typing{columns: columns, first: len(s.Rows) + 1}
	for _, section := range g.sections {
		if section.title != nil {
			title := form.Cell{Value: m.in(section.title), Style: form.Section}
			s.Rows = append(s.Rows, form.Row{Cells: []form.Cell{title}})
		}
		for _, i := range section.asked {
			s.Rows = append(s.Rows, m.question(i, columns))
			s.Rules = append(s.Rules, t.wrong(m, i, len(s.Rows))...)
		}
	}
	t.last = len(s.Rows)
	s.Rules = append(s.Rules, t.open()...)
	m.addSheet(identity.Answers, m.in(g.title), s)
	m.progress = append(m.progress, progress{sheet: m.sheets[len(m.sheets)-1].Name, asked: g.count(), typing: t})
}

// in returns a text of the definitions in the language of the form.
func (m *maker) in(t indicator.Text) string {
	return t.In(m.Words.Language, m.Programme.Framework.Languages[0])
}

// question makes the row of an indicator.
func (m *maker) question(i *indicator.Indicator, columns []column) form.Row {
	given, answered := m.Answers[i.ID]
	var row form.Row
	for _, c := range columns {
		row.Cells = append(row.Cells, m.cell(i, c.key, given, answered))
	}
	return row
}

// cell makes one cell of a question.
func (m *maker) cell(i *indicator.Indicator, key string, given observation.Observation, answered bool) form.Cell {
	switch key {
	case "question":
		return form.Cell{Value: m.in(i.Question), Style: form.Prose}
	case "how":
		return form.Cell{Value: m.guidance(i), Style: form.Small}
	case "indicator":
		return form.Cell{Value: string(i.ID), Style: form.Aside}
	case needs:
		return form.Cell{Value: i.Evidence.MinSources, Style: form.Aside}
	case "before":
		return form.Cell{Value: m.Before[i.ID], Style: form.Aside}
	case "state":
		c := form.Cell{Style: form.Answer, Check: m.check(form.Check{Options: m.states()}, "refuse_option")}
		if answered && given.State != observation.Observed {
			c.Value = m.state(given.State)
		}
		return c
	case "comment":
		return form.Cell{Value: given.Comment, Style: form.Answer}
	case "sources":
		ids := make([]string, len(given.Sources))
		for k, id := range given.Sources {
			ids[k] = string(id)
		}
		return form.Cell{Value: strings.Join(ids, "; "), Style: form.Answer}
	case "monitor":
		return form.Cell{Value: given.Monitor, Style: form.Answer}
	}
	return m.value(i, key, given)
}

// value makes the cell of the answer, or of a part of it.
func (m *maker) value(i *indicator.Indicator, key string, given observation.Observation) form.Cell {
	v, found := given.Value, given.State.HasValue()
	c := form.Cell{Style: form.Answer}
	switch {
	case key == "currency" && i.Type != indicator.Money, key != "currency" && key != "value" && !i.InParts():
		return form.Cell{Style: form.Closed}
	case key == "currency":
		if found {
			c.Value = v.Currency.String()
		}
	case key == "value" && len(i.Options) > 0:
		c.Check = m.check(form.Check{Options: m.choices(i)}, "refuse_option")
		if o := i.Option(v.Option); found && o != nil {
			c.Value = choices.Choice(i, o, m.Words.Language)
		}
	case key == "value" && i.Type == indicator.Date:
		c.Style = form.DateAnswer
		c.Check = m.check(form.Check{Kind: form.Date}, "refuse_date")
		if found {
			c.Value = workbook.Date{Year: int(v.Date.Year), Month: int(v.Date.Month), Day: int(v.Date.Day)}
		}
	case key == "value":
		c.Check = m.number(i)
		if found && !v.HasParts {
			c.Value = v.Number
		}
	default:
		c.Check = m.check(form.Check{Kind: form.Decimal}, "refuse_decimal")
		if found && v.HasParts {
			c.Value = map[string]float64{"numerator": v.Numerator, "denominator": v.Denominator}[key]
		}
	}
	return c
}

// number returns the check of an answer that is one number.
func (m *maker) number(i *indicator.Indicator) *form.Check {
	switch i.Type {
	case indicator.Count:
		return m.check(form.Check{Kind: form.Whole}, "refuse_whole")
	case indicator.Percent:
		return m.check(form.Check{Kind: form.Percent}, "refuse_percent")
	}
	return m.check(form.Check{Kind: form.Decimal}, "refuse_decimal")
}

// check completes a check with what is said to who types something else.
func (m *maker) check(c form.Check, message string) *form.Check {
	c.Title, c.Message = m.Words.text("refuse_title"), m.Words.text(message)
	return &c
}

func (m *maker) choices(i *indicator.Indicator) []string {
	out := make([]string, len(i.Options))
	for k := range i.Options {
		out[k] = choices.Choice(i, &i.Options[k], m.Words.Language)
	}
	return out
}

// states returns the states for the drop-down. Who found an answer need not
// say so.
func (m *maker) states() []string {
	var out []string
	for _, s := range observation.States() {
		if s != observation.Observed {
			out = append(out, m.state(s))
		}
	}
	return out
}

func (m *maker) state(s observation.State) string {
	return observation.StateChoice(s, m.Words.text("state_"+s.String()))
}

// guidance is how the answer is found out, what its parts are and what counts
// as evidence.
func (m *maker) guidance(i *indicator.Indicator) string {
	lines := []string{m.in(i.How)}
	if i.Type == indicator.Rubric {
		lines = append(lines, m.choices(i)...) // for who reads it on paper
	}
	for _, part := range []struct {
		key  string
		text indicator.Text
	}{{"numerator", i.Numerator}, {"denominator", i.Denominator}} {
		if len(part.text) > 0 {
			lines = append(lines, m.Words.text("column_"+part.key)+": "+m.in(part.text))
		}
	}
	lines = append(lines, m.in(i.Evidence.Rule))
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}
