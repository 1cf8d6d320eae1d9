package observation

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unsafe"

	"github.com/rogpeppe/go-internal/txtar"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// decodeText decodes a .csv table.
func decodeText(t testing.TB, p *programme.Programme, text string) (*Answers, diag.List) {
	t.Helper()
	return DecodeFile(t, fstest.MapFS{"book.csv": {Data: []byte(text)}}, "book.csv", p)
}

const head = "jurisdiction,period,indicator,value,state,comment,sources\n"

func TestFindingsNameTheirSubject(t *testing.T) {
	p := Demo(t)
	_, findings := decodeText(t, p, head+"XNA,2005,law-02,9,,,s1\nXNA,,fig-treaty,soon,,,s1\nAtlantis,2005,law-02,9,,,s1\n")
	var got []string
	for _, f := range findings {
		got = append(got, f.Rule+": "+f.Subject)
	}
	want := []string{
		"out-of-range: XNA 2005 law-02", "wrong-type: XNA fig-treaty",
		"unknown-jurisdiction: ", "out-of-range: ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// A file with more mistakes than anybody reads ends with a count of the rest,
// in bounded time: every word is another one, so that nothing is remembered.
func TestFindingsAreCapped(t *testing.T) {
	const rows = maxFindings + 2_000
	var b strings.Builder
	b.WriteString(head)
	for i := range rows {
		fmt.Fprintf(&b, "Atlantis %d,2005,law-02,4,,,s1\n", i)
	}
	answers, findings := decodeText(t, Demo(t), b.String())
	if len(answers.Observations) != 0 || len(findings) != maxFindings+1 {
		t.Fatal(len(answers.Observations), len(findings))
	}
	last := findings[len(findings)-1]
	if last.Rule != "too-many-findings" || last.Message != "2000 more findings in this file are not listed" || last.Pos.File != "book.csv" {
		t.Errorf("last: %+v", last)
	}
}

func TestLongTextsAreCutInFindings(t *testing.T) {
	long := strings.Repeat("x", 30_000)
	_, findings := decodeText(t, Demo(t), head+long+",2005,law-02,"+long+","+long+",,s1\n")
	if len(findings) != 3 {
		t.Fatal(len(findings))
	}
	for _, f := range findings {
		if n := len(f.Message) + len(f.Got) + len(f.Hint); n > 600 {
			t.Errorf("%s: %d bytes", f.Rule, n)
		}
	}
}

// Every other month, "2006-07" becomes a date in somebody's spreadsheet.
func TestPeriodsThatBecameDates(t *testing.T) {
	a, err := txtar.ParseFile(filepath.Join("testdata", "definitions.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range a.Files {
		a.Files[i].Data = bytes.ReplaceAll(f.Data, []byte(`{frequency: year, from: "2005", to: "2008"}`), []byte(`{frequency: month, from: "2006-06", to: "2006-08"}`))
	}
	fsys := Files(t, a)
	book, err := MakeWorkbook("[Data]\njurisdiction|period|indicator|value|sources\nXNA|2006-07-01|law-02|4|s1\nXNA|2006-07-02|law-02|4|s1\nXNA|\"2006-08\"|law-02|4|s1\nXNA|2009-07-01|law-02|4|s1")
	if err != nil {
		t.Fatal(err)
	}
	fsys["book.xlsx"] = &fstest.MapFile{Data: book}
	p := loadProgramme(t, fsys)
	answers, findings := DecodeFile(t, fsys, "book.xlsx", p)
	if got := rules(findings); got != "period-as-date unknown-period unknown-period" {
		t.Errorf("findings: %s", got)
	}
	if len(answers.Observations) != 2 || answers.Observations[0].Period != 1 || answers.Observations[1].Period != 2 {
		t.Errorf("answers: %+v", answers.Observations)
	}
}

// rules lists the rules of findings.
func rules(list diag.List) string {
	var out []string
	for _, f := range list {
		out = append(out, f.Rule)
	}
	return strings.Join(out, " ")
}

// A programme keeps hundreds of thousands of observations in memory.
func TestObservationsAreSmallAndShare(t *testing.T) {
	if n := unsafe.Sizeof(Observation{}); n > 192 {
		t.Errorf("an observation has %d bytes", n)
	}
	answers, findings := decodeText(t, Demo(t), head+
		"XNA,2005,law-02,4,,same words,s1; s2\nXNA,2006,law-02,4,,same words,s1; s2\n")
	if len(findings) > 0 || len(answers.Observations) != 2 {
		t.Fatal(findings)
	}
	a, b := &answers.Observations[0], &answers.Observations[1]
	if unsafe.StringData(a.Comment) != unsafe.StringData(b.Comment) || unsafe.SliceData(a.Sources) != unsafe.SliceData(b.Sources) {
		t.Error("equal comments or sources are kept twice")
	}
	if cap(a.Sources) != len(a.Sources) {
		t.Error("appending to one answer's sources would change another's")
	}
}

// Decoding allocates the observations and nothing else that grows with the
// rows: what it asks of a text, it asks once.
func TestDecodingARowAllocatesNothing(t *testing.T) {
	p := Demo(t)
	allocations := func(rows int) (scan, decode float64) {
		var b strings.Builder
		b.WriteString(head)
		for i := range rows {
			fmt.Fprintf(&b, "XNA,%d,law-03,%d,,a comment,s%d\n", 2005+i%4, i%100+1, i%10)
		}
		fsys := fstest.MapFS{"book.csv": {Data: []byte(b.String())}}
		run := func(f func(*workbook.Book)) float64 {
			return testing.AllocsPerRun(3, func() {
				book, _, err := workbook.Open(fsys, "book.csv", workbook.Limits{})
				if err != nil {
					t.Fatal(err)
				}
				defer book.Close()
				f(book)
			})
		}
		return run(func(b *workbook.Book) { b.Scan("", func(*workbook.Row) bool { return true }) }),
			run(func(b *workbook.Book) { Decode(b, p) })
	}
	scan1, decode1 := allocations(1_000)
	scan2, decode2 := allocations(9_000)
	if more := (decode2 - scan2) - (decode1 - scan1); more > 100 {
		t.Errorf("8,000 more rows allocate %v times more than a scan does", more)
	}
}

func TestSourcesPos(t *testing.T) {
	answers, _ := decodeText(t, Demo(t), head+"XNA,2005,law-02,4,,,s1\nXNA,2005,law-03,4,,,\n")
	if got := answers.Observations[0].SourcesPos().String(); got != "book.csv:2:7" {
		t.Errorf("got %s", got)
	}
	if got := answers.Observations[1].SourcesPos().String(); got != "book.csv:3:4" {
		t.Errorf("got %s", got)
	}
}
