// Package publish turns a release into a static website. It drives Hugo in
// process over the pages that [tipscore/generator/publish/pages] plans, and puts
// the finished site in the place of the old one in one step.
//
//	err := publish.Site(ctx, r, publish.Options{
//		Destination: "public",
//		Layers:      []publish.Layer{users, embedded},
//	})
//
// Invariants: a reader never meets half a site; the same release gives the same
// bytes; links are relative, so that the folder works below any address;
// addresses (/en/world/dominican-republic/) never change.
//
// What spans pages (lists, ranks, language links, the sitemap) comes from the
// release and not from Hugo's page graph. That lets a big site be rendered one
// language after the other and in batches, with memory that follows a batch.
package publish

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"tipscore/generator/chart"
	"tipscore/generator/publish/pages"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// Options say where a site goes and what it is made with.
type Options struct {
	Destination string  // folder; replaced as a whole
	BaseURL     string  // public address, "" if it is not known
	Layers      []Layer // the user's own files first, the embedded ones last
}

// Static files that the program itself knows of.
const (
	styleFile   = "site.css"
	exploreFile = "explore/echarts.js"
)

// batch is how many pages one Hugo run renders. Memory follows it, and a run
// takes less than a tenth of a second besides its pages.
const batch = 1000

// Site writes the website of a release to the destination folder. A destination
// that cannot hold a site gives an [atomicfile.PathError], and a file of the
// first layer that Hugo cannot use a [TemplateError]. When ctx ends before the
// site is in place, nothing stays of it.
func Site(ctx context.Context, r *release.Release, o Options) error {
	s, err := stage(o.Destination)
	if err != nil {
		return err
	}
	defer s.discard()
	// Hugo does not look at ctx while it renders a batch.
	disarm := context.AfterFunc(ctx, s.discard)
	if err := write(ctx, r, s.fs(), o); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return blame(err, o.Layers)
	}
	if !disarm() {
		return ctx.Err()
	}
	return s.swap()
}

// Memory returns the website of a release without writing to the disk.
func Memory(ctx context.Context, r *release.Release, o Options) (fs.FS, error) {
	// The base makes "en" and "/en" the same, which they are not by themselves.
	out := afero.NewBasePathFs(afero.NewMemMapFs(), "/")
	if err := write(ctx, r, out, o); err != nil {
		return nil, blame(err, o.Layers)
	}
	return afero.NewIOFS(out), nil
}

func write(ctx context.Context, r *release.Release, out afero.Fs, o Options) error {
	s, err := prepare(r, out, o)
	if err != nil {
		return err
	}
	for _, l := range s.pages.Languages {
		for answers := range l.Batches(batch) {
			if err := s.render(ctx, answers); err != nil {
				return err
			}
		}
	}
	return writeFiles(out, s.static)
}

// prepare writes the data files of a release and plans the pages of its site.
func prepare(r *release.Release, out afero.Fs, o Options) (*prepared, error) {
	tree, static, err := source(o.Layers)
	if err != nil {
		return nil, err
	}
	manifest, err := r.WriteFiles(
		func(name string) (io.WriteCloser, error) { return create(out, name) },
		func(lang string) (string, error) {
			words, err := readWords(tree, lang)
			return words["invented-mark"], err
		})
	if err != nil {
		return nil, err
	}
	site, err := pages.New(pages.Input{
		Release: r, Manifest: manifest, BaseURL: o.BaseURL, Explore: len(static[exploreFile]) > 0,
		Words: func(lang string) (wording.Words, error) { return readWords(tree, lang) },
	})
	if err != nil {
		return nil, err
	}
	for _, l := range site.Languages {
		if err := placeAdapter(tree, l.Code); err != nil {
			return nil, err
		}
	}
	static[styleFile] = append([]byte(chart.Stylesheet()), static[styleFile]...)
	maps.Copy(static, indexes(site))
	static[listing] = list(site, manifest, static)
	return &prepared{pages: site, static: static, tree: tree, out: out, baseURL: o.BaseURL}, nil
}

// list names every file of a site, one a line, in order.
func list(site *pages.Site, m *release.Manifest, static map[string][]byte) []byte {
	names := append(site.Files(), release.ManifestFile, listing)
	for _, f := range m.Files {
		names = append(names, f.Path)
	}
	names = slices.Sorted(slices.Values(slices.AppendSeq(names, maps.Keys(static))))
	return []byte(strings.Join(slices.Compact(names), "\n") + "\n")
}

func writeFiles(out afero.Fs, files map[string][]byte) error {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := writeFile(out, name, files[name]); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(out afero.Fs, name string, data []byte) error {
	w, err := create(out, name)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		w.Close()
		return fmt.Errorf("write %s: %w", name, err)
	}
	return w.Close()
}

func create(out afero.Fs, name string) (io.WriteCloser, error) {
	if err := out.MkdirAll(path.Dir(name), 0o755); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	f, err := out.Create(name)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return f, nil
}
