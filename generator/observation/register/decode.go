package register

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/workbook"
)

// Entry is one row of a register.
type Entry struct {
	Jurisdiction int                // index in Programme.Jurisdictions
	Period       int                // index in Programme.Periods; -1 for commitments
	Told         int                // index of the period of the entry workbook that tells it; -1 for a table
	Texts        map[string]string  // what was written, by column
	Words        map[string]string  // one of the column's words; yes or no
	Numbers      map[string]float64 // whole numbers; absent where nobody knows
	Dates        map[string]observation.Date
	Sources      []observation.SourceID
	Pos          diag.Pos // of the row
}

// Registers are the entries of all registers, by the name of the register.
type Registers map[string][]Entry

// The bounds of what one sheet may cause.
const (
	maxFindings = 10_000
	maxText     = 2_000
)

// Decode reads the registers in a workbook whose answers have been read. In an
// entry workbook the rows say neither where nor when: the hidden sheet does.
func Decode(b *workbook.Book, from observation.Reading) (Registers, diag.List, error) {
	d := &decoder{book: b, Reading: from, found: Registers{}}
	if !from.Ready {
		return d.found, nil, nil // which was said of the answers
	}
	for _, s := range b.Sheets() {
		if d.register = d.named(s.Name); d.register == "" {
			continue
		}
		d.sheet, d.header, d.above, d.layout, d.bad = s.Name, false, nil, nil, false
		_, findings, err := b.Scan(s.Name, d.row)
		if err != nil {
			return nil, nil, fmt.Errorf("read sheet %q: %w", s.Name, err)
		}
		d.findings.Add(findings...)
		if !d.header && len(d.above) > 1 {
			d.keysLost()
		}
	}
	return d.found, d.findings, nil
}

// named returns the register that stands on a sheet, or "". A .csv has one
// sheet, named after the file.
func (d *decoder) named(sheet string) string {
	if d.Entry != nil && slices.Contains(indicator.Registers(), d.Entry.Kind(sheet)) {
		return d.Entry.Kind(sheet)
	}
	if sheet == "" {
		file := path.Base(d.book.Pos("", 0, 0).File)
		sheet = strings.TrimSuffix(file, path.Ext(file))
	}
	return named(typed.Key(sheet))
}

// Cite gives the sources of all entries the ids that they have in the
// programme.
func (r Registers) Cite(rename func([]observation.SourceID) []observation.SourceID) {
	for _, entries := range r {
		for i := range entries {
			entries[i].Sources = rename(entries[i].Sources)
		}
	}
}

// decoder reads one workbook. Its later fields are about the sheet it is in.
type decoder struct {
	book *workbook.Book
	observation.Reading
	found    Registers
	findings diag.List

	register string
	sheet    string
	header   bool
	above    []workbook.Row // rows before the header
	width    int            // how many columns are named
	layout   map[int]column // by column of the sheet
	at       int            // row
	bad      bool           // the row has a finding
}

func (d *decoder) row(row *workbook.Row) bool {
	if !slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Text || !typed.Invisible(c.Text) }) {
		return true
	}
	d.at = row.Number
	switch {
	case !d.header && d.headings(row):
		d.above = append(d.above, workbook.Row{Number: row.Number, Cells: slices.Clone(row.Cells)})
		return len(d.above) < identity.LookWithin
	case !d.header:
		d.header, d.width = true, len(row.Cells)
		ok := d.readHeader(row)
		if ok {
			d.readDisplaced()
		}
		return ok
	}
	d.readLine(row)
	return len(d.findings) < maxFindings
}

func (d *decoder) readLine(row *workbook.Row) {
	if d.at = row.Number; d.Entry == nil || !identity.Heading(row, d.width) {
		d.readEntry(row)
	}
}

// keysLost reports a sheet of an entry workbook whose hidden row is gone.
func (d *decoder) keysLost() {
	d.at = d.above[0].Number
	d.find(0, diag.Diagnostic{
		Rule: "lost-keys", Got: typed.Shown(d.above[0].Cells[0].Text),
		Message: "the hidden row that names the columns is gone, so that nothing on the sheet is read",
		Hint:    "copy the rows 1 and 2 from the same sheet of another workbook, or the entries into a new workbook",
	})
}

// readDisplaced reads the rows of an entry workbook that somebody has sorted to
// above the hidden one. A single cell is a note, and no entry.
func (d *decoder) readDisplaced() {
	for i := range d.above {
		if row := &d.above[i]; len(row.Cells) > 1 {
			d.readLine(row)
			continue
		}
		d.at = d.above[i].Number
		d.find(0, diag.Diagnostic{
			Rule: "text-above-header", Severity: diag.Warning, Got: typed.Shown(d.above[i].Cells[0].Text),
			Message: "what stands above the names of the columns is not read", Hint: "keep notes on a sheet named Notes",
		})
	}
}

// headings reports whether the row of an entry workbook is one of headings for
// people. The names of the columns stand below, in a hidden row.
func (d *decoder) headings(row *workbook.Row) bool {
	if d.Entry == nil || d.Entry.Kind(d.sheet) != d.register {
		return false
	}
	all := columns(d.register)
	return slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool {
		return !slices.ContainsFunc(all, func(have column) bool { return have.name == c.Text })
	})
}

// given reports whether the column is one that the hidden sheet of an entry
// workbook stands for.
func (d *decoder) given(c column) bool {
	return d.Entry != nil && (c.kind == place || c.kind == period)
}

// find reports something at a cell of the row.
func (d *decoder) find(column int, f diag.Diagnostic) {
	f.Pos = d.book.Pos(d.sheet, d.at, column)
	d.findings.Add(f)
	d.bad = d.bad || f.Severity == diag.Error
}

