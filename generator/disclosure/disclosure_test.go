package disclosure_test

import (
	"fmt"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard"
)

func apply(t *testing.T, p *programme.Programme, answers []observation.Observation, sources []observation.Source) (*disclosure.Public, int) {
	t.Helper()
	d, _ := dataset.Build(p, answers, sources)
	public, list := disclosure.Apply(d, scorecard.Compute(d))
	return public, len(list)
}

func TestSmallCounts(t *testing.T) {
	p := sample.Programme(t)
	victims := p.Framework.Indicator("victims")
	for _, test := range []struct {
		count float64
		state observation.State
	}{
		{0, observation.Observed}, {1, observation.Suppressed}, {10, observation.Suppressed}, {11, observation.Observed},
	} {
		public, _ := apply(t, p, []observation.Observation{sample.Victims(p, 0, 0, test.count)}, nil)
		a := public.Answer(0, 0, victims)
		if a.State != test.state {
			t.Errorf("a count of %v is %v, want %v", test.count, a.State, test.state)
		}
		if a.State == observation.Suppressed && a.Value != (observation.Value{}) {
			t.Errorf("the hidden count %v is still there: %+v", test.count, a.Value)
		}
	}
}

// The difference of two totals is a count: a total that is a small count above the
// last one that is shown waits until enough has come together.
func TestSmallStepsOfTotals(t *testing.T) {
	p := sample.Programme(t)
	victims := p.Framework.Indicator("victims")
	victims.Cumulative = true
	first := p.Periods[0]
	p.Periods = nil
	for n := range 6 {
		at := first
		at.Year += n
		p.Periods = append(p.Periods, at)
	}
	var answers []observation.Observation
	for year, total := range []float64{142, 155, 164, 173, 173, 174} {
		answers = append(answers, sample.Victims(p, 0, year, total))
	}
	public, _ := apply(t, p, answers, nil)
	for year, hidden := range []bool{false, false, true, false, false, true} {
		if a := public.Answer(0, year, victims); (a.State == observation.Suppressed) != hidden {
			t.Errorf("the total of year %d is %v, hidden %v", year, a.State, hidden)
		}
	}
	victims.Cumulative = false // counts of a period stand by themselves
	public, _ = apply(t, p, answers, nil)
	if a := public.Answer(0, 2, victims); a.State != observation.Observed {
		t.Errorf("a count of a period is %v", a.State)
	}
}

// A hidden share would be given away by its own score, and by the scores above
// it: the law's score is public and the weights are, so the rest is arithmetic.
func TestScoresOfHiddenAnswersAreHidden(t *testing.T) {
	p := sample.Programme(t)
	for name, test := range map[string]struct {
		n, d   float64
		hidden bool
	}{
		"both large":            {30, 60, false},
		"small numerator":       {3, 60, true},
		"small rest":            {57, 60, true},
		"small denominator":     {0, 6, true},
		"everybody":             {60, 60, false},
		"nobody of many people": {0, 60, false},
	} {
		public, _ := apply(t, p, []observation.Observation{sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, test.n, test.d)}, nil)
		for _, node := range []string{"referred", "protection", "overall"} {
			n := public.Node(node)
			r := public.Result(0, 0, n)
			if r.Score.Known == test.hidden || public.Hidden(0, 0, n) != test.hidden {
				t.Errorf("%s: the score of %s is %+v, want hidden = %v", name, node, r, test.hidden)
			}
			if test.hidden && (r.Low != 0 || r.High != 100 || r.Band != -1 || r.Rank != 0) {
				t.Errorf("%s: %s still tells %+v", name, node, r)
			}
		}
		if r := public.Result(0, 0, public.Node("law")); !r.Score.Known || r.Score.Value != 100 {
			t.Errorf("%s: the law's own score is gone: %+v", name, r)
		}
	}
}

func TestSources(t *testing.T) {
	p := sample.Programme(t)
	sources := []observation.Source{
		{ID: "a", Title: "Letter of ana.perez@example.org", Publisher: "Office, tel. +1 809 555 0100", URL: "https://example.org/2014/1234567890123"},
		{ID: "b", Title: "Report 2001-2014, pages 429-454, its part (2002-2007)", Citation: "see https://example.org/1234567890123 for more"},
		{ID: "unused", Title: "never cited"},
	}
	public, findings := apply(t, p, []observation.Observation{sample.Victims(p, 0, 0, 20, "a", "b")}, sources)
	if findings != 2 {
		t.Errorf("%d findings about personal data, want 2", findings)
	}
	if len(public.Sources()) != 2 || public.Source("unused") != nil {
		t.Errorf("published sources: %+v", public.Sources())
	}
	for _, id := range []observation.SourceID{"a", "b"} {
		if found := public.Source(id); found == nil || found.ID != id {
			t.Errorf("the source %s is found as %+v", id, found)
		}
	}
	text := fmt.Sprint(public.Sources())
	for _, secret := range []string{"ana.perez", "809", "0100"} {
		if strings.Contains(text, secret) {
			t.Errorf("%q passed the gate: %s", secret, text)
		}
	}
	for _, plain := range []string{"2001-2014", "429-454", "(2002-2007)", "https://example.org/2014/1234567890123", "https://example.org/1234567890123"} {
		if !strings.Contains(text, plain) {
			t.Errorf("%q was taken out: %s", plain, text)
		}
	}
}

func TestHiddenScoresLeaveTheRanking(t *testing.T) {
	for name, test := range map[string]struct {
		rank, of int
		hidden   []int
		want     [2]int
	}{
		"nothing hidden":       {3, 7, nil, [2]int{3, 7}},
		"hidden above":         {4, 7, []int{2, 3}, [2]int{2, 5}},
		"hidden below":         {1, 7, []int{2, 3}, [2]int{1, 5}},
		"hidden tied with it":  {2, 7, []int{2}, [2]int{2, 6}},
		"two tied above":       {4, 7, []int{2, 2}, [2]int{2, 5}},
		"too few left to rank": {1, 6, []int{2, 3}, [2]int{0, 0}},
		"not ranked before":    {0, 0, []int{2}, [2]int{0, 0}},
	} {
		rank, of := disclosure.Rerank(test.rank, test.of, test.hidden, 5)
		if got := [2]int{rank, of}; got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
