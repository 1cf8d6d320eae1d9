package atomicfile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tipscore/generator/internal/atomicfile"
)

// A path at which no file can be is named as it was typed, and nothing is
// written anywhere.
func TestImpossiblePaths(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("notes.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("a folder/inner", 0o755); err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"":                        "empty",
		"a folder":                "it is a folder",
		"a folder/inner/":         "it is a folder",
		"a folder/..":             "it is a folder",
		"none/of/x.csv":           "there is no folder " + filepath.FromSlash("none/of"),
		"new.csv/":                "does not end like that",
		"notes.txt/x.csv":         "notes.txt is a file, not a folder",
		"notes.txt/deeper/x.csv":  "notes.txt is a file, not a folder",
		strings.Repeat("x", 5000): "too long",
	}
	if os.Symlink("nowhere", "link") == nil {
		tests["link"] = "link is a link to nowhere, which does not exist"
		tests["link/x.csv"] = "link is a link to nowhere, which does not exist"
	}
	for name, reason := range tests {
		var refusal *atomicfile.PathError
		called := false
		err := atomicfile.Write(name, func(w io.Writer) error { called = true; return nil })
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), reason) || called {
			t.Errorf("%.40q: %v (content asked for: %v)", name, err, called)
			continue
		}
		if refusal.Path != name && name != "" || refusal.Hint == "" {
			t.Errorf("%.40q: %+v", name, refusal)
		}
	}
	count := 0
	filepath.WalkDir(dir, func(string, fs.DirEntry, error) error { count++; return nil })
	if want := 4 + (len(tests)-9)/2; count != want {
		t.Errorf("%d files and folders, want %d", count, want)
	}
}

func TestMakeFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("notes.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := atomicfile.MakeFolder("a/b c/ü"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"notes.txt", "notes.txt/a", "notes.txt/a/b"} {
		var refusal *atomicfile.PathError
		if err := atomicfile.MakeFolder(name); !errors.As(err, &refusal) || refusal.Path != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A link is a place that somebody chose; the file behind it is replaced.
func TestLinkStays(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := atomicfile.Write(link, content("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if got, err := os.ReadFile(real); err != nil || string(got) != "new" {
		t.Errorf("the file holds %q, %v", got, err)
	}
}
