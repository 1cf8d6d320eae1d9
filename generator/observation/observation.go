package observation

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

// State says what kind of answer there is. A missing answer is never zero.
type State uint8

// The states. NotAssessed is also the state of an answer that nobody gave.
const (
	NotAssessed   State = iota // the monitors did not look
	Observed                   // found
	Estimated                  // found, with an estimate in it
	NotAvailable               // asked; it does not exist or was not given
	Withheld                   // the authority refused, or did not answer in time
	NotApplicable              // the jurisdiction has no such duty
	Suppressed                 // known, and hidden for safety
)

// Observation is one answer: what was found for an indicator in a jurisdiction
// and a period, with its sources and the cell it stands in.
type Observation struct {
	Jurisdiction int // index in Programme.Jurisdictions
	Period       int // index in Programme.Periods; -1 for standing answers
	Indicator    *indicator.Indicator
	State        State
	Value        Value // Observed and Estimated only
	Sources      []SourceID
	Comment      string   // private until the privacy gate has seen it
	Monitor      string   // a pseudonym, never published
	Pos          diag.Pos // the cell of the value
}

// Value is a typed answer. Which fields count depends on the indicator's type.
type Value struct {
	Option      string  // yesno, rubric, category: id of the answer option
	Number      float64 // count, days, money; percent, ratio, rate: the quotient in the indicator's unit
	Numerator   float64 // percent, ratio, rate, if both parts were given
	Denominator float64
	HasParts    bool
	Date        Date   // date
	Currency    string // money: ISO 4217
}

// Date is a calendar date without a clock or a zone.
type Date struct{ Year, Month, Day int }

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

// HasValue reports whether the state comes with a value.
func (s State) HasValue() bool { return s == Observed || s == Estimated }
