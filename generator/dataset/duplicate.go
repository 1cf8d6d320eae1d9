package dataset

import (
	"cmp"
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// question names a place in one of the two indexes.
type question struct {
	standing bool
	cell     uint64
}

// place enters every answer into the index and reports those that share a
// place.
func (d *Dataset) place() diag.List {
	shared := map[question][]int{}
	for at := range d.answers {
		o := &d.answers[at]
		x, t := &d.perPeriod, o.Period
		if t < 0 {
			x, t = &d.standing, 0
		}
		cell := x.cell(o.Jurisdiction, t, o.Indicator.Index)
		before := x.get(o.Jurisdiction, t, o.Indicator.Index)
		if before < 0 {
			x.set(cell, at)
			continue
		}
		q := question{standing: o.Period < 0, cell: cell}
		if shared[q] == nil {
			shared[q] = []int{before}
		}
		shared[q] = append(shared[q], at)
	}
	return d.settle(shared)
}

// settle lets the first of each group of answers stand and reports the others.
func (d *Dataset) settle(shared map[question][]int) diag.List {
	var findings diag.List
	for q, group := range shared {
		slices.SortStableFunc(group, func(a, b int) int {
			return d.answers[a].Pos.Compare(d.answers[b].Pos)
		})
		x := &d.perPeriod
		if q.standing {
			x = &d.standing
		}
		x.set(q.cell, group[0])
		for _, at := range group[1:] {
			findings.Add(d.duplicate(&d.answers[group[0]], &d.answers[at]))
		}
	}
	// The map gave them in any order.
	slices.SortStableFunc(findings, func(a, b diag.Diagnostic) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Subject, b.Subject))
	})
	return findings
}

// duplicate is the finding about the later of two answers to one question.
func (d *Dataset) duplicate(first, later *observation.Observation) diag.Diagnostic {
	subject := d.subject(later)
	f := diag.Diagnostic{
		Rule: "duplicate-answer", Pos: later.Pos, Got: later.Typed(), Subject: subject,
		Message: fmt.Sprintf("%s is answered twice: %s here and %s before", subject, later.Typed(), first.Typed()),
		Hint:    "find out which one holds and delete the other",
		Related: []diag.Related{{Pos: first.Pos, Note: "first answer"}},
	}
	if first.State == later.State && first.Value == later.Value {
		f.Rule, f.Severity = "repeated-answer", diag.Warning
		f.Message = fmt.Sprintf("%s has the same answer twice: %s", subject, later.Typed())
		f.Hint = "delete one of the two"
	}
	return f
}

// subject names what an answer is about: "DOM 2006 prosecution".
func (d *Dataset) subject(o *observation.Observation) string {
	s := string(d.Programme.Jurisdictions[o.Jurisdiction].ID) + " "
	if o.Period >= 0 {
		s += d.Programme.Periods[o.Period].String() + " "
	}
	return s + string(o.Indicator.ID)
}
