package webtest_test

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"tipscore/generator/release"
)

// Words of the site that mark invented data, by language: the sentence that
// stands on pages, and the short form in drawings and files.
var (
	inventedSentence = map[string]string{"en": "Invented data for demonstration.", "es": "Datos inventados para demostración."}
	inventedMark     = map[string]string{"en": "Invented data", "es": "Datos inventados"}
)

// marked reports what a file of invented data lacks of its mark, "" for nothing.
func marked(name string, data []byte) string {
	switch path.Ext(name) {
	case ".html":
		return markedPage(name, string(data))
	case ".csv":
		table, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil {
			return err.Error()
		}
		for i, row := range table {
			want := "Invented data · Datos inventados"
			if i == 0 {
				want = release.InventedColumn
			}
			if row[len(row)-1] != want {
				return "a row ends in " + row[len(row)-1]
			}
		}
	case ".json":
		var file struct{ Invented map[string]string }
		if err := json.Unmarshal(data, &file); err != nil {
			return err.Error()
		}
		for lang, want := range inventedMark {
			if file.Invented[lang] != want {
				return "it does not say so in " + lang
			}
		}
	}
	return ""
}

// A drawing has a description, unless it is the key of the one before it.
var (
	drawing     = regexp.MustCompile(`(?s)<svg class="c [^>]*>.*?(</desc>|<rect|<text|<path)`)
	description = regexp.MustCompile(`<meta name="?description"? content="([^"]*)"`)
)

func markedPage(name, html string) string {
	lang, _, _ := strings.Cut(name, "/")
	if inventedMark[lang] == "" {
		lang = "en" // the door and the page for wrong addresses
	}
	if !strings.Contains(html, inventedSentence[lang]) {
		return "the page does not say so"
	}
	for _, d := range drawing.FindAllString(html, -1) {
		if !strings.Contains(d, `aria-hidden="true"`) && !strings.Contains(d, ">"+inventedMark[lang]+". ") {
			return "a drawing does not say so: " + d
		}
	}
	if m := description.FindStringSubmatch(html); m != nil && !strings.Contains(m[1], inventedSentence[lang]) {
		return "its description does not say so: " + m[1]
	}
	return ""
}

// Every file of invented data says that they are, in its language: pages, their
// drawings and descriptions, and downloads. In a site with real programmes the
// files of the invented ones do.
func TestEveryInventedFileSaysSo(t *testing.T) {
	all := func(string) bool { return true }
	for name, site := range map[string]*built{"awkward": buildAwkward(t), "plain": buildPlain(t)} {
		kinds := checkMarks(t, site, all)
		if kinds[".html"] < 20 || kinds[".csv"] < 10 {
			t.Errorf("%s: only %v", name, kinds)
		}
		for _, f := range manifestOf(t, site).Files {
			if !f.Invented {
				t.Errorf("%s: the manifest does not say that %s is invented", name, f.Path)
			}
		}
	}
	world := buildWorld(t)
	invented := map[string]bool{}
	for _, f := range manifestOf(t, world).Files {
		invented[f.Programme] = f.Invented
	}
	checkMarks(t, world, func(file string) bool {
		parts := strings.Split(file, "/")
		return len(parts) > 2 && invented[parts[1]]
	})
}

// checkMarks reports the files that lack their mark, of those that ask picks, and
// counts them by kind.
func checkMarks(t *testing.T, site *built, ask func(file string) bool) map[string]int {
	t.Helper()
	kinds := map[string]int{}
	eachFile(t, site, func(file string, data []byte) {
		if file == release.ManifestFile || !ask(file) {
			return // the manifest speaks of each file apart
		}
		kinds[path.Ext(file)]++
		if lack := marked(file, data); lack != "" {
			t.Errorf("%s: %s", file, lack)
		}
	})
	return kinds
}

func manifestOf(t *testing.T, site *built) (m release.Manifest) {
	t.Helper()
	raw, err := fs.ReadFile(site, release.ManifestFile)
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Real data never carry the mark: with invented programmes beside them in one
// site, their pages and files stay their own.
func TestRealDataAreNotCalledInvented(t *testing.T) {
	world := buildWorld(t)
	invented := regexp.MustCompile(`(?i)invented data|datos inventados`)
	files := 0
	eachFile(t, world, func(name string, data []byte) {
		parts := strings.Split(name, "/")
		if len(parts) < 3 || parts[1] != "world" && !strings.HasPrefix(parts[1], "crt-") {
			return
		}
		files++
		if at := invented.Find(data); at != nil {
			t.Errorf("%s holds %q", name, at)
		}
	})
	if files < 400 {
		t.Errorf("only %d files of real programmes", files)
	}
}
