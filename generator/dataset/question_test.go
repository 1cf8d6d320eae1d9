package dataset

import (
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// asked returns what is asked about the answers of a table, by subject and
// rule, in a programme that was changed.
func asked(t *testing.T, table string, change func(*programme.Programme)) []string {
	t.Helper()
	p := demo(t)
	change(p)
	answers, findings := decode(t, p, &txtar.Archive{Files: []txtar.File{{Name: "data/demo/book.csv", Data: []byte(table)}}})
	d, more := Build(p, answers.Observations, answers.Sources)
	findings.Add(more...)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	var out []string
	for _, f := range questions(d) {
		if f.Severity != diag.Question {
			t.Errorf("%s is no question", f.Rule)
		}
		out = append(out, f.Subject+" "+f.Rule)
	}
	return out
}

const victims = `jurisdiction,period,indicator,value,sources
XNA,2005,fig-victims,14,s1
XNA,2006,fig-victims,0,s1
XNA,2007,fig-victims,14,s1
XNA,2008,fig-victims,0,s1
XSU,2005,fig-victims,14,s1
XSU,2006,fig-victims,0,s1
`

// What the framework leaves out is not asked, only the last periods of a place
// may be, and nothing is compared over a break.
func TestQuestionsFollowTheFramework(t *testing.T) {
	const first, last, other = "XNA 2006 fig-victims fell-to-zero", "XNA 2008 fig-victims fell-to-zero", "XSU 2006 fig-victims fell-to-zero"
	set := func(s *plausibility.Settings) func(*programme.Programme) {
		return func(p *programme.Programme) { p.Framework.Plausibility = s }
	}
	for name, test := range map[string]struct {
		change func(*programme.Programme)
		want   []string
	}{
		"as it is":      {func(*programme.Programme) {}, []string{first, last, other}},
		"no section":    {set(nil), nil},
		"nothing set":   {set(&plausibility.Settings{}), nil},
		"a high bound":  {set(&plausibility.Settings{Zero: 15}), nil},
		"one period":    {set(&plausibility.Settings{Zero: 14, Periods: 1}), []string{last, other}},
		"three periods": {set(&plausibility.Settings{Zero: 14, Periods: 3}), []string{first, last, other}},
		"a break": {func(p *programme.Programme) {
			p.Breaks = []programme.Break{{Indicator: "fig-victims", Period: p.Periods[1]}}
		}, []string{last}},
		"computed": {func(p *programme.Programme) {
			p.Framework.Indicator("fig-victims").Computed = &indicator.Computed{}
		}, nil},
	} {
		if got := asked(t, victims, test.change); !slices.Equal(got, test.want) {
			t.Errorf("%s: asked %q, want %q", name, got, test.want)
		}
	}
}

// Every workbook of a place and period has its own s1; a copied row has it
// again, and one with another source was not copied.
func TestCopiedSourcesAreKnownByTheirCodes(t *testing.T) {
	p := demo(t)
	d := &Dataset{Programme: p}
	o := func(period int, ids ...observation.SourceID) *observation.Observation {
		return &observation.Observation{Period: period, Indicator: p.Framework.Indicator("fig-victims"), Sources: ids,
			Value: observation.Value{Number: 14}}
	}
	home := string(p.Jurisdictions[0].ID)
	for _, test := range []struct {
		id   string
		want bool
	}{{home + "-2006-s1", true}, {home + "-2006-s2", false}, {"s1", true}, {home + "-2005-s1", false}} {
		_, asked := sameAsBefore(d, p.Framework.Plausibility, step{o(0, observation.SourceID(home+"-2005-s1")), o(1, observation.SourceID(test.id))})
		if asked != test.want {
			t.Errorf("a number that cites %s: asked is %v", test.id, asked)
		}
	}
}
