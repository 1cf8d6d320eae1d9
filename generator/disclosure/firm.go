package disclosure

import (
	"slices"
	"sync"

	"tipscore/generator/indicator/doubt"
	"tipscore/generator/scorecard/agreement"
	"tipscore/generator/scorecard/uncertainty"
)

// Firm says how far the overall score of a jurisdiction, and its rank, depend
// on choices of the method: nine of ten runs with other choices lie within the
// intervals.
type Firm struct {
	Score  uncertainty.Interval // points, not rounded
	Rank   uncertainty.Interval // zero where there is no rank
	Ranked bool
	Alike  []int // jurisdictions that it cannot be told apart from, by index, ascending
}

// Firm returns the doubt about the overall score of jurisdiction j in period t.
// The false result is for one without a published score, and for a framework
// that names no choices.
func (p *Public) Firm(j, t int) (Firm, bool) {
	study := p.Study(p.level(j), t)
	if study == nil || p.Hidden(j, t, overall) {
		return Firm{}, false
	}
	k := slices.IndexFunc(study.Units, func(u uncertainty.Unit) bool { return u.Jurisdiction == j })
	if k < 0 {
		return Firm{}, false
	}
	u := study.Units[k]
	f := Firm{Score: u.Scores, Ranked: p.Result(j, t, overall).Rank > 0}
	if f.Ranked {
		f.Rank = u.Ranks
	}
	for _, other := range u.Alike {
		f.Alike = append(f.Alike, study.Units[other].Jurisdiction)
	}
	return f, true
}

// Study returns what the runs say of the jurisdictions of a level in a period,
// nil where nothing is varied. Those whose score is hidden take no part, so that
// no interval of another can give them away. The indices that say which choice
// matters most are computed for the last period with several scores alone.
func (p *Public) Study(level string, t int) *uncertainty.Study {
	if study := p.studies[studyKey{level, t}]; study != nil {
		return study()
	}
	return nil
}

// overall is the node whose score and rank are studied: the root of the tree.
const overall = 0

// studyKey names a study.
type studyKey struct {
	level string
	t     int
}

// prepareStudies makes a study for every level and period, each worked out when
// it is asked for.
func (p *Public) prepareStudies() {
	settings := p.Doubt()
	if settings == nil {
		return
	}
	p.studies = map[studyKey]func() *uncertainty.Study{}
	for _, level := range p.data.Programme.Framework.Levels {
		last := true
		for t := len(p.data.Programme.Periods) - 1; t >= 0; t-- {
			scores := p.scores(level.ID, t)
			if scores == 0 {
				continue
			}
			own := *settings
			if !last || scores < 2 {
				own.Sensitivity = 0
			}
			last = last && scores < 2
			p.studies[studyKey{level.ID, t}] = sync.OnceValue(func() *uncertainty.Study {
				model := p.card.Model(t, level.ID, uncertainty.Others(&own))
				return uncertainty.Of(model.Only(func(j int) bool { return !p.Hidden(j, t, overall) }), &own)
			})
		}
	}
}

// scores counts the jurisdictions of a level with a published score.
func (p *Public) scores(level string, t int) (n int) {
	for j := range p.data.Programme.Jurisdictions {
		if p.level(j) == level && p.Result(j, t, overall).Score.Known {
			n++
		}
	}
	return n
}

// leastCodings is how many rubric answers two coders must have given before the
// rate at which they differ takes the place of the framework's assumption.
const leastCodings = 30

// Doubt returns what is varied: the framework's settings, with the rate of
// disagreement that the programme's own coders showed, where there is one. Nil
// where nothing is.
func (p *Public) Doubt() *doubt.Settings {
	settings := p.data.Programme.Framework.Doubt
	if settings == nil {
		return nil
	}
	own := *settings
	if rate, questions := agreement.Neighbours(p.data); questions >= leastCodings && own.Disagreement > 0 {
		own.Disagreement = rate
	}
	return &own
}

// Observed reports whether the rate of disagreement is the coders' own, and of
// how many questions that two of them answered.
func (p *Public) Observed() (questions int, observed bool) {
	_, questions = agreement.Neighbours(p.data)
	settings := p.data.Programme.Framework.Doubt
	return questions, settings != nil && settings.Disagreement > 0 && questions >= leastCodings
}

// Agreement returns how far coders agree, by pillar and kind of question. It
// names nobody.
func (p *Public) Agreement() []agreement.Share { return agreement.Of(p.data) }
