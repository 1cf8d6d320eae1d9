package scorecard

import (
	"bytes"
	"strings"
	"testing"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// redLine is a yes or no that takes ten points and caps at "limited".
func redLine(id string) *indicator.Indicator {
	return &indicator.Indicator{
		ID: indicator.ID(id), Version: 1, Title: indicator.Text{"en": "Line " + id}, Actor: indicator.Government, Type: indicator.YesNo,
		Options: []indicator.Option{{ID: "yes"}, {ID: "no"}},
		RedLine: &indicator.RedLine{Subtract: 10, Cap: "limited"},
	}
}

// crossing is a framework of two pillars, the first with a red line.
func crossing() (f *indicator.Framework, first, second, line *indicator.Indicator) {
	first, second, line = rubric("q1", 1), rubric("q2", 1), redLine("neg-01")
	pillar := node("pillar", "first", first)
	pillar.RedLines = []*indicator.Indicator{line}
	f = framework(overall(pillar, node("pillar", "second", second)))
	line.Index = len(f.All)
	f.All = append(f.All, line)
	return f, first, second, line
}

func TestRedLineSubtractsAndCaps(t *testing.T) {
	for name, c := range map[string]struct {
		line           string // the answer; "" for none
		q1             string
		pillar, total  float64
		low            float64
		band           int // of the overall score
		capped, crosed bool
	}{
		"not crossed":    {"no", "4", 75, 87.5, 75, 3, false, false},
		"nobody asked":   {"", "4", 75, 87.5, 75, 3, false, false},
		"crossed":        {"yes", "4", 65, 82.5, 65, 1, true, true},
		"never below 0":  {"yes", "1", 0, 50, 0, 1, true, true},
		"already at cap": {"yes", "1", 0, 50, 0, 1, true, true},
	} {
		f, first, second, line := crossing()
		answers := []observation.Observation{chosen(0, 0, first, c.q1), chosen(0, 0, second, "5")}
		if c.line != "" {
			answers = append(answers, chosen(0, 0, line, c.line))
		}
		s := compute(t, world(f, 1, 1), answers)
		pillar, total := at(s, 0, 0, "first"), at(s, 0, 0, "overall")
		if !near(pillar.Score.Value, c.pillar) || !near(total.Score.Value, c.total) || !near(pillar.Low, c.low) {
			t.Errorf("%s: the pillar has %v (at least %v), overall %v", name, pillar.Score, pillar.Low, total.Score)
		}
		if total.Band != c.band {
			t.Errorf("%s: the band is %d, want %d", name, total.Band, c.band)
		}
		if total.Coverage != 1 {
			t.Errorf("%s: the red line counts in the coverage, %v", name, total.Coverage)
		}
		if by, _ := s.Cap(0, 0); (by != nil) != c.capped || len(s.RedLines(0, 0, s.Node("first"))) > 0 != c.crosed {
			t.Errorf("%s: capped by %v, crossed %v", name, by, s.RedLines(0, 0, s.Node("first")))
		}
	}
}

// A score that is lower than the cap keeps its band.
func TestCapOnlyLowers(t *testing.T) {
	f, first, second, line := crossing()
	s := compute(t, world(f, 1, 1), []observation.Observation{
		chosen(0, 0, first, "1"), chosen(0, 0, second, "1"), chosen(0, 0, line, "yes"),
	})
	if got := at(s, 0, 0, "overall").Band; got != 0 {
		t.Errorf("the band is %d", got)
	}
}

func TestRedLineIsExplained(t *testing.T) {
	f, first, second, line := crossing()
	s := compute(t, world(f, 1, 1), []observation.Observation{
		chosen(0, 0, first, "4"), chosen(0, 0, second, "5"), chosen(0, 0, line, "yes"),
	})
	trace := s.Explain(0, 0)
	var text, js bytes.Buffer
	if err := trace.WriteText(&text, "en"); err != nil {
		t.Fatal(err)
	}
	if err := trace.WriteJSON(&js); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"red line neg-01, Line neg-01: minus 10 points, at least 0 left", cellOf(0, 0, line).String(),
		`red line neg-01: the band is at best "limited"`, "A red line takes its points from the sum.",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the explanation does not say %q:\n%s", want, &text)
		}
	}
	for _, want := range []string{`"red_lines": [`, `"indicator": "neg-01"`, `"subtract": 10`, `"capped_by": "neg-01"`} {
		if !strings.Contains(js.String(), want) {
			t.Errorf("the explanation as JSON does not say %s:\n%s", want, &js)
		}
	}
}

