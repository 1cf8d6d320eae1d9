package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// sourceDir holds the files of the sources; it is not part of the project.
const sourceDir = "../../../../shared/data/world"

// atlasVariable names the environment variable with the path of
// countries-50m.json, which is not part of the project either.
const atlasVariable = "WORLD_ATLAS"

func TestCommittedDataAreTheOutput(t *testing.T) {
	if _, err := os.Stat(filepath.Join(sourceDir, indexFile)); err != nil {
		t.Skip("the files of the sources are not here: ", err)
	}
	files, tallies, err := makeData(os.DirFS(sourceDir), os.DirFS(programmeDir))
	if err != nil {
		t.Fatal(err)
	}
	compareDocumented(t, tallies)
	again, _, err := makeData(os.DirFS(sourceDir), os.DirFS(programmeDir))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 5 {
		t.Errorf("%d files", len(files))
	}
	for i, f := range files {
		if !bytes.Equal(f.data, again[i].data) {
			t.Errorf("two runs make different bytes of %s", f.name)
		}
		compareCommitted(t, f)
	}
}

func TestCommittedMapIsTheOutput(t *testing.T) {
	atlas := os.Getenv(atlasVariable)
	if atlas == "" {
		t.Skip(atlasVariable + " does not name a copy of countries-50m.json")
	}
	f, _, err := makeMap(os.DirFS(filepath.Dir(atlas)), filepath.Base(atlas), os.DirFS(programmeDir))
	if err != nil {
		t.Fatal(err)
	}
	compareCommitted(t, f)
}

func compareCommitted(t *testing.T, f file) {
	t.Helper()
	have, err := os.ReadFile(filepath.Join(programmeDir, f.name))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, f.data) {
		t.Errorf("%s is not what importworld makes; run it again", f.name)
	}
}

// compareDocumented holds that docs/data-world.md prints the counts.
func compareDocumented(t *testing.T, tallies []tally) {
	t.Helper()
	page, err := os.ReadFile("../../../docs/data-world.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, tl := range tallies {
		want := []string{"| " + thousands(tl.read) + " |"}
		for state, n := range tl.states {
			want = append(want, thousands(n)+" "+strings.ReplaceAll(state, "_", " "))
		}
		for _, text := range want {
			if !bytes.Contains(page, []byte(text)) {
				t.Errorf("%s: docs/data-world.md does not say %q", tl.workbook, text)
			}
		}
	}
}

// thousands writes a number below a million as the page does: 9063 is "9,063".
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

func TestRunUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		want int
		text string
	}{
		{nil, 2, "-from is needed"},
		{[]string{"-from", ".", "more"}, 2, "no other arguments"},
		{[]string{"-nonsense"}, 2, "not defined"},
		{[]string{"-from", t.TempDir(), "-to", programmeDir}, 3, "error: read policy_index.csv"},
		{[]string{"-from", ".", "-to", t.TempDir()}, 3, "error: read the programme"},
	} {
		var stderr bytes.Buffer
		if got := run(c.args, io.Discard, &stderr); got != c.want || !strings.Contains(stderr.String(), c.text) {
			t.Errorf("run(%q) = %d, want %d: %s", c.args, got, c.want, stderr.String())
		}
	}
}

func TestWriteFileLeavesTheSameBytesAlone(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a", "b.csv")
	if err := writeFile(name, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFile(name, []byte("one")); err != nil {
		t.Errorf("the same bytes are written again: %v", err)
	}
	after, err := os.Stat(name)
	if err != nil || after.ModTime() != before.ModTime() {
		t.Errorf("the file is touched: %v, %v", after.ModTime(), err)
	}
}

func TestTally(t *testing.T) {
	tl := tally{workbook: "x.xlsx", read: 4, notes: []string{"all is well"}}
	tl.drop("too old")
	tl.drop("too old")
	tl.count([]answer{{state: suppressed}, {state: observed}})
	want := "x.xlsx: 4 rows read, 2 written\n" +
		"        1 written: observed\n        1 written: suppressed\n        2 left out: too old\n  note: all is well\n"
	if got := tl.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
