package disclosure

import (
	"cmp"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard/trace"
)

// Place is a jurisdiction in a period, both by index.
type Place struct{ Jurisdiction, Period int }

// Calculations lists what has a calculation: every jurisdiction with an answer
// that is scored, in every period in which one of them has a published score.
func (p *Public) Calculations() []Place { return p.calculations }

// HasCalculation reports whether a jurisdiction in a period is in that list.
func (p *Public) HasCalculation(j, t int) bool {
	_, found := slices.BinarySearchFunc(p.calculations, Place{j, t}, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Jurisdiction, b.Jurisdiction), cmp.Compare(a.Period, b.Period))
	})
	return found
}

func (p *Public) listCalculations() {
	if len(p.card.Nodes) == 0 {
		return
	}
	places, periods := p.data.Programme.Jurisdictions, p.data.Programme.Periods
	scored := make([]bool, len(periods))
	for j := range places {
		for t := range periods {
			scored[t] = scored[t] || p.Result(j, t, overall).Score.Known
		}
	}
	for j := range places {
		for t := range periods {
			if scored[t] && p.Result(j, t, overall).Coverage > 0 {
				p.calculations = append(p.calculations, Place{j, t})
			}
		}
	}
}

// Calculation returns how the scores of jurisdiction j in period t came about,
// as the public may see it. Hidden answers and the scores that would give them
// away have no value, no rule and no points. Stakes and gains are worked out
// anew from what is left, so nothing hidden can be found by subtraction. There
// is no comment, no monitor, no cell and no name of a file.
func (p *Public) Calculation(j, t int) *trace.Trace {
	c := cleaner{Public: p, j: j, t: t}
	out := p.card.Explain(j, t)
	if out.Root != nil {
		c.step(out.Root)
	}
	out.Finish()
	return out
}

// cleaner goes through the steps of a calculation, in the order of the nodes.
type cleaner struct {
	*Public
	j, t, n int
}

func (c *cleaner) step(st *trace.Step) {
	st.Result = c.Result(c.j, c.t, c.n)
	if st.Hidden = c.Hidden(c.j, c.t, c.n); st.Hidden {
		st.Published, st.Band, st.Rule, st.Cap = 0, nil, nil, nil
		st.Ungated, st.Closed, st.Waits = trace.Score{}, false, ""
	}
	c.n++
	if st.Rule != nil {
		st.Rule.Pos = diag.Pos{}
	}
	if st.Cap != nil {
		st.Cap.Answer = c.answer(st.Cap.Indicator, st.Cap.Answer)
	}
	if st.Indicator != nil {
		st.Answer = c.answer(st.Indicator, st.Answer)
	}
	for k := range st.RedLines {
		st.RedLines[k].Answer = c.answer(st.RedLines[k].Indicator, st.RedLines[k].Answer)
	}
	var adjusted []trace.Adjustment
	for _, a := range st.Adjusted {
		if a.Answer = c.answer(a.Indicator, a.Answer); a.Answer == nil || a.Answer.State.HasValue() {
			adjusted = append(adjusted, a)
		}
	}
	st.Adjusted = adjusted
	for k := range st.Unanswered {
		st.Unanswered[k].Answer = c.answer(st.Unanswered[k].Indicator, st.Unanswered[k].Answer)
	}
	for _, child := range st.Children {
		c.step(child)
	}
}

// answer returns the public part of an answer, nil where there is none.
func (c *cleaner) answer(i *indicator.Indicator, given *trace.Answer) *trace.Answer {
	if given == nil {
		return nil
	}
	public := c.Answer(c.j, c.t, i)
	out := &trace.Answer{State: public.State, Value: public.Value}
	for _, id := range public.Sources {
		if s := c.Source(id); s != nil {
			out.Sources = append(out.Sources, observation.Source{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Date: s.Date, URL: s.URL})
		}
	}
	return out
}
