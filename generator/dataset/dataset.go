package dataset

import (
	"iter"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
)

// Dataset holds all answers of a programme, indexed by jurisdiction, period
// and indicator. It does not change after [Build].
type Dataset struct {
	Programme *programme.Programme

	registers register.Registers
	answers   []observation.Observation
	joined    []observation.Observation // of copies of one workbook; the index has them behind answers
	perPeriod index
	standing  index
	codings   []Coding
	sources   []observation.Source // ascending by id
	byID      map[observation.SourceID]int
}

// Build indexes the answers, which must be answers to this programme: their
// indices are used as they are. Two different answers for one jurisdiction,
// period and indicator are a "duplicate-answer" finding that names both cells,
// and the first by position stands; the same answer twice is a
// "repeated-answer". Answers that are equal in two copies of an entry workbook
// are one, with the sources and comments of both, and "copies-differ" names those that are not.
// Two different descriptions of a source are a
// "source-conflict". Answers of different coders are no duplicates; see
// [Coding].
//
// The dataset keeps the slice of answers, which the caller must no longer
// change.
func Build(p *programme.Programme, answers []observation.Observation, sources []observation.Source) (*Dataset, diag.List) {
	j, t, n := len(p.Jurisdictions), len(p.Periods), len(p.Framework.All)
	d := &Dataset{
		Programme: p,
		answers:   answers,
		perPeriod: newIndex(j, t, n, len(answers)),
		standing:  newIndex(j, 1, n, len(answers)),
	}
	var findings diag.List
	findings.Add(d.place()...)
	findings.Add(d.describe(sources)...)
	return d, findings
}

// Keep takes in what the programme's registers hold, before anybody asks.
func (d *Dataset) Keep(r register.Registers) { d.registers = r }

// Register returns the entries of a register in the order of their rows. The
// caller must not change them.
func (d *Dataset) Register(name string) []register.Entry { return d.registers[name] }

// entries goes through the entries of all registers.
func (d *Dataset) entries(visit func(*register.Entry)) {
	for _, name := range indicator.Registers() {
		for k := range d.registers[name] {
			visit(&d.registers[name][k])
		}
	}
}

// Answer returns the answer for jurisdiction j and period t (indices in the
// programme), or nil if nobody gave one. Standing answers are returned for
// every period.
func (d *Dataset) Answer(j, t int, i *indicator.Indicator) *observation.Observation {
	at := 0
	if i.Timing == indicator.Standing {
		at = d.standing.get(j, 0, i.Index)
	} else {
		at = d.perPeriod.get(j, t, i.Index)
	}
	if at < 0 {
		return nil
	}
	if at >= len(d.answers) {
		return &d.joined[at-len(d.answers)]
	}
	return &d.answers[at]
}

// All returns every answer that stands, by jurisdiction, then indicator, then
// period.
func (d *Dataset) All() iter.Seq[*observation.Observation] {
	return func(yield func(*observation.Observation) bool) {
		for j := range d.Programme.Jurisdictions {
			for _, i := range d.Programme.Framework.All {
				if !d.each(j, i, yield) {
					return
				}
			}
		}
	}
}

// each yields the answers of a jurisdiction to an indicator and reports
// whether to go on.
func (d *Dataset) each(j int, i *indicator.Indicator, yield func(*observation.Observation) bool) bool {
	periods := len(d.Programme.Periods)
	if i.Timing == indicator.Standing {
		periods = 1
	}
	for t := range periods {
		if o := d.Answer(j, t, i); o != nil && !yield(o) {
			return false
		}
	}
	return true
}

// Source returns the source with the id, or nil.
func (d *Dataset) Source(id observation.SourceID) *observation.Source {
	if i, ok := d.byID[id]; ok {
		return &d.sources[i]
	}
	return nil
}

// Sources returns all sources, ascending by id. The caller must not change
// them.
func (d *Dataset) Sources() []observation.Source { return d.sources }

// Check runs every cross-check and returns their findings. What workbooks seem
// to say in cells that could not be read is not reported as missing.
func (d *Dataset) Check(unread observation.Unread) diag.List {
	var findings diag.List
	for _, rule := range []func(*Dataset, observation.Unread) diag.List{
		noAnswers,
		unknownSources,
		unusedSources,
		unanswered,
	} {
		findings.Add(rule(d, unread)...)
	}
	findings.Add(outsideValidity(d)...)
	findings.Add(fallingCounts(d)...)
	findings.Add(questions(d)...)
	return findings
}
