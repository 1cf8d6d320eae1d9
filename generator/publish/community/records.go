package community

import (
	"slices"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/wording"
)

// RecordsView is the page of a register.
type RecordsView struct {
	Name     string
	Totals   []Total
	Places   []PlaceCount // commitments only
	Statuses []string     // ids, for the columns of Places
	Columns  []string     // keys of words
	Rows     []RecordRow
	Until    string // the end of the last period, by which commitments are overdue
}

// Total is a sum over the register. Unknown says in how many entries nobody
// wrote the number down.
type Total struct {
	Column  string // "" for the number of entries
	Number  string
	Unknown int
}

// PlaceCount counts the commitments of a government by how far they have come.
// Those that are overdue are among the ones open, in progress or broken.
type PlaceCount struct {
	Link
	Made    int
	By      []int // for each status, in the order of the page
	Overdue int
}

// RecordRow is an entry.
type RecordRow struct {
	Place   Link
	Period  string
	Cells   []Cell // one for each column
	Sources []Link
	Overdue bool
}

// Cell is a part of an entry: a text as it was written, or a word of the
// language.
type Cell struct {
	Text                 string // "" for nothing
	Sector, Status, Said string // a word of the language; "" for a text
	Date                 string // ISO, "" for no date
}

// Records returns the page of a register.
func Records(e *peers.Edition, name string, s Scribe) *RecordsView {
	entries := e.Public.Records(name)
	out := &RecordsView{Name: name, Columns: shown(name), Totals: totals(name, entries)}
	last := e.Def.Periods[len(e.Def.Periods)-1]
	out.Until = last.String()
	_, end := last.Months()
	for _, r := range entries {
		row := RecordRow{Place: s.Place(r.Jurisdiction), Sources: s.Sources(r.Sources), Overdue: overdue(r, end)}
		if r.Period >= 0 {
			row.Period = e.Period(r.Period)
		}
		for _, column := range out.Columns {
			row.Cells = append(row.Cells, cell(r, column, s))
		}
		out.Rows = append(out.Rows, row)
	}
	out.dropEmpty()
	if name == "commitments" {
		out.Statuses = disclosure.Statuses()
		out.Places = counts(e, entries, end, s)
	}
	return out
}

// dropEmpty leaves out the columns in which no entry says anything.
func (v *RecordsView) dropEmpty() {
	for c := len(v.Columns) - 1; c >= 0; c-- {
		if slices.ContainsFunc(v.Rows, func(r RecordRow) bool { return r.Cells[c].Text != "" }) {
			continue
		}
		v.Columns = slices.Delete(v.Columns, c, c+1)
		for k := range v.Rows {
			v.Rows[k].Cells = slices.Delete(v.Rows[k].Cells, c, c+1)
		}
	}
}

// shown returns the columns of the table, after the place and the period: those
// that are published, with one for all sectors at a meeting.
func shown(name string) (columns []string) {
	for _, c := range disclosure.RecordColumns(name) {
		if strings.HasPrefix(c, disclosure.Present) {
			c = "present"
		}
		if len(columns) == 0 || columns[len(columns)-1] != c {
			columns = append(columns, c)
		}
	}
	return columns
}

func cell(r disclosure.Record, column string, s Scribe) Cell {
	if column == "present" {
		return Cell{Text: present(r, s)}
	}
	if d, ok := r.Dates[column]; ok {
		return Cell{Text: d.String(), Date: d.String()}
	}
	if n, ok := r.Numbers[column]; ok {
		return Cell{Text: wording.Grouped(n)}
	}
	if w := r.Words[column]; w != "" {
		switch column {
		case "sector":
			return Cell{Text: w, Sector: w}
		case "status":
			return Cell{Text: w, Status: w}
		}
		return Cell{Text: w, Said: w}
	}
	return Cell{Text: r.Texts[column]}
}

// present lists the sectors that came to a meeting with their numbers.
func present(r disclosure.Record, s Scribe) string {
	var parts []string
	for _, sector := range indicator.TableSectors() {
		switch n := r.Numbers[disclosure.Present+sector]; {
		case n > 0:
			parts = append(parts, s.Word("sector-"+sector)+" "+wording.Grouped(n))
		case r.Words[disclosure.Present+sector] == "yes":
			parts = append(parts, s.Word("sector-"+sector))
		}
	}
	return strings.Join(parts, ", ")
}

// overdue reports whether a commitment was to be done by the end of a month and
// is neither fulfilled nor withdrawn.
func overdue(r disclosure.Record, end int) bool {
	due, ok := r.Dates["due"]
	return ok && int(due.Year)*12+int(due.Month)-1 <= end && !slices.Contains([]string{"fulfilled", "withdrawn"}, r.Words["status"])
}

// totals sums the numbers of a register.
func totals(name string, entries []disclosure.Record) []Total {
	out := []Total{{Number: wording.Grouped(float64(len(entries)))}}
	columns := map[string][]string{
		"meetings":  {"actions_due", "actions_done"},
		"trainings": {"sessions", "organisations", "participants", "sat", "passed"},
		"campaigns": {"reach"},
	}[name]
	for _, column := range columns {
		sum, known := 0.0, 0
		for _, r := range entries {
			if n, ok := r.Numbers[column]; ok {
				sum, known = sum+n, known+1
			}
		}
		if known > 0 {
			out = append(out, Total{Column: column, Number: wording.Grouped(sum), Unknown: len(entries) - known})
		}
	}
	return out
}

// counts groups commitments by government, in the order of their ids.
func counts(e *peers.Edition, entries []disclosure.Record, end int, s Scribe) (list []PlaceCount) {
	statuses := disclosure.Statuses()
	for j := range e.Def.Jurisdictions {
		c := PlaceCount{Link: s.Place(j), By: make([]int, len(statuses))}
		for _, r := range entries {
			if r.Jurisdiction != j {
				continue
			}
			c.Made++
			if k := slices.Index(statuses, r.Words["status"]); k >= 0 {
				c.By[k]++
			}
			if overdue(r, end) {
				c.Overdue++
			}
		}
		if c.Made > 0 {
			list = append(list, c)
		}
	}
	return list
}
