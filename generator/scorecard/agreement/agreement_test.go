package agreement_test

import (
	"fmt"
	"math"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/agreement"
	"tipscore/generator/scorecard/reliability"
)

// field is a programme of one place with questions of three kinds in two
// pillars, and one that is never scored.
func field() *programme.Programme {
	options := func(ids ...string) (list []indicator.Option) {
		for _, id := range ids {
			list = append(list, indicator.Option{ID: id})
		}
		return list
	}
	rubric := &indicator.Indicator{ID: "plan", Parent: "local", Type: indicator.Rubric, Options: options("0", "1", "2", "3", "4")}
	law := &indicator.Indicator{ID: "law", Parent: "law", Type: indicator.YesNo, Options: options("no", "yes")}
	days := &indicator.Indicator{ID: "days", Parent: "law", Type: indicator.Days}
	cases := &indicator.Indicator{ID: "cases", Parent: "figures", Type: indicator.Count}
	f := &indicator.Framework{
		All: []*indicator.Indicator{rubric, law, days, cases},
		Root: &indicator.Node{ID: "overall", Nodes: []*indicator.Node{
			{ID: "prevention", Nodes: []*indicator.Node{{ID: "local", Indicators: []*indicator.Indicator{rubric}}}},
			{ID: "law", Indicators: []*indicator.Indicator{law, days}},
		}},
	}
	for i := range f.All {
		f.All[i].Index = i
	}
	p := &programme.Programme{Framework: f, Jurisdictions: []programme.Jurisdiction{{ID: "A"}}, Adjudicators: []string{"a-1"}}
	for year := range 8 {
		p.Periods = append(p.Periods, programme.Period{Frequency: programme.Year, Year: 2000 + year, Part: 1})
	}
	return p
}

// told is what two coders, and perhaps an adjudicator, say of one period.
type told struct {
	question, period       int
	first, second, decided string
}

func build(t *testing.T, p *programme.Programme, all []told) *dataset.Dataset {
	t.Helper()
	var list []observation.Observation
	for k, s := range all {
		for coder, text := range []string{s.first, s.second, s.decided} {
			if text == "" {
				continue
			}
			o := observation.Observation{
				Period: s.period, Indicator: p.Framework.All[s.question], State: observation.Observed,
				Monitor: []string{"m-1", "k-1", "a-1"}[coder], Pos: diag.Pos{File: fmt.Sprintf("%d.csv", coder), Line: k + 1},
			}
			if text == "?" {
				o.State = observation.NotAvailable
			} else if len(o.Indicator.Options) > 0 {
				o.Value.Option = text
			} else if _, err := fmt.Sscan(text, &o.Value.Number); err != nil {
				t.Fatal(err)
			}
			list = append(list, o)
		}
	}
	d, findings := dataset.Build(p, list, nil)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return d
}

func TestOf(t *testing.T) {
	p := field()
	d := build(t, p, []told{
		{0, 0, "2", "2", ""}, {0, 1, "3", "2", "3"}, {0, 2, "1", "1", ""}, {0, 3, "4", "4", ""}, {0, 4, "0", "?", ""}, {0, 5, "2", "", ""},
		{1, 0, "yes", "yes", ""}, {1, 1, "yes", "no", "no"},
		{2, 0, "10", "10", ""}, {2, 1, "10", "20", ""},
		{3, 0, "7", "8", ""},
	})
	got := agreement.Of(d)
	levels := reliability.Codes{Of: [][]int{{2, 3, 1, 4}, {2, 2, 1, 4}}}
	words := reliability.Codes{Of: [][]int{{1, 1}, {1, 0}}}
	numbers := reliability.Codes{Of: [][]int{{1, 0}, {1, 1}}, Values: []float64{0.5, 1}}
	want := []agreement.Share{
		{"prevention", agreement.Levels, 4, reliability.Number{Value: 0.75, Known: true}, reliability.Kappa(levels, reliability.Quadratic), reliability.Alpha(levels, reliability.Ordinal)},
		{"law", agreement.Words, 2, reliability.Number{Value: 0.5, Known: true}, reliability.Kappa(words, reliability.Plain), reliability.Alpha(words, reliability.Nominal)},
		{"law", agreement.Numbers, 2, reliability.Number{Value: 0.5, Known: true}, reliability.Number{}, reliability.Alpha(numbers, reliability.Interval)},
	}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v\nwant %+v", got[i], want[i])
		}
	}
	rate, questions := agreement.Neighbours(d)
	if math.Abs(rate-0.25) > 1e-12 || questions != 4 {
		t.Errorf("%v of %d are one level apart", rate, questions)
	}
}

func TestNobodyCodedTwice(t *testing.T) {
	d := build(t, field(), []told{{0, 0, "2", "", ""}, {1, 0, "yes", "", ""}})
	if got := agreement.Of(d); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	if rate, questions := agreement.Neighbours(d); rate != 0 || questions != 0 {
		t.Errorf("%v of %d", rate, questions)
	}
}
