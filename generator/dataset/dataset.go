package dataset

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// Dataset holds all answers of a programme, indexed by jurisdiction, period
// and indicator. It does not change after [Build].
type Dataset struct {
	Programme *programme.Programme
	// the index follows
}

// Build indexes the answers. Two answers for one jurisdiction, period and
// indicator are a "duplicate-answer" finding that names both cells, and the
// first by position stands.
func Build(p *programme.Programme, answers []observation.Observation, sources []observation.Source) (*Dataset, diag.List) {
	return nil, nil
}

// Answer returns the answer for jurisdiction j and period t (indices in the
// programme), or nil if nobody gave one. Standing answers are returned for
// every period.
func (d *Dataset) Answer(j, t int, i *indicator.Indicator) *observation.Observation { return nil }

// Source returns the source with the id, or nil.
func (d *Dataset) Source(id observation.SourceID) *observation.Source { return nil }

// Sources returns all sources, ascending by id.
func (d *Dataset) Sources() []observation.Source { return nil }

// Check runs every cross-check and returns their findings.
func (d *Dataset) Check() diag.List { return nil }
