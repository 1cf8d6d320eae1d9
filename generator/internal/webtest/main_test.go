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
	if to := os.Getenv(buildTo); to != "" {
		os.Exit(buildElsewhere(os.Getenv(buildFrom), to))
	}
	sites = &yard{}
	os.Exit(m.Run())
}

// A test starts this program again with these variables to build a site in
// another environment: with another number of processors, in another time zone.
const (
	buildFrom = "WEBTEST_BUILD_FROM"
	buildTo   = "WEBTEST_BUILD_TO"
)

func buildElsewhere(from, to string) (status int) {
	r, err := freeze(context.Background(), from)
	if err == nil {
		err = publish.Site(context.Background(), r, options(to, ""))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// options are those of the program: the embedded site without a user's own.
func options(destination, baseURL string) publish.Options {
	return publish.Options{
		Destination: destination, BaseURL: baseURL,
		Layers: []publish.Layer{{Site: site.FS, Templates: templates.FS}},
	}
}

// yard keeps what was built. World takes seconds, so all tests share it.
type yard struct{ world, awkward, plain plot }

type plot struct {
	once sync.Once
	site *built
	err  error
}

// built is a finished site.
type built struct {
	fs.FS
	baseURL string
}

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
	b := &built{baseURL: baseURL}
	b.FS, err = publish.Memory(ctx, r, options("", baseURL))
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
