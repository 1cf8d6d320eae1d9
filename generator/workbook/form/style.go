package form

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The colours: ink, grey ink, a light ground for headings, a lighter one for
// what is closed, and a line.
const (
	ink    = "1D2733"
	grey   = "5B6673"
	ground = "E6ECF2"
	closed = "F0F0F0"
	line   = "9AA5B1"
)

// styleOf returns the style of a cell. Text that begins like a formula is kept
// as text, also after somebody edits the cell.
func styleOf(c Cell) Style {
	if s, ok := c.Value.(string); ok && c.Style == Answer && s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return textAnswer
	}
	return c.Style
}

// textAnswer is an answer that is text whatever it looks like.
const textAnswer Style = -1

// newStyles makes the styles of a file.
func newStyles(f *excelize.File) (map[Style]int, error) {
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Size: size, Bold: bold, Color: colour, Family: "Calibri"}
	}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	frame := []excelize.Border{
		{Type: "left", Color: line, Style: 1}, {Type: "right", Color: line, Style: 1},
		{Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1},
	}
	unlocked, isoDate := &excelize.Protection{Locked: false}, "yyyy\\-mm\\-dd"
	out := map[Style]int{}
	for _, s := range []struct {
		id  Style
		def excelize.Style
	}{
		{Plain, excelize.Style{Font: font(11, false, ink), Alignment: &excelize.Alignment{Vertical: "top"}}},
		{Title, excelize.Style{Font: font(18, true, ink)}},
		{Heading, excelize.Style{Font: font(11, true, ink), Alignment: wrap, Fill: fill(ground), Border: frame}},
		{Section, excelize.Style{Font: font(12, true, ink), Alignment: &excelize.Alignment{Vertical: "bottom"}}},
		{Prose, excelize.Style{Font: font(11, false, ink), Alignment: wrap}},
		{Small, excelize.Style{Font: font(9, false, grey), Alignment: wrap}},
		{Aside, excelize.Style{Font: font(10, false, grey), Alignment: wrap}},
		{Closed, excelize.Style{Fill: fill(closed), Border: frame}},
		{Answer, excelize.Style{Font: font(11, false, ink), Alignment: wrap, Border: frame, Protection: unlocked}},
		{DateAnswer, excelize.Style{Font: font(11, false, ink), Alignment: wrap, Border: frame, Protection: unlocked, CustomNumFmt: &isoDate}},
		{textAnswer, excelize.Style{Font: font(11, false, ink), Alignment: wrap, Border: frame, Protection: unlocked, NumFmt: 49}},
		{Bold, excelize.Style{Font: font(11, true, ink), Alignment: wrap}},
	} {
		id, err := f.NewStyle(&s.def)
		if err != nil {
			return nil, err
		}
		out[s.id] = id
	}
	return out, nil
}

// attention is the look of a cell for which a rule holds.
func attention() *excelize.Style {
	return &excelize.Style{Font: &excelize.Font{Color: "7A2E00"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFE0B2"}}}
}

// The height of a row of text in points, by the size of its font, and the most
// that a row may have.
const (
	leading   = 1.3
	maxHeight = 400
)

// height returns how high a cell's row must be for its text, in points: with
// characters about as wide as the digits that a column's width counts. Programs
// find out by themselves only after somebody edits the row.
func height(c Cell, columns []Column, i int) float64 {
	size := map[Style]float64{Title: 18, Section: 12, Small: 9, Aside: 10}[c.Style]
	if size == 0 {
		size = 11
	}
	text, ok := c.Value.(string)
	if !ok || i >= len(columns) || columns[i].Width == 0 || columns[i].Hidden {
		return 0
	}
	if c.Style == Title || c.Style == Section || c.Style == Plain {
		return size * leading * 1.3 // one line with air above it
	}
	perLine := columns[i].Width * 11 / size * 1.05
	lines := 0.0
	for line := range strings.Lines(text) {
		lines += math.Ceil(float64(utf8.RuneCountInString(line)) / perLine)
	}
	return max(1, lines)*size*leading + 3
}