// Over a break nothing is compared, in the indicator and in all that it goes
// into, and only where the break is.
func TestBreakBlocksChange(t *testing.T) {
	a, b := rubric("q1", 1), rubric("q2", 1)
	p := world(framework(overall(node("pillar", "first", a), node("pillar", "second", b))), 2, 3)
	p.Breaks = []programme.Break{{Indicator: "q1", Period: p.Periods[1], Jurisdictions: []programme.JurisdictionID{"a"}}}
	var answers []observation.Observation
	for j := range 2 {
		for period, option := range []string{"1", "3", "5"} {
			answers = append(answers, chosen(j, period, a, option), chosen(j, period, b, option))
		}
	}
	s := compute(t, p, answers)
	for _, c := range []struct {
		j, t  int
		node  string
		known bool
	}{
		{0, 1, "q1", false}, {0, 1, "first", false}, {0, 1, "overall", false}, {0, 1, "second", true},
		{0, 2, "q1", true}, {0, 2, "overall", true}, {1, 1, "q1", true}, {1, 1, "overall", true},
	} {
		n := s.Node(c.node)
		_, ok := s.Change(c.j, c.t, n)
		if trend := s.Trend(c.j, c.t, n); ok != c.known || (trend == 1) != c.known || (len(s.Breaks(c.j, c.t, n)) == 0) != c.known {
			t.Errorf("%s of jurisdiction %d in period %d: change known %v, trend %d", c.node, c.j, c.t, ok, trend)
		}
	}
}

// A place has nothing to answer for before it began and after it ended.
func TestPlacesBeginAndEnd(t *testing.T) {
	q := rubric("q1", 1)
	p := world(framework(overall(q)), 1, 3)
	p.Jurisdictions[0].From, p.Jurisdictions[0].To = p.Periods[1], p.Periods[1]
	s := compute(t, p, []observation.Observation{chosen(0, 0, q, "5"), chosen(0, 1, q, "5"), chosen(0, 2, q, "5")})
	for period, want := range []bool{false, true, false} {
		if r := s.Result(0, period, 0); r.Applies != want || r.Score.Known != want {
			t.Errorf("period %d: %+v", period, r)
		}
	}
}

func TestRollUp(t *testing.T) {
	scored := func(x float64, people int) Child {
		return Child{Result{Score: Score{Value: x, Known: true}, Applies: true}, people}
	}
	open := func(people int) Child { return Child{Result{Applies: true}, people} }
	none := Child{Result{}, 500}
	plain := programme.Rollup{Method: programme.PlainMean, Coverage: 0.5}
	people := programme.Rollup{Method: programme.PopulationMean, Coverage: 0.5}
	for name, c := range map[string]struct {
		rule     programme.Rollup
		children []Child
		want     Rollup
	}{
		"plain":              {plain, []Child{scored(80, 30000), scored(40, 10000)}, Rollup{Score{Value: 60, Known: true}, 1, 2, 2}},
		"population":         {people, []Child{scored(80, 30000), scored(40, 10000)}, Rollup{Score{Value: 70, Known: true}, 1, 2, 2}},
		"half is enough":     {plain, []Child{scored(80, 1), open(9)}, Rollup{Score{Value: 80, Known: true}, 0.5, 2, 1}},
		"few people":         {people, []Child{scored(80, 1), open(9)}, Rollup{Score{}, 0.1, 2, 1}},
		"does not apply":     {plain, []Child{scored(80, 1), none, none}, Rollup{Score{Value: 80, Known: true}, 1, 1, 1}},
		"nothing to roll up": {plain, []Child{none}, Rollup{}},
		"nobody assessed":    {programme.Rollup{Method: programme.PlainMean}, []Child{open(1)}, Rollup{Children: 1}},
	} {
		got := RollUp(c.rule, c.children)
		if got.Children != c.want.Children || got.Assessed != c.want.Assessed || got.Score.Known != c.want.Score.Known ||
			!near(got.Score.Value, c.want.Score.Value) || !near(got.Coverage, c.want.Coverage) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
