package webtest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/publish"
	"tipscore/generator/release"
)

// The same project gives the same bytes: on one processor and on many, in
// another folder, time zone and language, on the disk and in memory.
func TestSameBytesEverywhere(t *testing.T) {
	world := buildWorld(t)
	from, to := filepath.Join(t.TempDir(), "elsewhere"), filepath.Join(t.TempDir(), "public")
	for _, dir := range []string{"indicators", "data"} {
		if err := os.CopyFS(filepath.Join(from, dir), os.DirFS(filepath.Join(repository, dir))); err != nil {
			t.Fatal(err)
		}
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), program)
	c.Env = append(os.Environ(), buildFrom+"="+from, buildTo+"="+to,
		"GOMAXPROCS=1", "TZ=Asia/Kathmandu", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "TMPDIR="+t.TempDir(), "HOME="+t.TempDir())
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	compare(t, world, os.DirFS(to))
	here, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{from, to, here, filepath.ToSlash(os.TempDir()) + "/"} {
		eachFile(t, os.DirFS(to), func(name string, data []byte) {
			if bytes.Contains(data, []byte(trace)) {
				t.Errorf("%s holds the path %s", name, trace)
			}
		})
	}
}

// compare reports every file in which two sites differ.
func compare(t *testing.T, a, b fs.FS) {
	t.Helper()
	eachFile(t, a, func(name string, want []byte) {
		got, err := fs.ReadFile(b, name)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs (%v)", name, err)
		}
	})
	eachFile(t, b, func(name string, _ []byte) {
		if _, err := fs.Stat(a, name); err != nil {
			t.Errorf("%s is in one site only", name)
		}
	})
}

// workplace is a folder with a finished site of the awkward project.
type workplace struct {
	dir     string
	release *release.Release
	options publish.Options
}

func newWorkplace(t *testing.T) *workplace {
	t.Helper()
	w := &workplace{dir: t.TempDir()}
	project := t.TempDir()
	awkwardProject(t, project)
	var err error
	if w.release, err = freeze(t.Context(), project); err != nil {
		t.Fatal(err)
	}
	w.options = options(filepath.Join(w.dir, "public"), "")
	if err := publish.Site(t.Context(), w.release, w.options); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *workplace) site() fs.FS { return os.DirFS(w.options.Destination) }

// snapshot copies a site into memory.
func snapshot(t *testing.T, site fs.FS) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	eachFile(t, site, func(name string, data []byte) { files[name] = &fstest.MapFile{Data: data} })
	return files
}

// alone reports whatever stands beside the site, such as a half-written one.
func (w *workplace) alone(t *testing.T) {
	t.Helper()
	list, err := os.ReadDir(w.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Name() != "public" {
			t.Errorf("%s was left behind", d.Name())
		}
	}
}

// A build that fails leaves the site as it was, and nothing else.
func TestFailedBuildLeavesTheOldSite(t *testing.T) {
	w := newWorkplace(t)
	before := snapshot(t, w.site())
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, c := range []struct {
		name string
		ctx  context.Context
		own  fstest.MapFS // the user's templates
		want string       // in the message
	}{
		{"template that is none", t.Context(), fstest.MapFS{"jurisdiction.html": {Data: []byte(`{{ define "main" }}{{ if }}{{ end }}`)}}, "jurisdiction.html"},
		{"template that fails on a page", t.Context(), fstest.MapFS{"jurisdiction.html": {Data: []byte(`{{ define "main" }}{{ .Nothing.Here }}{{ end }}`)}}, "jurisdiction.html"},
		{"function that is called wrongly", t.Context(), fstest.MapFS{"_partials/band.html": {Data: []byte(`{{ T }}`)}}, "band.html"},
		{"stopped", cancelled, nil, "canceled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := w.options
			o.Layers = append([]publish.Layer{{Templates: c.own}}, o.Layers...)
			err := publish.Site(c.ctx, w.release, o)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error %v does not hold %q", err, c.want)
			}
			compare(t, before, w.site())
			w.alone(t)
		})
	}
}

// stopping is a layer that ends the build while it is being read.
type stopping struct {
	fs.FS
	stop func()
}

func (s stopping) Open(name string) (fs.File, error) {
	s.stop()
	return s.FS.Open(name)
}

