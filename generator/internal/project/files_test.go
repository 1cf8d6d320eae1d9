package project_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/internal/project"
)

func loadFiles(t *testing.T, l *project.Loader, id string, files ...string) *project.Loaded {
	t.Helper()
	got, err := l.LoadFiles(context.Background(), id, files)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestOwnWorkbookIsJudgedWithTheOthers(t *testing.T) {
	dir := folder(t)
	edit(t, dir, "data/north/books/oak.csv", "N2,2006,law-01,yes", "N1,2006,law-01,no")
	edit(t, dir, "data/south/book.csv", "no", "perhaps")
	l := loader(t, dir)
	oak := filepath.Join(dir, "data", "north", "books", "oak.csv")
	got := loadFiles(t, l, "", oak, oak)
	wantPlaces(t, got.Findings, "duplicate-answer data/north/books/oak.csv:3:4")
	if want := (diag.Scope{Workbooks: 1, Answers: 2}); got.Scope != want {
		t.Errorf("scope %+v, want %+v", got.Scope, want)
	}
	// The other of the two cells is in elm.csv, so it is found from there, too.
	wantPlaces(t, loadFiles(t, l, "", filepath.Join(dir, "data/north/books/elm.csv")).Findings,
		"duplicate-answer data/north/books/oak.csv:3:4")
	wantPlaces(t, loadFiles(t, l, "", oak, filepath.Join(dir, "data/south/book.csv")).Findings,
		"duplicate-answer data/north/books/oak.csv:3:4", "unknown-option data/south/book.csv:2:4")
}

// A workbook that was just sent may be a newer copy of one that is there, and
// may rely on the sources described there.
func TestForeignWorkbookIsJudgedByItself(t *testing.T) {
	dir, elsewhere := folder(t), t.TempDir()
	sent := filepath.Join(elsewhere, "elm.csv")
	write := func(text string) {
		if err := os.WriteFile(sent, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("jurisdiction,period,indicator,value,sources\nN1,2005,law-01,yes,s1\nN1,2006,law-01,yse,s2\n")
	l := loader(t, dir)
	name := filepath.ToSlash(sent)
	wantPlaces(t, loadFiles(t, l, "north", sent).Findings,
		"unknown-option "+name+":3:4")
	write("jurisdiction,period,indicator,value,sources\nN1,2005,law-01,yes,s1\nN1,2006,law-01,yes,s2\n")
	got := loadFiles(t, l, "north", sent)
	wantPlaces(t, got.Findings, "unknown-source "+name+":3:5")
	if want := (diag.Scope{Workbooks: 1, Answers: 2}); got.Scope != want {
		t.Errorf("scope %+v, want %+v", got.Scope, want)
	}
	write("jurisdiction,period,indicator,value,sources\nN1,2005,law-01,yes,s1\n")
	wantPlaces(t, loadFiles(t, l, "north", sent).Findings)
}

// A register that was just sent may rely on the sources described there, too.
func TestForeignRegisterCitesTheProgrammesSources(t *testing.T) {
	dir, elsewhere := folder(t), t.TempDir()
	sent := filepath.Join(elsewhere, "trainings.csv")
	if err := os.WriteFile(sent, []byte("jurisdiction,period,sector,sources\nN1,2005,police,s1\nN1,2006,police,s9\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantPlaces(t, loadFiles(t, loader(t, dir), "north", sent).Findings, "unknown-source "+filepath.ToSlash(sent)+":3:1")
}

// What later stages find about other files does not matter when only some were
// asked for.
func TestLaterFindingsAreLimitedToTheFiles(t *testing.T) {
	dir := folder(t)
	later := diag.List{
		{Rule: "late", Pos: diag.Pos{File: "data/north/books/oak.csv", Line: 2}},
		{Rule: "late", Pos: diag.Pos{File: "data/north/books/elm.csv", Line: 2}},
	}
	some := loadFiles(t, loader(t, dir), "", filepath.Join(dir, "data/north/books/elm.csv"))
	some.Add(later)
	wantPlaces(t, some.Findings, "late data/north/books/elm.csv:2")
	all := load(t, loader(t, dir))
	all.Add(later)
	wantPlaces(t, all.Findings, "late data/north/books/elm.csv:2", "late data/north/books/oak.csv:2")
}

func TestUnusableDefinitionsAreSaid(t *testing.T) {
	dir := folder(t)
	edit(t, dir, "data/north/programme.yaml", `frequency: year`, `frequency: yaer`)
	got := loadFiles(t, loader(t, dir), "", filepath.Join(dir, "data/north/books/elm.csv"))
	if !got.Findings.HasErrors() {
		t.Fatal("a workbook of a programme that cannot be read has no problem")
	}
	for _, d := range got.Findings {
		if d.Pos.File != "data/north/programme.yaml" {
			t.Errorf("finding %v", d)
		}
	}
}

func TestWhoseFileIsIt(t *testing.T) {
	dir, elsewhere := folder(t), t.TempDir()
	sent := filepath.Join(elsewhere, "x.csv")
	if err := os.WriteFile(sent, []byte("id,title\ns1,Gazette\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	l := loader(t, dir)
	var choose *project.ChooseError
	if _, err := l.LoadFiles(context.Background(), "", []string{sent}); !errors.As(err, &choose) || !slices.Equal(choose.Known, []string{"north", "south"}) {
		t.Errorf("no programme named: %v", err)
	}
	var unknown *project.UnknownProgrammeError
	if _, err := l.LoadFiles(context.Background(), "west", []string{sent}); !errors.As(err, &unknown) {
		t.Errorf("unknown programme: %v", err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "data", "south")); err != nil {
		t.Fatal(err)
	}
	if _, err := l.LoadFiles(context.Background(), "", []string{sent}); err != nil {
		t.Errorf("with one programme: %v", err)
	}
	for _, path := range []string{filepath.Join(elsewhere, "none.xlsx"), elsewhere, filepath.Join(dir, "data/north/programme.yaml")} {
		var bad *project.FileError
		if _, err := l.LoadFiles(context.Background(), "", []string{path}); !errors.As(err, &bad) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
