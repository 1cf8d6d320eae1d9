package pages

import (
	"slices"

	"tipscore/generator/publish/calculation"
	"tipscore/generator/publish/plan"
	"tipscore/generator/publish/reading"
	"tipscore/generator/release"
)

// CalculationView is the page that tells how the score of a jurisdiction in a
// period came about.
type CalculationView struct {
	calculation.Page
	Name, Period  string
	Place         Link // the jurisdiction
	Score         reading.Score
	File          FileView
	Before, After *Link // the same jurisdiction in other periods
}

func (v *View) calculation() *CalculationView {
	e, j, t := v.edition(), v.page.Jurisdiction, v.page.Period
	out := &CalculationView{
		Page: calculation.New(e.Public.Calculation(j, t), v.read),
		Name: v.read.Name(j), Period: e.Period(t),
		Place: Link{Title: v.read.Name(j), URL: v.read.PlaceURL(j)},
		Score: v.read.Score(j, t, e.Overall),
		File:  v.fileView(release.CalculationFile(e.Public, j, t)),
	}
	at := slices.Index(e.Scored, t)
	for k := at - 1; k >= 0 && out.Before == nil; k-- {
		out.Before = v.calculationLink(j, e.Scored[k])
	}
	for k := at + 1; k < len(e.Scored) && out.After == nil; k++ {
		out.After = v.calculationLink(j, e.Scored[k])
	}
	return out
}

// calculationLink returns the link to a calculation under the name of its
// period, nil where there is none.
func (v *View) calculationLink(j, t int) *Link {
	e := v.edition()
	if !e.Public.HasCalculation(j, t) {
		return nil
	}
	return &Link{Title: e.Period(t), URL: v.to(e.ID + "/" + plan.Calculation(e.Edition, j, t))}
}

// calculationURL is the address of calculationLink, "" where there is none.
func (v *View) calculationURL(j, t int) string {
	if l := v.calculationLink(j, t); l != nil {
		return l.URL
	}
	return ""
}
