package scorecard

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// The repository, seen from this package.
const repository = "../.."

// realWorld scores the programme "world" from its definitions and workbooks,
// once for all tests.
var realWorld = sync.OnceValues(func() (*Scorecard, diag.List) {
	fsys := os.DirFS(repository)
	var findings diag.List
	f, list, err := indicator.Load(fsys, "indicators/national-policy")
	findings.Add(list...)
	if err != nil {
		return nil, append(findings, diag.Diagnostic{Message: err.Error()})
	}
	p, list, err := programme.Load(fsys, "data/world", func(string) *indicator.Framework { return f })
	findings.Add(list...)
	if err != nil || p == nil {
		return nil, append(findings, diag.Diagnostic{Message: "the programme cannot be read"})
	}
	var answers observation.Answers
	for _, name := range p.Workbooks {
		book, list, err := workbook.Open(fsys, name, workbook.Limits{})
		findings.Add(list...)
		if err != nil || book == nil {
			return nil, append(findings, diag.Diagnostic{Message: name + " cannot be read"})
		}
		got, list, err := observation.Decode(book, p)
		findings.Add(list...)
		book.Close()
		if err != nil {
			return nil, append(findings, diag.Diagnostic{Message: err.Error()})
		}
		answers.Observations = append(answers.Observations, got.Observations...)
		answers.Sources = append(answers.Sources, got.Sources...)
	}
	d, list := dataset.Build(p, answers.Observations, answers.Sources)
	findings.Add(list...)
	return Compute(d), findings
})

// scoredWorld returns the real scorecard and fails the test if its data have
// errors.
func scoredWorld(t *testing.T) *Scorecard {
	t.Helper()
	s, findings := realWorld()
	for _, d := range findings {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Pos, d.Message)
		}
	}
	if s == nil || t.Failed() {
		t.FailNow()
	}
	return s
}

// where returns the indices of a jurisdiction and a year.
func where(t *testing.T, s *Scorecard, id, year string) (int, int) {
	t.Helper()
	period, err := programme.ParsePeriod(year)
	if err != nil {
		t.Fatal(err)
	}
	j, y := s.data.Programme.Index(programme.JurisdictionID(id)), s.data.Programme.PeriodIndex(period)
	if j < 0 || y < 0 {
		t.Fatalf("%s %s is not in the programme", id, year)
	}
	return j, y
}

// TestPublishedIndex holds the scores against the totals that the authors of
// the 3P index published: p, from 3 to 15, of 2,124 complete country-years.
func TestPublishedIndex(t *testing.T) {
	s := scoredWorld(t)
	file, err := os.Open(repository + "/data/world/published-index.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	complete := 0
	for _, line := range lines[1:] {
		j, y := where(t, s, line[0], line[1])
		whole := true
		for k, pillar := range []string{"prosecution", "protection", "prevention"} {
			code, err := strconv.ParseFloat(line[2+k], 64)
			whole = whole && err == nil
			if got := at(s, j, y, pillar).Score; got.Known != (err == nil) || err == nil && got.Value != (code-1)*25 {
				t.Errorf("%s %s: %s is %v, the published code is %q", line[0], line[1], pillar, got, line[2+k])
			}
		}
		got := at(s, j, y, "overall").Score
		if !whole {
			if got.Known {
				t.Errorf("%s %s has an overall score, %v, without all pillars", line[0], line[1], got.Value)
			}
			continue
		}
		complete++
		p, err := strconv.ParseFloat(line[5], 64)
		if err != nil {
			t.Fatal(err)
		}
		if want := (p - 3) / 12 * 100; !got.Known || math.Abs(got.Value-want) > 1e-9 {
			t.Errorf("%s %s: overall %v, want %v", line[0], line[1], got, want)
		}
	}
	if complete != 2124 {
		t.Errorf("%d complete country-years in the published index, want 2124", complete)
	}
	known := 0
	for row := range s.Rows() {
		if row.Node == "overall" && row.Result.Score.Known {
			known++
		}
	}
	if known != 2124 {
		t.Errorf("%d overall scores, the published index has 2124", known)
	}
}

// Haiti 2009 has no code for prevention.
func TestHaiti2009HasNoOverallScore(t *testing.T) {
	s := scoredWorld(t)
	j, y := where(t, s, "HTI", "2009")
	got := at(s, j, y, "overall")
	if got.Score.Known || got.Rank != 0 || got.Band != -1 || !near(got.Coverage, 2.0/3) || !near(got.Low, 50.0/3) || !near(got.High, 50) {
		t.Errorf("Haiti 2009: %+v", got)
	}
	if got := at(s, j, y, "prosecution"); got.Score != (Score{Value: 25, Known: true}) {
		t.Errorf("Haiti 2009, prosecution: %+v", got)
	}
	if _, ok := s.Change(j, y, 0); ok {
		t.Error("Haiti 2009 has a change from 2008")
	}
}

// Of the 162 totals published for 2006, 63 are above 10.
func TestRanksOfTheWorld(t *testing.T) {
	s := scoredWorld(t)
	j, y := where(t, s, "DOM", "2006")
	got := at(s, j, y, "overall")
	if got.Rank != 64 || got.Of != 162 || s.Published(got.Score) != 58.3 {
		t.Errorf("Dominican Republic 2006: %+v, want 58.3, rank 64 of 162", got)
	}
	for k := range s.data.Programme.Jurisdictions {
		if r := at(s, k, y, "overall"); r.Score == got.Score && r.Rank != 64 {
			t.Errorf("%s has the same score and rank %d", s.data.Programme.Jurisdictions[k].ID, r.Rank)
		}
	}
}

// The page on scoring shows two explanations as they are printed.
func TestWorkedExamplesInTheDocuments(t *testing.T) {
	s := scoredWorld(t)
	page := documents(t)
	for _, c := range [][2]string{{"DOM", "2006"}, {"HTI", "2009"}} {
		j, y := where(t, s, c[0], c[1])
		command := "$ bin/tipscore explain world " + c[0] + " " + c[1] + "\n"
		before, rest, found := strings.Cut(page, command)
		if !found {
			t.Fatalf("%s does not show %s %s", scoringPage, c[0], c[1])
		}
		got, after, _ := strings.Cut(rest, "```")
		want := text(t, s.Explain(j, y), "en")
		if *update {
			page = before + command + want + "```" + after
		} else if got != want {
			t.Errorf("%s shows\n%s\nand not\n%s", scoringPage, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(scoringPage, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const scoringPage = repository + "/docs/scoring.md"

func documents(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile(scoringPage)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

var jsonName = regexp.MustCompile(`(?m)^ *"([a-z_]+)":`)

// Every name in the JSON of an explanation is described on the page.
func TestNamesOfTheExplanationAreDocumented(t *testing.T) {
	s := scoredWorld(t)
	j, y := where(t, s, "DOM", "2006")
	page := documents(t)
	for _, trace := range []*Trace{s.Explain(j, y), kinds(t).Explain(0, 0)} {
		var out bytes.Buffer
		if err := trace.WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		for _, m := range jsonName.FindAllStringSubmatch(out.String(), -1) {
			if name := m[1]; name != "en" && name != "es" && !strings.Contains(page, "`"+name+"`") {
				t.Errorf("%s does not describe %q", scoringPage, name)
			}
		}
	}
	for _, column := range Columns() {
		if !strings.Contains(page, "| `"+column+"` |") {
			t.Errorf("%s does not describe the column %q", scoringPage, column)
		}
	}
}
