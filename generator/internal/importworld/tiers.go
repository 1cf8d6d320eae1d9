package main

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

const tiersFile = "tip_tiers_orig.csv"

// readTiers turns each tier into an answer. A row without a tier is left out:
// the country may not have been in the report, or be a special case, and the
// file does not say which.
func readTiers(w *world, sources fs.FS) ([]answer, tally, error) {
	file, err := readTable(sources, tiersFile, "countryname", "iso", "year", "tier")
	if err != nil {
		return nil, tally{}, err
	}
	t := tally{read: len(file.rows)}
	var answers []answer
	for _, r := range file.rows {
		id, err := w.find(r.get("iso"), r.get("countryname"))
		if err != nil {
			return nil, t, r.errorf("%w", err)
		}
		year, err := strconv.Atoi(r.get("year"))
		if err != nil {
			return nil, t, r.errorf("%q is no year", r.get("year"))
		}
		tier, err := parseTier(r.get("tier"))
		switch {
		case err != nil:
			return nil, t, r.errorf("%w", err)
		case id == "":
			t.drop(r.get("countryname") + ": " + w.reasons[r.get("countryname")])
			continue
		case !w.inYears(year):
			t.drop("outside the years of the programme")
			continue
		case tier == "":
			t.drop("no tier")
			continue
		}
		answers = append(answers, answer{
			answerKey: answerKey{id, year, "us-tip-tier"},
			value:     tier,
			state:     observed,
			sources:   []string{fmt.Sprintf("tip-report-%d", year), "heiss-kelley-2017"},
		})
	}
	note, err := compareTiers(w, sources, answers)
	t.notes = append(t.notes, note)
	return answers, t, err
}

// parseTier returns the category of a label, "" for "NA". Most labels of the
// file end in spaces.
func parseTier(label string) (string, error) {
	switch strings.TrimSpace(label) {
	case "Tier 1":
		return "tier-1", nil
	case "Tier 2":
		return "tier-2", nil
	case "Watchlist":
		return "tier-2-watch-list", nil
	case "Tier 3":
		return "tier-3", nil
	case "NA":
		return "", nil
	}
	return "", fmt.Errorf("%q is no tier", label)
}

// compareTiers compares the tiers with the column of the same meaning in the
// file of the index, where the Watch List is 2.5.
func compareTiers(w *world, sources fs.FS, answers []answer) (string, error) {
	numbers := map[string]string{"tier-1": "1", "tier-2": "2", "tier-2-watch-list": "2.5", "tier-3": "3"}
	tiers := map[answerKey]string{}
	for _, a := range answers {
		tiers[a.answerKey] = numbers[a.value.(string)]
	}
	list, _, err := readCodes(w, sources)
	if err != nil {
		return "", err
	}
	agree, silent, differ := 0, 0, 0
	for _, c := range list {
		tier := tiers[answerKey{c.jurisdiction, c.year, "us-tip-tier"}]
		switch {
		case tier == "" && c.tier == "NA":
			silent++
		case tier == c.tier:
			agree++
		default:
			differ++
		}
	}
	return fmt.Sprintf("compared with the tiers in %s: %d agree, %d have no tier in either, %d differ", indexFile, agree, silent, differ), nil
}
