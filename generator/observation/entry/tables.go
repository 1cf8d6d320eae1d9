package entry

import (
	"strings"

	"tipscore/generator/observation/internal/choices"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/register"
	"tipscore/generator/workbook/form"
)

// sources makes the sheet on which sources are described.
func (m *maker) sources() {
	columns := []column{{"id", 10}, {"title", 50}, {"publisher", 30}, {"date", 12}, {"url", 40}, {"licence", 24}, {"citation", 40}}
	s := m.table(columns, "source_")
	for _, source := range m.Sources {
		var row form.Row
		for _, text := range []string{string(source.ID), source.Title, source.Publisher, source.Date, source.URL, source.Licence, source.Citation} {
			row.Cells = append(row.Cells, form.Cell{Value: text, Style: form.Answer})
		}
		s.Rows = append(s.Rows, row)
	}
	m.addSheet(identity.Sources, m.Words.text("sheet_sources"), s)
}

// table begins a sheet with headings and, hidden, the names of its columns.
func (m *maker) table(columns []column, prefix string) form.Sheet {
	s := form.Sheet{Locked: true, Frozen: 2}
	headings, keys := form.Row{}, form.Row{Hidden: true}
	for _, c := range columns {
		s.Columns = append(s.Columns, form.Column{Width: c.width, Style: form.Answer})
		heading := m.Words.text(prefix + c.key)
		if sector, is := strings.CutPrefix(c.key, register.SectorColumn); is {
			heading = m.Words.text("register_people") + " " + m.Words.text("word_"+sector)
		}
		headings.Cells = append(headings.Cells, form.Cell{Value: heading, Style: form.Heading})
		keys.Cells = append(keys.Cells, form.Cell{Value: c.key, Style: form.Aside})
	}
	s.Rows = append(s.Rows, headings, keys)
	return s
}

// register makes the sheet of a register. Where and when its entries are, the
// hidden sheet says.
func (m *maker) register(name string) {
	var asked []register.Column
	var columns []column
	for _, c := range register.Columns(name) {
		if c.Place {
			continue
		}
		width := 30.0
		if c.Number || c.Date || c.Words != nil {
			width = 16
		}
		asked, columns = append(asked, c), append(columns, column{c.Name, width})
	}
	s := m.table(columns, "register_")
	for i, c := range asked {
		below := m.entryCell(c, nil)
		s.Columns[i].Style, s.Columns[i].Check = below.Style, below.Check
	}
	for _, entry := range m.Registers[name] {
		var row form.Row
		for _, c := range asked {
			row.Cells = append(row.Cells, m.entryCell(c, entry[c.Name]))
		}
		s.Rows = append(s.Rows, row)
	}
	m.addSheet(name, m.Words.text("sheet_"+name), s)
}

// entryCell makes one cell of a register.
func (m *maker) entryCell(c register.Column, value any) form.Cell {
	cell := form.Cell{Value: value, Style: form.Answer}
	switch {
	case c.Words != nil:
		var options []string
		for _, word := range c.Words {
			options = append(options, choices.Joined(word, m.Words.text("word_"+word)))
		}
		cell.Check = m.check(form.Check{Options: options}, "refuse_option")
		if word, ok := value.(string); ok && word != "" {
			cell.Value = choices.Joined(word, m.Words.text("word_"+word))
		}
	case c.Number:
		cell.Check = m.check(form.Check{Kind: form.Whole}, "refuse_whole")
	case c.Date:
		cell.Style = form.DateAnswer
		cell.Check = m.check(form.Check{Kind: form.Date}, "refuse_date")
	}
	return cell
}
