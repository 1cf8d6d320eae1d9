package synthetic_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/disclosure"
	"tipscore/generator/internal/bench/synthetic"
	"tipscore/generator/internal/project"
	"tipscore/generator/scorecard"
)

// small has all types of questions, a language that the program lacks, and a
// year that is not full.
func small() synthetic.Spec {
	return synthetic.Spec{Jurisdictions: 7, Indicators: 60, Quarters: 6, Languages: []string{"en", "es", "fr"}}
}

func write(t *testing.T, s synthetic.Spec) string {
	t.Helper()
	dir := t.TempDir()
	if err := s.Write(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func load(t *testing.T, dir string) *project.Loaded {
	t.Helper()
	p, err := project.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	loader := project.Loader{Project: p}
	loaded, err := loader.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func TestCheckFindsNothing(t *testing.T) {
	one := small()
	one.OneWorkbook, one.Shared, one.Languages = true, true, []string{"en"}
	few := synthetic.Spec{Jurisdictions: 1, Indicators: 5, Quarters: 1, Languages: []string{"en"}}
	for name, s := range map[string]synthetic.Spec{"a workbook a year": small(), "one workbook, texts shared": one, "few": few} {
		loaded := load(t, write(t, s))
		for _, d := range loaded.Findings {
			t.Errorf("%s: %s: %s", name, d.Pos, d.Message)
		}
		if loaded.Scope.Answers != s.Answers() || loaded.Scope.Workbooks != len(s.Workbooks()) {
			t.Errorf("%s: check read %+v, want %d answers in %d workbooks", name, loaded.Scope, s.Answers(), len(s.Workbooks()))
		}
		for _, p := range loaded.Programmes {
			if !p.Invented {
				t.Errorf("%s: the programme is not marked as invented", name)
			}
			if _, findings := disclosure.Apply(p.Dataset, scorecard.Compute(p.Dataset)); len(findings) > 0 {
				t.Errorf("%s: %v", name, findings)
			}
		}
	}
}

// What is measured would say little if most scores were missing, or all equal.
func TestScoresAreThereAndDiffer(t *testing.T) {
	p := load(t, write(t, small())).Programmes[0]
	card := scorecard.Compute(p.Dataset)
	seen := map[float64]bool{}
	for j := range p.Jurisdictions {
		for period := range p.Periods {
			r := card.Result(j, period, card.Node("overall"))
			if !r.Score.Known {
				t.Errorf("%s has no score in %s", p.Jurisdictions[j].ID, p.Periods[period])
			}
			seen[r.Score.Value] = true
		}
	}
	if len(seen) < 30 {
		t.Errorf("42 scores have %d values", len(seen))
	}
}

func TestTheSameSpecGivesTheSameBytes(t *testing.T) {
	first, second := sums(t, write(t, small())), sums(t, write(t, small()))
	if !maps.Equal(first, second) {
		t.Errorf("two projects differ:\n%v\n%v", first, second)
	}
	shared := synthetic.Spec{Jurisdictions: 2, Indicators: 5, Quarters: 1, Languages: []string{"en"}, Shared: true}
	if first, second := sums(t, write(t, shared)), sums(t, write(t, shared)); !maps.Equal(first, second) {
		t.Errorf("two projects with shared texts differ:\n%v\n%v", first, second)
	}
	names := slices.Sorted(maps.Keys(first))
	for _, want := range append(small().Workbooks(), "site/i18n/fr.yaml", "site/content/fr/about.md") {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among %v", want, names)
		}
	}
	if slices.Contains(names, "site/i18n/es.yaml") {
		t.Error("a language of the program is written as a layer")
	}
}

func TestWorkbooks(t *testing.T) {
	got := small().Workbooks()
	want := []string{"data/districts/workbooks/2015.xlsx", "data/districts/workbooks/2016.xlsx"}
	if !slices.Equal(got, want) {
		t.Errorf("six quarters are in %v, want %v", got, want)
	}
}

func TestWriteSaysWhatFailed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/data", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := small().Write(dir); err == nil || !strings.Contains(err.Error(), "data/districts/") {
		t.Errorf("writing into a file gives %v", err)
	}
}

func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(dir + "/" + name)
		sum := sha256.Sum256(data)
		out[name] = fmt.Sprint(len(data), " ", hex.EncodeToString(sum[:4]))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
