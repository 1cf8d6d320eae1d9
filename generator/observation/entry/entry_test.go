package entry_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
	"tipscore/site"
)

// key is how a key of the words looks.
var key = regexp.MustCompile(`^(sheet|start|column|source|register|word|refuse|state)_[a-z]`)

// towns is an invented programme with the whole framework for communities.
func towns(t testing.TB) *programme.Programme {
	t.Helper()
	f, findings, err := indicator.Load(os.DirFS("../../.."), "indicators/community-response")
	if err != nil || findings.HasErrors() {
		t.Fatal(err, findings)
	}
	return &programme.Programme{
		ID: "demo", Framework: f, Base: f, Title: indicator.Text{"en": "Demo", "es": "Demo"}, Languages: []string{"en", "es"}, Invented: true,
		Jurisdictions: []programme.Jurisdiction{
			{ID: "N", Level: "country", Name: indicator.Text{"en": "Northavia", "es": "Norte"}},
			{ID: "T1", Level: "municipality", Name: indicator.Text{"en": "Port Elm", "es": "Puerto Olmo"}},
		},
		Periods: []programme.Period{{Frequency: programme.Quarter, Year: 2024, Part: 1}, {Frequency: programme.Quarter, Year: 2024, Part: 2}},
	}
}

func words(t testing.TB, lang string) entry.Words {
	t.Helper()
	w, err := entry.ReadWords(lang, site.FS)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func write(t testing.TB, f entry.Form) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := entry.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, data []byte) *workbook.Book {
	t.Helper()
	book, findings, err := workbook.Open(fstest.MapFS{"a.xlsx": {Data: data}}, "a.xlsx", workbook.Limits{})
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return book
}

// decode reads a form back and holds that nothing is found in it.
func decode(t testing.TB, data []byte, p *programme.Programme) (*observation.Answers, register.Registers) {
	t.Helper()
	book := open(t, data)
	answers, findings, err := observation.Decode(book, p)
	if err != nil {
		t.Fatal(err)
	}
	entries, more, err := register.Decode(book, answers.Reading)
	if err != nil {
		t.Fatal(err)
	}
	if all := slices.Concat(findings, more); len(all) > 0 {
		var b bytes.Buffer
		_ = diag.WriteText(&b, all, diag.Options{})
		t.Fatal(b.String())
	}
	return answers, entries
}

// An answer of every type and in every state comes back as it went out, in
// every language, at every level.
func TestNothingIsLostOnTheWay(t *testing.T) {
	p := towns(t)
	for _, lang := range []string{"en", "es"} {
		for j := range p.Jurisdictions {
			form := entry.Form{Programme: p, Jurisdiction: j, Period: 1, Words: words(t, lang), Standing: true, Answers: map[indicator.ID]observation.Observation{}}
			form.Sources = []observation.Source{{ID: "s1", Title: "=Report", Date: "2024", URL: "https://example.org/"}, {ID: "s2", Title: "Law"}}
			asked := 0
			for n, i := range p.Framework.All {
				if i.Computed == nil && slices.Contains(i.Levels, p.Jurisdictions[j].Level) {
					form.Answers[i.ID] = invented(i, n)
					asked++
				}
			}
			answers, _ := decode(t, write(t, form), p)
			if len(answers.Observations) != asked || asked < 30 {
				t.Errorf("%s %d: %d of %d answers came back", lang, j, len(answers.Observations), asked)
			}
			for _, got := range answers.Observations {
				want := form.Answers[got.Indicator.ID]
				if got.Jurisdiction != j || got.Period >= 0 && got.Period != 1 || got.State != want.State || got.Value != want.Value ||
					got.Comment != want.Comment || got.Monitor != want.Monitor || fmt.Sprint(got.Sources) != fmt.Sprintf("[%s-2024-Q2-s1 %[1]s-2024-Q2-s2]", p.Jurisdictions[j].ID) {
					t.Errorf("%s %s: got %+v, want %+v", lang, got.Indicator.ID, got, want)
				}
			}
			if len(answers.Sources) != 2 || answers.Sources[0].Title != "=Report" || answers.Sources[0].Date != "2024" {
				t.Errorf("sources: %+v", answers.Sources)
			}
		}
	}
}

