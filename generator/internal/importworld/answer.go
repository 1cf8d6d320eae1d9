package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tipscore/generator/workbook"
)

// The states that the sources lead to, in the words of the workbook. A remark
// may give another one.
const (
	observed     = "observed"
	notAvailable = "not_available"
	notAssessed  = "not_assessed"
	suppressed   = "suppressed"
)

// answer is one row of the sheet "Data".
type answer struct {
	answerKey
	value   any // float64, string or workbook.Date; nil without a value
	state   string
	comment string
	sources []string
}

// The headers of the table layout.
func dataHeader() []string {
	return []string{"jurisdiction", "period", "indicator", "value", "state", "comment", "sources"}
}

func sourcesHeader() []string {
	return []string{"id", "title", "publisher", "date", "url", "licence", "citation"}
}

// writeWorkbook returns a workbook in the table layout: the answers by
// jurisdiction and period, and the sources that they name.
func writeWorkbook(w *world, answers []answer) ([]byte, error) {
	answers = slices.Clone(answers)
	slices.SortStableFunc(answers, func(a, b answer) int {
		return cmp.Or(cmp.Compare(a.jurisdiction, b.jurisdiction), cmp.Compare(a.period, b.period))
	})
	if err := checkAnswers(answers); err != nil {
		return nil, err
	}
	sources, err := sourceRows(w, answers)
	if err != nil {
		return nil, err
	}
	data := workbook.NewSheet{Name: "Data", Header: dataHeader()}
	for _, a := range answers {
		data.Rows = append(data.Rows, a.cells())
	}
	var b bytes.Buffer
	err = workbook.Write(&b, []workbook.NewSheet{
		data, {Name: "Sources", Header: sourcesHeader(), Rows: sources},
	})
	return b.Bytes(), err
}

func (a answer) cells() []any {
	var period any
	if a.period != 0 {
		period = a.period
	}
	return []any{a.jurisdiction, period, a.indicator, a.value, a.state, a.comment, strings.Join(a.sources, ";")}
}

// checkAnswers holds that no answer is there twice and none is without a
// source.
func checkAnswers(answers []answer) error {
	seen := map[answerKey]bool{}
	for _, a := range answers {
		switch {
		case seen[a.answerKey]:
			return fmt.Errorf("two answers for %s, %d, %s", a.jurisdiction, a.period, a.indicator)
		case len(a.sources) == 0:
			return fmt.Errorf("no source for %s, %d, %s", a.jurisdiction, a.period, a.indicator)
		case (a.value != nil) != (a.state == observed):
			return fmt.Errorf("the state %s does not fit the value of %s, %d, %s", a.state, a.jurisdiction, a.period, a.indicator)
		}
		seen[a.answerKey] = true
	}
	return nil
}

// sourceRows returns the rows of the sheet "Sources" that the answers need, in
// the order of the table of sources.
func sourceRows(w *world, answers []answer) ([][]any, error) {
	needed := map[string]bool{}
	for _, a := range answers {
		for _, id := range a.sources {
			needed[id] = true
		}
	}
	var rows [][]any
	for _, r := range w.sources {
		if !needed[r.get("id")] {
			continue
		}
		delete(needed, r.get("id"))
		var cells []any
		for _, column := range sourcesHeader() {
			cells = append(cells, r.get(column))
		}
		rows = append(rows, cells)
	}
	if len(needed) > 0 {
		return nil, fmt.Errorf("not in tables/sources.csv: %v", slices.Sorted(maps.Keys(needed)))
	}
	return rows, nil
}
