package indicator_test

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode/fixture"
)

const demo = "indicators/demo"

func TestFixtures(t *testing.T) {
	fixture.Run(t, func(fsys fstest.MapFS) (bool, diag.List, error) {
		f, findings, err := indicator.Load(fsys, demo)
		return f != nil, findings, err
	})
}

// TestEveryRuleHasAFixture keeps rules from being added without a test.
func TestEveryRuleHasAFixture(t *testing.T) {
	// These need files that a text archive cannot hold; see package yamlnode.
	elsewhere := []string{"encoding", "file-size"}
	wanted := fixture.Wanted(t)
	rules := fixture.Rules(t, ".", "succession", "../internal/yamlnode")
	for _, rule := range rules {
		if !slices.Contains(wanted, rule) && !slices.Contains(elsewhere, rule) {
			t.Errorf("no fixture in testdata/err expects a finding of the rule %s", rule)
		}
	}
	for _, rule := range wanted {
		if !slices.Contains(rules, rule) {
			t.Errorf("a fixture expects the rule %s, which the source does not have", rule)
		}
	}
}

// load returns the framework of the base project.
func load(t *testing.T) *indicator.Framework {
	t.Helper()
	f, findings, err := indicator.Load(fixture.Base(t), demo)
	if err != nil || f == nil || len(findings) > 0 {
		t.Fatalf("base project: %v\n%s", err, fixture.Render(findings))
	}
	return f
}

func TestOrderAndIndex(t *testing.T) {
	f := load(t)
	want := "law-01 law-02 care-01 care-02 counts-01 counts-02"
	var got []string
	for n, i := range f.All {
		got = append(got, string(i.ID))
		if i.Index != n {
			t.Errorf("%s has index %d at place %d", i.ID, i.Index, n)
		}
		if f.Indicator(i.ID) != i {
			t.Errorf("Indicator(%q) is another one", i.ID)
		}
	}
	if s := strings.Join(got, " "); s != want {
		t.Errorf("order is %s, want %s", s, want)
	}
	if f.Indicator("law-03") != nil {
		t.Error("an unknown id has an indicator")
	}
}

func TestTree(t *testing.T) {
	f := load(t)
	type row struct {
		id       indicator.NodeID
		kind     string
		weight   float64
		coverage float64
		count    int
		line     int
	}
	var got []row
	var visit func(n *indicator.Node)
	visit = func(n *indicator.Node) {
		got = append(got, row{n.ID, n.Kind, n.Weight, n.Coverage, len(n.Indicators), n.Pos.Line})
		if n.Aggregate != indicator.ArithmeticMean {
			t.Errorf("%s is aggregated by %q", n.ID, n.Aggregate)
		}
		for _, child := range n.Nodes {
			visit(child)
		}
	}
	visit(f.Root)
	want := []row{
		{"overall", "overall", 1, 0.5, 0, 18},
		{"law", "pillar", 2, 1, 2, 23},
		{"care", "pillar", 1, 0.5, 0, 27},
		{"shelter", "theme", 1, 0.5, 1, 31},
		{"advice", "theme", 1, 0.5, 1, 34},
	}
	if !slices.Equal(got, want) {
		t.Errorf("tree is\n%v, want\n%v", got, want)
	}
}