// invented makes up an answer of the type of the indicator, and a state from
// its number.
func invented(i *indicator.Indicator, n int) observation.Observation {
	o := observation.Observation{Indicator: i, State: observation.States()[n%7], Sources: []observation.SourceID{"s1", "s2"}, Comment: "=a\nnote", Monitor: "m-1"}
	if !o.State.HasValue() {
		return o
	}
	v := &o.Value
	switch {
	case len(i.Options) > 0:
		v.Option = i.Options[n%len(i.Options)].ID
	case i.Type == indicator.Date:
		v.Date = observation.Date{Year: 2019, Month: 2, Day: 28}
	case i.InParts():
		v.Numerator, v.Denominator, v.HasParts = 3, 12, true
		if v.Number = 0.25; i.Type == indicator.Percent {
			v.Number = 25
		}
	default:
		v.Number = float64(n)
	}
	if i.Type == indicator.Money {
		v.Currency = observation.Currency{'D', 'O', 'P'}
	}
	return o
}

// The entries of every register come back, and say neither where nor when.
func TestRegisters(t *testing.T) {
	p := towns(t)
	day := workbook.Date{Year: 2024, Month: 2, Day: 7}
	form := entry.Form{Programme: p, Jurisdiction: 1, Period: 0, Words: words(t, "es"), Registers: map[string][]entry.Entry{
		"commitments": {{"id": "c1", "text": "Un refugio", "body": "El ayuntamiento", "made_on": day, "status": "in-progress", "sources": "s1"}},
		"meetings":    {{"held": "yes", "date": day, "n_police": 2, "n_social-services": 1}},
		"trainings":   {{"sector": "child-protection", "participants": 14}},
		"campaigns":   {{"place": "El puerto", "from": day, "reach": 300}},
	}}
	_, got := decode(t, write(t, form), p)
	for name, want := range form.Registers {
		if len(got[name]) != len(want) || got[name][0].Jurisdiction != 1 {
			t.Errorf("%s: %+v", name, got[name])
		}
	}
	if e := got["meetings"][0]; e.Words["held"] != "yes" || e.Numbers["n_social-services"] != 1 || e.Dates["date"].Day != 7 || e.Period != 0 {
		t.Errorf("%+v", e)
	}
	if got["commitments"][0].Words["status"] != "in-progress" || got["trainings"][0].Words["sector"] != "child-protection" {
		t.Errorf("%+v", got)
	}
}

// A form that nobody filled in gives no answer and no finding, has the same
// bytes every time, and has a word for everything.
func TestEmptyForms(t *testing.T) {
	p := towns(t)
	for _, lang := range []string{"en", "es"} {
		form := entry.Form{Programme: p, Jurisdiction: 0, Period: 0, Words: words(t, lang)}
		data := write(t, form)
		if answers, entries := decode(t, data, p); len(answers.Observations)+len(answers.Sources)+len(entries) > 0 {
			t.Errorf("%+v %+v", answers, entries)
		}
		if !bytes.Equal(data, write(t, form)) {
			t.Error("the bytes differ")
		}
		book := open(t, data)
		for _, s := range book.Sheets() {
			if _, _, err := book.Scan(s.Name, func(row *workbook.Row) bool {
				for _, c := range row.Cells {
					if key.MatchString(c.Text) && !s.Hidden && row.Number != 2 {
						t.Errorf("%s: %s!%s has no word for %s", lang, s.Name, diag.ColumnName(c.Column), c.Text)
					}
				}
				return true
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := entry.ReadWords("xx", site.FS); err == nil {
		t.Error("there are words in a language that nobody speaks")
	}
}
