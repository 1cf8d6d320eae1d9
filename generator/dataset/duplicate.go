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
		before := x.get(o.Jurisdiction, t, o.Indicator.Index)
		cell := x.cell(o.Jurisdiction, t, o.Indicator.Index)
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
	findings := d.report(d.settle(shared))
	findings.Add(d.undecided()...)
	return findings
}

// pair is an answer that stands and a later one that does not.
type pair struct{ first, later *observation.Observation }

// settle lets one of each group of answers stand, and returns the others by
// position: an adjudicator's, or else the first. What a coder gave beside
// another is no duplicate.
func (d *Dataset) settle(shared map[question][]int) []pair {
	var pairs []pair
	for q, group := range shared {
		slices.SortStableFunc(group, func(a, b int) int {
			return cmp.Or(d.byRank(a, b), d.answers[a].Pos.Compare(d.answers[b].Pos))
		})
		x := &d.perPeriod
		if q.standing {
			x = &d.standing
		}
		x.set(q.cell, group[0])
		stands := d.answers[group[0]]
		for k, at := range group[1:] {
			if twin := d.twin(group[:k+1], at); twin >= 0 {
				pairs = append(pairs, pair{&d.answers[twin], &d.answers[at]})
				if twin == group[0] && pairs[len(pairs)-1].copied() {
					stands = JoinCopies(stands, d.answers[at])
				}
				continue
			}
			d.codings = append(d.codings, d.coding(&d.answers[group[0]], &d.answers[at]))
		}
		if !sameNotes(&stands, &d.answers[group[0]]) {
			x.set(q.cell, len(d.answers)+len(d.joined))
			d.joined = append(d.joined, stands)
		}
	}
	// The map gave them in any order; no two answers stand in one cell.
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(a.later.Pos.Compare(b.later.Pos), a.first.Pos.Compare(b.first.Pos))
	})
	slices.SortFunc(d.codings, func(a, b Coding) int {
		return cmp.Or(a.Other.Pos.Compare(b.Other.Pos), a.Stands.Pos.Compare(b.Stands.Pos))
	})
	return pairs
}

func (d *Dataset) report(pairs []pair) diag.List {
	var findings bounded
	for _, p := range pairs {
		if !p.copied() && !findings.full() {
			findings.list.Add(d.duplicate(p))
		}
	}
	return findings.close()
}

// equal reports whether both answers say the same.
func (p pair) equal() bool { return p.first.State == p.later.State && p.first.Value == p.later.Value }

// duplicate is the finding about the later of two answers to one question.
func (d *Dataset) duplicate(p pair) diag.Diagnostic {
	subject := d.subject(p.later)
	here, before := p.later.Typed(), p.first.Typed()
	f := diag.Diagnostic{
		Rule: "duplicate-answer", Pos: p.later.Pos, Got: here, Subject: subject,
		Hint:    "find out which one holds and delete the other",
		Related: []diag.Related{{Pos: p.first.Pos, Note: "first answer"}},
	}
	switch {
	case p.equal():
		f.Rule, f.Severity = "repeated-answer", diag.Warning
		f.Message = fmt.Sprintf("%s has the same answer twice: %s", subject, here)
		f.Hint = "delete one of the two"
		return f
	case here == before: // one of them is an estimate
		here += " (" + p.later.State.String() + ")"
		before += " (" + p.first.State.String() + ")"
	}
	if p.inCopies() {
		f.Rule, f.Related[0].Note = "copies-differ", "the other copy"
		f.Message = fmt.Sprintf("two copies of a workbook answer %s in different ways: %s here and %s there", subject, here, before)
		f.Hint = "find out which one holds, and clear the other"
		return f
	}
	f.Message = fmt.Sprintf("%s is answered twice: %s here and %s before", subject, here, before)
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
