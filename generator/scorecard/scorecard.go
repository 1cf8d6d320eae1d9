package scorecard

import (
	"runtime"
	"sync"

	"tipscore/generator/dataset"
)

// Score is a number that may be unknown. An unknown score is never zero.
type Score struct {
	Value float64 // 0 to 100, full precision
	Known bool
}

// Result is what a jurisdiction reached at a node in a period.
//
// Low and High are the bounds of the score that complete answers would give.
// Where a theme was left out of a score although it is answered in part, the
// score can lie outside them: they use the answers that the score may not.
type Result struct {
	Score    Score
	Coverage float64 // observed weight / applicable weight, 0 to 1
	Low      float64 // the score if everything missing were worth 0
	High     float64 // the score if everything missing were worth 100
	Rank     int     // 1 is highest, ties share the lowest number; 0 is unranked
	Of       int     // how many were ranked at this level of government, period and node
	Band     int     // index in Framework.Bands, -1 without a score
	Applies  bool    // false where nothing under the node applies to this jurisdiction; the numbers above are then zero
}

// Scorecard holds the result of every jurisdiction, period and node. It does
// not change after [Compute] and is safe for concurrent reading.
type Scorecard struct {
	Nodes []Node // depth first: a node stands before its children

	data *dataset.Dataset

	// Results by [(j*periods+t)*len(Nodes)+n]. An indicator's coverage and
	// bounds follow from its score, so those are kept for tree nodes alone, by
	// [(j*periods+t)*inner+Nodes[n].inner].
	value    []float64
	state    []state
	rank     []int32
	spans    []span
	redLines bool // there are any
	inner    int  // number of tree nodes
	periods  int

	// How many were ranked, by [(level*periods+t)*len(Nodes)+n].
	ranked []int32
	levels map[string]int
	level  []int // of each jurisdiction, an index for ranked
}

// state says what stands in a cell of Scorecard.value.
type state uint8

const (
	outside state = iota // does not apply
	missing              // applies, without a score
	known                // has a score
)

// span is the coverage and the bounds of a tree node.
type span struct{ coverage, low, high float64 }

// Compute scores a whole dataset. It does not fail: what cannot be scored has
// an unknown score.
func Compute(d *dataset.Dataset) *Scorecard {
	s := &Scorecard{
		Nodes:   outline(d.Programme.Framework.Root),
		data:    d,
		periods: len(d.Programme.Periods),
	}
	s.redLines = anyRedLine(s.Nodes)
	for _, n := range s.Nodes {
		if n.Tree != nil {
			s.inner++
		}
	}
	units := len(d.Programme.Jurisdictions) * s.periods
	s.value = make([]float64, units*len(s.Nodes))
	s.state = make([]state, units*len(s.Nodes))
	s.rank = make([]int32, units*len(s.Nodes))
	s.spans = make([]span, units*s.inner)
	s.sortLevels()

	jurisdictions := len(d.Programme.Jurisdictions)
	workers := min(runtime.GOMAXPROCS(0), jurisdictions)
	var wait sync.WaitGroup
	for w := range workers {
		// Every worker writes the cells of its own jurisdictions only, so the
		// number of workers cannot show in the result.
		wait.Go(func() { s.score(w*jurisdictions/workers, (w+1)*jurisdictions/workers) })
	}
	wait.Wait()
	s.rankAll()
	return s
}

// score fills in everything but the ranks for the jurisdictions from first up
// to, without, end.
func (s *Scorecard) score(first, end int) {
	parts := make([]part, len(s.Nodes))
	var a aggregator
	for j := first; j < end; j++ {
		level := s.data.Programme.Jurisdictions[j].Level
		for t := range s.periods {
			// Children stand behind their parent, so they are done first.
			for n := len(s.Nodes) - 1; n >= 0; n-- {
				node := &s.Nodes[n]
				if node.Indicator != nil {
					parts[n] = s.answered(j, t, node, level)
				} else {
					a.start()
					for c := n + 1; c < node.End; c = s.Nodes[c].End {
						a.add(parts[c])
					}
					parts[n] = s.subtract(j, t, node.Tree, a.finish(node.Tree))
				}
				parts[n].weight = node.Weight
				s.keep(j, t, n, parts[n])
			}
		}
	}
}

// keep stores the outcome of a node.
func (s *Scorecard) keep(j, t, n int, p part) {
	at := s.cell(j, t, n)
	s.value[at], s.state[at] = p.value, p.state
	if s.Nodes[n].Tree != nil {
		s.spans[s.spanCell(j, t, n)] = p.span
	}
}

func (s *Scorecard) cell(j, t, n int) int {
	return (j*s.periods+t)*len(s.Nodes) + n
}

func (s *Scorecard) spanCell(j, t, n int) int {
	return (j*s.periods+t)*s.inner + s.Nodes[n].inner
}

// Result returns the result of jurisdiction j, period t and node n, all
// indices: in Programme.Jurisdictions, Programme.Periods and Nodes.
func (s *Scorecard) Result(j, t, n int) Result {
	at := s.cell(j, t, n)
	r := Result{
		Score:   Score{Value: s.value[at], Known: s.state[at] == known},
		Rank:    int(s.rank[at]),
		Of:      int(s.ranked[(s.level[j]*s.periods+t)*len(s.Nodes)+n]),
		Applies: s.state[at] != outside,
	}
	r.Band = s.band(r.Score)
	if n == 0 && s.redLines && r.Band > 0 {
		_, best := s.Cap(j, t)
		r.Band = min(r.Band, best)
	}
	sp := leaf(s.state[at], s.value[at])
	if s.Nodes[n].Tree != nil {
		sp = s.spans[s.spanCell(j, t, n)]
	}
	r.Coverage, r.Low, r.High = sp.coverage, sp.low, sp.high
	return r
}

// Node returns the index of the node with the id, or -1.
func (s *Scorecard) Node(id string) int {
	for n := range s.Nodes {
		if s.Nodes[n].ID == id {
			return n
		}
	}
	return -1
}
