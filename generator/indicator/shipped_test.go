package indicator_test

import (
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode/fixture"
)

// response loads the framework "community-response". A text that is missing in
// one of the languages is a finding, so that none may be left.
func response(t *testing.T) *indicator.Framework {
	t.Helper()
	f, findings, err := indicator.Load(os.DirFS("../.."), "indicators/community-response")
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v\n%s", err, fixture.Render(findings))
	}
	return f
}

// The catalogue has 62 scored indicators, 7 of the programme, 6 of context, and
// 3 red lines; the first season's profile has 20.
func TestCommunityResponseCatalogue(t *testing.T) {
	f := response(t)
	counts := map[indicator.Actor]int{}
	redLines := 0
	for _, i := range f.All {
		if i.RedLine != nil {
			redLines++
			continue
		}
		counts[i.Actor]++
	}
	if counts[indicator.Government] != 62 || counts[indicator.Programme] != 7 || counts[indicator.Context] != 6 || redLines != 3 {
		t.Errorf("there are %v and %d red lines", counts, redLines)
	}
	if n := len(f.Profile("starter").Indicators); n != 20 {
		t.Errorf("the profile starter has %d indicators", n)
	}
	if full := f.Profile("full"); full == nil || full.Indicators != nil {
		t.Error("the profile full does not have all indicators")
	}
}

// Every indicator is named by an objective or is context.
func TestCommunityResponseObjectives(t *testing.T) {
	f := response(t)
	named := map[indicator.ID]bool{}
	registers := map[string]bool{}
	for _, o := range f.Objectives {
		for _, id := range o.Indicators {
			named[id] = true
		}
		for _, r := range o.Registers {
			registers[r] = true
		}
	}
	for _, i := range f.All {
		if !named[i.ID] && i.Actor != indicator.Context {
			t.Errorf("no objective names %s", i.ID)
		}
	}
	for _, r := range indicator.Registers() {
		if !registers[r] {
			t.Errorf("no objective names the register %s", r)
		}
	}
}

// Who answers needs the evidence rule, the work behind the question, and
// answers that fit into a drop-down list.
func TestCommunityResponseTexts(t *testing.T) {
	f := response(t)
	for _, i := range f.All {
		for _, language := range f.Languages {
			for name, text := range map[string]indicator.Text{"evidence rule": i.Evidence.Rule, "reference": i.Reference.Text} {
				if text[language] == "" {
					t.Errorf("%s has no %s in %s", i.ID, name, language)
				}
			}
			for _, o := range i.Options {
				if n := utf8.RuneCountInString(o.Title[language]); n == 0 || n > 60 {
					t.Errorf("%s: the answer %s has a title of %d letters in %s", i.ID, o.ID, n, language)
				}
				if o.Text[language] == "" {
					t.Errorf("%s: nothing says what must be true for the answer %s in %s", i.ID, o.ID, language)
				}
			}
		}
		if !slices.Contains([]indicator.Basis{indicator.Inspired, indicator.Own}, i.Reference.Basis) {
			t.Errorf("%s is given as another body's rule", i.ID)
		}
	}
}
