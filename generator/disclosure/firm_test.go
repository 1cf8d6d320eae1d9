package disclosure_test

import (
	"reflect"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/scorecard"
)

// shaken is the sample with choices to vary.
func shaken(t *testing.T) *programme.Programme {
	p := sample.Programme(t)
	p.Framework.Doubt = &doubt.Settings{Seed: 1, Runs: 300, Weights: 0.5, Floor: 1, Sensitivity: 32}
	return p
}

func TestFirm(t *testing.T) {
	p := shaken(t)
	answers := []observation.Observation{
		sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 20, 60), sample.Law(p, 1, 0, "no"), sample.Share(p, 1, 0, 15, 60),
	}
	public, _ := apply(t, p, answers, nil)
	f, ok := public.Firm(0, 0)
	if !ok || f.Score.Low >= 66.7 || f.Score.High <= 66.6 || f.Ranked || len(f.Alike) != 0 {
		t.Errorf("%+v %v", f, ok)
	}
	study := public.Study("country", 0)
	if len(study.Units) != 2 || study.Ordered != 1 || len(study.Factors) != 1 { // 100 and 33 beat 0 and 25 whatever the weights
		t.Errorf("%+v", study)
	}
	if _, ok := public.Firm(0, 1); ok || public.Study("country", 1) != nil {
		t.Error("a period without a score has an interval")
	}
	again, _ := apply(t, p, answers, nil)
	if !reflect.DeepEqual(study, again.Study("country", 0)) {
		t.Error("the same data give other intervals")
	}
	p.Framework.Doubt = nil
	public, _ = apply(t, p, answers, nil)
	if _, ok := public.Firm(0, 0); ok || public.Doubt() != nil {
		t.Error("an interval where nothing is varied")
	}
}

// A hidden score has no interval, and takes no part in those of others: they are
// the same as if nobody had ever given its answers.
func TestHiddenScoresAreInNoStudy(t *testing.T) {
	p := shaken(t)
	others := []observation.Observation{sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 20, 60)}
	hidden := append(others[:2:2], sample.Law(p, 1, 0, "yes"), sample.Share(p, 1, 0, 3, 60))
	with, _ := apply(t, p, hidden, nil)
	without, _ := apply(t, p, others, nil)
	if _, ok := with.Firm(1, 0); ok {
		t.Error("a hidden score has an interval")
	}
	a, b := with.Study("country", 0), without.Study("country", 0)
	if len(a.Units) != 1 || !reflect.DeepEqual(a.Units, b.Units) {
		t.Errorf("%+v\n%+v", a.Units, b.Units)
	}
}

// What two coders showed takes the place of the assumption, once it is enough.
func TestObservedDisagreement(t *testing.T) {
	p := shaken(t)
	p.Framework.Doubt.Disagreement = 0.1
	d, _ := dataset.Build(p, nil, nil)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	if n, observed := public.Observed(); n != 0 || observed || public.Doubt().Disagreement != 0.1 || len(public.Agreement()) != 0 {
		t.Errorf("%d questions, %v, %+v", n, observed, public.Doubt())
	}
}
