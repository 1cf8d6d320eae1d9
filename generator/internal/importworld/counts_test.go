package main

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/workbook"
)

func TestParseCount(t *testing.T) {
	for in, want := range map[string]int{"5": 5, "0": 0, "817": 817, "1,757": 1757, "17,870": 17870, "1,000,000": 1000000} {
		if got, err := parseCount(in); err != nil || got != want {
			t.Errorf("parseCount(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "<5", "-3", "1.5", "1,75", "1,7570", ",757", "1,", "1757,000", "1e3", "NA", "99999999999"} {
		if got, err := parseCount(in); err == nil {
			t.Errorf("parseCount(%q) = %d; want an error", in, got)
		}
	}
}

// countsBook returns a workbook in the layout of UNODC, whose columns here
// stand in another order, with one that is not read.
func countsBook(t *testing.T, rows ...[]any) fstest.MapFS {
	t.Helper()
	header := append([]string{"Region"}, countColumns()...)
	for i := range rows {
		rows[i] = append([]any{"Americas"}, rows[i]...)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, []workbook.NewSheet{{Name: countsSheet, Header: header, Rows: rows}}); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{countsFile: {Data: b.Bytes()}}
}

// total returns a row with a national total.
func total(code, indicator string, year int, value string) []any {
	return []any{code, "a name", indicator, "Total", "Total", "Total", "Total", year, "Counts", value}
}

func TestReadCounts(t *testing.T) {
	part := total("DOM", "Persons convicted", 2012, "7")
	part[5] = "Female"
	answers, tally, err := readCounts(testWorld(t), countsBook(t,
		total("DOM", "Persons convicted", 2011, "6"),
		total("DOM", "Persons convicted", 2012, "<5"),
		part,
		total("IND", "Detected trafficking victims", 2013, "6,202"),
		total("IND", "Offences of trafficking in persons", 2013, "9"),
		total("DOM", "Persons prosecuted", 2021, "9"),
		total("PRI", "Persons prosecuted", 2010, "9"),
	))
	if err != nil {
		t.Fatal(err)
	}
	if len(answers) != 3 || answers[0].indicator != "detected-victims" || answers[0].value != 6202.0 {
		t.Fatalf("answers: %v", answers)
	}
	if a := answers[1]; a.value != 6.0 || a.state != observed {
		t.Errorf("2011: %v", a)
	}
	if a := answers[2]; a.value != nil || a.state != suppressed {
		t.Errorf("a count under 5 must have no value: %v", a)
	}
	for _, reason := range []string{"a part of a total", "another indicator: Offences of trafficking in persons", "outside the years of the programme", "no jurisdiction: a name (PRI)"} {
		if tally.dropped[reason] != 1 {
			t.Errorf("left out %q: %d, want 1", reason, tally.dropped[reason])
		}
	}
}

func TestReadCountsRefuses(t *testing.T) {
	rate := total("DOM", "Persons convicted", 2011, "6")
	rate[8] = "Rate"
	for _, c := range []struct {
		fsys fstest.MapFS
		want string
	}{
		{countsBook(t, total("DOM", "Persons convicted", 2011, "about 6")), `row 2: "about 6" is not a count`},
		{countsBook(t, rate), `the unit is "Rate"`},
		{fstest.MapFS{countsFile: {Data: []byte("not a workbook")}}, "read " + countsFile},
		{fstest.MapFS{}, "read " + countsFile},
	} {
		if _, _, err := readCounts(testWorld(t), c.fsys); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
	if _, err := readSheet(countsBook(t), countsFile, countsSheet, []string{"No such column"}); err == nil {
		t.Error("a missing column is not reported")
	}
}