// A build that is stopped in the middle ends soon, although Hugo does not look
// out for that, and leaves nothing.
func TestStoppedBuildLeavesTheOldSite(t *testing.T) {
	w := newWorkplace(t)
	before := snapshot(t, w.site())
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	o := w.options
	own := publish.Layer{Templates: stopping{fstest.MapFS{"own.html": {Data: []byte("x")}}, stop}}
	o.Layers = append([]publish.Layer{own}, o.Layers...)
	if err := publish.Site(ctx, w.release, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	compare(t, before, w.site())
	w.alone(t)
}

// A first build that fails leaves no folder that looks like a site.
func TestFailedFirstBuildLeavesNothing(t *testing.T) {
	w := newWorkplace(t)
	if err := os.RemoveAll(w.options.Destination); err != nil {
		t.Fatal(err)
	}
	o := w.options
	o.Layers = append([]publish.Layer{{Templates: fstest.MapFS{"baseof.html": {Data: []byte("{{")}}}}, o.Layers...)
	if err := publish.Site(t.Context(), w.release, o); err == nil {
		t.Error("a broken template is no error")
	}
	if list, _ := os.ReadDir(w.dir); len(list) > 0 {
		t.Errorf("%s was left behind", list[0].Name())
	}
}

// A new site takes the place of the old one as a whole: what the new one does
// not have is gone.
func TestNewSiteHasNothingOfTheOldOne(t *testing.T) {
	w := newWorkplace(t)
	before := snapshot(t, w.site())
	for _, stale := range []string{"en/odd/gone/index.html", "stale.html"} {
		at := filepath.Join(w.options.Destination, filepath.FromSlash(stale))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		// The old site knew of it; what it did not know would be the publisher's.
		list, err := os.OpenFile(filepath.Join(w.options.Destination, "data", "files.txt"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(list, stale)
		if err := list.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := publish.Site(t.Context(), w.release, w.options); err != nil {
		t.Fatal(err)
	}
	compare(t, before, w.site())
	w.alone(t)
}

// A folder with something else in it is never replaced.
func TestForeignFolderIsLeftAlone(t *testing.T) {
	w := newWorkplace(t)
	o := w.options
	o.Destination = filepath.Join(t.TempDir(), "documents")
	thesis := filepath.Join(o.Destination, "thesis.txt")
	if err := os.MkdirAll(o.Destination, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(thesis, []byte("ten years"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := publish.Site(t.Context(), w.release, o); !errors.Is(err, publish.ErrForeign) {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(thesis); err != nil || string(got) != "ten years" {
		t.Errorf("the file is now %q (%v)", got, err)
	}
	if list, _ := os.ReadDir(filepath.Dir(o.Destination)); len(list) != 1 {
		t.Errorf("%d folders stand there now", len(list))
	}
}

// A user's own file wins over the embedded one of its name, and only that one.
func TestOwnTemplateWins(t *testing.T) {
	w := newWorkplace(t)
	o := w.options
	o.Layers = append([]publish.Layer{{
		Templates: fstest.MapFS{"about.html": {Data: []byte(`{{ define "main" }}<h1>Ours</h1>{{ end }}`)}},
		Site:      fstest.MapFS{"static/site.css": {Data: []byte("/* ours */")}, "static/logo.svg": {Data: []byte("<svg/>")}},
	}}, o.Layers...)
	if err := publish.Site(t.Context(), w.release, o); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"en/about/index.html": "<h1>Ours</h1>", "site.css": "/* ours */", "logo.svg": "<svg/>", "en/odd/index.html": `id="ranking"`,
	} {
		got, err := fs.ReadFile(w.site(), name)
		if err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s does not hold %q (%v)", name, want, err)
		}
	}
}

// The next build keeps what the listing does not name, so it must name all.
func TestListingNamesEveryFile(t *testing.T) {
	world := buildWorld(t)
	list, err := fs.ReadFile(world, "data/files.txt")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	eachFile(t, world, func(name string, _ []byte) { have = append(have, name) })
	slices.Sort(have)
	if got := strings.Join(have, "\n") + "\n"; got != string(list) {
		t.Errorf("the listing has %d lines, the site %d files", bytes.Count(list, []byte("\n")), len(have))
	}
}
