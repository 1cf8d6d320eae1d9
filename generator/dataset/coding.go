package dataset

import (
	"cmp"
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// Coding is an answer that a second coder gave to a question, independently of
// the one that stands. It counts in no score: it shows how far two people who
// read the same evidence agree.
type Coding struct {
	Stands  *observation.Observation
	Other   *observation.Observation
	Decided bool // an adjudicator gave the one that stands
}

// Agrees reports whether both say the same.
func (c Coding) Agrees() bool {
	return c.Stands.State == c.Other.State && c.Stands.Value == c.Other.Value
}

// Codings returns the answers that were given beside those that stand, by
// position.
func (d *Dataset) Codings() []Coding { return d.codings }

// twin returns the place of the first of the answers that may be from the same
// person as the one at a place, or -1. One that says the same comes before others.
func (d *Dataset) twin(before []int, at int) int {
	twin := -1
	for _, b := range before {
		if !sameCoder(&d.answers[b], &d.answers[at]) {
			continue
		}
		if twin < 0 {
			twin = b
		}
		if (pair{&d.answers[b], &d.answers[at]}).equal() {
			return b
		}
	}
	return twin
}

// sameCoder reports whether two answers may be from one person. People are told
// apart by their codes, and where one has none, by the workbooks that were made
// for them.
func sameCoder(a, b *observation.Observation) bool {
	if a.Monitor != "" && b.Monitor != "" {
		return a.Monitor == b.Monitor
	}
	return a.Copy == 0 || b.Copy == 0 || a.Copy == b.Copy
}

func (d *Dataset) coding(stands, other *observation.Observation) Coding {
	return Coding{Stands: stands, Other: other, Decided: d.adjudicates(stands)}
}

func (d *Dataset) adjudicates(o *observation.Observation) bool {
	return slices.Contains(d.Programme.Adjudicators, o.Monitor)
}

// byRank lets an adjudicator's answer come before others.
func (d *Dataset) byRank(a, b int) int {
	rank := map[bool]int{true: 0, false: 1}
	return cmp.Compare(rank[d.adjudicates(&d.answers[a])], rank[d.adjudicates(&d.answers[b])])
}

// undecided reports questions that two coders answered in different ways, and
// nobody has decided.
func (d *Dataset) undecided() diag.List {
	var findings bounded
	for _, c := range d.codings {
		if c.Decided || c.Agrees() || findings.full() {
			continue
		}
		subject := d.subject(c.Other)
		findings.list.Add(diag.Diagnostic{
			Rule: "coded-differently", Severity: diag.Warning, Pos: c.Other.Pos, Got: c.Other.Typed(), Subject: subject,
			Message: fmt.Sprintf("two coders answer %s in different ways: %s here and %s before, which counts", subject, c.Other.Typed(), c.Stands.Typed()),
			Hint:    "let an adjudicator of the programme look at the evidence and send in an answer; it then counts",
			Related: []diag.Related{{Pos: c.Stands.Pos, Note: "the answer that counts"}},
		})
	}
	return findings.close()
}
