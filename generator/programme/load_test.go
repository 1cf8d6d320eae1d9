package programme_test

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
	"tipscore/generator/programme"
)

const coast = "data/coast"

// frameworks returns the function that Load asks for frameworks.
func frameworks(fsys fs.FS) func(id string) *indicator.Framework {
	return func(id string) *indicator.Framework {
		f, _, err := indicator.Load(fsys, "indicators/"+id)
		if err != nil {
			return nil
		}
		return f
	}
}

func TestFixtures(t *testing.T) {
	fixture.Run(t, func(fsys fstest.MapFS) (bool, diag.List, error) {
		p, findings, err := programme.Load(fsys, coast, frameworks(fsys))
		return p != nil, findings, err
	})
}

// TestEveryRuleHasAFixture keeps rules from being added without a test.
func TestEveryRuleHasAFixture(t *testing.T) {
	// These need files that a text archive cannot hold; see table_test.go.
	elsewhere := []string{"encoding", "file-size"}
	wanted := fixture.Wanted(t)
	for _, rule := range fixture.Rules(t, ".") {
		if !slices.Contains(wanted, rule) && !slices.Contains(elsewhere, rule) {
			t.Errorf("no fixture in testdata/err expects a finding of the rule %s", rule)
		}
	}
	rules := fixture.Rules(t, ".", "../internal/yamlnode")
	for _, rule := range wanted {
		if !slices.Contains(rules, rule) {
			t.Errorf("a fixture expects the rule %s, which the source does not have", rule)
		}
	}
}

// load returns the programme of the base project.
func load(t *testing.T) *programme.Programme {
	t.Helper()
	fsys := fixture.Base(t)
	p, findings, err := programme.Load(fsys, coast, frameworks(fsys))
	if err != nil || p == nil || len(findings) > 0 {
		t.Fatalf("base project: %v\n%s", err, fixture.Render(findings))
	}
	return p
}

// TestEveryField holds that every key and column reaches the value.
func TestEveryField(t *testing.T) {
	p := load(t)
	var ids, periods []string
	for _, j := range p.Jurisdictions {
		ids = append(ids, string(j.ID))
	}
	for _, q := range p.Periods {
		periods = append(periods, q.String())
	}
	south := p.Jurisdiction("S")
	for _, c := range []struct{ what, got, want string }{
		{"id", p.ID, "coast"},
		{"framework", p.Framework.ID, "demo"},
		{"title", p.Title["es"], "La costa"},
		{"summary", p.Summary["en"], "Two towns."},
		{"languages", strings.Join(p.Languages, " "), "es en"},
		{"periods", strings.Join(periods, " "), "2023-Q3 2023-Q4 2024-Q1 2024-Q2"},
		{"jurisdictions", strings.Join(ids, " "), "COAST N S"},
		{"workbooks", strings.Join(p.Workbooks, " "),
			"data/coast/answers.csv data/coast/workbooks/north.xlsx data/coast/workbooks/south.xlsx"},
		{"reason", p.Policy.Reason["es"], "Municipios pequeños."},
		{"citation", p.Citation.In("es", "en"), "The coast network, 2024"},
		{"licence", p.Licence["en"], "CC BY 4.0"},
		{"credits", p.Credits["es"], "Quienes observan."},
		{"pos", p.Pos.String(), "data/coast/programme.yaml:1:5"},
		{"slug", south.Slug, "south-bay"},
		{"level", south.Level, "town"},
		{"parent", string(south.Parent), "COAST"},
		{"region", south.Region, "bays"},
		{"name en", south.Name["en"], `South Bay, by the "Sea"`},
		{"name es", south.Name["es"], "Bahía Sur"},
		{"jurisdiction pos", south.Pos.String(), "data/coast/jurisdictions.csv:4:1"},
		{"shape", string(p.Shapes[0].Jurisdiction) + p.Shapes[0].Path, "NM100,100 L120,100 120,120 h-20 Z"},
		{"land", string(p.Shapes[2].Jurisdiction) + p.Shapes[2].Path, "M0 0h10v10z"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	if p.Policy.MinCell != 11 || !p.Invented || p.Shapes[0].X != 100 || p.Shapes[0].Y != 100.5 || p.Shapes[1].Path != "" {
		t.Errorf("policy %v, invented %v, shapes %v", p.Policy, p.Invented, p.Shapes)
	}
	if p.Index("N") != 1 || p.Index("X") != -1 || p.Jurisdiction("X") != nil {
		t.Error("the index of the jurisdictions is wrong")
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
	for _, name := range []string{coast + "/programme.yaml", coast + "/jurisdictions.csv", coast + "/map.csv"} {
		fsys := brokenFS{fixture.Base(t), name}
		p, findings, err := programme.Load(fsys, coast, frameworks(fsys))
		if !errors.Is(err, errDisk) || p != nil || findings != nil {
			t.Errorf("%s: %v, %v, %v", name, p, findings, err)
		}
		if err != nil && !strings.Contains(err.Error(), name) {
			t.Errorf("the error does not name %s: %v", name, err)
		}
	}
}

// TestRepository holds that the project's own programmes are clean.
func TestRepository(t *testing.T) {
	project := os.DirFS("../..")
	files, err := fs.Glob(project, "data/*/programme.yaml")
	if err != nil || len(files) == 0 {
		t.Skipf("the repository has no programmes: %v", err)
	}
	for _, file := range files {
		p, findings, err := programme.Load(project, strings.TrimSuffix(file, "/programme.yaml"), frameworks(project))
		if err != nil || p == nil || len(findings) > 0 {
			t.Errorf("%s: %v\n%s", file, err, fixture.Render(findings))
		}
	}
}
