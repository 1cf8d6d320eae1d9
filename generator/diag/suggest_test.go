package diag_test

import (
	"slices"
	"strings"
	"testing"

	"tipscore/generator/diag"
)

func TestSuggest(t *testing.T) {
	answers := []string{"yes", "partly", "no", "not-applicable", "not-assessed"}
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"Yse", answers, "yes"}, // neighbours swapped
		{"YES", answers, "yes"},
		{" partly\t", answers, "partly"},
		{"partyl", answers, "partly"},
		{"pratyl", answers, "partly"}, // two swaps
		{"not-aplicabel", answers, "not-applicable"},
		{"maybe", answers, ""}, // nothing near
		{"n", answers, ""},     // half of a word is too much to guess
		{"", answers, ""},
		{"indictor", []string{"indicator", "indicators"}, "indicator"},
		{"cat", []string{"bat", "hat"}, ""}, // equally near: no guess
		{"cat", []string{"bat", "bat"}, "bat"},
		{"cat", nil, ""},
		{"Côte d'Ivoir", []string{"Côte d'Ivoire", "Chad"}, "Côte d'Ivoire"},
	}
	for _, tt := range tests {
		if got := diag.Suggest(tt.word, tt.candidates); got != tt.want {
			t.Errorf("Suggest(%q, %q) = %q, want %q", tt.word, tt.candidates, got, tt.want)
		}
	}
	if got := diag.DidYouMean("Yse", answers); got != `did you mean "yes"?` {
		t.Errorf("DidYouMean = %q", got)
	}
	if got := diag.DidYouMean("maybe", answers); got != "" {
		t.Errorf("DidYouMean = %q", got)
	}
}

// A suggestion is always one of the candidates, an exact match always wins, and
// the order of the candidates decides nothing.
func FuzzSuggest(f *testing.F) {
	f.Add("yse", "yes no partly")
	f.Add("", "")
	f.Add("\xff\x00", "\xfe a")
	f.Fuzz(func(t *testing.T, word, list string) {
		candidates := strings.Fields(list)
		got := diag.Suggest(word, candidates)
		if got != "" && !slices.Contains(candidates, got) {
			t.Fatalf("%q is no candidate", got)
		}
		slices.Reverse(candidates)
		if again := diag.Suggest(word, candidates); again != got {
			t.Fatalf("%q, and in reverse order %q", got, again)
		}
		if len(candidates) > 0 {
			exact := candidates[0]
			if s := diag.Suggest(exact, candidates); s != "" && !strings.EqualFold(s, exact) && strings.ToLower(s) != strings.ToLower(exact) {
				t.Fatalf("Suggest(%q) = %q", exact, s)
			}
		}
	})
}
