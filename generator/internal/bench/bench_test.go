package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/internal/bench/synthetic"
)

// The figures of the design are what is measured.
func TestSpecsHaveTheSizesOfTheDesign(t *testing.T) {
	full, quick := specs(false), specs(true)
	for name, want := range map[string]int{"table": 100_000, "national": 458_400} {
		if got := full[name].Answers(); got != want {
			t.Errorf("%s has %d answers, want %d", name, got, want)
		}
		if got := quick[name].Answers(); got < want/12 || got > want/8 {
			t.Errorf("the quick %s has %d answers, want about a tenth of %d", name, got, want)
		}
	}
}

func TestRunRefusesWrongUsage(t *testing.T) {
	for _, test := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"-fast"}, 2, "flag provided but not defined"},
		{[]string{"-only", "check,speed"}, 3, `there is no part "speed"; the parts are check, programmes, serve, national`},
		{[]string{"-bare", "absent.xlsx"}, 3, "absent.xlsx"},
		{[]string{"-inputs", "galaxy", t.TempDir()}, 3, `no project "galaxy"`},
	} {
		var said bytes.Buffer
		if got := run(t.Context(), test.args, io.Discard, &said); got != test.status || !strings.Contains(said.String(), test.says) {
			t.Errorf("%v gives %d and %q", test.args, got, said.String())
		}
	}
}

func TestMeasure(t *testing.T) {
	program, err := exec.LookPath("go")
	if err != nil {
		t.Skip("the go command is not here")
	}
	c, err := measure(t.Context(), program, "version")
	if err != nil || c.wall <= 0 || c.cpu < 0 {
		t.Errorf("go version took %+v, %v", c, err)
	}
	if _, err := measure(t.Context(), program, "nonsense"); err == nil || !strings.Contains(err.Error(), "unknown command") {
		t.Errorf("a program that fails gives %v", err)
	}
}

func TestSizeOf(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{"en/index.html": 30, "en/a/index.html": 500, "site.css": 7000} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := sizeOf(dir)
	want := siteSize{Pages: 2, Files: 3, Bytes: 7530, PageBytes: 530, Largest: "en/a/index.html", LargestSize: 500}
	if err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := sizeOf(filepath.Join(dir, "absent")); err == nil {
		t.Error("a site that is not there has a size")
	}
}

// The two workbooks that a preview is shown in turn differ in one answer.
func TestChangedWorkbook(t *testing.T) {
	dir := t.TempDir()
	s := synthetic.Spec{Jurisdictions: 2, Indicators: 5, Quarters: 1, Languages: []string{"en"}}
	if err := s.Write(dir); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, s.Workbooks()[0])
	changed := filepath.Join(t.TempDir(), "changed.xlsx")
	if got := run(t.Context(), []string{"-change", name, changed}, io.Discard, io.Discard); got != 0 {
		t.Fatalf("status %d", got)
	}
	data, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}
	before, after := rows(t, name), rows(t, changed)
	cells := 0
	for i := range before {
		for k := range before[i] {
			if before[i][k] != after[i][k] {
				cells++
			}
		}
	}
	if cells != 1 {
		t.Errorf("%d cells have changed, want 1", cells)
	}
	if err := save(name, data); err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadDir(filepath.Dir(name))
	if got, _ := os.ReadFile(name); err != nil || len(list) != 1 || !bytes.Equal(got, data) {
		t.Errorf("after the save there are %v, %v", list, err)
	}
	if err := readBare(name); err != nil {
		t.Error(err)
	}
}

func rows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := f.GetRows("Data")
	if err != nil || len(all) != 11 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	return all
}
