package dataset

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// update rewrites the expected outputs: go test ./generator/dataset -update
var update = flag.Bool("update", false, "rewrite the expected outputs of fixtures")

func files(a *txtar.Archive) fstest.MapFS {
	m := fstest.MapFS{}
	for _, f := range a.Files {
		m[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return m
}

// demo loads the invented programme that all fixtures are checked against.
func demo(t testing.TB) *programme.Programme {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("..", "observation", "testdata", "definitions.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fsys := files(a)
	f, findings, err := indicator.Load(fsys, "indicators/demo")
	if err != nil || findings.HasErrors() {
		t.Fatalf("framework: %v %v", err, findings)
	}
	p, findings, err := programme.Load(fsys, "data/demo", func(string) *indicator.Framework { return f })
	if err != nil || findings.HasErrors() {
		t.Fatalf("programme: %v %v", err, findings)
	}
	return p
}

// decode reads all tables of an archive.
func decode(t testing.TB, p *programme.Programme, a *txtar.Archive) (observation.Answers, diag.List) {
	t.Helper()
	var all observation.Answers
	var findings diag.List
	fsys := files(a)
	for _, f := range a.Files {
		if !strings.HasSuffix(f.Name, ".csv") {
			continue
		}
		b, list, err := workbook.Open(fsys, f.Name, workbook.Limits{})
		if err != nil || b == nil {
			t.Fatal(err, list)
		}
		answers, list, err := observation.Decode(b, p)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		findings.Add(list...)
		all.Observations = append(all.Observations, answers.Observations...)
		all.Sources = append(all.Sources, answers.Sources...)
		all.Unread.Add(answers.Unread)
	}
	return all, findings
}

// describe lists what a dataset holds, one line each.
func describe(d *Dataset) string {
	var b strings.Builder
	for o := range d.All() {
		fmt.Fprintf(&b, "%s = %s at %s\n", d.subject(o), o.Typed(), o.Pos)
	}
	for _, s := range d.Sources() {
		fmt.Fprintf(&b, "source %s %q %q at %s\n", s.ID, s.Title, s.URL, s.Pos)
	}
	return b.String()
}

// Every fixture is the tables of a programme, with the findings and the
// answers that stand. Those under ok have no findings.
func TestFixtures(t *testing.T) {
	p := demo(t)
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil || len(names) < 8 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(filepath.ToSlash(strings.TrimSuffix(name, ".txtar")), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			answers, findings := decode(t, p, a)
			d, more := Build(p, answers.Observations, answers.Sources)
			findings.Add(more...)
			findings.Add(d.Check(answers.Unread)...)
			if filepath.Base(filepath.Dir(name)) == "ok" && len(findings) > 0 {
				t.Error("a fixture under ok has findings")
			}
			compare(t, name, a, text(t, findings)+"\n"+describe(d))
		})
	}
}

func text(t *testing.T, findings diag.List) string {
	var b bytes.Buffer
	if err := diag.WriteText(&b, findings, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// compare holds the output against the last file of the archive.
func compare(t *testing.T, name string, a *txtar.Archive, got string) {
	want := &a.Files[len(a.Files)-1]
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got != string(want.Data) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want.Data)
	}
}
