package publish

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/spf13/afero"
)

func writeSite(t *testing.T, destination, text string) {
	t.Helper()
	s, err := stage(destination)
	if err != nil {
		t.Fatal(err)
	}
	defer s.discard()
	for name, data := range map[string]string{
		marker: `{"id": "0123456789ab", "tool": "test", "files": []}`, "en/" + text + ".html": text,
		listing: marker + "\n" + listing + "\nen/" + text + ".html\n",
	} {
		if err := writeFile(s.fs(), name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.swap(); err != nil {
		t.Fatal(err)
	}
}

// entries returns the names in a folder, hidden ones included.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return names
}

func TestSwapReplacesTheWholeSite(t *testing.T) {
	dir := t.TempDir()
	destination := filepath.Join(dir, "deep", "public")
	writeSite(t, destination, "first")
	writeSite(t, destination, "second")
	if got := entries(t, filepath.Join(destination, "en")); len(got) != 1 || got[0] != "second.html" {
		t.Errorf("the new site holds %v", got)
	}
	if got := entries(t, filepath.Join(dir, "deep")); len(got) != 1 {
		t.Errorf("beside the site stays %v", got)
	}
	info, err := os.Stat(destination)
	if err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("the site's folder has the mode %v, %v", info.Mode(), err)
	}
}

func TestDiscardLeavesTheOldSite(t *testing.T) {
	destination := filepath.Join(t.TempDir(), "public")
	writeSite(t, destination, "first")
	s, err := stage(destination)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFile(s.fs(), "en/half.html", nil); err != nil {
		t.Fatal(err)
	}
	s.discard()
	if got := entries(t, filepath.Dir(destination)); len(got) != 1 {
		t.Errorf("beside the site stays %v", got)
	}
	if got := entries(t, filepath.Join(destination, "en")); len(got) != 1 || got[0] != "first.html" {
		t.Errorf("the old site holds %v", got)
	}
}

func TestForeignFolderIsRefused(t *testing.T) {
	destination := t.TempDir()
	precious := filepath.Join(destination, "thesis.odt")
	if err := os.WriteFile(precious, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := stage(destination); !errors.Is(err, ErrForeign) {
		t.Errorf("staging over a foreign folder: %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Error(err)
	}
	if _, err := stage(filepath.Join(t.TempDir(), "empty")); err != nil {
		t.Errorf("a folder that is not there yet: %v", err)
	}
}

// A folder may happen to have a file of the manifest's name.
func TestManifestOfAnotherProgramIsNoSite(t *testing.T) {
	destination := t.TempDir()
	name := filepath.Join(destination, filepath.FromSlash(marker))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(`{"name": "an app"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := stage(destination); !errors.Is(err, ErrForeign) {
		t.Errorf("staging over another program's folder: %v", err)
	}
}

func TestWhatThePublisherKeepsStays(t *testing.T) {
	destination := filepath.Join(t.TempDir(), "public")
	if err := os.MkdirAll(filepath.Join(destination, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{".git/HEAD": "ref", ".nojekyll": ""} {
		if err := os.WriteFile(filepath.Join(destination, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	writeSite(t, destination, "first") // a clone that holds nothing yet
	for _, name := range []string{"CNAME", "en/mine.txt", "data/own/table.csv"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(destination, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(destination, name), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	writeSite(t, destination, "second")
	if got := entries(t, destination); !slices.Equal(got, []string{".git", ".nojekyll", "CNAME", "data", "en"}) {
		t.Errorf("the site's folder holds %v", got)
	}
	if got := entries(t, filepath.Join(destination, "en")); !slices.Equal(got, []string{"mine.txt", "second.html"}) {
		t.Errorf("en holds %v", got)
	}
	if text, err := os.ReadFile(filepath.Join(destination, "data", "own", "table.csv")); string(text) != "mine" {
		t.Errorf("data/own/table.csv holds %q, %v", text, err)
	}
	if text, err := os.ReadFile(filepath.Join(destination, ".git", "HEAD")); string(text) != "ref" {
		t.Errorf(".git/HEAD holds %q, %v", text, err)
	}
}

func TestLinkStaysAndItsFolderIsReplaced(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "www"), filepath.Join(dir, "public")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	writeSite(t, link, "first")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if got := entries(t, real); !slices.Equal(got, []string{"data", "en"}) {
		t.Errorf("the folder behind the link holds %v", got)
	}
}

func TestFirstLayerWins(t *testing.T) {
	mem := func(files map[string]string) afero.IOFS {
		m := afero.NewMemMapFs()
		for name, text := range files {
			if err := afero.WriteFile(m, name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return afero.NewIOFS(m)
	}
	user := Layer{Site: mem(map[string]string{"static/site.css": "mine", "static/CNAME": "scores.example.org", "node_modules/x.js": "no", ".git/x.yaml": "no", "note.txt~": "no"})}
	ours := Layer{
		Site:      mem(map[string]string{"static/site.css": "theirs", "static/icon.svg": "icon", "hugo.yaml": "title: x"}),
		Templates: mem(map[string]string{"baseof.html": "base"}),
	}
	tree, static, err := source([]Layer{user, ours})
	if err != nil {
		t.Fatal(err)
	}
	if string(static["site.css"]) != "mine" || string(static["icon.svg"]) != "icon" || string(static["CNAME"]) == "" || len(static) != 3 {
		t.Errorf("static files: %q", static)
	}
	var names []string
	afero.Walk(tree, "/", func(name string, info os.FileInfo, err error) error {
		if !info.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if len(names) != 2 || names[0] != "/site/hugo.yaml" || names[1] != "/site/layouts/baseof.html" {
		t.Errorf("source tree: %v", names)
	}
}
