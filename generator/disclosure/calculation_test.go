package disclosure_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard"
)

// calculations writes all public calculations as JSON and as text.
func calculations(t *testing.T, p *programme.Programme, answers []observation.Observation) string {
	t.Helper()
	sources := []observation.Source{{ID: "a", Title: "Letter of ana.perez@example.org", Publisher: "Office"}}
	d, _ := dataset.Build(p, answers, sources)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	var all bytes.Buffer
	for j := range p.Jurisdictions {
		for y := range p.Periods {
			c := public.Calculation(j, y)
			if err := c.WriteJSON(&all); err != nil {
				t.Fatal(err)
			}
			if err := c.WriteText(&all, "en"); err != nil {
				t.Fatal(err)
			}
		}
	}
	return all.String()
}

// numbers collects every number of a JSON value.
func numbers(v any, found *[]float64) {
	switch v := v.(type) {
	case float64:
		*found = append(*found, v)
	case []any:
		for _, x := range v {
			numbers(x, found)
		}
	case map[string]any:
		for _, x := range v {
			numbers(x, found)
		}
	}
}

// 3 of 61 are 4.918 percent; with a law of 100 points that makes 52.459.
func TestCalculationHoldsNoHiddenNumber(t *testing.T) {
	p := sample.Programme(t)
	answers := []observation.Observation{sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 3, 61)}
	d, _ := dataset.Build(p, answers, nil)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	var out bytes.Buffer
	if err := public.Calculation(0, 0).WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	var found []float64
	numbers(doc, &found)
	share, overall := 100*3.0/61, (100+100*3.0/61)/2
	for _, x := range found {
		for _, secret := range []float64{3, 61, 58, share, overall, 100 - share, 100 - overall, share / 2, (100 - share) / 2, overall - 50} {
			if math.Abs(x-secret) < 0.06 {
				t.Errorf("%v is told, and the secret is %v", x, secret)
			}
		}
	}
	if !strings.Contains(out.String(), `"hidden": true`) || !strings.Contains(out.String(), `"suppressed"`) {
		t.Errorf("nothing is marked as hidden:\n%s", out.String())
	}
}

// Whatever a hidden number is, the public sees the same to the last byte. That
// holds for the score itself and for all that a number goes into: a quotient, a
// comparison, what is filled in.
func TestHiddenNumbersMakeNoDifference(t *testing.T) {
	for name, change := range map[string]func(referred *indicator.Indicator){
		"as it is": func(*indicator.Indicator) {},
		"carried":  func(i *indicator.Indicator) { i.Fill = &indicator.Fill{By: indicator.ByCarry, Periods: 1} },
		"average": func(i *indicator.Indicator) {
			i.Fill = &indicator.Fill{By: indicator.ByMean, Among: indicator.AmongAll}
		},
		"compared": func(i *indicator.Indicator) {
			i.Goalposts = nil
			i.Normalise = &indicator.Normalisation{Method: indicator.MinMax, Among: indicator.AmongAll, Over: indicator.OverAll, High: 100}
		},
		"all periods": func(i *indicator.Indicator) {
			i.Goalposts = nil
			i.Normalise = &indicator.Normalisation{Method: indicator.ZScore, Among: indicator.AmongAll, Over: indicator.OverAll, High: 100, Mean: 50, Deviation: 10}
		},
		"divided": func(i *indicator.Indicator) { i.Per = &indicator.Divisor{Indicator: "victims", Times: 1} },
	} {
		for _, means := range []indicator.Aggregation{indicator.ArithmeticMean, indicator.GeometricMean} {
			seen := map[string]bool{}
			for _, n := range []float64{1, 4, 9} {
				p := sample.Programme(t)
				p.Framework.Root.Aggregate = means
				change(p.Framework.Indicator("referred"))
				answers := []observation.Observation{
					sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, n, 61), sample.Law(p, 1, 0, "no"), sample.Share(p, 1, 0, 30, 60),
					sample.Law(p, 0, 1, "yes"), sample.Law(p, 1, 1, "no"), sample.Share(p, 1, 1, 20, 60),
					sample.Victims(p, 0, 0, 100), sample.Victims(p, 1, 0, n), sample.Victims(p, 1, 1, 100),
				}
				if name == "average" {
					answers = slices.Delete(answers, 3, 4) // so that the hidden number alone makes the average
				}
				seen[calculations(t, p, answers)] = true
			}
			if len(seen) != 1 {
				t.Errorf("%s, %s mean: the public sees a difference", name, means)
			}
		}
	}
}

// Without hidden numbers a calculation is the coordinator's, less what is
// private.
func TestCalculationTellsNothingPrivate(t *testing.T) {
	p := sample.Programme(t)
	law := sample.Law(p, 0, 0, "yes")
	law.Comment, law.Monitor, law.Sources = "seen by a friend", "M-17", []observation.SourceID{"a"}
	law.Pos = diag.Pos{File: "data/p/secret.xlsx", Sheet: "Law", Row: 3, Column: 4}
	all := calculations(t, p, []observation.Observation{law, sample.Share(p, 0, 0, 30, 60)})
	for _, private := range []string{"friend", "M-17", "secret", "xlsx", "D3", "yaml", "cell", "definition", "ana.perez"} {
		if strings.Contains(all, private) {
			t.Errorf("%q is told", private)
		}
	}
	for _, public := range []string{`"id": "a"`, "Office", "75.000", fmt.Sprintf("%q: 25", "overall_gain")} {
		if !strings.Contains(all, public) {
			t.Errorf("%q is not told in\n%s", public, all)
		}
	}
}
