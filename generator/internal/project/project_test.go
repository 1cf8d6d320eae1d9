package project_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/internal/project"
)

// folder writes the invented project to a folder of its own.
func folder(t *testing.T) string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/project.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := txtar.Write(a, dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func loader(t *testing.T, dir string) *project.Loader {
	t.Helper()
	p, err := project.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return &project.Loader{Project: p}
}

func load(t *testing.T, l *project.Loader, ids ...string) *project.Loaded {
	t.Helper()
	got, err := l.Load(context.Background(), ids...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// edit replaces a text in a file and makes sure that its time moves on, also on
// a disk with coarse times.
func edit(t *testing.T, dir, name, old, replacement string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	put(t, dir, name, strings.Replace(string(data), old, replacement, 1))
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	later := time.Now()
	if info, err := os.Stat(file); err == nil {
		later = info.ModTime().Add(time.Second)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, later, later); err != nil {
		t.Fatal(err)
	}
}

// places returns rule and place of every finding.
func places(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Rule+" "+d.Pos.String())
	}
	return out
}

func wantPlaces(t *testing.T, list diag.List, want ...string) {
	t.Helper()
	if got := places(list); !slices.Equal(got, want) {
		t.Errorf("findings:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestLoadReadsEverything(t *testing.T) {
	got := load(t, loader(t, folder(t)))
	wantPlaces(t, got.Findings)
	if want := (diag.Scope{Workbooks: 5, Answers: 5}); got.Scope != want {
		t.Errorf("scope %+v, want %+v", got.Scope, want)
	}
	if len(got.Frameworks) != 1 || len(got.Programmes) != 2 {
		t.Fatalf("%d frameworks, %d programmes", len(got.Frameworks), len(got.Programmes))
	}
	north := got.Programme("north")
	if a := north.Dataset.Answer(north.Index("N1"), 1, north.Framework.Indicator("law-01")); a == nil || a.Value.Option != "yes" {
		t.Errorf("N1 2006: %+v", a)
	}
	if got.Programme("west") != nil {
		t.Error("there is a programme west")
	}
}

func TestLoadOneProgramme(t *testing.T) {
	dir := folder(t)
	edit(t, dir, "data/north/books/elm.csv", "2006", "1066")
	l := loader(t, dir)
	south := load(t, l, "south")
	wantPlaces(t, south.Findings)
	if len(south.Programmes) != 1 || south.Programmes[0].ID != "south" || south.Scope.Workbooks != 2 {
		t.Errorf("%+v", south)
	}
	wantPlaces(t, load(t, l, "north").Findings, "period-outside data/north/books/elm.csv:3:2")

	var unknown *project.UnknownProgrammeError
	if _, err := l.Load(context.Background(), "nort"); !errors.As(err, &unknown) || !slices.Equal(unknown.Known, []string{"north", "south"}) {
		t.Errorf("nort: %v", err)
	}
}

// All problems of all files come in one run, in the order of the files.
func TestAllFindingsAtOnce(t *testing.T) {
	dir := folder(t)
	edit(t, dir, "indicators/demo/framework.yaml", "title: {en: Demonstration}", "titel: {en: Demonstration}\ntitle: {en: Demonstration}")
	put(t, dir, "data/empty/notes.txt", "x")
	put(t, dir, "data/north/late.xlsx", "not one")
	put(t, dir, "indicators/old/law-01.yaml", "id: x")
	got := load(t, loader(t, dir))
	rules := places(got.Findings)
	for _, want := range []string{
		"folder-without-definition data/empty",
		"folder-without-definition indicators/old",
		"unknown-key indicators/demo/framework.yaml:4:1",
	} {
		if !slices.Contains(rules, want) {
			t.Errorf("no finding %q in %q", want, rules)
		}
	}
	edit(t, dir, "indicators/demo/framework.yaml", "titel: {en: Demonstration}\n", "")
	wantPlaces(t, load(t, loader(t, dir)).Findings,
		"folder-without-definition data/empty", "unread-workbook data/north/late.xlsx", "folder-without-definition indicators/old")
}

// "No problems" about a project in which nothing was read would be a lie.
func TestNoProgrammeIsSaid(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "data/readme.txt", "nothing yet")
	wantPlaces(t, load(t, loader(t, dir)).Findings, "no-programme data")
}

// What is read again after a change is what was changed, and the result is
// that of a fresh start.
func TestLoaderReadsOnlyWhatChanged(t *testing.T) {
	dir := folder(t)
	l := loader(t, dir)
	var read []int
	l.Progress = func(done, total int) { read = append(read, total) }
	count := func(change func()) int {
		read = nil
		change()
		load(t, l)
		return len(read)
	}
	steps := []struct {
		name   string
		change func()
		want   int
	}{
		{"first", func() {}, 5},
		{"nothing", func() {}, 0},
		{"one workbook", func() { edit(t, dir, "data/north/books/elm.csv", "2005,law-01,no", "2005,law-01,yes") }, 1},
		{"a new workbook", func() { put(t, dir, "data/north/books/more.csv", "id,title\ns1,Gazette\n") }, 6},
		{"an indicator", func() { edit(t, dir, "indicators/demo/law-01.yaml", "score: 100", "score: 90") }, 6},
		{"a removed workbook", func() { os.Remove(filepath.Join(dir, "data/north/books/more.csv")) }, 5},
		{"an office program's lock file", func() { put(t, dir, "data/north/books/.~lock.elm.csv#", "x") }, 0},
	}
	for _, s := range steps {
		if got := count(s.change); got != s.want {
			t.Errorf("%s: %d workbooks read, want %d", s.name, got, s.want)
		}
	}
	north := load(t, l).Programme("north")
	if a := north.Dataset.Answer(0, 0, north.Framework.All[0]); a == nil || a.Value.Option != "yes" {
		t.Errorf("after the change: %+v", a)
	}
	if o := north.Framework.All[0].Option("yes"); o.Score != 90 {
		t.Errorf("the changed option scores %v", o.Score)
	}
}

// A dataset is made anew only if one of its workbooks was.
func TestDatasetsAreKept(t *testing.T) {
	dir := folder(t)
	l := loader(t, dir)
	first := load(t, l)
	edit(t, dir, "data/north/books/elm.csv", "no", "yes")
	second := load(t, l)
	if first.Programme("south").Dataset != second.Programme("south").Dataset {
		t.Error("the dataset of an unchanged programme was made again")
	}
	if first.Programme("north").Dataset == second.Programme("north").Dataset {
		t.Error("the dataset of a changed programme was not made again")
	}
}

func TestOpenRefuses(t *testing.T) {
	empty := t.TempDir()
	file := filepath.Join(empty, "f")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		dir     string
		missing bool
		says    string
	}{
		{empty, false, "is not a project"},
		{filepath.Join(empty, "none"), true, "there is no folder"},
		{file, false, "it is a file, not a folder"},
		{filepath.Join(file, "below"), false, "cannot be opened as a project"},
		{"", true, "is empty"},
	} {
		var refused *project.NotProjectError
		if _, err := project.Open(tt.dir); !errors.As(err, &refused) || refused.Missing != tt.missing || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", tt.dir, err)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := loader(t, folder(t)).Load(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
