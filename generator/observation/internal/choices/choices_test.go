package choices

import (
	"testing"

	"tipscore/generator/indicator"
)

// scale has a level whose title is another level's anchor.
func scale() *indicator.Indicator {
	return &indicator.Indicator{Type: indicator.Rubric, Options: []indicator.Option{
		{ID: "0", Title: indicator.Text{"en": "None", "es": "Nada"}, Text: indicator.Text{"en": "There is: no law.", "es": "No hay ley."}},
		{ID: "1", Title: indicator.Text{"en": "Some", "es": "Algo"}, Text: indicator.Text{"en": "A law\nthat is not applied.", "es": "Una ley que no se aplica."}},
	}}
}

// What Choice writes, Find reads, in every language of the framework.
func TestChoicesAreRead(t *testing.T) {
	i := scale()
	o := New(i)
	for k := range i.Options {
		for _, lang := range []string{"en", "es"} {
			s := Choice(i, &i.Options[k], lang)
			if got, ok := o.Find(s); !ok || got != k {
				t.Errorf("%q means %d (%v), want %d", s, got, ok, k)
			}
		}
	}
	yes := &indicator.Indicator{Type: indicator.YesNo, Options: []indicator.Option{{ID: "yes", Title: indicator.Text{"es": "Sí"}}}}
	if got := Choice(yes, &yes.Options[0], "es"); got != "Sí" {
		t.Errorf("yes reads %q", got)
	}
}

func TestFind(t *testing.T) {
	o := New(scale())
	for s, want := range map[string]int{"1": 1, "1.0": 1, "algo": 1, "NONE": 0, "0: nada": 0, "0: There is: no law.": 0} {
		if got, ok := o.Find(s); !ok || got != want {
			t.Errorf("%q means %d (%v), want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "2", "0: Some", "2: None", "0:None", "1.5"} { // "0: Some" says two things
		if got, ok := o.Find(s); ok {
			t.Errorf("%q means %d", s, got)
		}
	}
}
