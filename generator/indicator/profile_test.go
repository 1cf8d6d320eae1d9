package indicator_test

import (
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode/fixture"
)

// community loads the fixture that has profiles.
func community(t *testing.T) *indicator.Framework {
	t.Helper()
	a, err := txtar.ParseFile("testdata/ok/community.txtar")
	if err != nil {
		t.Fatal(err)
	}
	f, findings, err := indicator.Load(fixture.Apply(t, fixture.Base(t), a), demo)
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v\n%s", err, fixture.Render(findings))
	}
	return f
}

func allIDs(f *indicator.Framework) (list []string) {
	for _, i := range f.All {
		list = append(list, string(i.ID))
	}
	return list
}

// A profile keeps its own indicators and every red line, and leaves the
// framework that it was cut from as it was.
func TestSelect(t *testing.T) {
	f := community(t)
	before := allIDs(f)
	cut := f.Select(f.Profile("first"))
	if got, want := allIDs(cut), []string{"law-01", "red-01", "counts-01"}; !slices.Equal(got, want) {
		t.Errorf("the profile has %v, want %v", got, want)
	}
	for n, i := range cut.All {
		if i.Index != n || cut.Indicator(i.ID) != i {
			t.Errorf("%s is not in its place", i.ID)
		}
	}
	if len(cut.Root.Nodes) != 2 || len(cut.Root.Nodes[1].Nodes) != 0 || len(cut.Root.Nodes[1].RedLines) != 1 {
		t.Errorf("the tree is %+v", cut.Root.Nodes)
	}
	if got := cut.Objectives[0].Indicators; !slices.Equal(got, []indicator.ID{"law-01"}) {
		t.Errorf("the first objective has %v", got)
	}
	if cut.Profiled != "first" || f.Profiled != "" {
		t.Errorf("profiled are %q and %q", cut.Profiled, f.Profiled)
	}
	if after := allIDs(f); !slices.Equal(before, after) || f.Indicator("law-02") == nil || f.All[len(f.All)-1].Index != len(f.All)-1 {
		t.Errorf("the framework had %v and has %v", before, after)
	}
	if f.Select(f.Profile("full")) != f || f.Select(nil) != f {
		t.Error("a profile of everything is another framework")
	}
}

// The goalposts of a programme hold for it alone.
func TestOverride(t *testing.T) {
	f := community(t)
	posts := &indicator.Goalposts{Low: 1, High: 9}
	g := f.Override(map[indicator.ID]*indicator.Goalposts{"law-03": posts})
	if g.Indicator("law-03").Goalposts != posts || f.Indicator("law-03").Goalposts != nil {
		t.Error("the goalposts went to the wrong framework")
	}
	if !slices.Equal(allIDs(f), allIDs(g)) {
		t.Errorf("the indicators changed to %v", allIDs(g))
	}
}

func TestRedLineIsNotScored(t *testing.T) {
	f := community(t)
	red := f.Indicator("red-01")
	if red.Scored() || red.RedLine.Subtract != 10 || red.RedLine.Cap != "some" {
		t.Errorf("%+v", red)
	}
	if care := f.Root.Nodes[1]; len(care.RedLines) != 1 || care.RedLines[0] != red {
		t.Error("the red line is not at its node")
	}
	if c := f.Indicator("counts-01"); !c.Cumulative || c.Computed.Value != "participants" || c.Reference.Basis != indicator.Inspired || c.Reference.Text.In("es", "en") != "Un programa" {
		t.Errorf("%+v", c)
	}
	if law := f.Indicator("law-02").Reference; law.Text.In("fr", "en") != "Example index, 2014" || law.Basis != indicator.Published {
		t.Errorf("%+v", law)
	}
}
