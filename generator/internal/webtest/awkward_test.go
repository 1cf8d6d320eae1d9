package webtest_test

import (
	"bytes"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/internal/webtest"
)

// awkwardURL is where the awkward site would stand: in a folder of a server.
const awkwardURL = "https://scores.example.org/tip/"

// awkwardProject writes the awkward project to a folder.
func awkwardProject(t *testing.T, dir string) {
	t.Helper()
	unpack(t, "testdata/awkward.txtar", dir)
}

// unpack writes the files of an archive to a folder.
func unpack(t *testing.T, name, dir string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := txtar.Write(archive, dir); err != nil {
		t.Fatal(err)
	}
}

// buildAwkward returns the site of testdata/awkward.txtar.
func buildAwkward(t *testing.T) *built {
	t.Helper()
	dir := t.TempDir()
	awkwardProject(t, dir)
	return sites.awkward.build(t, dir, awkwardURL)
}

func TestAwkwardPassesTheChecks(t *testing.T) {
	site := buildAwkward(t)
	findings, err := webtest.Check(site, webtest.Options{BaseURL: site.baseURL})
	if err != nil {
		t.Fatal(err)
	}
	show(t, findings)
}

func TestAwkwardScripts(t *testing.T) {
	failures, err := webtest.Scripts(http.FileServerFS(buildAwkward(t)), os.DirFS("testdata/awkward"), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range failures {
		t.Error(f)
	}
}

// What must never be published: comments, monitors, ways to reach a person,
// sources that nothing cites, small counts with their parts and what would give
// them away. Every byte of every file counts: pages, drawings, the data of
// charts, downloads.
func TestNothingSecretIsPublished(t *testing.T) {
	site := buildAwkward(t)
	for _, secret := range []string{
		`SECRET`, `example\.org@|@example\.org`, `809.?555`, // comments, monitors, people
		`\b977\b`, `\b1187\b`, `\b1.187\b`, `\b82\.3`, // a share of which both parts are small
		`\b3200\b`, `\b3.200\b`, // 800 of 4000 were not helped
	} {
		pattern := regexp.MustCompile(secret)
		eachFile(t, site, func(name string, data []byte) {
			if at := pattern.FindIndex(data); at != nil {
				t.Errorf("%s holds %q", name, data[max(0, at[0]-60):min(len(data), at[1]+20)])
			}
		})
	}
}

// The search above would find nothing in an empty folder either. What may be
// published is.
func TestWhatMayBePublishedIs(t *testing.T) {
	site := buildAwkward(t)
	for _, shown := range []string{"12345", "Parliament", "2008-02-05"} {
		found := 0
		eachFile(t, site, func(_ string, data []byte) {
			if bytes.Contains(data, []byte(shown)) {
				found++
			}
		})
		if found == 0 {
			t.Errorf("no file holds %q", shown)
		}
	}
}

func eachFile(t *testing.T, site fs.FS, f func(name string, data []byte)) {
	t.Helper()
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(site, name)
		f(name, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Invented data say so on every page, in its language, and on the door.
func TestInventedIsSaidEverywhere(t *testing.T) {
	site := buildAwkward(t)
	for lang, word := range map[string]string{"en": "Invented data", "es": "Datos inventados"} {
		count := 0
		for _, page := range append(pagesBelow(t, site, lang), "index.html") {
			raw, err := fs.ReadFile(site, page)
			if err != nil {
				t.Fatal(err)
			}
			if count++; !strings.Contains(string(raw), word) {
				t.Errorf("%s does not say %q", page, word)
			}
		}
		if count < 20 {
			t.Errorf("only %d pages below %s", count, lang)
		}
	}
}

// A cell that begins like a formula would be run by the program that opens the
// file (CWE-1236). Numbers are let be.
func TestDownloadsHoldNoFormulas(t *testing.T) {
	site := buildAwkward(t)
	cell := regexp.MustCompile(`(?m)(^|,)"?([=+@\t]|-[^0-9])`)
	files := 0
	eachFile(t, site, func(name string, data []byte) {
		if filepath.Ext(name) != ".csv" {
			return
		}
		files++
		if at := cell.FindIndex(data); at != nil {
			t.Errorf("%s holds a formula: %.80q", name, data[at[0]:])
		}
	})
	if files < 10 {
		t.Errorf("only %d downloads", files)
	}
}
