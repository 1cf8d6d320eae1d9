package entry

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/programme"
	"tipscore/generator/workbook/form"
)

// Form says what an entry workbook is for, and what stands in it already.
type Form struct {
	Programme    *programme.Programme
	Jurisdiction int // index in Programme.Jurisdictions
	Period       int // index in Programme.Periods
	Words        Words
	Copy         int  // 2 for the workbook of a second coder, 3 for an adjudicator's; 0 for the first
	Standing     bool // ask also what is answered once for all periods

	Answers   map[indicator.ID]observation.Observation // filled in; most forms have none
	Before    map[indicator.ID]string                  // the last answer, to be seen beside
	Sources   []observation.Source
	Registers map[string][]Entry
}

// Entry is a filled-in row of a register, by column: a string, float64, int or
// [workbook.Date].
type Entry map[string]any

// Write writes the entry workbook. An error says what cannot be written; then w
// has received nothing.
func Write(w io.Writer, f Form) error {
	m := &maker{Form: f, id: identity.Identity{
		Programme: f.Programme.ID, Framework: f.Programme.Framework.ID, Version: f.Programme.Framework.Version,
		Jurisdiction: string(f.at().ID), Period: f.Programme.Periods[f.Period].String(), Language: f.Words.Language,
	}}
	if f.Copy > 1 {
		m.id.Copy = strconv.Itoa(f.Copy)
	}
	m.start()
	for _, g := range m.groups() {
		m.answers(g)
	}
	m.tellProgress()
	m.sources()
	for _, name := range indicator.Registers() {
		m.register(name)
	}
	m.id.Sheets = append(m.id.Sheets, identity.Sheet{Name: form.ListsName, Kind: identity.Lists})
	m.sheets = append(m.sheets, m.identity())
	return form.Write(w, m.sheets)
}

func (f *Form) at() *programme.Jurisdiction { return &f.Programme.Jurisdictions[f.Jurisdiction] }

// maker makes the sheets of one form.
type maker struct {
	Form
	id       identity.Identity
	sheets   []form.Sheet
	progress []progress

	progressAt int // the row of the first sheet where it is told
}

// group is what stands on one sheet: the questions of a pillar or of a group of
// context indicators, under headings.
type group struct {
	title    indicator.Text
	sections []section
}

type section struct {
	title indicator.Text // nil right below the sheet's title
	asked []*indicator.Indicator
}

// count returns how many questions there are.
func (g *group) count() (n int) {
	for _, s := range g.sections {
		n += len(s.asked)
	}
	return n
}

// groups returns the sheets' questions: those asked of this level.
func (m *maker) groups() []group {
	var out []group
	root := m.Programme.Framework.Root
	for _, pillar := range root.Nodes {
		g := group{title: pillar.Title}
		m.collect(&g, pillar, nil)
		out = append(out, g)
	}
	if len(root.Indicators)+len(root.RedLines) > 0 {
		g := group{title: root.Title}
		m.add(&g, nil, slices.Concat(root.Indicators, root.RedLines))
		out = append(out, g)
	}
	for _, c := range m.Programme.Framework.Context {
		g := group{title: c.Title}
		m.add(&g, nil, c.Indicators)
		out = append(out, g)
	}
	return slices.DeleteFunc(out, func(g group) bool { return len(g.sections) == 0 })
}

func (m *maker) collect(g *group, n *indicator.Node, title indicator.Text) {
	m.add(g, title, slices.Concat(n.Indicators, n.RedLines))
	for _, child := range n.Nodes {
		m.collect(g, child, child.Title)
	}
}

func (m *maker) add(g *group, title indicator.Text, all []*indicator.Indicator) {
	s := section{title: title}
	for _, i := range all {
		if m.asks(i) {
			s.asked = append(s.asked, i)
		}
	}
	if len(s.asked) > 0 {
		g.sections = append(g.sections, s)
	}
}

// asks reports whether the form asks the indicator.
func (m *maker) asks(i *indicator.Indicator) bool {
	switch {
	case i.Computed != nil, i.Timing == indicator.Standing && !m.Standing:
		return false
	}
	return len(i.Levels) == 0 || slices.Contains(i.Levels, m.at().Level)
}

// addSheet names a sheet, says on the hidden one what it is, and adds it.
func (m *maker) addSheet(kind, title string, s form.Sheet) {
	s.Name = m.free(sheetName(title))
	s.RightToLeft = rightToLeft(m.Words.Language)
	s.Header = m.header()
	m.id.Sheets = append(m.id.Sheets, identity.Sheet{Name: s.Name, Kind: kind})
	m.sheets = append(m.sheets, s)
}

// header is what stands on every page of paper, since pages part.
func (m *maker) header() string {
	out := m.at().Name.In(m.Words.Language, m.Programme.Languages[0]) + ", " + m.Programme.Periods[m.Period].String()
	if m.Programme.Invented {
		return m.Words.text("header_invented") + ": " + out
	}
	return out
}

// maxSheetName is how long the name of a sheet may be.
const maxSheetName = 31

// sheetName returns a title as a name of a sheet can be.
func sheetName(title string) string {
	s := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, title))
	for utf8.RuneCountInString(s) > maxSheetName {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.TrimSpace(s)
}

// free returns the name, with a number after it where it is taken.
func (m *maker) free(name string) string {
	taken := func(s string) bool {
		same := func(have form.Sheet) bool { return strings.EqualFold(have.Name, s) }
		return s == "" || strings.EqualFold(s, identity.SheetName) || strings.EqualFold(s, form.ListsName) || slices.ContainsFunc(m.sheets, same)
	}
	out := name
	for n := '2'; taken(out) && n <= '9'; n++ {
		cut := []rune(name)
		out = string(cut[:min(len(cut), maxSheetName-2)]) + " " + string(n)
	}
	return out
}

// rightToLeft reports whether the language is written from right to left.
func rightToLeft(lang string) bool {
	base, _, _ := strings.Cut(lang, "-")
	return slices.Contains([]string{"ar", "fa", "he", "ur"}, base)
}

// identity returns the hidden sheet that says what the workbook is for.
func (m *maker) identity() form.Sheet {
	s := form.Sheet{Name: identity.SheetName, Hidden: true, Columns: []form.Column{{Width: 20}, {Width: 40}, {Width: 20}}}
	for _, line := range m.id.Rows() {
		row := form.Row{}
		for _, text := range line {
			row.Cells = append(row.Cells, form.Cell{Value: text})
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}
