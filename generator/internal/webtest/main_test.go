package webtest_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"testing"

	"tipscore/generator/disclosure"
	"tipscore/generator/internal/project"
	"tipscore/generator/publish"
	"tipscore/generator/release"
	"tipscore/generator/scorecard"
	"tipscore/site"
	"tipscore/templates"
)

// repository is the way from here to the project that the repository is.
const repository = "../../.."

// sites builds the sites that the tests look at, each once.
var sites *yard

func TestMain(m *testing.M) {
	sites = &yard{}
	os.Exit(m.Run())
}

// yard keeps what was built. World takes seconds, so all tests share it.
type yard struct{ world, awkward plot }

type plot struct {
	once sync.Once
	site *built
	err  error
}

// built is a finished site with what it was made from.
type built struct {
	fs.FS
	baseURL string
	release *release.Release
	options publish.Options
}

// public returns the only programme of the site.
func (b *built) public() *disclosure.Public { return b.release.Programmes[0] }

func (p *plot) build(t *testing.T, dir, baseURL string) *built {
	t.Helper()
	p.once.Do(func() { p.site, p.err = build(t.Context(), dir, baseURL) })
	if p.err != nil {
		t.Fatal(p.err)
	}
	return p.site
}

// buildWorld returns the site of the repository's own programme.
func buildWorld(t *testing.T) *built {
	t.Helper()
	return sites.world.build(t, repository, "")
}

func build(ctx context.Context, dir, baseURL string) (*built, error) {
	r, err := freeze(ctx, dir)
	if err != nil {
		return nil, err
	}
	b := &built{release: r, baseURL: baseURL, options: publish.Options{
		BaseURL: baseURL, Layers: []publish.Layer{{Site: site.FS, Templates: templates.FS}},
	}}
	b.FS, err = publish.Memory(ctx, r, b.options)
	return b, err
}

// freeze takes the programmes of a project through all steps up to a release.
func freeze(ctx context.Context, dir string) (*release.Release, error) {
	p, err := project.Open(dir)
	if err != nil {
		return nil, err
	}
	loader := project.Loader{Project: p}
	loaded, err := loader.Load(ctx)
	if err != nil {
		return nil, err
	}
	if loaded.Findings.HasErrors() {
		return nil, fmt.Errorf("the project has errors: %v", loaded.Findings)
	}
	var publics []*disclosure.Public
	for _, p := range loaded.Programmes {
		public, _ := disclosure.Apply(p.Dataset, scorecard.Compute(p.Dataset))
		publics = append(publics, public)
	}
	return release.Freeze(publics, release.Info{Tool: "tipscore test"}), nil
}
