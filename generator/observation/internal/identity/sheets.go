package identity

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/workbook"
)

// LookWithin is how many rows of a sheet are looked at for the hidden row that
// names its columns: somebody may have sorted it to the end.
const LookWithin = 2_000

// Aside returns the columns of an entry workbook that are there to be read by
// people. What is written into them is not an answer.
func Aside() []string { return []string{"question", "how", "before", "needs"} }

// Names reports whether all cells of a row are among some names of columns, at
// least two, with those that it must have.
func Names(row *workbook.Row, columns []string, must ...string) bool {
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != workbook.Text || !slices.Contains(columns, c.Text) {
			return false
		}
		must = slices.DeleteFunc(must, func(name string) bool { return name == c.Text })
	}
	return len(row.Cells) > 1 && len(must) == 0
}

// Heading reports whether a row has headings for people, above a hidden row
// that names so many columns: a text without a number in every one of them. A
// question has a number in the last, and what is filled in has some digit.
func Heading(row *workbook.Row, columns int) bool {
	if len(row.Cells) < columns {
		return false
	}
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Kind != workbook.Text || strings.ContainsAny(c.Text, "0123456789") {
			return false
		}
	}
	return true
}

// signature returns the column by which the hidden row of a kind of sheet is
// known, and which no other kind has.
func signature(kind string) string {
	switch kind {
	case Answers:
		return "question"
	case Sources:
		return "citation"
	case "commitments":
		return "made_on"
	case "meetings":
		return "held"
	case "trainings":
		return "participants"
	case "campaigns":
		return "reach"
	}
	return ""
}

// Sniff returns the kind of sheet whose columns the row names, "" for another
// row. The columns of an entry workbook are named in the program's own words,
// in a hidden row below headings for people.
func Sniff(row *workbook.Row) string {
	if len(row.Cells) < 3 {
		return ""
	}
	var names []string
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != workbook.Text || c.Text == "" || strings.Trim(c.Text, "abcdefghijklmnopqrstuvwxyz_-") != "" {
			return ""
		}
		names = append(names, c.Text)
	}
	for _, kind := range append([]string{Answers, Sources}, indicator.Registers()...) {
		if kind == Answers && !slices.Contains(names, "indicator") || kind == Sources && !slices.Contains(names, "title") {
			continue
		}
		if slices.Contains(names, signature(kind)) {
			return kind
		}
	}
	return ""
}

// lookAt completes what stands on which sheet, since people rename sheets, and
// bring some from other workbooks. It notes what the others say in their first
// rows, for a workbook that no longer says what it is for.
func (i *Identity) lookAt(b *workbook.Book) error {
	for _, s := range b.Sheets() {
		if s.Hidden || i.Kind(s.Name) != "" && i.Kind(s.Name) != Start || i.Kind(s.Name) == Start && !i.lost() {
			continue
		}
		filled, above, kind := 0, 0, ""
		var first []told
		if _, _, err := b.Scan(s.Name, func(row *workbook.Row) bool {
			if k := Sniff(row); k != "" && (s.Name != "" || above == len(row.Cells)) {
				kind = k
				return false
			}
			above = len(row.Cells)
			if filled++; filled <= startRows {
				for _, c := range row.Cells {
					first = append(first, told{c.Text, b.Pos(s.Name, row.Number, c.Column)})
				}
			}
			return row.Number < LookWithin && (!i.plain || filled < startRows)
		}); err != nil {
			return fmt.Errorf("read sheet %q: %w", s.Name, err)
		}
		if kind != "" {
			i.Sheets = append(i.Sheets, Sheet{Name: s.Name, Kind: kind})
			continue
		}
		i.start = append(i.start, first...)
	}
	return nil
}
