package main

import (
	"fmt"
	"io/fs"
	"strings"

	"tipscore/generator/workbook"
)

// participation is what a list says of one participant in a treaty.
type participation struct {
	signed *workbook.Date
	act    *workbook.Date // the act by which it became a party
	kind   string         // "ratification" and the like
}

// readTreaties reads the four lists. Every jurisdiction has one answer for
// each treaty, also when it is not in the list, because absence from a register
// of parties is a finding.
func readTreaties(w *world, sources fs.FS) ([]answer, tally, error) {
	var t tally
	var answers []answer
	treaties, err := readTable(judgements, "tables/treaties.csv", "file", "indicator", "source")
	if err != nil {
		return nil, t, err
	}
	for _, treaty := range treaties.rows {
		list, err := readParticipants(w, sources, treaty.get("file"), &t)
		if err != nil {
			return nil, t, err
		}
		for _, id := range w.members {
			a := list[id].answer()
			a.answerKey = answerKey{id, 0, treaty.get("indicator")}
			a.sources = []string{treaty.get("source")}
			if m, ok := w.remarks[a.answerKey]; ok && a.state == notAvailable {
				a.state, a.comment = m.state, m.comment
			}
			answers = append(answers, a)
		}
	}
	return answers, t, nil
}

// readParticipants reads one list by jurisdiction.
func readParticipants(w *world, sources fs.FS, name string, t *tally) (map[string]participation, error) {
	file, err := readTable(sources, name, "Participant", "Signature")
	if err != nil {
		return nil, err
	}
	if len(file.columns) != 3 {
		return nil, fmt.Errorf("read %s: %d columns, where 3 are expected", name, len(file.columns))
	}
	list := map[string]participation{}
	for _, r := range file.rows {
		t.read++
		id, err := w.find("", r.get("Participant"))
		if err != nil {
			return nil, r.errorf("%w", err)
		}
		if id == "" {
			t.drop(r.get("Participant") + ": " + w.reasons[r.get("Participant")])
			continue
		}
		p, err := parseParticipation(r.get("Signature"), r.fields[2])
		if err != nil {
			return nil, r.errorf("%w", err)
		}
		if _, twice := list[id]; twice {
			return nil, r.errorf("%s is in the list twice", id)
		}
		list[id] = p
	}
	return list, nil
}

// parseParticipation reads the cells of the signature and of the act.
func parseParticipation(signature, act string) (p participation, err error) {
	if signature != "" {
		date, suffix, err := parseTreatyDate(signature)
		if err != nil || suffix != "" {
			return p, fmt.Errorf("%q is not the date of a signature", signature)
		}
		p.signed = &date
	}
	if act != "" {
		date, suffix, err := parseTreatyDate(act)
		if err != nil {
			return p, err
		}
		p.act, p.kind = &date, kindOf(suffix)
	}
	return p, nil
}

// answer says when the participant became a party. Without such an act the
// answer is not available: there is no date to give.
func (p participation) answer() answer {
	var words []string
	a := answer{state: notAvailable}
	if p.act != nil {
		a.value, a.state = *p.act, observed
		words = append(words, p.kind)
	} else {
		words = append(words, "not a party by March 2015")
	}
	if p.signed != nil {
		words = append(words, "signed "+isoDate(*p.signed))
	} else if p.act == nil {
		words = append(words, "not in the list of participants")
	}
	a.comment = sentence(strings.Join(words, "; "))
	return a
}

// sentence returns the text with a capital and a full stop.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }

func isoDate(d workbook.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
