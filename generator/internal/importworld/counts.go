package main

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/workbook"
)

const (
	countsFile  = "unodc_glotip_2023-05.xlsx"
	countsSheet = "data_glotip_1"
)

// countColumns are the columns that are read, by their headings.
func countColumns() []string {
	return []string{"Iso3_code", "Country", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "Unit of measurement", "txtVALUE"}
}

// countIndicator returns the indicator of this project for one of UNODC's.
func countIndicator(name string) string {
	switch name {
	case "Detected trafficking victims":
		return "detected-victims"
	case "Persons prosecuted":
		return "persons-prosecuted"
	case "Persons convicted":
		return "persons-convicted"
	}
	return ""
}

// readCounts turns the national totals of UNODC into answers.
func readCounts(w *world, sources fs.FS) ([]answer, tally, error) {
	var t tally
	rows, err := readSheet(sources, countsFile, countsSheet, countColumns())
	if err != nil {
		return nil, t, err
	}
	t.read = len(rows)
	var answers []answer
	for _, r := range rows {
		a, reason, err := w.readCount(r)
		if err != nil {
			return nil, t, fmt.Errorf("%s, row %d: %w", countsFile, r.number, err)
		}
		if reason != "" {
			t.drop(reason)
			continue
		}
		answers = append(answers, a)
	}
	// The rows of the source are not grouped by indicator.
	order := []string{"detected-victims", "persons-prosecuted", "persons-convicted"}
	slices.SortStableFunc(answers, func(a, b answer) int {
		return slices.Index(order, a.indicator) - slices.Index(order, b.indicator)
	})
	return answers, t, nil
}

// readCount reads one row, and returns why it is left out if it is.
func (w *world) readCount(r sheetRow) (a answer, reason string, err error) {
	indicator := countIndicator(r.get("Indicator"))
	year, yearErr := strconv.Atoi(r.get("Year"))
	switch {
	case !r.isTotal():
		return a, "a part of a total", nil
	case indicator == "":
		return a, "another indicator: " + r.get("Indicator"), nil
	case yearErr != nil:
		return a, "", fmt.Errorf("%q is no year", r.get("Year"))
	case !w.inYears(year):
		return a, "outside the years of the programme", nil
	case r.get("Unit of measurement") != "Counts":
		return a, "", fmt.Errorf("the unit is %q", r.get("Unit of measurement"))
	case !w.ids[r.get("Iso3_code")]:
		return a, fmt.Sprintf("no jurisdiction: %s (%s)", r.get("Country"), r.get("Iso3_code")), nil
	}
	a = answer{
		answerKey: answerKey{r.get("Iso3_code"), year, indicator},
		state:     suppressed,
		sources:   []string{"unodc-glotip-2023-05"},
	}
	if text := r.get("txtVALUE"); text != "<5" {
		n, err := parseCount(text)
		if err != nil {
			return a, "", err
		}
		a.value, a.state = float64(n), observed
	}
	return a, "", nil
}

// isTotal reports whether the row is a national total.
func (r sheetRow) isTotal() bool {
	for _, column := range []string{"Dimension", "Category", "Sex", "Age"} {
		if r.get(column) != "Total" {
			return false
		}
	}
	return true
}

// parseCount reads a count with or without commas between thousands.
func parseCount(s string) (int, error) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if len(groups) > 1 && (len(g) != 3 && i > 0 || len(g) == 0 || len(g) > 3) {
			return 0, fmt.Errorf("%q is not a count", s)
		}
	}
	n, err := strconv.ParseUint(strings.Join(groups, ""), 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%q is not a count", s)
	}
	return int(n), nil
}

// sheetRow is one row of a sheet by the headings of its columns.
type sheetRow struct {
	number  int
	columns []string
	cells   []string
}

func (r sheetRow) get(column string) string { return r.cells[slices.Index(r.columns, column)] }

// readSheet reads the columns of a sheet whose first row is the header.
func readSheet(fsys fs.FS, name, sheet string, columns []string) ([]sheetRow, error) {
	book, findings, err := workbook.Open(fsys, name, workbook.Limits{})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if book == nil {
		return nil, fmt.Errorf("read %s: %v", name, findings)
	}
	defer book.Close()
	var rows []sheetRow
	var places map[int]int // column of the sheet: place in columns
	_, findings, err = book.Scan(sheet, func(r *workbook.Row) bool {
		if places == nil {
			places = placesOf(r, columns)
			return len(places) == len(columns)
		}
		out := sheetRow{r.Number, columns, make([]string, len(columns))}
		for _, c := range r.Cells {
			if i, ok := places[c.Column]; ok {
				out.cells[i] = c.Text
			}
		}
		rows = append(rows, out)
		return true
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", name, err)
	case findings.HasErrors():
		return nil, fmt.Errorf("read %s: %v", name, findings)
	case len(places) != len(columns):
		return nil, fmt.Errorf("read %s: the sheet %s has not the columns %s", name, sheet, strings.Join(columns, ", "))
	}
	return rows, nil
}

// placesOf finds the columns in the header row.
func placesOf(header *workbook.Row, columns []string) map[int]int {
	places := map[int]int{}
	for _, c := range header.Cells {
		if i := slices.Index(columns, c.Text); i >= 0 {
			places[c.Column] = i
		}
	}
	return places
}
