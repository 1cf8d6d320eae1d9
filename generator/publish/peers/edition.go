package peers

import (
	"slices"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// Edition is a programme of the release with what its pages share. It does not
// change.
type Edition struct {
	ID       string
	Public   *disclosure.Public
	Def      *programme.Programme
	Overall  int                          // index of the overall node
	Latest   int                          // the period that pages without one of their own speak of
	Scored   []int                        // periods in which any jurisdiction has a score
	Answered [][]int                      // by indicator index: periods with any answer
	Groups   []*Group                     // in the order of the framework's levels
	Of       []*Group                     // by jurisdiction
	Citing   map[observation.SourceID]int // answers by the source they cite
	Periods  []string                     // as addresses and tables have them
}

// New works out an edition.
func New(public *disclosure.Public) *Edition {
	def := public.Programme()
	e := &Edition{
		ID: def.ID, Public: public, Def: def,
		Overall:  public.Node(string(indicator.Overall)),
		Latest:   len(def.Periods) - 1,
		Answered: make([][]int, len(def.Framework.All)),
		Citing:   map[observation.SourceID]int{},
	}
	for _, p := range def.Periods {
		e.Periods = append(e.Periods, p.String())
	}
	e.rank()
	for t := range def.Periods {
		if e.AnyScore(t) {
			e.Scored = append(e.Scored, t)
		}
		for _, i := range def.Framework.All {
			e.countAnswers(i, t)
		}
	}
	e.Latest = e.latestPeriod()
	return e
}

// latestPeriod returns the last period in which enough jurisdictions can be
// compared. Where there is none it is the last with a score, and where there is
// no score at all the last of the programme.
func (e *Edition) latestPeriod() int {
	for _, t := range slices.Backward(e.Scored) {
		if e.Comparable(t) {
			return t
		}
	}
	if len(e.Scored) > 0 {
		return e.Scored[len(e.Scored)-1]
	}
	return len(e.Def.Periods) - 1
}

// Comparable reports whether the jurisdictions of any level can be compared.
func (e *Edition) Comparable(t int) bool {
	return slices.ContainsFunc(e.Groups, func(p *Group) bool { return p.Comparable(t) })
}

// AnyScore reports whether any jurisdiction has a score in a period.
func (e *Edition) AnyScore(t int) bool {
	return slices.ContainsFunc(e.Groups, func(p *Group) bool { return len(p.Ranking[t]) > 0 })
}

// countAnswers notes whether anybody answered an indicator in a period, and
// which sources the answers cite.
func (e *Edition) countAnswers(i *indicator.Indicator, t int) {
	standing := i.Timing == indicator.Standing
	any := false
	for j := range e.Def.Jurisdictions {
		a := e.Public.Answer(j, t, i)
		any = any || a.State != observation.NotAssessed
		if standing && t > 0 {
			continue // the same answer in every period counts once
		}
		for _, id := range a.Sources {
			e.Citing[id]++
		}
	}
	if any {
		e.Answered[i.Index] = append(e.Answered[i.Index], t)
	}
}

// Score returns a published score that is known to be known.
func (e *Edition) Score(j, t, n int) float64 {
	return e.Public.Published(e.Public.Result(j, t, n).Score)
}

// ByName returns the jurisdictions by their name in a language. The order folds
// case and accents, so that "Åland" and "México" stand where a reader looks.
func (e *Edition) ByName(lang string) []int {
	out := e.places()
	keys := make([]string, len(out))
	for j := range out {
		keys[j] = Fold(e.Def.Jurisdictions[j].Name.In(lang, e.Def.Languages[0]))
	}
	slices.SortStableFunc(out, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	return out
}

func (e *Edition) places() []int {
	out := make([]int, len(e.Def.Jurisdictions))
	for j := range out {
		out[j] = j
	}
	return out
}

// Period returns a period as addresses and tables have it.
func (e *Edition) Period(t int) string { return e.Periods[t] }

// LatestOf returns the last period that can speak for jurisdiction j: the last
// with a score among those in which enough can be compared, or else the last
// with a score. A score that stands alone in its period may be an error of the
// source, and makes no headline. The false result comes with the programme's
// latest period.
func (e *Edition) LatestOf(j int) (int, bool) {
	last := -1
	for _, t := range slices.Backward(e.Scored) {
		if !e.Public.Result(j, t, e.Overall).Score.Known {
			continue
		}
		if e.Of[j].Comparable(t) {
			return t, true
		}
		last = max(last, t)
	}
	if last >= 0 {
		return last, true
	}
	return e.Latest, false
}

// Sharing returns how many others hold the same rank in period t.
func (e *Edition) Sharing(j, t int) int {
	own, others := e.Public.Result(j, t, e.Overall).Rank, 0
	for _, k := range e.Of[j].Ranking[t] {
		if k != j && own > 0 && e.Public.Result(k, t, e.Overall).Rank == own {
			others++
		}
	}
	return others
}

// BandOf returns the band of a score.
func (e *Edition) BandOf(score float64) int {
	bands := e.Def.Framework.Bands
	for b := len(bands) - 1; b > 0; b-- {
		if score >= bands[b].From {
			return b
		}
	}
	return 0
}

// Pillars returns the indices of the nodes right below the overall score.
func (e *Edition) Pillars() []int {
	var out []int
	for n, node := range e.Public.Nodes() {
		if node.Parent == e.Overall {
			out = append(out, n)
		}
	}
	return out
}
