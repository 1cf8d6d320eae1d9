package programme

import (
	"slices"

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
	Framework     *indicator.Framework // with the profile's indicators and the programme's goalposts
	Base          *indicator.Framework // as it was read
	Periods       []Period             // every period, ascending
	Jurisdictions []Jurisdiction       // ascending by ID
	Workbooks     []string             // files, relative to the project, sorted
	Policy        Policy
	Rollup        *Rollup // how children become one number beside their parent; nil for not at all
	Starts        []Start // what cumulative counts count from
	Breaks        []Break
	Beside        []Beside
	Adjudicators  []string       // pseudonyms of those who decide between two coders
	Citation      indicator.Text // how the data are to be cited
	Licence       indicator.Text
	Credits       indicator.Text
	Publisher     indicator.Text // who answers for the programme
	Contact       string         // where errors are reported: an e-mail or https address; "" for nowhere
	Invented      bool           // demonstration data, marked so on everything
	Shapes        []Shape        // map outlines; empty where there is no map
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

// Exists reports whether jurisdiction j is there in the whole of period t, both
// by index.
func (p *Programme) Exists(j, t int) bool {
	at := &p.Jurisdictions[j]
	first, last := p.Periods[t].Months()
	if from, _ := at.From.Months(); !at.From.IsZero() && first < from {
		return false
	}
	_, to := at.To.Months()
	return at.To.IsZero() || last <= to
}

// Children returns the places directly in jurisdiction j, by index, ascending.
func (p *Programme) Children(j int) (list []int) {
	for c := range p.Jurisdictions {
		if p.Jurisdictions[c].Parent == p.Jurisdictions[j].ID {
			list = append(list, c)
		}
	}
	return list
}

// Start returns what the cumulative count counts from, or nil.
func (p *Programme) Start(id indicator.ID) *Start {
	for i := range p.Starts {
		if p.Starts[i].Indicator == id {
			return &p.Starts[i]
		}
	}
	return nil
}

// Break returns the break in the answers of jurisdiction j to the indicator
// between period t and the one before, or nil.
func (p *Programme) Break(j, t int, id indicator.ID) *Break {
	for i := range p.Breaks {
		b := &p.Breaks[i]
		if b.Indicator == id && b.Period == p.Periods[t] &&
			(b.Jurisdictions == nil || slices.Contains(b.Jurisdictions, p.Jurisdictions[j].ID)) {
			return b
		}
	}
	return nil
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

	Population     int // 0 if unknown
	PopulationYear int
	Tile           *Tile          // place on a tile map, if it has one
	From, To       Period         // when it exists, both included; zero for without end
	Successor      JurisdictionID // what it became after To
}

// Tile is a place on a map of equal squares: column and row, from 0.
type Tile struct{ X, Y int }

// Rollup says how the scores of the places in a place become one number, which
// stands beside the score of that place and is never part of it.
type Rollup struct {
	Method   RollupMethod
	Coverage float64 // least share of the children, or of their people, that must have a score; 0 to 1
}

// RollupMethod names a mean over children.
type RollupMethod string

// The means. In a PopulationMean every child counts with its people.
const (
	PlainMean      RollupMethod = "plain"
	PopulationMean RollupMethod = "population"
)

// Start is what a cumulative count counts from, such as the day a law came
// into force.
type Start struct {
	Indicator indicator.ID
	Year      int
	Month     int
	Day       int
	Event     indicator.Text
}

// Break says that the answers to an indicator mean something else from a
// period on, so that they must not be compared with those before.
type Break struct {
	Indicator     indicator.ID
	Period        Period           // the first in which the new meaning holds
	Jurisdictions []JurisdictionID // where; nil for everywhere
	Note          indicator.Text   // what changed
}

// Beside names a jurisdiction of another programme whose results are shown
// with this programme's, by reference and never copied.
type Beside struct {
	Programme    string
	Jurisdiction JurisdictionID
	Pos          diag.Pos
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
