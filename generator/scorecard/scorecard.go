package scorecard

import (
	"runtime"
	"sync"

	"tipscore/generator/dataset"
	"tipscore/generator/scorecard/method"
	"tipscore/generator/scorecard/trace"
)

// What a score is, and how it came about, is told by package trace.
type (
	Score      = trace.Score
	Result     = trace.Result
	Trace      = trace.Trace
	Adjustment = trace.Adjustment
)

// Scorecard holds the result of every jurisdiction, period and node. It does
// not change after [Compute] and is safe for concurrent reading.
type Scorecard struct {
	Nodes []Node // depth first: a node stands before its children

	data     *dataset.Dataset
	shape    method.Shape // the rows: jurisdiction x period
	sheet    *method.Sheet
	staged   []*Stages // by node; nil where the score rests on the answer alone
	rank     [][]int32 // by node, then row
	redLines bool      // there are any

	// How many were ranked, by [(level*periods+t)*len(Nodes)+n].
	ranked []int32
	levels map[string]int
	level  []int // of each jurisdiction, an index for ranked
}

// Compute scores a whole dataset. It does not fail: what cannot be scored has
// an unknown score.
func Compute(d *dataset.Dataset) *Scorecard {
	p := d.Programme
	s := &Scorecard{
		Nodes: outline(p.Framework.Root), data: d,
		shape: method.Shape{Units: len(p.Jurisdictions), Periods: len(p.Periods)},
	}
	s.redLines = anyRedLine(s.Nodes)
	s.sheet = method.NewSheet(tree(s.Nodes), s.shape.Rows())
	s.sheet.Adjust = s.adjust
	s.rank = make([][]int32, len(s.Nodes))
	for n := range s.Nodes {
		s.rank[n] = make([]int32, s.shape.Rows())
		if s.Nodes[n].Indicator != nil {
			s.sheet.Value[n] = make([]float64, s.shape.Rows())
		}
	}
	s.sortLevels()
	s.eachShare(s.answered)
	s.scoreStages()
	s.eachShare(func(first, end int) { s.sheet.Run(s.shape.Row(first, 0), s.shape.Row(end, 0)) })
	s.rankAll()
	return s
}

// eachShare divides the jurisdictions among the processors. Every worker writes
// the rows of its own jurisdictions only, so the number of workers cannot show
// in the result.
func (s *Scorecard) eachShare(work func(first, end int)) {
	workers := max(1, min(runtime.GOMAXPROCS(0), s.shape.Units))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() { work(w*s.shape.Units/workers, (w+1)*s.shape.Units/workers) })
	}
	wait.Wait()
}

// Result returns the result of jurisdiction j, period t and node n, all
// indices: in Programme.Jurisdictions, Programme.Periods and Nodes.
func (s *Scorecard) Result(j, t, n int) Result {
	row := s.shape.Row(j, t)
	p := s.sheet.Part(n, row)
	if method.IsOutside(p.Value) {
		return Result{Band: -1, Of: s.rankedOf(j, t, n)}
	}
	r := Result{
		Coverage: p.Coverage, Low: p.Low, High: p.High,
		Rank: int(s.rank[n][row]), Of: s.rankedOf(j, t, n),
		Applies: true, Filled: p.Filled,
	}
	if method.IsKnown(p.Value) {
		r.Score = Score{Value: p.Value, Known: true}
	}
	r.Band = s.band(r.Score)
	if n == 0 && s.redLines && r.Band > 0 {
		_, best := s.Cap(j, t)
		r.Band = min(r.Band, best)
	}
	return r
}

// score returns the score of node n in a row.
func (s *Scorecard) score(n, row int) Score {
	if x := s.sheet.Value[n][row]; method.IsKnown(x) {
		return Score{Value: x, Known: true}
	}
	return Score{}
}

func (s *Scorecard) rankedOf(j, t, n int) int {
	return int(s.ranked[(s.level[j]*s.shape.Periods+t)*len(s.Nodes)+n])
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
