// Package dataset holds everything that a programme's workbooks say, in one
// place where it can be asked by jurisdiction, period and indicator, and
// checks what no single cell shows: that two workbooks answer one question
// differently, or that an answer cites a source that nobody described.
//
//	data, findings := dataset.Build(p, answers, sources)
//	findings.Add(data.Check(observation.Unread{})...)
//	o := data.Answer(p.Index("DOM"), p.PeriodIndex(period), prosecution)
//	if o == nil {
//		// nobody gave an answer, which is not the same as zero
//	}
//
// Invariants: a Dataset does not change after [Build]; what it answers, and
// what it finds, does not depend on the order in which answers and sources
// were handed over; of two answers to one question the first by position
// stands, and there is always a finding about the other.
//
// Each cross-check is a file rule_*.go of its own. A new one is a function
// from a dataset to findings, a line in [Dataset.Check], fixtures in testdata
// and a section in docs/checks.md.
package dataset
