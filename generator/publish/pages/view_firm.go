package pages

import (
	"strconv"

	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard/reliability"
	"tipscore/generator/scorecard/uncertainty"
)

// FirmView is how firm scores and ranks are, for the methodology page: what is
// varied, and what comes of it in the latest period of each level.
type FirmView struct {
	Runs         int
	Seed         string
	Weights      string   // percent, "" if they stay
	Aggregate    []string // ids of means
	Normalise    []string // ids of comparisons
	LeaveOut     bool
	Disagreement string // percent, "" if it is not varied
	Questions    int    // by which the rate was observed; 0 where it is assumed
	Levels       []FirmLevel
}

// FirmLevel is the outcome for a level of government.
type FirmLevel struct {
	Title, Period string
	Places        int
	Told, Ordered string // percent of the pairs
	Factors       []FirmFactor
}

// FirmFactor is one choice with its share of the variation of the ranks.
type FirmFactor struct{ Name, First, Total string }

// firm returns how firm the scores are, nil where nothing is varied.
func (v *View) firm() *FirmView {
	e := v.edition()
	s := e.Public.Doubt()
	if s == nil {
		return nil
	}
	out := &FirmView{
		Runs: s.Runs, Seed: strconv.FormatUint(s.Seed, 10), Aggregate: s.Aggregate, Normalise: s.Normalise, LeaveOut: s.LeaveOut,
		Weights: share(s.Weights), Disagreement: share(s.Disagreement),
	}
	if n, observed := e.Public.Observed(); observed {
		out.Questions = n
	}
	for _, p := range e.Groups {
		if level, ok := v.firmLevel(p.Level.ID, v.text(p.Level.Title)); ok {
			out.Levels = append(out.Levels, level)
		}
	}
	return out
}

// firmLevel returns the outcome for the latest period in which several places
// of a level can be compared.
func (v *View) firmLevel(id, title string) (FirmLevel, bool) {
	e := v.edition()
	for t := len(e.Def.Periods) - 1; t >= 0; t-- {
		study := e.Public.Study(id, t)
		if study == nil || len(study.Units) < 2 {
			continue
		}
		return FirmLevel{
			Title: title, Period: e.Period(t), Places: len(study.Units),
			Told: percent(study.Told), Ordered: percent(study.Ordered), Factors: factors(study.Factors),
		}, true
	}
	return FirmLevel{}, false
}

// factors writes the indices. By chance an index may come out a little below 0
// or above 1.
func factors(all []uncertainty.Factor) (list []FirmFactor) {
	for _, f := range all {
		list = append(list, FirmFactor{f.Name, wording.Decimals(max(0, f.First), 2), wording.Decimals(max(0, f.Total), 2)})
	}
	return list
}

// share writes a share as percent, "" for none.
func share(x float64) string {
	if x == 0 {
		return ""
	}
	return percent(x)
}

// percent writes a share as a whole number of percent.
func percent(x float64) string { return wording.Decimals(100*x, 0) }

// AgreementRow is how far two coders agree on one kind of question in a pillar.
type AgreementRow struct {
	Node, Kind, Same, Kappa, Alpha string // "" where it cannot be computed
	Questions                      int
}

// agreement returns how far coders agree, by pillar.
func (v *View) agreement() (list []AgreementRow) {
	e := v.edition()
	for _, s := range e.Public.Agreement() {
		list = append(list, AgreementRow{
			Node: v.read.Node(e.Public.Node(string(s.Node))), Kind: string(s.Kind), Questions: s.Questions,
			Same: known(s.Same, 100, 0), Kappa: known(s.Kappa, 1, 2), Alpha: known(s.Alpha, 1, 2),
		})
	}
	return list
}

// known writes a number that may be undefined.
func known(n reliability.Number, times float64, places int) string {
	if !n.Known {
		return ""
	}
	return wording.Decimals(times*n.Value, places)
}
