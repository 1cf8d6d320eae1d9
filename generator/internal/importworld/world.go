package main

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"

	"gopkg.in/yaml.v3"
)

// judgements holds what needs human judgement: names, sources and remarks.
//
//go:embed tables/*.csv
var judgements embed.FS

// world is what all readers need to know of the programme.
type world struct {
	ids        map[string]bool   // jurisdictions
	members    []string          // their ids, in the order of the file
	names      map[string]string // spelled name: id, "" for a place left out on purpose
	reasons    map[string]string // why it is left out
	remarks    map[answerKey]remark
	sources    []row // tables/sources.csv
	first, end int   // the years: first, and the one after the last
}

// answerKey names an answer; the period of a standing one is 0.
type answerKey struct {
	jurisdiction string
	period       int
	indicator    string
}

// remark is what a person wrote about one answer.
type remark struct{ state, comment string } // state is "" where it stays

// loadWorld reads the programme and the tables of judgements.
func loadWorld(programme fs.FS) (*world, error) {
	w := &world{
		ids: map[string]bool{}, names: map[string]string{}, reasons: map[string]string{},
		remarks: map[answerKey]remark{},
	}
	for _, step := range []func(fs.FS) error{w.loadPeriods, w.loadJurisdictions} {
		if err := step(programme); err != nil {
			return nil, err
		}
	}
	for _, step := range []func(fs.FS) error{w.loadNames, w.loadRemarks, w.loadSources} {
		if err := step(judgements); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *world) loadPeriods(programme fs.FS) error {
	data, err := fs.ReadFile(programme, "programme.yaml")
	if err != nil {
		return fmt.Errorf("read the programme: %w", err)
	}
	var p struct {
		Periods struct{ From, To string }
	}
	if err := yaml.Unmarshal(data, &p); err != nil {
		return fmt.Errorf("read programme.yaml: %w", err)
	}
	from, err1 := strconv.Atoi(p.Periods.From)
	to, err2 := strconv.Atoi(p.Periods.To)
	if err1 != nil || err2 != nil || to < from {
		return fmt.Errorf("read programme.yaml: the periods are no years")
	}
	w.first, w.end = from, to+1
	return nil
}

func (w *world) loadJurisdictions(programme fs.FS) error {
	t, err := readTable(programme, "jurisdictions.csv", "id", "name_en")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		id := r.get("id")
		w.ids[id] = true
		w.members = append(w.members, id)
		w.names[r.get("name_en")] = id
	}
	return nil
}

// loadNames reads the other spellings of jurisdictions, and the places that
// are none.
func (w *world) loadNames(tables fs.FS) error {
	t, err := readTable(tables, "tables/names.csv", "name", "jurisdiction", "note")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		name, id := r.get("name"), r.get("jurisdiction")
		if _, twice := w.names[name]; twice {
			return r.errorf("the name %q is known already", name)
		}
		if id != "" && !w.ids[id] {
			return r.errorf("%q is no jurisdiction", id)
		}
		if id == "" && r.get("note") == "" {
			return r.errorf("%q is left out without a reason", name)
		}
		w.names[name], w.reasons[name] = id, r.get("note")
	}
	return nil
}

func (w *world) loadRemarks(tables fs.FS) error {
	t, err := readTable(tables, "tables/remarks.csv", "jurisdiction", "period", "indicator", "state", "comment")
	if err != nil {
		return err
	}
	for _, r := range t.rows {
		year := 0
		if text := r.get("period"); text != "" {
			if year, err = strconv.Atoi(text); err != nil {
				return r.errorf("%q is no year", text)
			}
		}
		key := answerKey{r.get("jurisdiction"), year, r.get("indicator")}
		w.remarks[key] = remark{r.get("state"), r.get("comment")}
	}
	return nil
}

func (w *world) loadSources(tables fs.FS) error {
	t, err := readTable(tables, "tables/sources.csv", "id", "title", "publisher", "date", "url", "licence", "citation")
	if err != nil {
		return err
	}
	w.sources = t.rows
	return nil
}

// inYears reports whether the programme covers the year.
func (w *world) inYears(year int) bool { return w.first <= year && year < w.end }

// find returns the jurisdiction that a row speaks of by its code, its name or
// both. The code alone is not enough where a file has none, and a code that
// contradicts the name is an error. It returns "" for a place that is left out
// on purpose.
func (w *world) find(code, name string) (string, error) {
	byName, named := w.names[name]
	switch {
	case !w.ids[code] && !named:
		return "", fmt.Errorf("%q (code %q) is neither a jurisdiction nor left out on purpose", name, code)
	case !w.ids[code]:
		return byName, nil
	case named && byName != code:
		return "", fmt.Errorf("%q has the code %q, but its name means %q", name, code, byName)
	}
	return code, nil
}
