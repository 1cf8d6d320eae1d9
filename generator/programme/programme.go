package programme

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

// JurisdictionID names a scored government; in the programme "world" it is the
// ISO 3166 alpha-3 code.
type JurisdictionID string

// Programme is one monitoring effort. It is read from data/<id>/programme.yaml
// and the files that it names, and does not change after [Load].
type Programme struct {
	ID            string
	Title         indicator.Text
	Summary       indicator.Text
	Languages     []string
	Framework     *indicator.Framework
	Periods       []Period       // every period, ascending
	Jurisdictions []Jurisdiction // ascending by ID
	Workbooks     []string       // files, relative to the project, sorted
	Policy        Policy
	Citation      string // how the data are to be cited
	Licence       indicator.Text
	Credits       indicator.Text
	Invented      bool    // demonstration data, marked so on everything
	Shapes        []Shape // map outlines; empty where there is no map
	Pos           diag.Pos
	PeriodsPos    diag.Pos // where the periods are set

	byID map[JurisdictionID]int
}

// Jurisdiction returns the jurisdiction with the id, or nil.
func (p *Programme) Jurisdiction(id JurisdictionID) *Jurisdiction {
	if i, ok := p.byID[id]; ok {
		return &p.Jurisdictions[i]
	}
	return nil
}

// Index returns the place of the jurisdiction in Jurisdictions, or -1.
func (p *Programme) Index(id JurisdictionID) int {
	if i, ok := p.byID[id]; ok {
		return i
	}
	return -1
}

// PeriodIndex returns the place of the period in Periods, or -1.
func (p *Programme) PeriodIndex(q Period) int {
	for i, have := range p.Periods {
		if have == q {
			return i
		}
	}
	return -1
}

// Jurisdiction is a scored government.
type Jurisdiction struct {
	ID     JurisdictionID
	Slug   string // its name in addresses; never changes
	Level  string // a level of the framework
	Parent JurisdictionID
	Region string
	Name   indicator.Text
	Pos    diag.Pos
}

// Policy is what the programme decided about publishing.
type Policy struct {
	MinCell int            // counts of people from 1 to MinCell-1 are hidden
	Reason  indicator.Text // why this bound
}

// Shape is the outline of a jurisdiction on the programme's map, on a plane of
// MapWidth by MapHeight units with y pointing down.
type Shape struct {
	Jurisdiction JurisdictionID // "" for land that belongs to none
	X, Y         float64        // a point inside, for a dot or label
	Path         string         // SVG path data; "" where only the dot is drawn
}

// The size of the map plane.
const (
	MapWidth  = 1000
	MapHeight = 500
)
