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
		t.notes = append(t.notes, fmt.Sprintf("%s: %d parties, the latest act is of %s", treaty.get("indicator"), list.parties, list.latest))
		for _, id := range w.members {
			a := list.of[id].answer(list.latest)
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

// participants is one list.
type participants struct {
	of      map[string]participation // by jurisdiction
	parties int                      // jurisdictions among the parties
	latest  string                   // date of the latest act of anybody; the list says nothing of later days
}

// readParticipants reads one list.
func readParticipants(w *world, sources fs.FS, name string, t *tally) (participants, error) {
	list := participants{of: map[string]participation{}}
	file, err := readTable(sources, name, "Participant", "Signature")
	if err != nil {
		return list, err
	}
	if len(file.columns) != 3 {
		return list, fmt.Errorf("read %s: %d columns, where 3 are expected", name, len(file.columns))
	}
	for _, r := range file.rows {
		t.read++
		id, err := w.find("", r.get("Participant"))
		if err != nil {
			return list, r.errorf("%w", err)
		}
		p, err := parseParticipation(r.get("Signature"), r.fields[2])
		if err != nil {
			return list, r.errorf("%w", err)
		}
		if p.act != nil {
			list.latest = max(list.latest, isoDate(*p.act))
		}
		if id == "" {
			t.drop(r.get("Participant") + ": " + w.reasons[r.get("Participant")])
			continue
		}
		if _, twice := list.of[id]; twice {
			return list, r.errorf("%s is in the list twice", id)
		}
		if list.of[id] = p; p.act != nil {
			list.parties++
		}
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
// answer is not available: there is no date to give, and after the latest act
// the list says nothing about anybody.
func (p participation) answer(latest string) answer {
	var words []string
	a := answer{state: notAvailable}
	if p.act != nil {
		a.value, a.state = *p.act, observed
		words = append(words, p.kind)
	} else {
		words = append(words, "not a party in the list used, whose latest act is of "+latest)
	}
	if p.signed != nil {
		words = append(words, "signed "+isoDate(*p.signed))
	} else if p.act == nil {
		words = append(words, "not a participant in it")
	}
	a.comment = sentence(strings.Join(words, "; "))
	return a
}

// sentence returns the text with a capital and a full stop.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }

func isoDate(d workbook.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
