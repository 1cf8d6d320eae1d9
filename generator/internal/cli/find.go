package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
)

// findJurisdiction returns the index of the jurisdiction whose id, slug or name
// in any language is the text. Capital letters and accents do not count.
func findJurisdiction(p *programme.Programme, text string) (int, error) {
	want := folded(text)
	var found []int
	for i := range p.Jurisdictions {
		names := callNames(p, &p.Jurisdictions[i])
		switch {
		case folded(names[0]) == want:
			return i, nil // an id is unique, and decides
		case slices.ContainsFunc(names, func(n string) bool { return folded(n) == want }):
			found = append(found, i)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return 0, usagef(nearJurisdictions(p, text), "the programme %s has no jurisdiction %q", p.ID, text)
	}
	var ids []string
	for _, i := range found {
		ids = append(ids, string(p.Jurisdictions[i].ID))
	}
	return 0, usagef("say which one by its id: "+strings.Join(ids, ", "), "%d jurisdictions are called %q", len(found), text)
}

// nearJurisdictions returns a hint: the jurisdictions that have the text as a
// word of a name, those that have it anywhere in one, and the one that it may
// be a misspelling of.
func nearJurisdictions(p *programme.Programme, text string) string {
	const several = 5
	near := diag.Suggest(text, allNames(p))
	var asWord, asPart, misspelt []string
	for i := range p.Jurisdictions {
		j := &p.Jurisdictions[i]
		switch names := callNames(p, j); {
		case anyWord(names[1:], folded(text)):
			asWord = append(asWord, titled(p, j))
		case anyPart(names[1:], folded(text)):
			asPart = append(asPart, titled(p, j))
		case near != "" && slices.Contains(names, near):
			misspelt = append(misspelt, titled(p, j))
		}
	}
	found := slices.Concat(asWord, asPart, misspelt)
	switch n := len(found) - several; {
	case len(found) == 0:
		return "name it by its id, its name or its address, as in: " + strings.Join(example(p), ", ")
	case len(found) == len(misspelt):
		return `did you mean "` + near + `"?`
	case n > 0:
		return fmt.Sprintf("did you mean %s or %d more?", strings.Join(found[:several], " or "), n)
	}
	return "did you mean " + strings.Join(found, " or ") + "?"
}

// allNames returns everything that a jurisdiction may be called. Where an
// address is only the name in small letters, the name is there alone.
func allNames(p *programme.Programme) []string {
	var all []string
	for i := range p.Jurisdictions {
		names := callNames(p, &p.Jurisdictions[i])
		for k, n := range names {
			if !slices.ContainsFunc(names[k+1:], func(s string) bool { return strings.EqualFold(s, n) }) {
				all = append(all, n)
			}
		}
	}
	return all
}

// anyWord reports whether one of the names has the word, which is folded.
func anyWord(names []string, word string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return slices.Contains(strings.FieldsFunc(folded(n), notLetter), word)
	})
}

// anyPart reports whether one of the names contains the text, which is folded.
// A letter or two are in every other name, and mean none of them.
func anyPart(names []string, text string) bool {
	return len([]rune(text)) > 2 && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(folded(n), text) })
}

// titled returns the names of a jurisdiction with its id: "Dominican Republic /
// República Dominicana (DOM)".
func titled(p *programme.Programme, j *programme.Jurisdiction) string {
	names := callNames(p, j)
	if len(names) == 2 {
		return fmt.Sprintf("%s (%s)", names[1], names[0])
	}
	return fmt.Sprintf("%s (%s)", strings.Join(names[2:], " / "), names[0])
}

// folded returns a text without capital letters, accents and outer space, so
// that "republica dominicana" finds the name as it is written.
func folded(text string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	return strings.TrimSpace(plain)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

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
	// Years are a digit or two apart from each other, so a year that is not among
	// them is no misspelling of one that is.
	hint := "it has no period at all"
	if n := len(all); n > 0 {
		hint = fmt.Sprintf("its %d periods run from %s to %s", n, all[0], all[n-1])
		if n == 1 {
			hint = "its only period is " + all[0]
		}
	}
	if _, err := programme.ParsePeriod(want); err != nil {
		if near := diag.DidYouMean(want, all); near != "" {
			hint = near // it was meant to be written otherwise, such as 2006Q3
		}
	}
	return 0, usagef(hint, "the programme %s has no period %q", p.ID, text)
}

// findLanguage returns the language, or the programme's first if it is "".
func findLanguage(p *programme.Programme, lang string) (string, error) {
	if lang == "" && len(p.Languages) > 0 {
		return p.Languages[0], nil
	}
	for _, l := range p.Languages {
		if strings.EqualFold(l, lang) {
			return l, nil
		}
	}
	return "", usagef("its languages are: "+strings.Join(p.Languages, ", "), "the programme %s is not written in %q", p.ID, lang)
}
