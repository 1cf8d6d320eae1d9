package names

import (
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/programme"
)

// Two options with one title, and a jurisdiction named like another: the name
// means neither.
func TestAmbiguousNames(t *testing.T) {
	names := map[string]int{}
	NameAll(names, indicator.Text{"en": "Georgia", "es": "Georgia"}, 0)
	NameAll(names, indicator.Text{"en": "georgia", "es": "Georgia (EE. UU.)"}, 1)
	NameAll(names, indicator.Text{"en": "", "es": "GEORGIA"}, 2)
	if names["georgia"] != -1 || names["georgia (ee. uu.)"] != 1 || len(names) != 2 {
		t.Errorf("got %v", names)
	}
}

// An id as it is written goes before another that differs in capitals only.
func TestIDsThatDifferInCapitals(t *testing.T) {
	p := &programme.Programme{
		Framework:     &indicator.Framework{ID: "demo"},
		Jurisdictions: []programme.Jurisdiction{{ID: "XNA"}, {ID: "Xna"}, {ID: "LON"}},
	}
	d := New(p)
	for s, want := range map[string]int{"XNA": 0, "Xna": 1, "xna": 0, "lon": 2} {
		if got, f := d.Jurisdiction(s); got != want || f != nil {
			t.Errorf("%s means %d (%v), want %d", s, got, f, want)
		}
	}
	got, f := d.Jurisdiction("LOM")
	if got != 2 || f == nil || f.Rule != "unknown-jurisdiction" || f.Hint != `did you mean "LON"?` {
		t.Errorf("LOM means %d, %+v", got, f)
	}
}

// A hostile column of a million words is compared a thousand times.
func TestComparisonsEnd(t *testing.T) {
	d := New(&programme.Programme{Framework: &indicator.Framework{}})
	n := 0
	for range 3 * maxComparisons {
		if d.MayCompare() {
			n++
		}
	}
	if n != maxComparisons {
		t.Errorf("%d comparisons", n)
	}
	if _, f := d.Period("soon"); f == nil || f.Severity != diag.Error || f.Hint != "the programme has no periods" {
		t.Errorf("got %+v", f)
	}
}
