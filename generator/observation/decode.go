package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// Answers is what a workbook says: its answers and the sources it describes,
// in the order of their cells.
type Answers struct {
	Observations []Observation
	Sources      []Source
}

// Decode reads the answers and sources of a workbook in the table layout.
// Everything that is wrong is reported at its cell, all of it in one round; an
// answer that cannot be read is left out, and always with a finding. The error
// is for a file that can no longer be read.
func Decode(b *workbook.Book, p *programme.Programme) (*Answers, diag.List, error) {
	d := &decoder{
		book:      b,
		programme: p,
		report:    report{max: maxFindings},
		answers:   &Answers{},
		names:     newDirectory(p),
		comments:  memo[string]{},
		citations: memo[citation]{},
		sourceAt:  map[SourceID]diag.Pos{},
	}
	for _, s := range b.Sheets() {
		if err := d.readSheet(s); err != nil {
			return nil, nil, fmt.Errorf("read sheet %q: %w", s.Name, err)
		}
	}
	d.judgeSheets()
	d.answers.Observations = d.pile.all()
	return d.answers, d.close(b.Pos("", 0, 0)), nil
}

// decoder reads one workbook. Its later fields are about the sheet and the row
// that it is in.
type decoder struct {
	book      *workbook.Book
	programme *programme.Programme
	report
	answers   *Answers
	pile      pile // what will be answers.Observations
	names     *directory
	comments  memo[string]   // comments and monitors, so that equal ones share memory
	citations memo[citation] // by the text of a cell in the column sources
	sourceAt  map[SourceID]diag.Pos
	hints     int // suggestions computed so far
	seen      outline

	sheet     string
	plain     bool // a text file, where every number and date is text
	kind      sheetKind
	above     []workbook.Row // rows before the header
	rows      int            // rows below the header
	headerRow int
	layout    layout

	row     int
	cells   [maxColumns]*workbook.Cell
	broken  bool // a cell of the row has no value that can be read
	subject subject
}

// spread puts the cells of a row under the table's columns. It reports what
// holds for cells of every column, and whether the row has any cell to read.
func (d *decoder) spread(row *workbook.Row) bool {
	d.row, d.broken, d.subject = row.Number, false, subject{}
	d.cells = [maxColumns]*workbook.Cell{}
	filled := false
	for i := range row.Cells {
		c := &row.Cells[i]
		f := d.layout.fieldOf(c.Column)
		if f == strange {
			continue
		}
		if c.Kind == workbook.Text && invisible(c.Text) {
			_, flaw := tidy(c.Text)
			d.stray(c, flaw)
			continue
		}
		if f == 0 {
			d.headless(c)
			continue
		}
		filled = true
		if c.Formula || c.Kind == workbook.Error {
			if !d.computed(c) {
				d.broken = true
				continue
			}
		}
		if c.Kind != workbook.Empty {
			d.cells[f] = c
		}
	}
	return filled
}
