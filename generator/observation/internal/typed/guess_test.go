package typed

import (
	"testing"

	"tipscore/generator/diag"
)

func TestMeant(t *testing.T) {
	ids := []string{"3p-prevention", "3p-protection", "law-01", "law-02", "HTI", "unodc-convicted"}
	g := Guess{
		ByID:       map[string]int{},
		ByName:     map[string]int{"judicial training": 2, "formación judicial": 2, "haiti": 4, "law": -1},
		IDs:        func() []string { return ids },
		MayCompare: func() bool { return true },
	}
	for i, id := range ids {
		g.ByID[Fold(id)] = i
	}
	for _, test := range []struct {
		in    string
		index int
		hint  string
	}{
		{"prevention", 0, `did you mean "3p-prevention"?`},
		{"Prevention", 0, `did you mean "3p-prevention"?`},
		{"3p", -1, ""}, // too short to say anything
		{"law", -1, `did you mean "law-01" or "law-02"?`},
		{"Formación judicial", 2, "type the id: law-01"},
		{"judicial", 2, `did you mean "law-01"?`},
		{"haití", 4, `did you mean "HTI", which is called "haiti"?`},
		{"law-03", -1, ""}, // two are equally near
		{"\u041dTI", 4, "type it again, in Latin letters: HTI"},
		{"prosecution", -1, ""},
		{"-", -1, ""},
	} {
		var f diag.Diagnostic
		if i := g.Meant(&f, test.in); i != test.index || f.Hint != test.hint {
			t.Errorf("%q: %d %q, want %d %q", test.in, i, f.Hint, test.index, test.hint)
		}
	}
}
