package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/workbook"
)

func TestWriteWorkbook(t *testing.T) {
	w := testWorld(t)
	sources := []string{"heiss-kelley-2017", "3p-index"}
	answers := []answer{
		{answerKey: answerKey{"HTI", 2009, "3p-prevention"}, state: notAssessed, comment: "none", sources: sources},
		{answerKey: answerKey{"DOM", 2006, "3p-prosecution"}, state: observed, value: 4.0, sources: sources},
		{answerKey: answerKey{"DOM", 0, "untoc"}, state: observed, value: workbook.Date{Year: 2006, Month: 10, Day: 26}, sources: sources},
	}
	data, err := writeWorkbook(w, answers)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(answers)
	if again, err := writeWorkbook(w, answers); err != nil || !bytes.Equal(data, again) {
		t.Errorf("the order of the answers shows in the bytes (%v)", err)
	}
	fsys := fstest.MapFS{"x.xlsx": {Data: data}}
	want := [][]string{
		{"DOM", "", "untoc", "39016", "observed", "", "heiss-kelley-2017;3p-index"},
		{"DOM", "2006", "3p-prosecution", "4", "observed", "", "heiss-kelley-2017;3p-index"},
		{"HTI", "2009", "3p-prevention", "", "not_assessed", "none", "heiss-kelley-2017;3p-index"},
	}
	rows, err := readSheet(fsys, "x.xlsx", "Data", dataHeader())
	if err != nil || len(rows) != len(want) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, r := range rows {
		if !slices.Equal(r.cells, want[i]) {
			t.Errorf("row %d: %q, want %q", r.number, r.cells, want[i])
		}
	}
	if rows, err = readSheet(fsys, "x.xlsx", "Sources", sourcesHeader()); err != nil || len(rows) != 2 || rows[0].cells[0] != "3p-index" {
		t.Errorf("sources: %v, %v", rows, err)
	}
}

func TestWriteWorkbookRefuses(t *testing.T) {
	key := answerKey{"DOM", 2006, "3p-prosecution"}
	source := []string{"3p-index"}
	for _, c := range []struct {
		answers []answer
		want    string
	}{
		{[]answer{{answerKey: key, state: notAssessed, sources: source}, {answerKey: key, state: notAssessed, sources: source}}, "two answers for DOM, 2006"},
		{[]answer{{answerKey: key, state: notAssessed}}, "no source for DOM"},
		{[]answer{{answerKey: key, state: observed, sources: source}}, "the state observed does not fit"},
		{[]answer{{answerKey: key, state: suppressed, value: 3.0, sources: source}}, "the state suppressed does not fit"},
		{[]answer{{answerKey: key, state: notAssessed, sources: []string{"nowhere"}}}, "not in tables/sources.csv: [nowhere]"},
	} {
		if _, err := writeWorkbook(testWorld(t), c.answers); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}
