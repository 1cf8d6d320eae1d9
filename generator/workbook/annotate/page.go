package annotate

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Page is the first sheet of a copy: what is wrong, in the words of people.
type Page struct {
	Name        string // of the sheet
	Title       string
	Intro       []string
	Headings    [6]string // severity, what, how many, where, expected, what to do
	RightToLeft bool
	Groups      []Group
}

// Group is one mistake, made once or many times.
type Group struct {
	Kind               Kind
	Severity, What     string
	Count              int
	Places             []Place // the first of them
	Rest               string  // "and 30 more", or ""
	Expected, WhatToDo string
}

// Place is where the mistake was made. It is a link if it names a sheet.
type Place struct {
	Label       string
	Sheet       string
	Row, Column int
}

// The columns of the page, and their widths.
var widths = [6]float64{11, 42, 9, 24, 34, 46}

// pageStyles are the styles of the page.
type pageStyles struct{ title, intro, heading, cell, link, number int }

func (m *marker) pageStyles() (s pageStyles, fills [kinds]int, err error) {
	const ink, ground, line = "1D2733", "E6ECF2", "9AA5B1"
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Size: size, Bold: bold, Color: ink, Family: "Calibri"}
	}
	frame := []excelize.Border{
		{Type: "left", Color: line, Style: 1}, {Type: "right", Color: line, Style: 1},
		{Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1},
	}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	for _, style := range []struct {
		id  *int
		def excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(18, true)}},
		{&s.intro, excelize.Style{Font: font(11, false), Alignment: wrap}},
		{&s.heading, excelize.Style{Font: font(11, true), Alignment: wrap, Fill: fill(ground), Border: frame}},
		{&s.cell, excelize.Style{Font: font(11, false), Alignment: wrap, Border: frame, NumFmt: 49}},
		{&s.number, excelize.Style{Font: font(11, false), Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}, Border: frame}},
		{&s.link, excelize.Style{Font: &excelize.Font{Size: 11, Color: "0B4F8A", Underline: "single", Family: "Calibri"}, Alignment: wrap, Border: frame}},
		// The severity is coloured like the cells, but not with their very colours:
		// those are taken off when the copy is marked again.
		{&fills[0], excelize.Style{Font: font(11, true), Alignment: wrap, Fill: fill("F8C5C2"), Border: frame}},
		{&fills[1], excelize.Style{Font: font(11, true), Alignment: wrap, Fill: fill("FAE6A8"), Border: frame}},
		{&fills[2], excelize.Style{Font: font(11, true), Alignment: wrap, Fill: fill("C8DEF6"), Border: frame}},
	} {
		if *style.id, err = m.file.NewStyle(&style.def); err != nil {
			return s, fills, err
		}
	}
	return s, fills, nil
}

// page adds the first sheet.
func (m *marker) page(name string, p Page) error {
	first := m.file.GetSheetName(0)
	if _, err := m.file.NewSheet(name); err != nil {
		return err
	}
	w := &pageWriter{marker: m, sheet: name}
	w.write(p)
	if w.err != nil {
		return w.err
	}
	if err := m.file.MoveSheet(name, first); err != nil {
		return err
	}
	if names := m.file.WorkBook.DefinedNames; names != nil { // they go by the number of the sheet
		for i := range names.DefinedName {
			if id := names.DefinedName[i].LocalSheetID; id != nil {
				moved := *id + 1
				names.DefinedName[i].LocalSheetID = &moved
			}
		}
	}
	m.file.SetActiveSheet(0)
	return nil
}

// pageWriter writes the page row by row. Its first error stays.
type pageWriter struct {
	*marker
	sheet  string
	styles pageStyles
	row    int
	err    error
}

func (w *pageWriter) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *pageWriter) at(column int) string { return fmt.Sprintf("%c%d", 'A'+column, w.row) }

// put writes a text into a cell of the current row.
func (w *pageWriter) put(column, style int, text string) {
	if text != "" {
		w.do(w.file.SetCellStr(w.sheet, w.at(column), clean(text)))
	}
	w.do(w.file.SetCellStyle(w.sheet, w.at(column), w.at(column), style))
}

