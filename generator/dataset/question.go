package dataset

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
	"tipscore/generator/observation"
)

// step is an answer with the one before it: the same question about the same
// place in the last period in which it was answered.
type step struct{ before, now *observation.Observation }

// asker is a check that looks at one step and may have a question about it.
type asker func(*Dataset, *plausibility.Settings, step) (diag.Diagnostic, bool)

// questions asks about answers that may be right, but are unlikely beside the
// ones before. What the framework does not set is not asked.
//
// A comment in the row is the monitor's answer, and nothing is asked any more;
// one that was copied from the period before says nothing.
func questions(d *Dataset) diag.List {
	set := d.Programme.Framework.Plausibility
	if set == nil {
		return nil
	}
	askers := []asker{fellToZero, farFromBefore, levelsApart, undone, sameAsBefore}
	var findings bounded
	for j := range d.Programme.Jurisdictions {
		first := d.firstAsked(j, set.Periods)
		for _, i := range d.Programme.Framework.All {
			d.steps(j, i, func(p step) {
				if p.now.Period < first || p.now.Comment != "" && p.now.Comment != p.before.Comment {
					return
				}
				for _, ask := range askers {
					if q, doubtful := ask(d, set, p); doubtful && !findings.full() {
						findings.list.Add(d.question(q, p))
					}
				}
			})
		}
	}
	return findings.close()
}

// firstAsked returns the first period of a place that is asked about: the last
// ones in which it has answers, as what stands before them has been looked at.
func (d *Dataset) firstAsked(j, periods int) int {
	if periods == 0 {
		return 0
	}
	for t := len(d.Programme.Periods) - 1; t >= 0; t-- {
		for _, i := range d.Programme.Framework.All {
			if i.Timing == indicator.Standing || d.Answer(j, t, i) == nil {
				continue
			}
			if periods--; periods == 0 {
				return t
			}
			break
		}
	}
	return 0
}

// steps visits the answers of a place to a question that follow another one. No
// step spans a break, after which answers mean something else, and none has an
// answer that a register gives: that is told beside the rows of the register.
func (d *Dataset) steps(j int, i *indicator.Indicator, visit func(step)) {
	if i.Timing == indicator.Standing || i.Computed != nil {
		return
	}
	var before *observation.Observation
	for t := range d.Programme.Periods {
		if d.Programme.Break(j, t, i.ID) != nil {
			before = nil
		}
		now := d.Answer(j, t, i)
		if now == nil || !now.State.HasValue() {
			continue
		}
		if before != nil {
			visit(step{before, now})
		}
		before = now
	}
}

// direction is the word for a change.
func direction(up bool) string {
	if up {
		return "rose"
	}
	return "fell"
}

// question completes what is the same for all questions.
func (d *Dataset) question(q diag.Diagnostic, p step) diag.Diagnostic {
	q.Severity, q.Pos, q.Got, q.Subject = diag.Question, p.now.Pos, p.now.Typed(), d.subject(p.now)
	q.Hint = "if the answer is right, say why in the column comment of this row, and nobody asks again; if not, correct it"
	q.Related = []diag.Related{{Pos: p.before.Pos, Note: "the answer before"}}
	q.Facts = map[string]string{
		"indicator": string(p.now.Indicator.ID), "period": d.Programme.Periods[p.before.Period].String(),
		"before": p.before.Typed(), "now": p.now.Typed(),
	}
	return q
}

// changed says from what to what an answer went.
func (d *Dataset) changed(verb string, p step) string {
	return fmt.Sprintf("%s %s from %s in %s to %s: is this right?",
		p.now.Indicator.ID, verb, p.before.Typed(), d.Programme.Periods[p.before.Period], p.now.Typed())
}
