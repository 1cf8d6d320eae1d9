package cli

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
)

// findJurisdiction returns the index of the jurisdiction whose id, slug or name
// in any language is the text. Capital letters do not count.
func findJurisdiction(p *programme.Programme, text string) (int, error) {
	want := strings.TrimSpace(text)
	var found []int
	var all []string
	for i := range p.Jurisdictions {
		names := callNames(p, &p.Jurisdictions[i])
		for _, n := range slices.Backward(names) { // a name reads better than the address made of it
			if !slices.ContainsFunc(all[max(0, len(all)-len(names)):], func(s string) bool { return strings.EqualFold(s, n) }) {
				all = append(all, n)
			}
		}
		switch {
		case strings.EqualFold(names[0], want):
			return i, nil // an id is unique, and decides
		case slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, want) }):
			found = append(found, i)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		hint := diag.DidYouMean(want, all)
		if hint == "" {
			hint = "name it by its id, its name or its address, as in: " + strings.Join(example(p), ", ")
		}
		return 0, usagef(hint, "the programme %s has no jurisdiction %q", p.ID, text)
	}
	var ids []string
	for _, i := range found {
		ids = append(ids, string(p.Jurisdictions[i].ID))
	}
	return 0, usagef("say which one by its id: "+strings.Join(ids, ", "), "%d jurisdictions are called %q", len(found), text)
}

// callNames returns what a jurisdiction may be called, its id first.
func callNames(p *programme.Programme, j *programme.Jurisdiction) []string {
	names := []string{string(j.ID), j.Slug}
	for _, lang := range p.Languages {
		if n := j.Name[lang]; n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// example returns the ways to name the first jurisdiction.
func example(p *programme.Programme) []string {
	if len(p.Jurisdictions) == 0 {
		return []string{"none"}
	}
	return callNames(p, &p.Jurisdictions[0])
}

// findPeriod returns the index of the period.
func findPeriod(p *programme.Programme, text string) (int, error) {
	want := strings.TrimSpace(text)
	var all []string
	for i, have := range p.Periods {
		if strings.EqualFold(have.String(), want) {
			return i, nil
		}
		all = append(all, have.String())
	}
	hint := diag.DidYouMean(want, all)
	if hint == "" && len(all) > 0 {
		hint = fmt.Sprintf("its periods run from %s to %s", all[0], all[len(all)-1])
	}
	return 0, usagef(hint, "the programme %s has no period %q", p.ID, text)
}

// findLanguage returns the language, or the programme's first if it is "".
func findLanguage(p *programme.Programme, lang string) (string, error) {
	switch {
	case lang == "" && len(p.Languages) > 0:
		return p.Languages[0], nil
	case slices.Contains(p.Languages, lang):
		return lang, nil
	}
	return "", usagef("its languages are: "+strings.Join(p.Languages, ", "), "the programme %s is not written in %q", p.ID, lang)
}
