package observation

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/bounded"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/observation/internal/pile"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// Answers is what a workbook says: its answers and the sources it describes,
// in the order of their cells.
type Answers struct {
	Observations []Observation
	Sources      []Source
	Unread       Unread
	Reading      Reading

	local identity.Renaming[SourceID] // what the ids of an entry workbook are in the programme
}

// Reading is what was found out about a workbook on the way, for the package
// that reads its registers.
type Reading struct {
	Names *names.Directory
	Entry *identity.Identity // nil for the table layout
	Place identity.Place     // of an entry workbook
	Ready bool               // false for an entry workbook without a place
}

// maxFindings is how many findings of one file are kept.
const maxFindings = 100_000

// Decode reads the answers and sources of a workbook, in the table layout or in
// that of an entry workbook.
// Everything that is wrong is reported at its cell, all of it in one round; an
// answer that cannot be read is left out, and always with a finding. The error
// is for a file that can no longer be read.
func Decode(b *workbook.Book, p *programme.Programme) (*Answers, diag.List, error) {
	d := &decoder{
		book:      b,
		programme: p,
		Report:    bounded.Report{Max: maxFindings},
		answers:   &Answers{},
		names:     newDirectory(p),
		comments:  bounded.Memo[string]{},
		citations: bounded.Memo[typed.Cited[SourceID]]{},
		sourceAt:  map[SourceID]diag.Pos{},
	}
	if err := d.identify(); err != nil {
		return nil, nil, err
	}
	for _, s := range b.Sheets() {
		if err := d.readSheet(s); err != nil {
			return nil, nil, fmt.Errorf("read sheet %q: %w", s.Name, err)
		}
	}
	d.judgeSheets()
	d.answers.Observations = d.pile.All()
	d.localise()
	d.answers.Reading = Reading{Names: d.names.Directory, Entry: d.entry, Place: d.where, Ready: d.entry == nil || d.placed}
	return d.answers, d.Close(b.Pos("", 0, 0)), nil
}

// decoder reads one workbook. Its later fields are about the sheet and the row
// that it is in.
type decoder struct {
	book      *workbook.Book
	programme *programme.Programme
	bounded.Report
	answers   *Answers
	pile      pile.Pile[Observation] // what will be answers.Observations
	names     *directory
	comments  bounded.Memo[string]                // comments and monitors, so that equal ones share memory
	citations bounded.Memo[typed.Cited[SourceID]] // by the text of a cell in the column sources
	sourceAt  map[SourceID]diag.Pos
	seen      outline
	entry     *identity.Identity // nil for the table layout
	where     identity.Place     // of an entry workbook
	placed    bool               // whether it has one
	copy      uint8

	sheet     string
	from      int  // how many findings there were before the sheet
	plain     bool // a text file, where every number and date is text
	kind      sheetKind
	above     []workbook.Row // rows before the header
	rows      int            // rows below the header
	headerRow int
	named     int // columns
	layout    layout

	row     int
	cells   [maxColumns]*workbook.Cell
	unread  [maxColumns]bool           // a cell that is filled and cannot be read, as a finding says
	blanks  [maxColumns]*workbook.Cell // cells with nothing in them but spaces
	broken  bool                       // one of unread
	subject subject
}

// spread puts the cells of a row under the table's columns. It reports what
// holds for cells of every column, and whether the row has any cell to read.
func (d *decoder) spread(row *workbook.Row) bool {
	d.row, d.broken, d.subject = row.Number, false, subject{}
	d.cells, d.blanks = [maxColumns]*workbook.Cell{}, [maxColumns]*workbook.Cell{}
	d.unread = [maxColumns]bool{}
	filled := false
	for i := range row.Cells {
		c := &row.Cells[i]
		f := d.layout.fieldOf(c.Column)
		if f == beside {
			continue
		}
		if f >= second {
			if f != strange {
				d.unread[f-second] = true
			}
			continue
		}
		if c.Kind == workbook.Text && typed.Invisible(c.Text) {
			if f > 0 {
				d.blanks[f] = c
			} else {
				d.blank(c)
			}
			continue
		}
		if f == 0 {
			d.headless(c)
			continue
		}
		filled = true
		if c.Kind == workbook.Unread || (c.Formula || c.Kind == workbook.Error) && !d.computed(c) {
			d.unread[f], d.broken = true, true
			continue
		}
		if c.Kind != workbook.Empty {
			d.cells[f] = c
		}
	}
	return filled
}

// reportBlanks reports the cells of the row with only spaces in them, but for
// those that a finding called empty.
func (d *decoder) reportBlanks() {
	for _, c := range d.blanks {
		if c != nil {
			d.blank(c)
		}
	}
}
