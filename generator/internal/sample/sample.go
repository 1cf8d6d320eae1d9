// Package sample is a small programme for the tests of several packages: two
// invented jurisdictions, two years, and one indicator each that is a share of
// people (scored), a yes or no (scored) and a count of people (context). Its
// policy hides counts from 1 to 10.
package sample

import (
	_ "embed"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

//go:embed project.txtar
var project []byte

// Programme loads the programme. It fails the test if the definitions have a
// finding.
func Programme(t testing.TB) *programme.Programme {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse(project).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	framework, list, err := indicator.Load(fsys, "indicators/small")
	if err != nil || framework == nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	p, list, err := programme.Load(fsys, "data/p", func(string) *indicator.Framework { return framework })
	if err != nil || p == nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	return p
}

// Share returns the answer "n of d persons were referred" of jurisdiction j in
// period t.
func Share(p *programme.Programme, j, t int, n, d float64) observation.Observation {
	return observation.Observation{
		Jurisdiction: j, Period: t, Indicator: p.Framework.Indicator("referred"), State: observation.Observed,
		Value: observation.Value{Number: 100 * n / d, Numerator: n, Denominator: d, HasParts: true},
	}
}

// Law returns the answer whether there is an offence, "yes" or "no".
func Law(p *programme.Programme, j, t int, option string) observation.Observation {
	return observation.Observation{
		Jurisdiction: j, Period: t, Indicator: p.Framework.Indicator("offence"), State: observation.Observed,
		Value: observation.Value{Option: option},
	}
}

// Victims returns a count of victims with its sources.
func Victims(p *programme.Programme, j, t int, n float64, sources ...observation.SourceID) observation.Observation {
	return observation.Observation{
		Jurisdiction: j, Period: t, Indicator: p.Framework.Indicator("victims"), State: observation.Observed,
		Value: observation.Value{Number: n}, Sources: sources,
	}
}
