package project_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
)

// faulty writes a project whose definitions are right and whose workbooks hold
// the mistakes of all of observation's fixtures, and returns its folder and its
// definition files.
func faulty(t *testing.T) (dir string, definitions []string) {
	t.Helper()
	const fixtures = "../../observation/testdata/"
	base, err := txtar.ParseFile(fixtures + "definitions.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, f := range base.Files {
		definitions = append(definitions, f.Name)
		put(t, dir, f.Name, string(f.Data))
	}
	edit(t, dir, "data/demo/programme.yaml", `workbooks: ["*.xlsx", "book.csv", "sources.csv", "evidence.csv", "second.csv"]`, `workbooks: ["books/*/*.csv"]`)
	files, err := filepath.Glob(fixtures + "err/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d fixtures: %v", len(files), err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for _, f := range a.Files {
			if strings.HasSuffix(f.Name, ".csv") {
				put(t, dir, "data/demo/books/"+name+"/"+filepath.Base(f.Name), string(f.Data))
			}
		}
	}
	return dir, definitions
}

// aboutWorkbooks returns the findings in workbooks, and whether a definition
// has an error.
func aboutWorkbooks(list diag.List) (found map[string]bool, wrong bool) {
	found = map[string]bool{}
	for _, d := range list {
		switch {
		case strings.HasPrefix(d.Pos.File, "data/demo/books/"):
			found[fmt.Sprintf("%s %s %s", d.Pos, d.Rule, d.Got)] = true
		case d.Severity == diag.Error && d.Rule != "no-answers":
			wrong = true
		}
	}
	return found, wrong
}

// An error in a definition hides nothing that is true about the workbooks, and
// causes no finding about them that is not. Every line of every definition is
// once left out, and every word once misspelt.
func TestErrorsInDefinitionsCauseNoOthers(t *testing.T) {
	dir, definitions := faulty(t)
	before, wrong := aboutWorkbooks(load(t, loader(t, dir)).Findings)
	if wrong || len(before) < 100 {
		t.Fatalf("%d findings about workbooks; the definitions are wrong: %v", len(before), wrong)
	}
	broken, kept := 0, 0
	for _, name := range definitions {
		file := filepath.Join(dir, filepath.FromSlash(name))
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mutations(string(text)) {
			put(t, dir, name, m)
			after, wrong := aboutWorkbooks(load(t, loader(t, dir)).Findings)
			if !wrong {
				continue // another meaning, and right
			}
			broken++
			if len(after) > 0 {
				kept++
			}
			for f := range after {
				if !before[f] {
					t.Errorf("%s: %s\nis found only while the definition is\n%s", name, f, m)
					break
				}
			}
		}
		put(t, dir, name, string(text))
	}
	t.Logf("%d broken definitions, %d of them with findings about workbooks", broken, kept)
	if broken < 200 || kept*10 < broken*8 {
		t.Errorf("%d broken definitions, and only %d of them with findings about workbooks", broken, kept)
	}
}

var word = regexp.MustCompile(`[\p{L}\d][\p{L}\d-]*`)

// mutations returns the text without each of its lines, and with each of its
// words misspelt.
func mutations(text string) (out []string) {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		rest := strings.Join(lines[i+1:], "")
		before := strings.Join(lines[:i], "")
		out = append(out, before+rest)
		for _, at := range word.FindAllStringIndex(line, -1) {
			out = append(out, before+line[:at[0]]+"Zz"+line[at[0]:]+rest)
		}
	}
	return out
}

// What lies beside one unreadable file is checked all the same, and nothing is
// said to be missing that may stand in it.
func TestUnreadableWorkbookIsAFinding(t *testing.T) {
	dir := folder(t)
	elm := filepath.Join(dir, "data/north/books/elm.csv")
	if err := os.Remove(elm); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("moved.csv", elm); err != nil {
		t.Skipf("no links here: %v", err)
	}
	edit(t, dir, "data/north/books/oak.csv", "N2,2005,law-01,yes", "N2,2005,law-01,perhaps")
	l := loader(t, dir)
	wantPlaces(t, load(t, l).Findings,
		"unreadable-file data/north/books/elm.csv", "unknown-option data/north/books/oak.csv:2:4")
	wantPlaces(t, loadFiles(t, l, "", filepath.Join(dir, "data/north/books/oak.csv")).Findings,
		"unknown-option data/north/books/oak.csv:2:4")
	if err := os.Remove(elm); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "data/north/books/elm.csv", "jurisdiction,period,indicator,value,sources\nN1,2005,law-01,yes,s1\n")
	wantPlaces(t, load(t, l).Findings, "unknown-option data/north/books/oak.csv:2:4")
}

// A framework that is no YAML leaves nothing to judge answers by; whether the
// workbooks can be read is said all the same.
func TestWithoutFrameworkWorkbooksAreOpened(t *testing.T) {
	dir := folder(t)
	edit(t, dir, "indicators/demo/framework.yaml", "trend: {threshold: 5}", "trend: {threshold: 5")
	put(t, dir, "data/north/books/elm.csv", "a\x00b")
	got := places(load(t, loader(t, dir), "north").Findings)
	want := []string{"not-judged data/north/programme.yaml", "framework-errors data/north/programme.yaml:2:12"}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("no finding %q in %q", w, got)
		}
	}
	if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "books/elm.csv") }) {
		t.Errorf("the damaged workbook is not named: %q", got)
	}
}
