// Package disclosure is the privacy gate. What a programme knows goes in; what
// may be published comes out. Everything public (pages, charts, tables, alt
// texts, downloads) is made from a [Public], and a Public has no way back to an
// observation.
//
//	public, findings := disclosure.Apply(data, card)
//	answer := public.Answer(j, t, question) // number gone if it was too small
//
// The rules that the gate holds today:
//
//   - A count of people or cases from 1 up to the programme's bound is hidden,
//     and so are the parts of a quotient that would give one away. Zero may be
//     shown. (Rule of the US Centers for Medicare and Medicaid Services for
//     health data; the bound is the programme's own decision, in its YAML.)
//   - Scores leak: between fixed goalposts a score is the percentage. Where an
//     answer is hidden the scores made from it are hidden too, up the tree, and
//     are taken out of the ranking.
//   - Comments and monitors' codes never pass.
//   - Text about sources is scanned for e-mail addresses and telephone numbers.
//     They are replaced, and a finding says where they stand.
//   - Only sources that a published answer cites pass.
package disclosure

import (
	"cmp"
	"slices"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard"
	"tipscore/generator/scorecard/uncertainty"
)

// Answer is an answer as the public may see it.
type Answer struct {
	State   observation.State
	Value   observation.Value // zero unless State.HasValue
	Sources []observation.SourceID
}

// Public is the publishable view of a programme's data. It does not change.
type Public struct {
	data    *dataset.Dataset
	card    *scorecard.Scorecard
	sources []observation.Source
	records map[string][]Record
	hidden  map[cell]bool    // scores that would give a hidden answer away
	ranks   map[column][]int // the ranks that those scores hold

	calculations []Place
	studies      map[studyKey]func() *uncertainty.Study
}

// cell is a score: jurisdiction, period and node, by index.
type cell struct{ j, t, n int }

// Apply puts a scored dataset behind the gate. The findings are about texts
// that should not have been written down at all.
func Apply(d *dataset.Dataset, s *scorecard.Scorecard) (*Public, diag.List) {
	p := &Public{data: d, card: s, hidden: hiddenScores(d, s)}
	p.ranks = hiddenRanks(p.hidden, s, p.level)
	p.listCalculations()
	p.prepareStudies()
	var list diag.List
	p.sources, list = publicSources(d)
	var more diag.List
	p.records, more = publicRecords(d)
	return p, append(list, more...)
}

// Programme returns the programme's definitions, which are public as a whole.
func (p *Public) Programme() *programme.Programme { return p.data.Programme }

// Nodes returns the rows of the score table.
func (p *Public) Nodes() []scorecard.Node { return p.card.Nodes }

// Node returns the index of the node with the id, or -1.
func (p *Public) Node(id string) int { return p.card.Node(id) }

// Answer returns the answer of jurisdiction j in period t. Where nobody gave
// one its state is not assessed.
func (p *Public) Answer(j, t int, i *indicator.Indicator) Answer {
	o := p.data.Answer(j, t, i)
	if o == nil {
		return Answer{State: observation.NotAssessed}
	}
	a := Answer{State: o.State, Sources: o.Sources}
	if !o.State.HasValue() {
		return a
	}
	if small(o, p.data.Programme.Policy.MinCell) || i.Cumulative && p.smallStep(o) {
		a.State = observation.Suppressed
		return a
	}
	a.Value = o.Value
	return a
}

// Result returns the result of jurisdiction j in period t at node n, without
// its score where the score would give a hidden answer away.
func (p *Public) Result(j, t, n int) scorecard.Result {
	r := p.card.Result(j, t, n)
	if p.hidden[cell{j, t, n}] {
		r.Score, r.Low, r.High, r.Rank, r.Of, r.Band = scorecard.Score{}, 0, 100, 0, 0, -1
		return r
	}
	if len(p.ranks) > 0 {
		least := p.data.Programme.Framework.Ranking.Minimum
		r.Rank, r.Of = rerank(r.Rank, r.Of, p.ranks[column{p.level(j), t, n}], least)
	}
	return r
}

func (p *Public) level(j int) string { return p.data.Programme.Jurisdictions[j].Level }

// Hidden reports whether a score is known and kept back.
func (p *Public) Hidden(j, t, n int) bool { return p.hidden[cell{j, t, n}] }

// Published returns a score as it is published, rounded once.
func (p *Public) Published(s scorecard.Score) float64 { return p.card.Published(s) }

// Change returns the difference in published points from the period before.
// The false result means that one of the two scores is unknown or hidden.
func (p *Public) Change(j, t, n int) (float64, bool) {
	if p.hidden[cell{j, t, n}] || p.hidden[cell{j, t - 1, n}] {
		return 0, false
	}
	return p.card.Change(j, t, n)
}

// Trend returns 1 or -1 where a change may be called one, and 0 where it is too
// small, or not known, or made of other answers than before.
func (p *Public) Trend(j, t, n int) int {
	if _, ok := p.Change(j, t, n); !ok {
		return 0
	}
	return p.card.Trend(j, t, n)
}

// RedLines returns the red lines that were crossed at node n.
func (p *Public) RedLines(j, t, n int) []*indicator.Indicator { return p.card.RedLines(j, t, n) }

// Cap returns the red line that keeps the overall score from a better band, or
// nil. It tells nothing where the score is hidden.
func (p *Public) Cap(j, t int) *indicator.Indicator {
	if len(p.card.Nodes) == 0 || p.hidden[cell{j, t, 0}] {
		return nil
	}
	by, best := p.card.Cap(j, t)
	if by == nil || p.card.Result(j, t, 0).Band != best {
		return nil
	}
	return by
}

// Breaks returns the breaks that keep the scores of node n in period t and in
// the one before from being compared.
func (p *Public) Breaks(j, t, n int) []*programme.Break { return p.card.Breaks(j, t, n) }

// Rollup returns one number for the places directly in jurisdiction j, made of
// what is published alone: a hidden score counts as none. The false result
// means that there are no such places, or that the programme declares no
// roll-up.
func (p *Public) Rollup(j, t, n int) (scorecard.Rollup, bool) {
	def := p.data.Programme
	children := def.Children(j)
	if def.Rollup == nil || len(children) == 0 {
		return scorecard.Rollup{}, false
	}
	parts := make([]scorecard.Child, 0, len(children))
	for _, c := range children {
		if def.Exists(c, t) {
			parts = append(parts, scorecard.Child{Result: p.Result(c, t, n), People: def.Jurisdictions[c].Population})
		}
	}
	return scorecard.RollUp(*def.Rollup, parts), true
}

// Sources returns the sources that published answers cite, ascending by id.
func (p *Public) Sources() []observation.Source { return p.sources }

// Source returns the published source with the id, or nil.
func (p *Public) Source(id observation.SourceID) *observation.Source {
	i, found := slices.BinarySearchFunc(p.sources, id, func(s observation.Source, id observation.SourceID) int {
		return cmp.Compare(s.ID, id)
	})
	if !found {
		return nil
	}
	return &p.sources[i]
}
