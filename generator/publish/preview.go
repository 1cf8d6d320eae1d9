package publish

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"tipscore/generator/publish/pages"
	"tipscore/generator/release"
)

// Preview returns the website of a release as a file system in which a page is
// rendered when it is first opened. A big site is there as soon as a small one.
//
// The first page is rendered at once, so that a template that cannot be read is
// an error here and not at some later page. The returned file system may be used
// by several goroutines.
func Preview(ctx context.Context, r *release.Release, o Options) (fs.FS, error) {
	// The base makes "en" and "/en" the same, which they are not by themselves.
	out := afero.NewBasePathFs(afero.NewMemMapFs(), "/")
	s, err := prepare(r, out, o)
	if err != nil {
		return nil, blame(err, o.Layers)
	}
	if err := writeFiles(out, s.static); err != nil {
		return nil, err
	}
	p := &preview{ctx: context.WithoutCancel(ctx), site: s, files: afero.NewIOFS(out), rendered: map[string]error{}, layers: o.Layers}
	if len(s.pages.Languages) > 0 {
		if err := p.render(s.pages.Languages[0].Code + "/index.html"); err != nil {
			return nil, err
		}
	}
	return p, nil
}

type preview struct {
	ctx    context.Context
	site   *prepared
	files  afero.IOFS
	layers []Layer

	mu       sync.Mutex
	rendered map[string]error // by file: what came of rendering it
}

// Open implements fs.FS. Opening the folder of a page renders it too, because
// servers ask for the folder before they ask for its index.html.
func (p *preview) Open(name string) (fs.File, error) {
	file := name
	if path.Ext(name) == "" {
		file = path.Join(name, "index.html")
	}
	if err := p.render(file); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return p.files.Open(name)
}

// render renders the page of a file, once. A file that is no page is fine.
func (p *preview) render(file string) error {
	if !strings.HasSuffix(file, ".html") {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err, done := p.rendered[file]; done {
		return err
	}
	answers := p.site.pages.AnswersFor(file)
	if answers == nil {
		return nil
	}
	err := blame(p.site.render(p.ctx, answers), p.layers)
	p.rendered[file] = err
	return err
}

// prepared is a site of which everything but the pages is there.
type prepared struct {
	pages   *pages.Site
	static  map[string][]byte // files that need no Hugo, by path
	tree    afero.Fs          // Hugo's source
	out     afero.Fs
	baseURL string
}

// render runs Hugo for a batch of pages.
func (s *prepared) render(ctx context.Context, a *pages.Answers) error {
	l := a.Language()
	r := run{
		source: s.tree, output: s.out, language: l.Code, label: l.Label(),
		baseURL: strings.TrimSuffix(s.baseURL, "/") + "/", answers: a,
	}
	return r.render(ctx)
}
