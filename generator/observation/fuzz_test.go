package observation

import (
	"math"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// Whatever a table holds, decoding ends, says the same each time, gives only
// answers that fit their indicators, and loses no row in silence.
func FuzzDecodeCSV(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if strings.HasSuffix(a.Files[0].Name, ".csv") {
			f.Add(string(a.Files[0].Data))
		}
	}
	p := Demo(f)
	f.Fuzz(func(t *testing.T, table string) {
		fsys := fstest.MapFS{"book.csv": {Data: []byte(table)}}
		answers, findings := DecodeFile(t, fsys, "book.csv", p)
		again, findingsAgain := DecodeFile(t, fsys, "book.csv", p)
		answers.Reading, again.Reading = Reading{}, Reading{} // tables that are made when they are needed
		if !reflect.DeepEqual(findings, findingsAgain) || !reflect.DeepEqual(answers, again) {
			t.Fatal("the second run says something else")
		}
		skipped := false // rows above the header are covered by one warning
		for _, d := range findings {
			if d.Rule == "" || d.Pos.File != "book.csv" || d.Message == "" || strings.ContainsAny(d.Message+d.Hint, "\n\r\x1b") {
				t.Errorf("finding %+v", d)
			}
			skipped = skipped || d.Rule == "text-above-header"
		}
		for i := range answers.Observations {
			checkAnswer(t, p, &answers.Observations[i])
		}
		if got, want := len(answers.Observations)+len(answers.Sources), visibleRows(t, fsys)-1; !findings.HasErrors() && !skipped && got != want {
			t.Errorf("%d rows give %d answers and sources without an error", want, got)
		}
	})
}

// visibleRows counts the rows in which something can be seen.
func visibleRows(t *testing.T, fsys fstest.MapFS) int {
	b, _, err := workbook.Open(fsys, "book.csv", workbook.Limits{})
	if err != nil || b == nil {
		return 1
	}
	defer b.Close()
	n := 0
	if _, _, err := b.Scan("", func(r *workbook.Row) bool {
		for _, c := range r.Cells {
			if !typed.Invisible(c.Text) {
				n++
				break
			}
		}
		return true
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

// checkAnswer holds an answer against its indicator.
func checkAnswer(t *testing.T, p *programme.Programme, o *Observation) {
	t.Helper()
	q, v := o.Indicator, o.Value
	if o.Jurisdiction < 0 || o.Jurisdiction >= len(p.Jurisdictions) || o.Period >= len(p.Periods) ||
		(o.Period == standing) != (q.Timing == indicator.Standing) {
		t.Errorf("place of %+v", o)
	}
	if !o.State.HasValue() {
		if v != (Value{}) {
			t.Errorf("a value with the state %v", o.State)
		}
		return
	}
	switch q.Type {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		if q.Option(v.Option) == nil {
			t.Errorf("option %q of %s", v.Option, q.ID)
		}
	case indicator.Date:
		if _, ok := NewDate(int(v.Date.Year), int(v.Date.Month), int(v.Date.Day)); !ok {
			t.Errorf("date %v", v.Date)
		}
	default:
		if math.IsNaN(v.Number) || v.Number < 0 || math.IsInf(v.Number, 0) ||
			q.Type == indicator.Percent && v.Number > 100 || q.Type == indicator.Count && v.Number != math.Trunc(v.Number) ||
			(q.Type == indicator.Money) != (v.Currency != Currency{}) {
			t.Errorf("number %+v of %s", v, q.ID)
		}
	}
}
