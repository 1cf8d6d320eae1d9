package main

import (
	"fmt"
	"io/fs"
	"strconv"
)

// The file of the 3P index and its three codes, in the order of the framework.
const indexFile = "policy_index.csv"

func pillars() []string { return []string{"prosecution", "protection", "prevention"} }

// codes is one row of the index: a country and year.
type codes struct {
	jurisdiction string
	year         int
	pillar       [3]int // 1 to 5 in the order of pillars; 0 where there is none
	total        int    // as published; 0 where there is none
	tier         string // as published
}

// readIndex turns each code of the index into an answer, and each absent code
// of a listed country and year into one that was not assessed.
func readIndex(w *world, sources fs.FS) ([]answer, tally, error) {
	rows, t, err := readCodes(w, sources)
	if err != nil {
		return nil, t, err
	}
	var answers []answer
	for _, c := range rows {
		for i, pillar := range pillars() {
			a := answer{
				answerKey: answerKey{c.jurisdiction, c.year, "3p-" + pillar},
				state:     notAssessed,
				sources:   []string{"3p-index", "heiss-kelley-2017"},
			}
			if c.pillar[i] != 0 {
				a.value, a.state = float64(c.pillar[i]), observed
			}
			a.comment = w.remarks[a.answerKey].comment
			answers = append(answers, a)
		}
	}
	return answers, t, nil
}

// readCodes reads the file of the index and holds that each total is the sum
// of its three codes. A total without all three codes must be a known slip of
// the source, with a remark on a missing code.
func readCodes(w *world, sources fs.FS) ([]codes, tally, error) {
	file, err := readTable(sources, indexFile, "countryname", "country_name", "iso", "year", "tier", "p", "prosecution", "prevention", "protection")
	if err != nil {
		return nil, tally{}, err
	}
	t := tally{read: len(file.rows)}
	complete := 0
	var list []codes
	for _, r := range file.rows {
		c, err := w.readCode(r)
		if err != nil {
			return nil, t, r.errorf("%w", err)
		}
		if c.jurisdiction == "" || !w.inYears(c.year) {
			t.drop("not in the programme")
			continue
		}
		if err := w.checkTotal(c); err != nil {
			return nil, t, r.errorf("%w", err)
		}
		if c.complete() {
			complete++
		}
		list = append(list, c)
	}
	t.notes = append(t.notes, fmt.Sprintf("%d country-years have all three codes, and their total is the sum", complete))
	return list, t, nil
}

// readCode reads one row.
func (w *world) readCode(r row) (c codes, err error) {
	if c.jurisdiction, err = w.find(r.get("iso"), r.get("countryname")); err != nil {
		return c, err
	}
	if c.year, err = strconv.Atoi(r.get("year")); err != nil {
		return c, fmt.Errorf("%q is no year", r.get("year"))
	}
	for i, pillar := range pillars() {
		if c.pillar[i], err = parseCode(r.get(pillar), 1, 5); err != nil {
			return c, err
		}
	}
	c.total, err = parseCode(r.get("p"), 3, 15)
	c.tier = r.get("tier")
	return c, err
}

// parseCode reads a whole number in the range. "NA" is 0: in this file it
// stands for no value.
func parseCode(s string, low, high int) (int, error) {
	if s == "NA" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		return 0, fmt.Errorf("%q is not a whole number from %d to %d", s, low, high)
	}
	return n, nil
}

func (c codes) complete() bool { return c.pillar[0] != 0 && c.pillar[1] != 0 && c.pillar[2] != 0 }

func (c codes) sum() int { return c.pillar[0] + c.pillar[1] + c.pillar[2] }

// checkTotal compares the published total with the codes.
func (w *world) checkTotal(c codes) error {
	switch {
	case c.complete() && c.total != c.sum():
		return fmt.Errorf("the total %d is not the sum %d of the codes", c.total, c.sum())
	case !c.complete() && c.total != 0 && w.slip(c) == "":
		return fmt.Errorf("the total %d stands over a missing code, and tables/remarks.csv does not explain it", c.total)
	}
	return nil
}

// slip returns the remark on the first missing code that has one.
func (w *world) slip(c codes) string {
	for i, pillar := range pillars() {
		remark := w.remarks[answerKey{c.jurisdiction, c.year, "3p-" + pillar}].comment
		if c.pillar[i] == 0 && remark != "" {
			return remark
		}
	}
	return ""
}

// makePublished makes published-index.csv, the totals as the authors published
// them, against which the overall score is checked.
func makePublished(w *world, sources fs.FS) (file, error) {
	list, _, err := readCodes(w, sources)
	if err != nil {
		return file{}, err
	}
	rows := [][]string{{"jurisdiction", "period", "prosecution", "protection", "prevention", "p", "note"}}
	for _, c := range list {
		if c.total == 0 {
			continue
		}
		fields := []string{c.jurisdiction, strconv.Itoa(c.year)}
		for _, code := range c.pillar {
			field := ""
			if code != 0 {
				field = strconv.Itoa(code)
			}
			fields = append(fields, field)
		}
		rows = append(rows, append(fields, strconv.Itoa(c.total), w.slip(c)))
	}
	sortRows(rows[1:])
	data, err := writeTable(rows)
	return file{"published-index.csv", data}, err
}
