package pages

import (
	"slices"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// edition is a programme of the release with what its pages share.
type edition struct {
	id       string
	public   *disclosure.Public
	def      *programme.Programme
	overall  int     // index of the overall node
	latest   int     // the period that pages without one of their own speak of
	scored   []int   // periods in which any jurisdiction has a score
	answered [][]int // by indicator index: periods with any answer
	peers    []*peers
	peersOf  []*peers                            // by jurisdiction
	citing   map[observation.SourceID]int        // answers by the source they cite
	periods  []string                            // as addresses and tables have them
	steps    []int                               // by band: its colour step, from 1
	sources  map[observation.SourceID]SourceLink // from the folder of a language
}

func newEdition(public *disclosure.Public) *edition {
	def := public.Programme()
	e := &edition{
		id: def.ID, public: public, def: def,
		overall:  public.Node(string(indicator.Overall)),
		latest:   len(def.Periods) - 1,
		answered: make([][]int, len(def.Framework.All)),
		citing:   map[observation.SourceID]int{},
		sources:  map[observation.SourceID]SourceLink{},
	}
	for _, p := range def.Periods {
		e.periods = append(e.periods, p.String())
	}
	for _, b := range def.Framework.Bands {
		e.steps = append(e.steps, e.scale().Of(b.From))
	}
	for _, s := range public.Sources() {
		e.sources[s.ID] = SourceLink{s.Title, e.id + "/" + sourcesAddress + "#" + anchor(s.ID)}
	}
	e.rank()
	for t := range def.Periods {
		if e.anyScore(t) {
			e.scored = append(e.scored, t)
		}
		for _, i := range def.Framework.All {
			e.countAnswers(i, t)
		}
	}
	e.latest = e.latestPeriod()
	return e
}

// latestPeriod returns the last period in which enough jurisdictions can be
// compared. Where there is none it is the last with a score, and where there is
// no score at all the last of the programme.
func (e *edition) latestPeriod() int {
	for _, t := range slices.Backward(e.scored) {
		if e.comparable(t) {
			return t
		}
	}
	if len(e.scored) > 0 {
		return e.scored[len(e.scored)-1]
	}
	return len(e.def.Periods) - 1
}

// comparable reports whether the jurisdictions of any level can be compared.
func (e *edition) comparable(t int) bool {
	return slices.ContainsFunc(e.peers, func(p *peers) bool { return p.comparable(t) })
}

// anyScore reports whether any jurisdiction has a score in a period.
func (e *edition) anyScore(t int) bool {
	return slices.ContainsFunc(e.peers, func(p *peers) bool { return len(p.ranking[t]) > 0 })
}

// countAnswers notes whether anybody answered an indicator in a period, and
// which sources the answers cite.
func (e *edition) countAnswers(i *indicator.Indicator, t int) {
	standing := i.Timing == indicator.Standing
	any := false
	for j := range e.def.Jurisdictions {
		a := e.public.Answer(j, t, i)
		any = any || a.State != observation.NotAssessed
		if standing && t > 0 {
			continue // the same answer in every period counts once
		}
		for _, id := range a.Sources {
			e.citing[id]++
		}
	}
	if any {
		e.answered[i.Index] = append(e.answered[i.Index], t)
	}
}

// score returns a published score that is known to be known.
func (e *edition) score(j, t, n int) float64 {
	return e.public.Published(e.public.Result(j, t, n).Score)
}

// byName returns the jurisdictions by their name in a language. The order folds
// case and accents, so that "Åland" and "México" stand where a reader looks.
func (e *edition) byName(lang string) []int {
	out := e.places()
	keys := make([]string, len(out))
	for j := range out {
		keys[j] = fold(e.def.Jurisdictions[j].Name.In(lang, e.def.Languages[0]))
	}
	slices.SortStableFunc(out, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
	return out
}

func (e *edition) places() []int {
	out := make([]int, len(e.def.Jurisdictions))
	for j := range out {
		out[j] = j
	}
	return out
}

func (e *edition) period(t int) string { return e.periods[t] }