// readHeader finds the columns and reports whether the rows can be read.
func (d *decoder) readHeader(row *workbook.Row) bool {
	all := columns(d.register)
	names := []string{""}
	for _, c := range all {
		names = append(names, c.name)
	}
	d.layout = map[int]column{}
	seen := map[string]bool{}
	for _, cell := range row.Cells {
		exact, near := max(0, slices.Index(names, cell.Text)), 0
		if exact == 0 {
			exact, near = typed.Header(strings.ReplaceAll(cell.Text, "_", " "), spaced(names))
		}
		if exact == 0 {
			f := diag.Diagnostic{
				Rule: "unknown-header", Got: typed.Shown(cell.Text),
				Message:  fmt.Sprintf("%q is not a column of the register %s", typed.Shown(cell.Text), d.register),
				Expected: strings.Join(names[1:], ", "), Hint: "rename the column, or delete it; a register holds no names of people",
			}
			if near > 0 {
				f.Hint = fmt.Sprintf("did you mean %q?", names[near])
			}
			d.find(cell.Column, f)
			continue
		}
		if seen[names[exact]] {
			d.find(cell.Column, diag.Diagnostic{
				Rule: "duplicate-header", Got: names[exact], Message: fmt.Sprintf("the column %s stands twice", names[exact]),
				Hint: "put the entries into one column and delete the other",
			})
			continue
		}
		seen[names[exact]] = true
		d.layout[cell.Column] = all[exact-1]
	}
	for _, c := range all {
		if c.required && !seen[c.name] && !d.given(c) {
			d.find(0, diag.Diagnostic{
				Rule: "missing-header", Message: fmt.Sprintf("the register %s has no column %s", d.register, c.name),
				Expected: strings.Join(names[1:], ", "), Hint: fmt.Sprintf("write %s into the first row", c.name),
			})
		}
	}
	return !d.bad
}

// spaced returns the names as [typed.Header] compares them.
func spaced(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = typed.Key(strings.ReplaceAll(n, "_", " "))
	}
	return out
}

// readEntry reads a row below the header.
func (d *decoder) readEntry(row *workbook.Row) {
	d.bad = false
	e := Entry{
		Period: -1, Told: -1, Texts: map[string]string{}, Words: map[string]string{}, Numbers: map[string]float64{},
		Dates: map[string]observation.Date{}, Pos: d.book.Pos(d.sheet, row.Number, 1),
	}
	if d.Entry != nil {
		e.Jurisdiction, e.Told = d.Place.Jurisdiction, d.Place.Period
		if d.register != commitments {
			e.Period = e.Told
		}
	}
	filled := map[string]bool{}
	for i := range row.Cells {
		cell := &row.Cells[i]
		c, known := d.layout[cell.Column]
		if !known || cell.Kind == workbook.Text && typed.Invisible(cell.Text) {
			continue
		}
		filled[c.name] = true
		d.readCell(&e, c, cell)
	}
	for _, c := range columns(d.register) {
		if c.required && !filled[c.name] && !d.given(c) {
			d.find(0, diag.Diagnostic{
				Rule: "missing-cell", Message: fmt.Sprintf("the entry has no %s", c.name),
				Hint: "fill in the cell, or delete the row",
			})
		}
	}
	d.checkOrder(&e)
	if !d.bad {
		d.found[d.register] = append(d.found[d.register], e)
	}
}

// checkOrder finds entries whose parts contradict each other.
func (d *decoder) checkOrder(e *Entry) {
	for _, pair := range [][2]string{{"passed", "sat"}, {"sat", "participants"}, {"actions_done", "actions_due"}} {
		less, ok := e.Numbers[pair[0]]
		more, both := e.Numbers[pair[1]]
		if ok && both && less > more {
			d.find(0, diag.Diagnostic{
				Rule: "register-order", Message: fmt.Sprintf("%s is more than %s", pair[0], pair[1]),
				Hint: "correct one of the two numbers",
			})
		}
	}
	if e.Words["held"] == "no" {
		for _, c := range columns(d.register) {
			if n := e.Numbers[c.name]; n > 0 && strings.HasPrefix(c.name, SectorColumn) {
				d.find(0, diag.Diagnostic{
					Rule: "register-order", Message: fmt.Sprintf("the meeting was not held, and %s is %s", c.name, typed.Shortest(n)),
					Hint: "type yes if it was held; if not, clear the numbers",
				})
				break
			}
		}
	}
	d.checkPeriod(e)
	for _, pair := range [][2]string{{"made_on", "due"}, {"from", "to"}} {
		first, ok := e.Dates[pair[0]]
		last, both := e.Dates[pair[1]]
		if ok && both && last.Compare(first) < 0 {
			d.find(0, diag.Diagnostic{
				Rule: "register-order", Message: fmt.Sprintf("%s is before %s", pair[1], pair[0]),
				Hint: "correct one of the two dates",
			})
		}
	}
}

// checkPeriod finds an entry that was over before its period began, or began
// after its end.
func (d *decoder) checkPeriod(e *Entry) {
	if e.Period < 0 {
		return
	}
	for _, c := range []struct {
		column  string
		allowed []int // orders of a date and the period
	}{{"date", []int{0}}, {"from", []int{-1, 0}}, {"to", []int{0, 1}}} {
		at, dated := e.Dates[c.column]
		if !dated || slices.Contains(c.allowed, d.Names.Order(e.Period, int(at.Year), int(at.Month))) {
			continue
		}
		d.find(0, diag.Diagnostic{
			Rule: "register-order", Got: at.String(), Message: fmt.Sprintf("the entry is not of its period: %s is %s", c.column, at),
			Hint: "correct the date, or move the entry to its own period",
		})
	}
}
