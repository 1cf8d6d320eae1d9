package scorecard

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"tipscore/generator/indicator"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// Stages are the columns of an indicator on its way from the answers to the
// scores, one row for every jurisdiction and period. A stage that the
// definition does not ask for is the column before it.
type Stages struct {
	Raw     []float64 // the numbers of the answers
	Divided []float64 // by the other indicator
	Full    []float64 // with what was filled in
	Treated []float64 // without outliers
	Open    []float64 // scores before the gate
	Score   []float64
	Filled  []bool // what was filled in; nil for nothing
}

// hasStages reports whether the score of an answer rests on more than the
// answer.
func hasStages(i *indicator.Indicator) bool {
	return i.Normalise != nil || i.Per != nil || i.Fill != nil || i.Gate != nil
}

// Stages returns the columns of a scored indicator in the order of their
// making.
func (s *Scorecard) Stages(i *indicator.Indicator) Stages {
	if n := s.Node(string(i.ID)); n >= 0 && s.staged[n] != nil {
		return *s.staged[n]
	}
	return s.stages(i, s.column(i))
}

// column returns the answers to an indicator as numbers.
func (s *Scorecard) column(i *indicator.Indicator) []float64 {
	out := make([]float64, s.shape.Rows())
	for j := range s.shape.Units {
		for t := range s.shape.Periods {
			out[s.shape.Row(j, t)] = s.number(j, t, i)
		}
	}
	return out
}

// scoreStages turns the numbers of the indicators that have stages into
// scores. Every worker has columns of its own.
func (s *Scorecard) scoreStages() {
	var staged []int
	s.staged = make([]*Stages, len(s.Nodes))
	for n := range s.Nodes {
		if i := s.Nodes[n].Indicator; i != nil && hasStages(i) {
			staged = append(staged, n)
		}
		if i := s.Nodes[n].Indicator; i != nil && i.Fill != nil && s.sheet.Filled == nil {
			s.sheet.Filled = make([][]bool, len(s.Nodes))
		}
	}
	if s.sheet.Filled != nil {
		for n := range s.Nodes {
			if s.Nodes[n].Tree != nil {
				s.sheet.Filled[n] = make([]bool, s.shape.Rows())
			}
		}
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(staged)) {
		wait.Go(func() {
			for k := int(next.Add(1)) - 1; k < len(staged); k = int(next.Add(1)) - 1 {
				n := staged[k]
				out := s.stages(s.Nodes[n].Indicator, s.sheet.Value[n])
				s.sheet.Value[n], s.staged[n] = out.Score, &out
				if s.sheet.Filled != nil {
					s.sheet.Filled[n] = out.Filled
				}
			}
		})
	}
	wait.Wait()
}

// stages makes the columns after the first.
func (s *Scorecard) stages(i *indicator.Indicator, raw []float64) Stages {
	out := Stages{Raw: raw, Divided: raw}
	if i.Per != nil {
		out.Divided = s.divided(i, raw)
	}
	out.Full = out.Divided
	if f := i.Fill; f != nil && f.By == indicator.ByCarry {
		out.Full, out.Filled = method.CarryForward(out.Divided, s.shape, f.Periods)
	} else if f != nil {
		out.Full, out.Filled = method.GroupMean(out.Divided, s.shape, s.groups(f.Among))
	}
	out.Treated = out.Full
	if i.Normalise != nil {
		out.Treated, out.Score = s.compared(i, out.Full)
	} else {
		out.Score = make([]float64, len(raw))
		for r, x := range out.Full {
			if out.Score[r] = x; method.IsKnown(x) {
				out.Score[r] = s.ownScore(i, x)
			}
		}
	}
	out.Open = out.Score
	if i.Gate != nil {
		out.Score = slices.Clone(out.Score)
		s.close(i.Gate, out.Score)
	}
	return out
}

// divided divides the answers by those to another indicator.
func (s *Scorecard) divided(i *indicator.Indicator, raw []float64) []float64 {
	by := s.data.Programme.Framework.Indicator(i.Per.Indicator)
	if by == nil {
		return slices.Repeat([]float64{method.Missing()}, len(raw))
	}
	return method.Divide(raw, s.column(by), i.Per.Times)
}

// close sets the scores to zero where the gate does not hold. Where nobody
// knows whether it does, the score is not known either.
func (s *Scorecard) close(g *indicator.Gate, scores []float64) {
	other := s.data.Programme.Framework.Indicator(g.Indicator)
	for j := range s.shape.Units {
		for t := range s.shape.Periods {
			r := s.shape.Row(j, t)
			if method.IsOutside(scores[r]) {
				continue
			}
			state := method.Missing()
			if other != nil {
				state = s.number(j, t, other)
			}
			switch {
			case !method.IsKnown(state):
				scores[r] = state
			case !slices.Contains(g.Options, s.data.Answer(j, t, other).Value.Option):
				scores[r] = 0
			}
		}
	}
}

// groups numbers the jurisdictions by level of government or region; -1 is in
// none.
func (s *Scorecard) groups(among indicator.Among) []int {
	seen := map[string]int{}
	out := make([]int, s.shape.Units)
	for j := range out {
		name := groupOf(&s.data.Programme.Jurisdictions[j], among)
		if name == "" {
			out[j] = -1
			continue
		}
		g, known := seen[name]
		if !known {
			g = len(seen)
			seen[name] = g
		}
		out[j] = g
	}
	return out
}

// groupOf returns the name of a jurisdiction's group, "" for none.
func groupOf(j *programme.Jurisdiction, among indicator.Among) string {
	switch among {
	case indicator.AmongRegion:
		return j.Region
	case indicator.AmongLevel:
		return "level " + j.Level
	}
	return "all"
}
