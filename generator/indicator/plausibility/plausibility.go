// Package plausibility is the part of framework.yaml that says which changes
// from one period to the next are so unusual that a monitor is asked about them.
// Such a question is no mistake: an answer may well have changed so. The questions
// are asked by package dataset.
package plausibility

import (
	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// Settings say what is asked about. What is 0 or empty is not asked.
type Settings struct {
	Zero    float64 // a count of at least this that fell to 0
	Factor  float64 // a number that became more than so many times as large or as small
	Least   float64 // numbers of which both are below this are too small for a factor
	Levels  int     // a scale on which the answer moved so many levels or more
	Undone  string  // a dimension: a yes that became no there is asked about where yes is the better answer
	Same    float64 // a number of at least this, or both parts, that stands as in the period before, in every cell
	Periods int     // how many periods up to the last answered one are asked about; 0 for all
	Pos     diag.Pos
}

// The bounds of the settings.
const (
	maxNumber  = 1e12
	maxLevels  = 100
	maxPeriods = 10_000
)

// Schema returns the keys of the section.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "plausibility", Keys: []yamlnode.Key{
		{Name: "zero", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxNumber, Above: true}},
		{Name: "factor", Type: yamlnode.Number, Range: &yamlnode.Range{Low: 1, High: maxNumber, Above: true}},
		{Name: "least", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxNumber}},
		{Name: "levels", Type: yamlnode.Integer, Range: &yamlnode.Range{Low: 1, High: maxLevels}},
		{Name: "undone", Type: yamlnode.String, Values: []string{"structure", "process", "outcome"}},
		{Name: "same", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxNumber, Above: true}},
		{Name: "periods", Type: yamlnode.Integer, Range: &yamlnode.Range{Low: 1, High: maxPeriods}},
	}}
}

// Decode returns the settings at v, or nil where there are none.
func Decode(v yamlnode.Value) *Settings {
	if !v.Exists() {
		return nil
	}
	return &Settings{
		Zero: v.Get("zero").Number(0), Factor: v.Get("factor").Number(0), Least: v.Get("least").Number(0),
		Levels: v.Get("levels").Integer(0), Undone: v.Get("undone").String(), Same: v.Get("same").Number(0),
		Periods: v.Get("periods").Integer(0), Pos: v.Pos(),
	}
}
