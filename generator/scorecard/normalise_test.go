package scorecard

import (
	"math"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

var year2006 = programme.Period{Frequency: programme.Year, Year: 2006, Part: 1}

func TestNormaliseOptions(t *testing.T) {
	i := rubric("r", 1)
	for option, want := range map[string]float64{"1": 0, "2": 25, "3": 50, "4": 75, "5": 100} {
		got := normalise(i, observation.Value{Option: option}, year2006)
		if !got.Known || got.Value != want {
			t.Errorf("option %s scores %v, want %v", option, got, want)
		}
	}
	yesno := &indicator.Indicator{Type: indicator.YesNo, Options: []indicator.Option{{ID: "no"}, {ID: "yes", Score: 100}}}
	if got := normalise(yesno, observation.Value{Option: "no"}, year2006); !got.Known || got.Value != 0 {
		t.Errorf("no scores %v, want a known 0", got)
	}
	for _, unknown := range []string{"", "6", "Yes"} {
		if got := normalise(i, observation.Value{Option: unknown}, year2006); got.Known {
			t.Errorf("option %q has a score, %v", unknown, got)
		}
	}
}

func TestNormaliseGoalposts(t *testing.T) {
	for _, c := range []struct {
		name      string
		direction indicator.Direction
		low, high float64
		x, want   float64
	}{
		{"low post", indicator.Up, 0, 80, 0, 0},
		{"high post", indicator.Up, 0, 80, 80, 100},
		{"between", indicator.Up, 0, 80, 45, 56.25},
		{"above is capped", indicator.Up, 0, 80, 95, 100},
		{"below is capped", indicator.Up, 30, 100, 10, 0},
		{"negative post", indicator.Up, -10, 10, 0, 50},
		{"down, low post", indicator.Down, 180, 1095, 180, 100},
		{"down, high post", indicator.Down, 180, 1095, 1095, 0},
		{"down, between", indicator.Down, 10, 20, 12.5, 75},
		{"down, below is capped", indicator.Down, 10, 20, 3, 100},
		{"down, above is capped", indicator.Down, 10, 20, 30, 0},
		// UNDP, HDI 2022, Dominican Republic: life expectancy, expected and
		// mean years of schooling; Norway's 18.638 years are capped.
		{"life expectancy", indicator.Up, 20, 85, 74.17, 83.33846153846154},
		{"expected years", indicator.Up, 0, 18, 13.55698967, 75.31660927777778},
		{"mean years", indicator.Up, 0, 15, 9.150526383, 61.00350922},
		{"Norway", indicator.Up, 0, 18, 18.638, 100},
	} {
		i := measure("m", indicator.Percent, c.direction, c.low, c.high)
		got := normalise(i, observation.Value{Number: c.x}, year2006)
		if !got.Known || !near(got.Value, c.want) {
			t.Errorf("%s: %v scores %v, want %v", c.name, c.x, got, c.want)
		}
	}
}

func TestNormaliseRefuses(t *testing.T) {
	percent := func(d indicator.Direction) *indicator.Indicator {
		return measure("m", indicator.Percent, d, 0, 80)
	}
	for name, c := range map[string]struct {
		i *indicator.Indicator
		x float64
	}{
		"not a number":        {percent(indicator.Up), math.NaN()},
		"infinite":            {percent(indicator.Down), math.Inf(-1)},
		"no better direction": {percent(indicator.NoDirection), 40},
		"equal goalposts":     {measure("m", indicator.Percent, indicator.Up, 5, 5), 5},
	} {
		if got := normalise(c.i, observation.Value{Number: c.x}, year2006); got.Known {
			t.Errorf("%s: has a score, %v", name, got)
		}
	}
}

// A cooperation agreement is worth 100 points up to 12 months after it was
// signed or renewed and 0 from 60 months on.
func TestNormaliseDateAsAge(t *testing.T) {
	agreement := measure("par-05", indicator.Date, indicator.Down, 12, 60)
	quarter := func(part int) programme.Period {
		return programme.Period{Frequency: programme.Quarter, Year: 2006, Part: part}
	}
	for _, c := range []struct {
		date   string
		d      observation.Date
		period programme.Period
		known  bool
		want   float64
	}{
		{"40 months", observation.Date{Year: 2003, Month: 8, Day: 7}, year2006, true, 100 * 20.0 / 48},
		{"the day does not matter", observation.Date{Year: 2003, Month: 8, Day: 31}, year2006, true, 100 * 20.0 / 48},
		{"12 months", observation.Date{Year: 2005, Month: 12, Day: 31}, year2006, true, 100},
		{"13 months", observation.Date{Year: 2005, Month: 11, Day: 30}, year2006, true, 100 * 47.0 / 48},
		{"the last day", observation.Date{Year: 2006, Month: 12, Day: 31}, year2006, true, 100},
		{"60 months", observation.Date{Year: 2001, Month: 12, Day: 1}, year2006, true, 0},
		{"older", observation.Date{Year: 1990, Month: 1, Day: 1}, year2006, true, 0},
		{"in the first quarter", observation.Date{Year: 2003, Month: 8, Day: 7}, quarter(1), true, 100 * 29.0 / 48},
		{"after the period", observation.Date{Year: 2007, Month: 1, Day: 1}, year2006, false, 0},
		{"after the quarter", observation.Date{Year: 2006, Month: 4, Day: 1}, quarter(1), false, 0},
		{"no date", observation.Date{}, year2006, false, 0},
		{"no period", observation.Date{Year: 2003, Month: 8, Day: 7}, programme.Period{}, false, 0},
	} {
		got := normalise(agreement, observation.Value{Date: c.d}, c.period)
		if got.Known != c.known || !near(got.Value, c.want) {
			t.Errorf("%s: scores %v, want %v (%v)", c.date, got, c.want, c.known)
		}
	}
}

// normalise scores one answer by its own rule.
func normalise(i *indicator.Indicator, v observation.Value, p programme.Period) Score {
	x, ok := measured(i, v, p)
	if !ok {
		return Score{}
	}
	if x = (&Scorecard{}).ownScore(i, x); math.IsNaN(x) {
		return Score{}
	}
	return Score{Value: x, Known: true}
}
