package observation

import (
	"strings"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
)

// Observation is one answer: what was found for an indicator in a jurisdiction
// and a period, with its sources and the cell it stands in.
//
// A programme has hundreds of thousands of them, so texts that repeat are
// shared: two observations that cite the same sources hold the same slice. No
// one may change it.
type Observation struct {
	Jurisdiction int // index in Programme.Jurisdictions
	Period       int // index in Programme.Periods; -1 for standing answers
	Indicator    *indicator.Indicator
	Value        Value // Observed and Estimated only
	Sources      []SourceID
	Comment      string   // private until the privacy gate has seen it
	Monitor      string   // a pseudonym, never published
	Pos          diag.Pos // the cell of the value, or of the state where there is none
	State        State

	Copy          uint8  // of the entry workbook: 1 is the first coder's, 2 the second's; 0 in a table
	sourcesColumn uint16 // of the cell that cites the sources, 0 if there is none
}

// SourcesPos returns the place of the cell that cites the sources, or Pos
// where the answer cites none.
func (o *Observation) SourcesPos() diag.Pos {
	p := o.Pos
	if o.sourcesColumn > 0 {
		p.Column = int(o.sourcesColumn)
	}
	return p
}

// Value is a typed answer. Which fields count depends on the indicator's type.
type Value struct {
	Option      string  // yesno, rubric, category: id of the answer option
	Number      float64 // count, days, money; percent, ratio, rate: the quotient in the indicator's unit
	Numerator   float64 // percent, ratio, rate, money, if both parts were given
	Denominator float64
	Date        Date     // date
	Currency    Currency // money
	HasParts    bool
}

// Currency is an ISO 4217 code such as "DOP". Its zero value is no currency.
type Currency [3]byte

// String returns the code, "" for no currency.
func (c Currency) String() string {
	if c == (Currency{}) {
		return ""
	}
	return string(c[:])
}

// SourceID names a source within a programme.
type SourceID string

// Source is a piece of evidence, from the Sources sheet of a workbook.
type Source struct {
	ID        SourceID
	Title     string
	Publisher string
	Date      string // as written: "2014", "2015-03"
	URL       string // "" or http(s)
	Licence   string
	Citation  string // how the source asks to be quoted
	Pos       diag.Pos
}

// Typed returns the answer as a person would type it: "4", "3 / 12",
// "2008-02-05", "1200 DOP", or the state where there is no value.
func (o *Observation) Typed() string {
	v := &o.Value
	switch {
	case !o.State.HasValue():
		return o.State.String()
	case v.Option != "":
		return v.Option
	case !v.Date.IsZero():
		return v.Date.String()
	case v.HasParts:
		parts := typed.Shortest(v.Numerator) + " / " + typed.Shortest(v.Denominator)
		return strings.TrimSpace(parts + " " + v.Currency.String())
	case v.Currency != Currency{}:
		return typed.Shortest(v.Number) + " " + v.Currency.String()
	}
	return typed.Shortest(v.Number)
}
