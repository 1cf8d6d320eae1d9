// Package register reads what a community effort keeps beside answers: the
// commitments of governments, the meetings of working groups, trainings and
// campaigns. Each is a sheet of that name in any workbook, or a .csv of that
// name, with a row for every entry and counts instead of names.
//
//	found, findings, err := register.Decode(book, answers.Reading)
//	for _, e := range found["trainings"] {
//		e.Numbers["participants"], e.Words["sector"] // 12, "police"
//	}
//	answers, findings := register.Answers(p, all, typedIn)
//
// Invariants: an entry that cannot be read in full is left out, with a finding
// at its cell; entries stand in the order of their rows; the figures that
// [Answers] gives are sums over entries and nothing else, so that a reader can
// redo them from the page of the register.
package register