// TestEveryText holds that every word and text of the files reaches the value.
func TestEveryText(t *testing.T) {
	f := load(t)
	law, care := f.Indicator("law-02"), f.Indicator("care-01")
	treaty := f.Indicator("counts-02")
	for _, c := range []struct{ what, got, want string }{
		{"id", f.ID, "demo"},
		{"version", f.Version, "1.0"},
		{"languages", strings.Join(f.Languages, " "), "en es"},
		{"title", f.Title["es"], "Demostración"},
		{"summary", f.Summary["en"], "A framework for tests."},
		{"level", f.Levels[1].ID + f.Levels[1].Title["es"], "townMunicipio"},
		{"band", f.Bands[2].ID + f.Bands[2].Title["en"], "muchmuch"},
		{"root", f.Root.Title["en"] + f.Root.Summary["es"], "OverallLa media de los pilares."},
		{"node", f.Root.Nodes[1].Title["en"] + f.Root.Nodes[1].Summary["en"], "CareWhat victims get."},
		{"group", f.Context[0].ID + f.Context[0].Title["en"] + f.Context[0].Summary["es"], "countsCountsNunca puntúan."},
		{"note", f.Notes[0].Title["es"] + f.Notes[0].Text["en"], "Una notaIts text."},
		{"parent", law.Parent, "law"},
		{"indicator title", law.Title["es"], "Aplicación"},
		{"question", law.Question["en"], "Is it enforced?"},
		{"why", law.Why["en"], "A law on paper helps nobody."},
		{"how", law.How["es"], "Pregunte a los tribunales."},
		{"levels", strings.Join(law.Levels, " "), "country town"},
		{"actor", string(law.Actor), "government"},
		{"dimension", law.Dimension, "process"},
		{"type", string(law.Type), "rubric"},
		{"direction", string(care.Direction), "down"},
		{"timing", string(law.Timing) + string(care.Timing) + string(treaty.Timing), "periodperiodstanding"},
		{"unit", care.Unit["en"], "%"},
		{"numerator", care.Numerator["es"], "personas que esperan"},
		{"denominator", care.Denominator["en"], "people who asked"},
		{"option", law.Option("2").Title["es"] + law.Option("2").Text["en"], "siempreAll cases."},
		{"option short", f.Indicator("care-02").Option("written").Short["es"], "E"},
		{"option pos", law.Option("2").Pos.String(), "indicators/demo/law/law-02.yaml:18:10"},
		{"justification", care.Goalposts.Justification["en"], "Nobody should wait."},
		{"evidence", f.Indicator("law-01").Evidence.Rule["es"], "La propia ley."},
		{"suppression", care.Suppression, "people"},
		{"reference", law.Reference.Text[""] + " " + law.Reference.URL, "Example index, 2014 https://example.org/index"},
		{"pos", law.Pos.String(), "indicators/demo/law/law-02.yaml:1:5"},
		{"framework pos", f.Pos.String(), "indicators/demo/framework.yaml:2:5"},
		{"goalposts pos", care.Goalposts.Pos.String(), "indicators/demo/care/care-01.yaml:16:12"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
}

// TestEveryNumber holds that every number of the files reaches the value.
func TestEveryNumber(t *testing.T) {
	f := load(t)
	law, care := f.Indicator("law-02"), f.Indicator("care-01")
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"decimals", float64(f.Rounding.Decimals), 1},
		{"minimum", float64(f.Ranking.Minimum), 5},
		{"threshold", f.Trend.Threshold, 2.5},
		{"band", f.Bands[2].From, 70.5},
		{"version", float64(law.Version), 3},
		{"weight", law.Weight, 1.5},
		{"default weight", care.Weight, 1},
		{"score", law.Option("1").Score, 50},
		{"low", care.Goalposts.Low, 0},
		{"high", care.Goalposts.High, 80},
		{"sources", float64(law.Evidence.MinSources), 2},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, want %v", c.what, c.got, c.want)
		}
	}
	if law.Goalposts != nil || law.Option("9") != nil {
		t.Error("the rubric has goalposts or a level 9")
	}
}

// TestErrorsLeaveTheRest holds that an error in a definition does not keep
// workbooks from being checked, unless the framework's own file is no YAML.
func TestErrorsLeaveTheRest(t *testing.T) {
	for _, c := range []struct {
		file, old, new string
		there          bool
	}{
		{"/law/law-01.yaml", "{en: Law in force, es: Ley vigente}", "{en: Law in force}", true},
		{"/law/law-01.yaml", "{id: no, score: 0, ", "{id: no, ", true},
		{"/law/law-01.yaml", "{id: no, score: 0, ", "{id: no, score: 0", true},
		{"/framework.yaml", "trend: {threshold: 2.5}", "trend: {}", true},
		{"/framework.yaml", "trend: {threshold: 2.5}", "trend: {", false},
	} {
		fsys := fixture.Base(t)
		name := demo + c.file
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(fsys[name].Data), c.old, c.new, 1))}
		f, findings, err := indicator.Load(fsys, demo)
		if err != nil || !findings.HasErrors() || (f != nil) != c.there {
			t.Errorf("%s: there is a framework: %v, errors: %v, %v", c.new, f != nil, findings.HasErrors(), err)
		}
	}
}

// brokenFS fails to open one file for a reason that is not the user's.
type brokenFS struct {
	fs.FS
	name string
}

var errDisk = errors.New("disk on fire")

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errDisk}
	}
	return b.FS.Open(name)
}

func TestToolErrors(t *testing.T) {
	for _, name := range []string{demo + "/framework.yaml", demo + "/law/law-01.yaml", demo + "/law"} {
		f, findings, err := indicator.Load(brokenFS{fixture.Base(t), name}, demo)
		if !errors.Is(err, errDisk) || f != nil || findings != nil {
			t.Errorf("%s: %v, %v, %v", name, f, findings, err)
		}
		if err != nil && !strings.Contains(err.Error(), name) {
			t.Errorf("the error does not name %s: %v", name, err)
		}
	}
}

// TestRepository holds that the project's own frameworks are clean.
func TestRepository(t *testing.T) {
	project := os.DirFS("../..")
	files, err := fs.Glob(project, "indicators/*/framework.yaml")
	if err != nil || len(files) == 0 {
		t.Skipf("the repository has no frameworks: %v", err)
	}
	for _, file := range files {
		f, findings, err := indicator.Load(project, strings.TrimSuffix(file, "/framework.yaml"))
		if err != nil || f == nil || len(findings) > 0 {
			t.Errorf("%s: %v\n%s", file, err, fixture.Render(findings))
		}
	}
}
