package entry

import (
	"tipscore/generator/observation"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/workbook/form"
)

// start makes the first sheet: what this is, how it is filled in, and what
// never to write.
func (m *maker) start() {
	w, p := m.Words, m.Programme
	in := func(t interface {
		In(lang, fallback string) string
	}) string {
		return t.In(w.Language, p.Languages[0])
	}
	s := form.Sheet{Locked: true, Portrait: true, Columns: []form.Column{{Width: 20}, {Width: 84}}}
	line := func(cells ...form.Cell) { s.Rows = append(s.Rows, form.Row{Cells: cells}) }
	head := func(key string) {
		line()
		line(form.Cell{Value: w.text(key), Style: form.Section})
	}
	line(form.Cell{Value: in(m.at().Name) + ", " + p.Periods[m.Period].String(), Style: form.Title})
	line()
	for _, f := range [][2]string{
		{"start_programme", in(p.Title)}, {"start_place", in(m.at().Name) + " (" + string(m.at().ID) + ")"},
		{"start_period", p.Periods[m.Period].String()},
	} {
		line(form.Cell{Value: w.text(f[0]), Style: form.Bold}, form.Cell{Value: f[1], Style: form.Prose})
	}
	if p.Invented {
		line()
		line(form.Cell{}, form.Cell{Value: w.text("start_invented"), Style: form.Bold})
	}
	m.progressAt = len(s.Rows)
	head("start_how")
	for _, key := range []string{"start_how_1", "start_how_2", "start_how_3", "start_how_4", "start_how_5"} {
		line(form.Cell{}, form.Cell{Value: w.text(key), Style: form.Prose})
	}
	head("start_never")
	for _, key := range []string{"start_never_1", "start_never_2", "start_never_3"} {
		line(form.Cell{}, form.Cell{Value: w.text(key), Style: form.Prose})
	}
	head("start_states")
	for _, state := range observation.States() {
		line(form.Cell{Value: state.String(), Style: form.Bold}, form.Cell{Value: w.text("state_" + state.String()), Style: form.Prose})
	}
	m.addSheet(identity.Start, w.text("sheet_start"), s)
}
