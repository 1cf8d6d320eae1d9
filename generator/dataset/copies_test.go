package dataset

import (
	"slices"
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// answerIn is an answer to one question in an entry workbook.
func answerIn(t *testing.T, file string, row int, copy uint8, option string) observation.Observation {
	t.Helper()
	p := demo(t)
	return observation.Observation{
		Jurisdiction: p.Index("XNA"), Period: 1, Indicator: p.Framework.Indicator("law-02"), State: observation.Observed, Copy: copy,
		Value: observation.Value{Option: option}, Pos: diag.Pos{File: file, Sheet: "Law", Row: row, Column: 2},
	}
}

// Two copies of a workbook are one where they are equal, with all that stands
// beside either answer, and whoever read them finds them as they were.
func TestCopiesAreOneWhereTheyAreEqual(t *testing.T) {
	p := demo(t)
	first, later := answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 1, "4")
	first.Sources, first.Comment = []observation.SourceID{"s1"}, "by telephone"
	later.Sources, later.Comment, later.Monitor = []observation.SourceID{"s2", "s1"}, "see page 2", "m-1"
	given := []observation.Observation{later, first}
	d, findings := Build(p, given, nil)
	if len(findings) > 0 {
		t.Error(findings)
	}
	o := d.Answer(first.Jurisdiction, 1, first.Indicator)
	if !slices.Equal(o.Sources, []observation.SourceID{"s1", "s2"}) || o.Comment != "by telephone\nsee page 2" || o.Monitor != "m-1" || o.Pos != first.Pos {
		t.Errorf("%+v", o)
	}
	if len(given[1].Sources) != 1 || given[1].Comment != "by telephone" {
		t.Errorf("the answer that was given has changed: %+v", given[1])
	}
}

// What differs is an error with both cells. Copies of two coders are no copies,
// whether they wrote their codes or not.
func TestCopiesThatDiffer(t *testing.T) {
	p := demo(t)
	for _, c := range []struct {
		name         string
		first, later observation.Observation
		codes        [2]string
		rule         string
		severity     diag.Severity
		codings      int
	}{
		{"copies", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 1, "3"), [2]string{}, "copies-differ", diag.Error, 0},
		{"same code", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 1, "3"), [2]string{"m-1", "m-1"}, "copies-differ", diag.Error, 0},
		{"two codes", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 1, "3"), [2]string{"m-1", "m-2"}, "coded-differently", diag.Warning, 1},
		{"second coder", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 2, "3"), [2]string{}, "coded-differently", diag.Warning, 1},
		{"one workbook", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "a.xlsx", 9, 1, "3"), [2]string{}, "duplicate-answer", diag.Error, 0},
		{"a table", answerIn(t, "a.xlsx", 3, 1, "4"), answerIn(t, "b.xlsx", 9, 0, "3"), [2]string{}, "duplicate-answer", diag.Error, 0},
	} {
		c.first.Monitor, c.later.Monitor = c.codes[0], c.codes[1]
		d, findings := Build(p, []observation.Observation{c.later, c.first}, nil)
		if len(findings) != 1 || findings[0].Rule != c.rule || findings[0].Severity != c.severity || findings[0].Pos != c.later.Pos || findings[0].Related[0].Pos != c.first.Pos {
			t.Errorf("%s: %v", c.name, findings)
		}
		if len(d.Codings()) != c.codings {
			t.Errorf("%s: %d codings", c.name, len(d.Codings()))
		}
	}
}
