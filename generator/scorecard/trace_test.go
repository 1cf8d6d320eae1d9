package scorecard

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares the text with the file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}

// pillars is the 3P index in small: "a" is complete, "b" lacks prevention, to
// "c" protection does not apply. All of it is invented.
func pillars(t *testing.T) *Scorecard {
	t.Helper()
	a, b, c := rubric("3p-prosecution", 1), rubric("3p-protection", 1), rubric("3p-prevention", 1)
	f := framework(overall(node("pillar", "prosecution", a), node("pillar", "protection", b), node("pillar", "prevention", c)))
	answers := []observation.Observation{
		chosen(0, 0, a, "4"), chosen(0, 0, b, "3"), chosen(0, 0, c, "3"),
		chosen(1, 0, a, "2"), chosen(1, 0, b, "2"), empty(1, 0, c, observation.NotAvailable),
		chosen(2, 0, a, "5"), empty(2, 0, b, observation.NotApplicable), chosen(2, 0, c, "3"),
	}
	answers[0].Sources = []observation.SourceID{"index-2014", "lost"}
	answers[0].Comment, answers[0].Monitor = "seen by a friend of the clerk", "M-17"
	d, findings := dataset.Build(world(f, 3, 1), answers, []observation.Source{{
		ID: "index-2014", Title: "Policy index, country by country and year by year, as kept with the paper", Publisher: "Authors",
		Date: "2014", URL: "https://example.org/index",
	}})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return Compute(d)
}

// kinds has every kind of rule, a theme that is left out and an answer that
// nobody gave.
func kinds(t *testing.T) *Scorecard {
	t.Helper()
	agreement := measure("agreement", indicator.Date, indicator.Down, 12, 60)
	share := measure("share", indicator.Percent, indicator.Up, 0, 80)
	days := measure("days", indicator.Days, indicator.Down, 10, 20)
	days.Unit = indicator.Text{"en": "days"}
	budget := measure("budget", indicator.Money, indicator.Up, 0, 500)
	budget.Unit, budget.Numerator = indicator.Text{"en": "per victim"}, indicator.Text{"en": "money"}
	unasked, odd := rubric("unasked", 0.5), rubric("odd", 1)
	f := framework(overall(
		node("pillar", "partnership", node("theme", "coordination", agreement, share), node("theme", "community", unasked)),
		node("pillar", "service", days, budget, odd),
	))
	f.Root.Coverage, f.Root.Nodes[0].Coverage, f.Root.Nodes[1].Coverage = 1, 0.5, 0.5
	f.Root.Nodes[1].Weight = 2
	answers := []observation.Observation{
		found(0, 0, agreement, 0), found(0, 0, share, 45), found(0, 0, days, 3), found(0, 0, budget, 120.5), chosen(0, 0, odd, "9"),
	}
	answers[0].Value = observation.Value{Date: observation.Date{Year: 1997, Month: 8, Day: 7}}
	answers[1].State = observation.Estimated
	answers[1].Value = observation.Value{Number: 45, Numerator: 18, Denominator: 40, HasParts: true}
	answers[3].Value.Currency = observation.Currency{'D', 'O', 'P'}
	return compute(t, world(f, 1, 1), answers)
}

func text(t *testing.T, trace *Trace, lang string) string {
	t.Helper()
	var out bytes.Buffer
	if err := trace.WriteText(&out, lang); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExplainAsText(t *testing.T) {
	s := pillars(t)
	golden(t, "complete.txt", text(t, s.Explain(0, 0), "en"))
	golden(t, "missing.txt", text(t, s.Explain(1, 0), "en"))
	golden(t, "not-applicable.txt", text(t, s.Explain(2, 0), "es"))
	golden(t, "kinds.txt", text(t, kinds(t).Explain(0, 0), "en"))
}

func TestExplainFitsATerminal(t *testing.T) {
	all := text(t, pillars(t).Explain(0, 0), "en") + text(t, kinds(t).Explain(0, 0), "en")
	for line := range strings.Lines(all) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
			t.Errorf("%d characters: %s", n, line)
		}
		if strings.TrimRight(line, " \n")+"\n" != line {
			t.Errorf("space at the end of %q", line)
		}
	}
}

func TestExplainAsJSON(t *testing.T) {
	for name, s := range map[string]*Scorecard{"missing.json": pillars(t), "kinds.json": kinds(t)} {
		j := 0
		if name == "missing.json" {
			j = 1
		}
		var out bytes.Buffer
		if err := s.Explain(j, 0).WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(out.Bytes()) {
			t.Errorf("%s is not JSON", name)
		}
		golden(t, name, out.String())
	}
}

// The monitor's code and the comment are private, and the trace of an answer
// with both must not hold them in any form.
func TestExplainKeepsPrivateTextPrivate(t *testing.T) {
	trace := pillars(t).Explain(0, 0)
	var out bytes.Buffer
	if err := trace.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	all := out.String() + text(t, trace, "en") + text(t, trace, "es")
	if !strings.Contains(all, "index-2014") {
		t.Fatal("the sources of the answer are not there, so this test sees nothing")
	}
	for _, private := range []string{"friend", "clerk", "M-17"} {
		if strings.Contains(all, private) {
			t.Errorf("%q is shown", private)
		}
	}
}

// A value that should not be there beside a suppressed state stays hidden.
func TestExplainDoesNotShowSuppressedValues(t *testing.T) {
	i := measure("m", indicator.Percent, indicator.Up, 0, 100)
	answer := empty(0, 0, i, observation.Suppressed)
	answer.Value = observation.Value{Number: 43.21, Numerator: 4321, Denominator: 10000, HasParts: true}
	trace := compute(t, world(framework(overall(node("pillar", "pillar", i))), 1, 1), []observation.Observation{answer}).Explain(0, 0)
	var out bytes.Buffer
	if err := trace.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	if v := trace.Root.Children[0].Children[0].Answer.Value; v != (observation.Value{}) {
		t.Errorf("the trace holds %+v", v)
	}
	if all := out.String() + text(t, trace, "en"); !strings.Contains(all, "suppressed") || strings.Contains(all, "43") {
		t.Errorf("the value shows, or the state does not:\n%s", all)
	}
}

func TestExplainMakesHostileTextHarmless(t *testing.T) {
	i := rubric("r", 1)
	answer := chosen(0, 0, i, "4")
	answer.Sources = []observation.SourceID{"s1"}
	d, _ := dataset.Build(world(framework(overall(node("pillar", "pillar", i))), 1, 1), []observation.Observation{answer},
		[]observation.Source{{ID: "s1", Title: "\x1b[2Jgone \u202edesrever"}})
	got := text(t, Compute(d).Explain(0, 0), "en")
	if strings.ContainsAny(got, "\x1b\u202e") || !strings.Contains(got, `\x1b[2Jgone`) {
		t.Errorf("got %q", got)
	}
}

func TestExplainWithoutScoredIndicators(t *testing.T) {
	s := compute(t, world(framework(overall(node("pillar", "pillar"))), 1, 1), nil)
	if got := text(t, s.Explain(0, 0), "en"); !strings.HasPrefix(got, "Land a (a), 2001: nothing applies here\n") {
		t.Errorf("got %q", got)
	}
}
