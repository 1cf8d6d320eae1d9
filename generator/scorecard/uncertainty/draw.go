package uncertainty

import (
	"runtime"

	"tipscore/generator/indicator"
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard"
	"tipscore/generator/scorecard/method"
)

// The factors that can be varied. Each is driven by one share from 0 to 1.
const (
	Weights      = "weights"
	Normalise    = "normalise"
	Aggregate    = "aggregate"
	LeaveOut     = "leave_out"
	Disagreement = "disagreement"
)

// Factors returns what the settings vary, in a fixed order.
func Factors(s *doubt.Settings) (names []string) {
	for _, f := range []struct {
		name string
		on   bool
	}{
		{Weights, s.Weights > 0}, {Normalise, len(s.Normalise) > 0}, {Aggregate, len(s.Aggregate) > 0},
		{LeaveOut, s.LeaveOut}, {Disagreement, s.Disagreement > 0},
	} {
		if f.on {
			names = append(names, f.name)
		}
	}
	return names
}

// Others returns the normalisations that the settings try.
func Others(s *doubt.Settings) (methods []indicator.Method) {
	for _, m := range s.Normalise {
		methods = append(methods, indicator.Method(m))
	}
	return methods
}

// meanOf returns the mean with the name.
func meanOf(name string) method.Mean {
	switch indicator.Aggregation(name) {
	case indicator.GeometricMean:
		return method.Geometric
	case indicator.HarmonicMean:
		return method.Harmonic
	case indicator.Minimum:
		return method.Minimum
	case indicator.MedianOf:
		return method.Median
	}
	return method.Arithmetic
}

// worker computes runs one after the other in the same memory.
type worker struct {
	model    *scorecard.Model
	settings *doubt.Settings
	leaves   []int // indices of nodes
	level    [][]int8
	nodes    []method.Node
	columns  [][]float64
	outside  []float64
	shaken   [][]float64
	room     *method.Room
	factors  []string
	ranker   method.Ranker
	ranks    []int32
}

func newWorker(m *scorecard.Model, s *doubt.Settings) *worker {
	units := len(m.Jurisdictions)
	w := &worker{
		model: m, settings: s, nodes: make([]method.Node, len(m.Nodes)), columns: make([][]float64, len(m.Nodes)),
		level: make([][]int8, len(m.Nodes)), shaken: make([][]float64, len(m.Nodes)),
		outside: make([]float64, units), room: method.NewRoom(m.Nodes, units), factors: Factors(s), ranks: make([]int32, units),
	}
	for k := range w.outside {
		w.outside[k] = method.Outside()
	}
	for n := range m.Nodes {
		if !m.Nodes[n].Leaf {
			continue
		}
		w.leaves = append(w.leaves, n)
		if s.Disagreement > 0 && m.Levels[n] != nil {
			w.shaken[n], w.level[n] = make([]float64, units), levels(m.Leaves[n], m.Levels[n])
		}
	}
	return w
}

// levels returns the level of every score, -1 where it is none: missing, or
// closed by a gate.
func levels(scores, points []float64) []int8 {
	out := make([]int8, len(scores))
	for k, x := range scores {
		out[k] = -1
		for at, p := range points {
			if x == p && len(points) < 100 {
				out[k] = int8(at)
				break
			}
		}
	}
	return out
}

// run computes the scores of all units with the shares of the factors. They
// belong to the worker.
func (w *worker) run(shares []float64) []float64 {
	copy(w.nodes, w.model.Nodes)
	copy(w.columns, w.model.Leaves)
	for k, factor := range w.factors {
		switch share := shares[k]; factor {
		case Weights:
			w.weigh(share)
		case Normalise:
			w.normalise(pick(share, len(w.model.Other)+1))
		case Aggregate:
			w.aggregate(pick(share, len(w.settings.Aggregate)+1))
		case LeaveOut:
			if at := pick(share, len(w.leaves)+1); at > 0 {
				w.columns[w.leaves[at-1]] = w.outside
			}
		case Disagreement:
			w.shake(share)
		}
	}
	return w.room.Values(w.nodes, w.columns, w.model.Adjust)[0]
}

// ranked runs and ranks. The scores are those that ranks follow; they and the
// ranks belong to the worker.
func (w *worker) ranked(shares []float64) (scores []float64, ranks []int32) {
	scores = w.run(shares)
	for k, x := range scores {
		if method.IsKnown(x) {
			scores[k] = w.model.Ranked(x)
		}
	}
	w.ranker.Ranks(scores, w.model.Ties, w.ranks)
	return scores, w.ranks
}

// workers returns one worker for each processor.
func workers(m *scorecard.Model, s *doubt.Settings) []*worker {
	out := make([]*worker, runtime.GOMAXPROCS(0))
	for k := range out {
		out[k] = newWorker(m, s)
	}
	return out
}

// trigger makes the generator that a share starts: one number then stands for
// many, as in Saisana and others (2005).
func (w *worker) trigger(share float64, salt uint64) source {
	return newSource(w.settings.Seed^salt, uint64(share*(1<<53)))
}

// Salts keep factors with the same share from drawing the same numbers.
const (
	saltWeights      = 0x77656967687473
	saltDisagreement = 0x646f756274
)

// weigh multiplies every weight by 1 plus or minus a share of the settings.
func (w *worker) weigh(share float64) {
	chance := w.trigger(share, saltWeights)
	for n := range w.nodes {
		w.nodes[n].Weight *= 1 + float64(w.settings.Weights*(2*chance.share()-1))
	}
}

// normalise puts another comparison in the place of goalposts; 0 is none.
func (w *worker) normalise(other int) {
	if other == 0 {
		return
	}
	for _, n := range w.leaves {
		if column := w.model.Other[other-1][n]; column != nil {
			w.columns[n] = column
		}
	}
}

// aggregate puts another mean in the place of all but sums; 0 is none.
func (w *worker) aggregate(other int) {
	if other == 0 {
		return
	}
	mean := meanOf(w.settings.Aggregate[other-1])
	for n := range w.nodes {
		if node := &w.nodes[n]; !node.Leaf && node.Mean != method.Sum {
			node.Mean = mean
			if node.Floor == 0 {
				node.Floor = w.settings.Floor
			}
		}
	}
}

// shake moves rubric answers one level up or down, each with the rate at which
// coders disagree. At either end of a rubric there is one way to go.
func (w *worker) shake(share float64) {
	chance := w.trigger(share, saltDisagreement)
	rate := w.settings.Disagreement
	for _, n := range w.leaves {
		if w.shaken[n] == nil || len(w.outside) > 0 && &w.columns[n][0] == &w.outside[0] {
			continue
		}
		copy(w.shaken[n], w.columns[n])
		points := w.model.Levels[n]
		for k, level := range w.level[n] {
			u := chance.share()
			if level < 0 || u >= rate || len(points) < 2 {
				continue
			}
			to := int(level) + 1
			if u < rate/2 {
				to -= 2
			}
			if to < 0 {
				to = 1
			}
			if to >= len(points) {
				to = len(points) - 2
			}
			w.shaken[n][k] = points[to]
		}
		w.columns[n] = w.shaken[n]
	}
}
