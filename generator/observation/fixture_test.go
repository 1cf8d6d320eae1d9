package observation

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// Files returns the files of an archive as a file system, each made by
// [MakeFile].
func Files(t testing.TB, a *txtar.Archive) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, f := range a.Files {
		if name, target, ok := strings.Cut(f.Name, " -> "); ok {
			m[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
			continue
		}
		made, err := MakeFile(f.Name, string(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		m[f.Name] = &fstest.MapFile{Data: made}
	}
	return m
}

// Demo loads the invented programme that all fixtures are checked against.
func Demo(t testing.TB) *programme.Programme {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", "definitions.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	return loadProgramme(t, Files(t, a))
}

func loadProgramme(t testing.TB, fsys fs.FS) *programme.Programme {
	t.Helper()
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

// DecodeFile opens and decodes one workbook.
func DecodeFile(t testing.TB, fsys fs.FS, name string, p *programme.Programme) (*Answers, diag.List) {
	t.Helper()
	b, findings, err := workbook.Open(fsys, name, workbook.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if b == nil {
		return &Answers{}, findings
	}
	defer b.Close()
	a, more, err := Decode(b, p)
	if err != nil {
		t.Fatal(err)
	}
	findings.Add(more...)
	return a, findings
}

// Print returns findings as the command check prints them, without the last
// line.
func Print(t testing.TB, list diag.List) string {
	t.Helper()
	if len(list) == 0 {
		return ""
	}
	var b bytes.Buffer
	if err := diag.WriteText(&b, list, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	out, _, _ := strings.Cut(b.String(), "\n\n")
	return out + "\n"
}

// describe lists answers and sources, one a line.
func describe(p *programme.Programme, a *Answers) string {
	var b strings.Builder
	for i := range a.Observations {
		o := &a.Observations[i]
		about := subject{q: &question{Indicator: o.Indicator}, j: o.Jurisdiction, t: o.Period, known: true}
		fmt.Fprintf(&b, "%s: %s", o.Pos, about.name(&decoder{programme: p}))
		fmt.Fprintf(&b, " %s %s", o.State, o.Typed())
		if o.Value.HasParts {
			fmt.Fprintf(&b, " = %s", typed.Shortest(o.Value.Number))
		}
		for _, s := range o.Sources {
			fmt.Fprintf(&b, " [%s]", s)
		}
		if o.Comment != "" || o.Monitor != "" {
			fmt.Fprintf(&b, " %q %q", o.Comment, o.Monitor)
		}
		b.WriteByte('\n')
	}
	for _, s := range a.Sources {
		fmt.Fprintf(&b, "%s: source %s %q %q %q %q %q %q\n", s.Pos, s.ID, s.Title, s.Publisher, s.Date, s.URL, s.Licence, s.Citation)
	}
	return b.String()
}

// Every fixture is a workbook with its findings and answers. Those under ok
// have no findings.
func TestFixtures(t *testing.T) {
	p := Demo(t)
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(filepath.ToSlash(strings.TrimSuffix(name, ".txtar")), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := runFixture(t, p, a)
			want := string(a.Files[len(a.Files)-1].Data)
			if *update {
				a.Files[len(a.Files)-1].Data = []byte(got)
				writeFile(t, name, txtar.Format(a))
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			if filepath.Base(filepath.Dir(name)) == "ok" && strings.Contains(got, "findings\n") {
				t.Error("a fixture under ok has findings")
			}
		})
	}
}

func runFixture(t *testing.T, p *programme.Programme, a *txtar.Archive) string {
	answers, findings := DecodeFile(t, Files(t, a), a.Files[0].Name, p)
	out := ""
	if len(findings) > 0 {
		out = "findings\n" + Print(t, findings)
	}
	return out + "answers\n" + describe(p, answers)
}

// AnswerColumns and SourceColumns open the names of columns to the test of the
// documentation, which stands outside the package because it needs packages
// above it.
func AnswerColumns() []string { return answerColumns() }
func SourceColumns() []string { return sourceColumns() }
