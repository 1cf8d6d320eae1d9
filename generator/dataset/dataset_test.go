package dataset

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// The order in which workbooks are read, and rows in them, changes nothing.
func TestOrderOfInputIsIrrelevant(t *testing.T) {
	p := demo(t)
	names, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		answers, _ := decode(t, p, a)
		d, findings := Build(p, answers.Observations, answers.Sources)
		want := describe(d)
		findings.Add(d.Check(observation.Unread{})...)
		for range 20 {
			os := append([]observation.Observation(nil), answers.Observations...)
			ss := append([]observation.Source(nil), answers.Sources...)
			random.Shuffle(len(os), func(i, j int) { os[i], os[j] = os[j], os[i] })
			random.Shuffle(len(ss), func(i, j int) { ss[i], ss[j] = ss[j], ss[i] })
			other, list := Build(p, os, ss)
			list.Add(other.Check(observation.Unread{})...)
			if got := describe(other); got != want {
				t.Fatalf("%s: the dataset depends on the order of its input:\n%s\n%s", name, got, want)
			}
			if !reflect.DeepEqual(list, findings) {
				t.Fatalf("%s: the findings depend on the order of the input:\n%v\n%v", name, list, findings)
			}
		}
	}
}

func TestAnswer(t *testing.T) {
	p := demo(t)
	law, treaty := p.Framework.Indicator("law-02"), p.Framework.Indicator("fig-treaty")
	north := p.Index("XNA")
	d, findings := Build(p, []observation.Observation{
		{Jurisdiction: north, Period: 2, Indicator: law, State: observation.Observed, Value: observation.Value{Option: "4"}},
		{Jurisdiction: north, Period: -1, Indicator: treaty, State: observation.NotAvailable},
	}, nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for period := range p.Periods {
		if o := d.Answer(north, period, law); (o != nil) != (period == 2) {
			t.Errorf("period %d: law %v", period, o)
		}
		if o := d.Answer(north, period, treaty); o == nil || o.State != observation.NotAvailable {
			t.Errorf("period %d: treaty %v", period, o)
		}
		if o := d.Answer(north+1, period, treaty); o != nil {
			t.Errorf("another jurisdiction has the answer %v", o)
		}
	}
	if d.Source("s1") != nil || len(d.Sources()) != 0 {
		t.Error("there are sources")
	}
}

func TestSources(t *testing.T) {
	given := []observation.Source{{ID: "b", Title: "B"}, {ID: "a", Title: "A"}}
	d, findings := Build(demo(t), nil, given)
	if len(findings) > 0 || len(d.Sources()) != 2 || d.Sources()[0].ID != "a" {
		t.Fatal(findings, d.Sources())
	}
	if s := d.Source("b"); s == nil || s.Title != "B" {
		t.Errorf("got %v", s)
	}
	if given[0].ID != "b" {
		t.Error("the caller's slice was sorted")
	}
}

// A table and a map answer alike, and the map is taken where a table would be
// nearly empty.
func TestIndexes(t *testing.T) {
	const j, periods, n = 7, 5, 11
	dense, sparse := newIndex(j, periods, n, 10), newIndex(1<<20, periods, n, 10)
	if dense.table == nil || sparse.sparse == nil {
		t.Fatal("wrong kind of index")
	}
	random := rand.New(rand.NewPCG(3, 4))
	for at := range 200 {
		a, b, c := random.IntN(j), random.IntN(periods), random.IntN(n)
		dense.set(dense.cell(a, b, c), at)
		sparse.set(sparse.cell(a, b, c), at)
	}
	for a := range j {
		for b := range periods {
			for c := range n {
				if x, y := dense.get(a, b, c), sparse.get(a, b, c); x != y {
					t.Errorf("%d %d %d: %d and %d", a, b, c, x, y)
				}
			}
		}
	}
	if national := newIndex(191, 40, 60, 460_000); len(national.table) != 458_400 {
		t.Error("a national deployment has no table")
	}
	if huge := newIndex(1<<20, 1<<12, 1<<10, 1_000_000); huge.table != nil {
		t.Error("a table of 4 tera cells")
	}
}

// The walk over all answers may be left at any point.
func TestAllStops(t *testing.T) {
	p := demo(t)
	a, err := txtar.ParseFile(filepath.Join("testdata", "ok", "complete.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	answers, _ := decode(t, p, a)
	d, _ := Build(p, answers.Observations, answers.Sources)
	var seen []string
	for o := range d.All() {
		if seen = append(seen, d.subject(o)); len(seen) == 2 {
			break
		}
	}
	if got := strings.Join(seen, ", "); got != "XEL 2005 law-01, XNA 2005 law-02" {
		t.Errorf("got %s", got)
	}
}

// Suggestions for sources are computed for a bounded number of ids.
func TestUnknownSourcesAreBounded(t *testing.T) {
	p := demo(t)
	law := p.Framework.Indicator(indicator.ID("law-02"))
	ids := make([]observation.SourceID, 3*maxHints)
	for i := range ids {
		ids[i] = observation.SourceID(strings.Repeat("x", 1+i%50) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('0'+i/676)))
	}
	d, _ := Build(p, []observation.Observation{{Indicator: law, State: observation.Observed, Sources: ids}}, []observation.Source{{ID: "report"}})
	if got := unknownSources(d, observation.Unread{}); len(got) != len(ids) {
		t.Errorf("%d findings for %d ids", len(got), len(ids))
	}
}

// A copy of a big workbook beside the original does not fill the memory with
// findings.
func TestFindingsAreBounded(t *testing.T) {
	p := demo(t)
	law := p.Framework.Indicator("law-02")
	answers := make([]observation.Observation, maxFindings+11)
	for i := range answers {
		answers[i] = observation.Observation{Indicator: law, State: observation.Observed, Pos: diag.Pos{File: "a.xlsx", Row: i + 1}}
	}
	_, findings := Build(p, answers, nil)
	if len(findings) != maxFindings+1 {
		t.Fatal(len(findings))
	}
	if last := findings[maxFindings]; last.Rule != "too-many-findings" || last.Message != "10 more findings like the last one are not listed" {
		t.Errorf("last: %+v", last)
	}
}

func BenchmarkBuildAndCheck(b *testing.B) {
	p := demo(b)
	law := p.Framework.Indicator("law-02")
	big := *p
	big.Jurisdictions = make([]programme.Jurisdiction, 2_000)
	big.Periods = make([]programme.Period, 50)
	answers := make([]observation.Observation, 0, 100_000)
	for j := range big.Jurisdictions {
		for t := range big.Periods {
			answers = append(answers, observation.Observation{
				Jurisdiction: j, Period: t, Indicator: law, State: observation.Observed, Sources: []observation.SourceID{"s1"},
			})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		d, _ := Build(&big, answers, []observation.Source{{ID: "s1"}})
		d.Check(observation.Unread{})
	}
}
