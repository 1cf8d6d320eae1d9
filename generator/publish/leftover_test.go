package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/internal/atomicfile"
)

// put writes files below a folder.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func needLocks(t *testing.T, dir string) {
	t.Helper()
	tidied := false
	shareFolder(dir, func() { tidied = true })()
	if !tidied {
		t.Skip("no locks here, so nothing is tidied")
	}
}

// What a killed build has left is gone after the next one; what only looks like
// it stays.
func TestLeftoversAreRemoved(t *testing.T) {
	dir := t.TempDir()
	needLocks(t, dir)
	put(t, dir, map[string]string{
		".public-new-123/.tipscore-unfinished": unfinished.words,
		".public-new-123/en/half.html":         "half",
		".public-new-1a/.tipscore-unfinished":  unfinished.words,
		".public-new-456/precious.odt":         "x",
		".public-new-789/.tipscore-unfinished": "not these words",
		".other-new-123/.tipscore-unfinished":  unfinished.words,
	})
	writeSite(t, filepath.Join(dir, "public"), "first")
	want := []string{".other-new-123", ".public-new-1a", ".public-new-456", ".public-new-789", "public"}
	if got := entries(t, dir); !slices.Equal(got, want) {
		t.Errorf("beside the site stays %v, want %v", got, want)
	}
}

// A build that was killed in the middle of the swap has left the publisher's
// files in the old site. They are moved, not lost.
func TestBrokenSwapIsEnded(t *testing.T) {
	dir := t.TempDir()
	needLocks(t, dir)
	destination := filepath.Join(dir, "public")
	old := map[string]string{
		".tipscore-replaced": replaced.words, ".git/HEAD": "ref", "CNAME": "scores.example.org",
		listing: "en/old.html\n" + marker + "\n", marker: "{}", "en/old.html": "old",
	}
	put(t, filepath.Join(dir, ".public-new-123"), old)
	writeSite(t, destination, "new")
	if got := entries(t, dir); !slices.Equal(got, []string{"public"}) {
		t.Errorf("beside the site stays %v", got)
	}
	if got := entries(t, destination); !slices.Equal(got, []string{".git", "CNAME", "data", "en"}) {
		t.Errorf("the site's folder holds %v", got)
	}
	// Where the site itself was moved away, it comes back.
	if err := os.RemoveAll(destination); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, ".public-new-123-old"), old)
	tidy(destination)
	if got := entries(t, destination); !slices.Equal(got, []string{".git", "CNAME", "data", "en"}) {
		t.Errorf("the old site came back as %v", got)
	}
}

// A build does not take another one that runs for a leftover.
func TestRunningBuildIsNoLeftover(t *testing.T) {
	destination := filepath.Join(t.TempDir(), "public")
	s, err := stage(destination)
	if err != nil {
		t.Fatal(err)
	}
	defer s.discard()
	writeSite(t, destination, "other")
	if err := writeFile(s.fs(), "en/mine.html", nil); err != nil {
		t.Fatal(err)
	}
	if !unfinished.on(s.dir) {
		t.Error("the mark of the running build is gone")
	}
}

// A build that was stopped makes nothing more, so that its folder stays away.
func TestNothingIsMadeAfterDiscard(t *testing.T) {
	destination := filepath.Join(t.TempDir(), "public")
	s, err := stage(destination)
	if err != nil {
		t.Fatal(err)
	}
	out := s.fs()
	s.discard()
	if err := writeFile(out, "en/late.html", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a late file: %v", err)
	}
	if got := entries(t, filepath.Dir(destination)); len(got) != 0 {
		t.Errorf("%v is left", got)
	}
}

// If the publisher's files cannot be moved, the old site that has them stays.
func TestFilesThatCannotBeMovedAreNotRemoved(t *testing.T) {
	dir := t.TempDir()
	destination := filepath.Join(dir, "public")
	writeSite(t, destination, "first")
	put(t, destination, map[string]string{"en/second.html/mine.txt": "mine"})
	s, err := stage(destination)
	if err != nil {
		t.Fatal(err)
	}
	// The new site has a file where the old one has the publisher's folder.
	put(t, s.dir, map[string]string{marker: "{}", "en/second.html": "new"})
	err = s.swap()
	s.discard()
	if err == nil {
		t.Fatal("nothing was said")
	}
	left, globErr := filepath.Glob(filepath.Join(dir, ".public-new-*", "en", "second.html", "mine.txt"))
	if globErr != nil || len(left) != 1 || !strings.Contains(err.Error(), filepath.Dir(filepath.Dir(filepath.Dir(left[0])))) {
		t.Errorf("the file is in %v; the error is: %v", left, err)
	}
}

// Whatever stands where a site should be is named as it was typed.
func TestImpossibleDestinations(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, ".", map[string]string{"notes.txt": "x", "here/.keep": ""})
	reasons := map[string]string{
		"notes.txt": "it is a file", "notes.txt/a": "notes.txt is a file, not a folder",
		"here/../notes.txt/b/c": "notes.txt is a file, not a folder",
		".":                     "the folder is not empty", strings.Repeat("x", 300): "the name is too long",
	}
	if os.Symlink("gone", "link") == nil {
		reasons["link"] = "link is a link to gone, which does not exist"
		reasons["link/a"] = "link is a link to gone, which does not exist"
	}
	for typed, reason := range reasons {
		s, err := stage(typed)
		if err == nil {
			s.discard()
		}
		var refusal *atomicfile.PathError
		if !errors.As(err, &refusal) || refusal.Path != typed || !strings.Contains(refusal.Reason, reason) || refusal.Hint == "" {
			t.Errorf("%.40s: %v", typed, err)
		}
	}
	t.Chdir("here")
	if s, err := stage("../here"); err == nil || !strings.Contains(err.Error(), "you are in this folder") {
		t.Errorf("the folder that one is in: %v, %v", s, err)
	}
	t.Chdir("..")
	if got := entries(t, "."); len(got) > 3 {
		t.Errorf("something was written: %v", got)
	}
}

// Hugo's own names for places mean nothing to who wrote the template.
func TestMessagesNameFilesOfTheProject(t *testing.T) {
	for message, want := range map[string]string{
		`render: [en v1.0.0 guest] failed: "/site/layouts/_partials/x.html:1:2": no`: `render: failed: "templates/_partials/x.html:1:2": no`,
		"load: \"/site/hugo.yaml:1:4\": end not found\n>  1 | a: [\n":                `load: "site/hugo.yaml:1:4": end not found`,
		"see https://example.org/site/layouts":                                       "see https://example.org/site/layouts",
	} {
		if got := inProject(message); got != want {
			t.Errorf("%q became %q, want %q", message, got, want)
		}
	}
}
