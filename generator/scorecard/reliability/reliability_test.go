package reliability_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/scorecard/reliability"
)

// codes reads one line for each coder, with * for what was not judged.
func codes(lines ...string) (out reliability.Codes) {
	for _, line := range lines {
		var coder []int
		for _, word := range strings.Fields(line) {
			code, err := strconv.Atoi(word)
			if err != nil {
				code = reliability.Missing
			}
			coder = append(coder, code)
		}
		out.Of = append(out.Of, coder)
	}
	return out
}

// Krippendorff 2011, 4 observers and 12 units.
func observers() reliability.Codes {
	return codes("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")
}

// The example of 3 coders and 15 units.
func coders() reliability.Codes {
	return codes("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
}

func TestPublishedAlphas(t *testing.T) {
	for _, c := range []struct {
		name   string
		codes  reliability.Codes
		metric reliability.Metric
		want   float64
	}{
		{"observers, nominal", observers(), reliability.Nominal, 0.743},
		{"observers, ordinal", observers(), reliability.Ordinal, 0.815},
		{"observers, interval", observers(), reliability.Interval, 0.849},
		{"coders, nominal", coders(), reliability.Nominal, 0.691},
		{"coders, ordinal", coders(), reliability.Ordinal, 0.807},
		{"coders, interval", coders(), reliability.Interval, 0.811},
	} {
		got := reliability.Alpha(c.codes, c.metric)
		if !got.Known || math.Abs(got.Value-c.want) > 0.0005 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// table makes two coders out of a table of counts.
func table(counts [][]int) reliability.Codes {
	out := reliability.Codes{Of: make([][]int, 2)}
	for a, row := range counts {
		for b, n := range row {
			for range n {
				out.Of[0], out.Of[1] = append(out.Of[0], a), append(out.Of[1], b)
			}
		}
	}
	return out
}

func TestKappa(t *testing.T) {
	square := table([][]int{{20, 5}, {10, 15}})
	ordered := table([][]int{{10, 5, 0}, {2, 10, 3}, {0, 4, 6}})
	for _, c := range []struct {
		name    string
		codes   reliability.Codes
		weights reliability.Weights
		want    float64
	}{
		{"Cohen's square", square, reliability.Plain, 0.4},
		{"two categories know no steps", square, reliability.Linear, 0.4},
		// Of 40: totals 15, 15, 10 and 12, 19, 9. Apart by one 14, by two 0.
		// By chance: by one 15x19 + 15x12 + 15x9 + 10x19 = 790, by two
		// 15x9 + 10x12 = 255, both over 1600.
		{"plain", ordered, reliability.Plain, 1 - 14.0/40/(1045.0/1600)},
		{"linear", ordered, reliability.Linear, 1 - 14.0/40/((790+2*255.0)/1600)},
		{"quadratic", ordered, reliability.Quadratic, 1 - 14.0/40/((790+4*255.0)/1600)},
	} {
		got := reliability.Kappa(c.codes, c.weights)
		if !got.Known || math.Abs(got.Value-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhereNothingCanBeTold(t *testing.T) {
	same := codes("2 2 2", "2 2 2")
	if reliability.Alpha(same, reliability.Ordinal).Known || reliability.Kappa(same, reliability.Plain).Known {
		t.Error("without any variation there is a kappa or alpha")
	}
	if got := reliability.Agreement(same); got != (reliability.Number{Value: 1, Known: true}) {
		t.Errorf("agreement %v", got)
	}
	for _, c := range []reliability.Codes{{}, codes("1 * 2", "* 1 *"), codes("1 2 3")} {
		if reliability.Alpha(c, reliability.Nominal).Known || reliability.Kappa(c, reliability.Plain).Known || reliability.Agreement(c).Known {
			t.Errorf("%v has an agreement", c.Of)
		}
	}
	if reliability.Kappa(observers(), reliability.Plain).Known {
		t.Error("four coders have a kappa")
	}
}

func TestAgreementAndSteps(t *testing.T) {
	c := codes("1 2 3 1", "1 3 1 *", "2 * * *")
	if got := reliability.Agreement(c); got.Value != 1.0/5 {
		t.Errorf("agreement %v, want 1 of 5 pairs", got)
	}
	if differ, one := reliability.Steps(c); differ.Value != 4.0/5 || one.Value != 3.0/5 {
		t.Errorf("%v differ, %v by one step, want 4 and 3 of 5", differ, one)
	}
}

// The order of the coders and of the units changes nothing; agreement on
// everything is 1; alpha without chance lies near 0.
func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	random := reliability.Codes{}
	for range 3 {
		var coder []int
		for range 3000 {
			coder = append(coder, r.IntN(5))
		}
		random.Of = append(random.Of, coder)
	}
	for _, m := range []reliability.Metric{reliability.Nominal, reliability.Ordinal, reliability.Interval} {
		got := reliability.Alpha(random, m)
		if math.Abs(got.Value) > 0.05 {
			t.Errorf("codes by chance have the alpha %v", got.Value)
		}
		turned := reliability.Codes{Of: [][]int{random.Of[2], random.Of[0], random.Of[1]}}
		if again := reliability.Alpha(turned, m); again != got {
			t.Errorf("in another order the alpha is %v and not %v", again, got)
		}
		one := reliability.Codes{Of: [][]int{random.Of[0], random.Of[0]}}
		if got := reliability.Alpha(one, m); got.Value != 1 {
			t.Errorf("the alpha of agreement is %v", got.Value)
		}
	}
	double := reliability.Codes{Of: observers().Of, Values: []float64{0, 2, 4, 6, 8, 10}}
	if a, b := reliability.Alpha(double, reliability.Interval), reliability.Alpha(observers(), reliability.Interval); math.Abs(a.Value-b.Value) > 1e-12 {
		t.Errorf("twice the values change alpha from %v to %v", b.Value, a.Value)
	}
}
