package register

import (
	"slices"

	"tipscore/generator/indicator"
)

// kind says what stands in the cells of a column.
type kind uint8

const (
	text kind = iota
	word
	number
	date
	yesno
	place
	period
	sources
)

// column is a column of a register.
type column struct {
	name     string
	kind     kind
	required bool
	words    []string // kind word only
}

// Statuses returns the words for how far a commitment has come.
func Statuses() []string { return []string{"open", "in-progress", "fulfilled", "broken", "withdrawn"} }

// commitments is the register whose entries live longer than a period.
const commitments = "commitments"

// columns returns the columns of a register.
func columns(register string) []column {
	where := column{name: "jurisdiction", kind: place, required: true}
	when := column{name: "period", kind: period, required: true}
	cited := column{name: "sources", kind: sources}
	switch register {
	case commitments:
		return []column{
			where, {name: "id", kind: text, required: true}, {name: "text", kind: text, required: true},
			{name: "body", kind: text, required: true}, {name: "made_on", kind: date, required: true}, {name: "due", kind: date},
			{name: "measure", kind: text}, {name: "status", kind: word, required: true, words: Statuses()}, cited,
		}
	case "meetings":
		list := []column{
			where, when, {name: "date", kind: date}, {name: "held", kind: yesno, required: true}, {name: "minutes", kind: yesno},
			{name: "decision_maker", kind: yesno}, {name: "decisions", kind: text}, {name: "follow_up", kind: text},
			{name: "actions_due", kind: number}, {name: "actions_done", kind: number},
		}
		for _, s := range indicator.TableSectors() {
			list = append(list, column{name: sectorColumn(s), kind: number})
		}
		return append(list, cited)
	case "trainings":
		return []column{
			where, when, {name: "date", kind: date}, {name: "sector", kind: word, required: true, words: indicator.Sectors()},
			{name: "sessions", kind: number}, {name: "organisations", kind: number}, {name: "participants", kind: number},
			{name: "sat", kind: number}, {name: "passed", kind: number}, cited,
		}
	case "campaigns":
		return []column{
			where, when, {name: "place", kind: text, required: true}, {name: "channel", kind: text},
			{name: "from", kind: date}, {name: "to", kind: date}, {name: "reach", kind: number}, {name: "alternatives", kind: text}, cited,
		}
	}
	return nil
}

// sectorColumn is the column that counts the people of a sector at a meeting.
func sectorColumn(sector string) string { return SectorColumn + sector }

// Column is a column of a register, for who lays one out.
type Column struct {
	Name     string
	Required bool
	Words    []string // what may stand in it; nil for anything
	Number   bool     // counts people, meetings or actions
	Date     bool
	Place    bool // where or when, which an entry workbook says once
}

// Columns returns the columns of a register, in order.
func Columns(register string) []Column {
	var out []Column
	for _, c := range columns(register) {
		d := Column{Name: c.name, Required: c.required, Words: c.words, Number: c.kind == number, Date: c.kind == date}
		d.Place = c.kind == place || c.kind == period
		if c.kind == yesno {
			d.Words = []string{"yes", "no"}
		}
		out = append(out, d)
	}
	return out
}

// SectorColumn is the prefix of a column that counts the people of a sector at
// a meeting.
const SectorColumn = "n_"

// named returns the register that a sheet or file is named after, or "".
func named(name string) string {
	if slices.Contains(indicator.Registers(), name) {
		return name
	}
	return ""
}
