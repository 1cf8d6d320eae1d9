package scorecard

import (
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// percents scores one percent with goalposts 0 and 100 per jurisdiction.
func percents(t *testing.T, minimum int, values ...float64) *Scorecard {
	t.Helper()
	i := measure("m", indicator.Percent, indicator.Up, 0, 100)
	f := framework(overall(node("pillar", "pillar", i)))
	f.Ranking.Minimum = minimum
	var answers []observation.Observation
	for j, v := range values {
		if v >= 0 {
			answers = append(answers, found(j, 0, i, v))
		}
	}
	return compute(t, world(f, len(values), 1), answers)
}

func TestRankTiesShareTheLowestNumber(t *testing.T) {
	// 80.04 and 79.96 are both published as 80.0; -1 is missing.
	s := percents(t, 5, 50, 80.04, 12, 79.96, -1, 90)
	for j, want := range []int{4, 2, 5, 2, 0, 1} {
		for n := range s.Nodes {
			if got := s.Result(j, 0, n); got.Rank != want || got.Of != 5 {
				t.Errorf("jurisdiction %d at %s: rank %d of %d, want %d of 5", j, s.Nodes[n].ID, got.Rank, got.Of, want)
			}
		}
	}
}

func TestNoRankBelowTheMinimum(t *testing.T) {
	s := percents(t, 5, 50, 80, 12, -1, 79)
	for j := range 5 {
		if got := s.Result(j, 0, 0); got.Rank != 0 || got.Of != 0 {
			t.Errorf("jurisdiction %d has rank %d of %d with four comparable scores", j, got.Rank, got.Of)
		}
	}
}

func TestRankWithinALevel(t *testing.T) {
	i := measure("m", indicator.Percent, indicator.Up, 0, 100)
	p := world(framework(overall(node("pillar", "pillar", i))), 5, 1)
	var answers []observation.Observation
	for j, v := range []float64{10, 20, 30, 40, 50} {
		answers = append(answers, found(j, 0, i, v))
	}
	p.Jurisdictions[1].Level, p.Jurisdictions[3].Level = "municipality", "municipality"
	p.Jurisdictions[4].Level = "province" // alone, below the minimum of 2
	s := compute(t, p, answers)
	for j, want := range [][2]int{{2, 2}, {2, 2}, {1, 2}, {1, 2}, {0, 0}} {
		if got := s.Result(j, 0, 0); got.Rank != want[0] || got.Of != want[1] {
			t.Errorf("jurisdiction %d: rank %d of %d, want %d of %d", j, got.Rank, got.Of, want[0], want[1])
		}
	}
}

func TestBandIsDecidedOnThePublishedScore(t *testing.T) {
	values := []float64{0, 24.94, 24.95, 49.949, 49.96, 74.96, 75, 100}
	s := percents(t, 5, values...)
	for j, want := range []int{0, 0, 1, 1, 2, 3, 3, 3} {
		r := s.Result(j, 0, 0)
		if r.Band != want {
			t.Errorf("%v, published as %v, is in band %d, want %d", values[j], s.Published(r.Score), r.Band, want)
		}
	}
	if got := s.band(Score{}); got != -1 {
		t.Errorf("no score is in band %d", got)
	}
}

func TestChangeAndTrend(t *testing.T) {
	a, b := measure("a1", indicator.Percent, indicator.Up, 0, 100), measure("b1", indicator.Percent, indicator.Up, 0, 100)
	pillar := node("pillar", "pillar", a, b)
	pillar.Coverage = 0.5
	p := world(framework(overall(pillar)), 1, 9)
	var answers []observation.Observation
	for year, v := range [][2]float64{
		{50, 50}, {50, 50}, {60, 60}, {50, 60}, {52, 67.9}, {-1, 90}, {-1, 96}, {-1, -1}, {20, 20},
	} {
		for k, i := range []*indicator.Indicator{a, b} {
			if v[k] >= 0 {
				answers = append(answers, found(0, year, i, v[k]))
			}
		}
	}
	s := compute(t, p, answers)
	for year, want := range []struct {
		delta float64
		ok    bool
		trend int
	}{
		{0, false, 0},  // nothing before
		{0, true, 0},   // the same
		{10, true, 1},  // up
		{-5, true, -1}, // down by exactly the threshold
		{5, true, 1},   // 59.95 is published as 60.0, and 60.0 - 55.0 is 5
		{30, true, 0},  // up, but one answer is gone
		{6, true, 1},   // up, on the same half of the answers
		{0, false, 0},  // no score
		{0, false, 0},  // no score before
	} {
		delta, ok := s.Change(0, year, 0)
		if delta != want.delta || ok != want.ok {
			t.Errorf("year %d: change %v, %v, want %v, %v", year, delta, ok, want.delta, want.ok)
		}
		if got := s.Trend(0, year, 0); got != want.trend {
			t.Errorf("year %d: trend %d, want %d", year, got, want.trend)
		}
	}
}

// A reader subtracts what is printed: 58.3 - 41.7.
func TestChangeSubtractsPublishedScores(t *testing.T) {
	i := measure("m", indicator.Percent, indicator.Up, 0, 100)
	s := compute(t, world(framework(overall(node("pillar", "pillar", i))), 1, 2), []observation.Observation{
		found(0, 0, i, 125.0/3), found(0, 1, i, 175.0/3),
	})
	if delta, _ := s.Change(0, 1, 0); delta != 16.6 {
		t.Errorf("from 41.7 to 58.3 is %v, want 16.6", delta)
	}
}
