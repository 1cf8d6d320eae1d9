package dataset

import (
	"cmp"
	"fmt"
	"maps"
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
		for k, at := range group[1:] {
			if twin := d.twin(group[:k+1], at); twin != nil {
				pairs = append(pairs, pair{twin, &d.answers[at]})
				continue
			}
			d.codings = append(d.codings, d.coding(&d.answers[group[0]], &d.answers[at]))
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
	copies := map[[2]string]int{}
	for _, p := range pairs {
		if p.copied() {
			copies[[2]string{p.first.Pos.File, p.later.Pos.File}]++
			continue
		}
		if !findings.full() {
			findings.list.Add(d.duplicate(p))
		}
	}
	for _, files := range slices.SortedFunc(maps.Keys(copies), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		if !findings.full() {
			findings.list.Add(copiedWorkbook(files, copies[files]))
		}
	}
	return findings.close()
}

// copied reports whether the answers are equal and stand in two copies of an
// entry workbook: they are one answer, sent in twice.
func (p pair) copied() bool {
	return p.first.Entry && p.later.Entry && p.first.Pos.File != p.later.Pos.File && p.equal()
}

// equal reports whether both answers say the same.
func (p pair) equal() bool { return p.first.State == p.later.State && p.first.Value == p.later.Value }

// copiedWorkbook is the finding about a workbook that came in twice.
func copiedWorkbook(files [2]string, equal int) diag.Diagnostic {
	return diag.Diagnostic{
		Rule: "copied-workbook", Severity: diag.Warning, Pos: diag.Pos{File: files[1]},
		Message: fmt.Sprintf("the workbook is a copy of another; answers that are equal in both count once: %d", equal),
		Hint:    "keep the newer of the two and delete the other",
		Related: []diag.Related{{Pos: diag.Pos{File: files[0]}, Note: "the other copy"}},
	}
}

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
