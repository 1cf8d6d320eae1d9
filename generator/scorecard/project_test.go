package scorecard

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// unpacked reads a project under testdata. Its big files are compressed.
func unpacked(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			return err
		}
		if plain, packed := strings.CutSuffix(name, ".gz"); packed {
			name = plain
			data = inflate(t, data)
		}
		out[name] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func inflate(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err == nil {
		data, err = io.ReadAll(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// clean fails the test for findings.
func clean(t testing.TB, findings diag.List, err error) {
	t.Helper()
	for _, d := range findings {
		t.Errorf("%s: %s", d.Pos, d.Message)
	}
	if err != nil || len(findings) > 0 {
		t.Fatal(err)
	}
}

// definitions loads the programme of a project and its framework.
func definitions(t testing.TB, fsys fs.FS, framework, id string) *programme.Programme {
	t.Helper()
	f, findings, err := indicator.Load(fsys, "indicators/"+framework)
	clean(t, findings, err)
	p, findings, err := programme.Load(fsys, "data/"+id, func(string) *indicator.Framework { return f })
	clean(t, findings, err)
	return p
}

// scoredProject reads the workbooks of a programme as the program does, and
// scores it.
func scoredProject(t testing.TB, fsys fs.FS, p *programme.Programme) *Scorecard {
	t.Helper()
	var answers []observation.Observation
	for _, name := range p.Workbooks {
		book, findings, err := workbook.Open(fsys, name, workbook.Limits{})
		clean(t, findings, err)
		got, findings, err := observation.Decode(book, p)
		clean(t, findings, err)
		book.Close()
		answers = append(answers, got.Observations...)
	}
	d, findings := dataset.Build(p, answers, nil)
	clean(t, findings, nil)
	return Compute(d)
}

// csvTable is a CSV file by row and column name.
type csvTable struct {
	columns []string
	rows    [][]string
	at      map[string]int
}

func readTable(t testing.TB, fsys fs.FS, name string) csvTable {
	t.Helper()
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := csvTable{columns: lines[0], rows: lines[1:], at: map[string]int{}}
	for k, c := range out.columns {
		out.at[c] = k
	}
	return out
}

// number returns the cell as a number, false where there is none.
func (c csvTable) number(row []string, column string) (float64, bool) {
	x, err := strconv.ParseFloat(row[c.at[column]], 64)
	return x, err == nil
}