func (w *pageWriter) write(p Page) {
	var fills [kinds]int
	var err error
	w.styles, fills, err = w.pageStyles()
	w.do(err)
	total := 0.0
	for i, width := range widths {
		w.do(w.file.SetColWidth(w.sheet, string(rune('A'+i)), string(rune('A'+i)), width))
		total += width
	}
	w.row = 1
	w.put(0, w.styles.title, p.Title)
	w.do(w.file.SetRowHeight(w.sheet, w.row, 28))
	for _, text := range p.Intro {
		w.row++
		w.put(0, w.styles.intro, text)
		w.do(w.file.MergeCell(w.sheet, w.at(0), w.at(5)))
		w.do(w.file.SetRowHeight(w.sheet, w.row, height(text, total)))
	}
	w.row += 2
	tall := 0.0
	for i, text := range p.Headings {
		w.put(i, w.styles.heading, text)
		tall = max(tall, height(text, widths[i]*0.9))
	}
	w.do(w.file.SetRowHeight(w.sheet, w.row, tall))
	head := w.row
	for _, g := range p.Groups {
		w.group(g, fills[g.Kind])
	}
	w.view(p, head)
}

// group writes a mistake: a row for each of its places, the rest of it beside
// them all.
func (w *pageWriter) group(g Group, severity int) {
	lines := max(1, len(g.Places))
	if g.Rest != "" {
		lines++
	}
	texts := []string{g.Severity, g.What, "", "", g.Expected, g.WhatToDo}
	tall := 0.0
	for i, text := range texts {
		tall = max(tall, height(text, widths[i]))
	}
	first := w.row + 1
	for k := range lines {
		w.row++
		each := max(tall/float64(lines), 18)
		for i, text := range texts {
			style := w.styles.cell
			switch i {
			case 0:
				style = severity
			case 2:
				style = w.styles.number
			}
			if k > 0 {
				text = ""
			}
			w.put(i, style, text)
		}
		switch {
		case k < len(g.Places):
			w.place(g.Places[k])
			each = max(each, height(g.Places[k].Label, widths[3]))
		case k == len(g.Places) && g.Rest != "":
			w.put(3, w.styles.cell, g.Rest)
		}
		w.do(w.file.SetRowHeight(w.sheet, w.row, min(each, 400)))
	}
	w.do(w.file.SetCellInt(w.sheet, fmt.Sprintf("C%d", first), int64(g.Count)))
	for _, column := range []string{"A", "B", "C", "E", "F"} {
		if lines > 1 {
			w.do(w.file.MergeCell(w.sheet, fmt.Sprintf("%s%d", column, first), fmt.Sprintf("%s%d", column, w.row)))
		}
	}
}

// place writes where a mistake was made, as a link where there is a cell.
func (w *pageWriter) place(p Place) {
	if p.Sheet == "" {
		w.put(3, w.styles.cell, p.Label)
		return
	}
	w.put(3, w.styles.link, p.Label)
	cell := cellName(Mark{Row: max(1, p.Row), Column: max(1, p.Column)})
	w.do(w.file.SetCellHyperLink(w.sheet, w.at(3), "'"+strings.ReplaceAll(p.Sheet, "'", "''")+"'!"+cell, "Location"))
}

// view sets how the page is shown and printed.
func (w *pageWriter) view(p Page, head int) {
	w.do(w.file.SetPanes(w.sheet, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: fmt.Sprintf("A%d", head+1), ActivePane: "bottomLeft"}))
	no, right := false, p.RightToLeft
	w.do(w.file.SetSheetView(w.sheet, 0, &excelize.ViewOptions{RightToLeft: &right, ShowGridLines: &no}))
	a4, wide, long, landscape, fit := 9, 1, 0, "landscape", true
	w.do(w.file.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}))
	w.do(w.file.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// height returns how high a row must be, in points, for a text in a column.
func height(text string, width float64) float64 {
	lines := 0.0
	for line := range strings.Lines(text) {
		lines += math.Ceil(float64(utf8.RuneCountInString(line)) / (width * 1.05))
	}
	return max(1, lines)*14.5 + 4
}
