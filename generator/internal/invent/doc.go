// Command invent makes the workbooks of the programme demonstration: filled
// entry workbooks of an invented country.
//
//	go run ./generator/internal/invent
//
// It reads data/demonstration/programme.yaml and jurisdictions.csv, which are
// kept by hand, and writes workbooks/<jurisdiction>/<period>.xlsx. Some places
// have a second workbook, coded again by somebody else, and a third of an
// adjudicator who decided where the two differ. Everything is drawn from one
// seed, so that the same definitions give the same bytes.
//
// How it is made up: every government has a hidden strength in each pillar,
// which drifts from quarter to quarter; an answer is the strength, moved by a
// leaning that this government has in this question. Some answers are missing,
// in every way there is. Nothing is taken from a real government.
package main
