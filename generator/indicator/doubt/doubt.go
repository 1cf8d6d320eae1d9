// Package doubt is the part of framework.yaml that says which choices of the
// method are varied, to see how much a score and a rank depend on them. What it
// leads to is computed by package uncertainty.
package doubt

import (
	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// Settings say what is varied, and how far. The zero value varies nothing.
type Settings struct {
	Seed         uint64
	Runs         int      // of the simulation
	Weights      float64  // every weight is multiplied by 1 plus or minus at most this
	Aggregate    []string // means beside the framework's own
	Floor        float64  // what a part counts at least in a geometric or harmonic mean
	Normalise    []string // comparisons that take the place of goalposts
	LeaveOut     bool     // one indicator, or none
	Disagreement float64  // the share of the rubric answers that a second coder would put one level higher or lower
	Sensitivity  int      // base runs of the variance-based indices; 0 for none
	Pos          diag.Pos
}

// usualFloor is the least that a part counts where the file does not say: the
// lower end of the range 1 to 100 that COINr scales to before such a mean.
const usualFloor = 1

// The bounds of the settings. More runs than this change no second digit.
const (
	maxSeed = 1 << 53 // the whole numbers that YAML readers keep exactly
	maxRuns = 100_000
)

// Schema returns the keys of the section.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "doubt", Keys: []yamlnode.Key{
		{Name: "seed", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{High: maxSeed}},
		{Name: "runs", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{Low: 1, High: maxRuns}},
		{Name: "weights", Type: yamlnode.Number, Range: &yamlnode.Range{High: 1}},
		{Name: "aggregate", Type: yamlnode.IDs},
		{Name: "floor", Type: yamlnode.Number, Range: &yamlnode.Range{High: 100, Above: true}},
		{Name: "normalise", Type: yamlnode.IDs},
		{Name: "leave_out", Type: yamlnode.Boolean},
		{Name: "disagreement", Type: yamlnode.Number, Range: &yamlnode.Range{High: 1}},
		{Name: "sensitivity", Type: yamlnode.Integer, Range: &yamlnode.Range{High: maxRuns}},
	}}
}

// Decode returns the settings at v, or nil where there are none.
func Decode(v yamlnode.Value) *Settings {
	if !v.Exists() {
		return nil
	}
	return &Settings{
		Seed: uint64(max(0, v.Get("seed").Integer(0))), Runs: v.Get("runs").Integer(0),
		Weights: v.Get("weights").Number(0), Aggregate: v.Get("aggregate").Strings(), Floor: v.Get("floor").Number(usualFloor),
		Normalise: v.Get("normalise").Strings(), LeaveOut: v.Get("leave_out").Boolean(),
		Disagreement: v.Get("disagreement").Number(0), Sensitivity: v.Get("sensitivity").Integer(0), Pos: v.Pos(),
	}
}
