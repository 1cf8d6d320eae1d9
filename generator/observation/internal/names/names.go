// Package names tells what a text means in a programme: which jurisdiction,
// indicator or period it names. A text that names none yields a finding
// without a place, with the nearest thing that does in its hint.
//
//	d := names.New(p)
//	i, finding := d.Jurisdiction("Northavia") // nil index of XNA, and "type the id: XNA"
package names

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// maxComparisons is how often a word may be compared with every name. In a big
// programme that takes a millisecond, and a hostile column has a million words.
const maxComparisons = 1_000

// maxListed is how many ids a finding lists.
const maxListed = 12

// Directory holds the names of one programme. Its tables are made once; only
// the number of comparisons changes.
type Directory struct {
	programme     *programme.Programme
	jurisdictions table
	indicators    table
	outside       map[string]string // by folded id: of an indicator that the profile leaves out
	periods       map[programme.Period]int
	lastMonth     int
	comparisons   int
	byName        map[*table]map[string]int
}

// table finds things by id, folded.
type table struct {
	byID   map[string]int
	ids    []string
	names  []indicator.Text
	places []diag.Pos
}

// New returns the directory of a programme.
func New(p *programme.Programme) *Directory {
	d := &Directory{
		programme:     p,
		jurisdictions: newTable(len(p.Jurisdictions)),
		indicators:    newTable(len(p.Framework.All)),
		outside:       map[string]string{},
		periods:       map[programme.Period]int{},
		byName:        map[*table]map[string]int{},
	}
	for i := range p.Jurisdictions {
		j := &p.Jurisdictions[i]
		d.jurisdictions.add(string(j.ID), j.Name, j.Pos)
	}
	for _, ind := range p.Framework.All {
		d.indicators.add(string(ind.ID), ind.Title, ind.Pos)
	}
	if p.Base != nil {
		for _, ind := range p.Base.All {
			if p.Framework.Indicator(ind.ID) == nil {
				d.outside[typed.Fold(string(ind.ID))] = string(ind.ID)
			}
		}
	}
	for i, period := range p.Periods {
		d.periods[period] = i
		_, last := period.Months()
		d.lastMonth = max(d.lastMonth, last)
	}
	return d
}

func newTable(size int) table {
	return table{byID: make(map[string]int, size)}
}

func (t *table) add(id string, name indicator.Text, pos diag.Pos) {
	i := len(t.ids)
	if _, taken := t.byID[typed.Fold(id)]; !taken {
		t.byID[typed.Fold(id)] = i
	}
	t.byID[id] = i // as it is written goes before as it is folded
	t.ids, t.names, t.places = append(t.ids, id), append(t.names, name), append(t.places, pos)
}

// named finds a thing by its id.
func (t *table) named(s string) (int, bool) {
	i, ok := t.byID[s]
	if !ok {
		i, ok = t.byID[typed.Fold(s)]
	}
	return i, ok
}

// byName returns the things by folded name, in all languages. A name of two
// things means neither and has the index -1. Only who made a mistake needs it.
func (t *table) byName() map[string]int {
	named := make(map[string]int, len(t.names))
	for i, name := range t.names {
		NameAll(named, name, i)
	}
	return named
}

// NameAll enters a text in all its languages, folded. A name of two things
// then means neither.
func NameAll(names map[string]int, t indicator.Text, index int) {
	for _, s := range t {
		k := typed.Fold(s)
		if k == "" {
			continue
		}
		if have, ok := names[k]; ok && have != index {
			names[k] = -1
			continue
		}
		names[k] = index
	}
}

// MayCompare reports whether another word may be compared with every name.
func (d *Directory) MayCompare() bool {
	d.comparisons++
	return d.comparisons <= maxComparisons
}

// LastMonth is the month with which the last period ends, as
// [programme.Period.Months] counts; 0 for a programme without periods.
func (d *Directory) LastMonth() int { return d.lastMonth }

// Place is the related place of a finding, where it is known.
func Place(p diag.Pos, note string) []diag.Related {
	if p.IsZero() {
		return nil
	}
	return []diag.Related{{Pos: p, Note: note}}
}

// Joined appends a word to a list for readers.
func Joined(list, word string) string {
	if list == "" {
		return word
	}
	return list + ", " + word
}
