package webtest_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/release"
)

// calculated is what a reader of a calculation's file needs to redo it.
type calculated struct {
	Jurisdiction, Period string
	Decimals             int
	Calculation          calculatedStep
}

type calculatedStep struct {
	Node, Kind, Aggregate string
	Applies, Hidden       bool
	Published, Score      *float64
	Weight                float64
	Needed                float64 `json:"weight_needed"`
	Adjustments           []struct{ Points float64 }
	RedLines              []struct{ Subtract float64 } `json:"red_lines"`
	Answer                *struct{ State, Option string }
	Rule                  *struct {
		Kind, Option, Direction string
		Options                 []string
		Measured, Low, High     float64
	}
	Children []calculatedStep
}

// redo computes a score from the answers alone. It is false where there is none.
func (s calculatedStep) redo() (float64, bool) {
	if s.Kind == "indicator" {
		return s.leaf()
	}
	var sum, present, applicable float64
	for _, c := range s.Children {
		if !c.Applies {
			continue
		}
		applicable += c.Weight
		if x, known := c.redo(); known {
			sum, present = sum+c.Weight*x, present+c.Weight
		}
	}
	if present == 0 || present/applicable < s.Needed-1e-9 {
		return 0, false
	}
	score := sum / present
	for _, a := range s.Adjustments {
		score = min(max(score+a.Points, 0), 100)
	}
	for _, r := range s.RedLines {
		score = max(score-r.Subtract, 0)
	}
	return score, true
}

// leaf scores an answer: rubrics here stand at equal steps, yes and no are the
// ends, and a number lies between goalposts.
func (s calculatedStep) leaf() (float64, bool) {
	r := s.Rule
	switch {
	case !s.Applies || r == nil:
		return 0, false
	case r.Kind == "option":
		for k, id := range r.Options {
			if id == r.Option {
				return 100 * float64(k) / float64(len(r.Options)-1), true
			}
		}
		return 0, false
	}
	score := 100 * (r.Measured - r.Low) / (r.High - r.Low)
	if r.Direction == "down" {
		score = 100 - score
	}
	return min(max(score, 0), 100), true
}

// Whoever has the file of a calculation alone can compute the published score,
// for every government and year of the real programme and of the invented one.
// Where the overall score is hidden the file does not let it be computed.
func TestCalculationsCanBeRedoneFromTheirFiles(t *testing.T) {
	world := buildWorld(t)
	for programme, least := range map[string]int{"world": 2000, "demonstration": 50} {
		published := publishedScores(t, world, "data/"+programme+"/scores.csv")
		done := 0
		eachFileBelow(t, world, "data/"+programme+"/calculations", func(name string, data []byte) {
			var c calculated
			if err := json.Unmarshal(data, &c); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			text := published[c.Jurisdiction+" "+c.Period]
			score, known := c.Calculation.redo()
			switch {
			case c.Calculation.Hidden && (text != "" || c.Calculation.Score != nil || bytes.Contains(data, []byte(`gain":`))):
				t.Errorf("%s tells a hidden score", name)
			case c.Calculation.Hidden:
			case known != (text != ""):
				t.Errorf("%s gives %v, published is %q", name, score, text)
			case known:
				want, err := strconv.ParseFloat(text, 64)
				if err != nil || math.Abs(score-want) > 0.0500001 {
					t.Errorf("%s gives %v, published is %q", name, score, text)
				}
				done++
			}
		})
		if done < least {
			t.Errorf("only %d scores of %s were computed again", done, programme)
		}
	}
}

// publishedScores returns the overall scores by jurisdiction and period.
func publishedScores(t *testing.T, site fs.FS, name string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(site, name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range rows[1:] {
		if row[2] == "overall" {
			out[row[0]+" "+row[1]] = row[3]
		}
	}
	return out
}

func eachFileBelow(t *testing.T, site fs.FS, dir string, visit func(name string, data []byte)) {
	t.Helper()
	below, err := fs.Sub(site, dir)
	if err != nil {
		t.Fatal(err)
	}
	eachFile(t, below, visit)
}

// The manifest names every calculation with its checksum, and the list of files
// of a site does too.
func TestManifestNamesCalculations(t *testing.T) {
	world := buildWorld(t)
	data, err := fs.ReadFile(world, release.ManifestFile)
	if err != nil {
		t.Fatal(err)
	}
	var m release.Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, f := range m.Files {
		if f.Table != "calculation" {
			continue
		}
		named++
		page := strings.TrimSuffix(strings.Replace(strings.TrimPrefix(f.Path, "data/"), "/calculations/", "/", 1), ".json")
		if _, err := fs.Stat(world, "en/"+page+"/index.html"); err != nil {
			t.Errorf("%s has no page: %v", f.Path, err)
		}
	}
	if named < 2000 {
		t.Errorf("only %d calculations are named", named)
	}
}
