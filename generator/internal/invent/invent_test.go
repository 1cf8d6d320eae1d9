package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/project"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/programme"
	"tipscore/site"
)

const (
	root   = "../../.."
	folder = root + "/data/demonstration"
)

// The workbooks in the repository are those that the command makes.
func TestCommitted(t *testing.T) {
	p, err := loadProgramme(root)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]entry.Words{}
	for _, lang := range p.Languages {
		if words[lang], err = entry.ReadWords(lang, site.FS); err != nil {
			t.Fatal(err)
		}
	}
	files, err := makeFiles(newCountry(p), words)
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]bool{}
	for _, f := range files {
		made[filepath.FromSlash(f.name)] = true
		have, err := os.ReadFile(filepath.Join(folder, f.name))
		if err != nil || !bytes.Equal(have, f.data) {
			t.Errorf("%s is not what the command makes (%v); run go run ./generator/internal/invent", f.name, err)
		}
	}
	there, err := filepath.Glob(filepath.Join(folder, "workbooks", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range there {
		if rel, _ := filepath.Rel(folder, name); !made[rel] {
			t.Errorf("%s is not made by the command", rel)
		}
	}
}

func demonstration(t *testing.T) (*project.Programme, diag.List) {
	t.Helper()
	p, err := project.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	l := project.Loader{Project: p}
	loaded, err := l.Load(context.Background(), "demonstration")
	if err != nil {
		t.Fatal(err)
	}
	return loaded.Programme("demonstration"), loaded.Findings
}

// The demonstration shows what there is to show.
func TestEverythingIsShown(t *testing.T) {
	p, findings := demonstration(t)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	if len(p.Periods) != 12 || p.Periods[0].Frequency != programme.Quarter || !p.Invented || p.Rollup == nil || len(p.Breaks) == 0 || len(p.Starts) == 0 {
		t.Errorf("%d periods, invented %v, %+v, %d breaks, %d starts", len(p.Periods), p.Invented, p.Rollup, len(p.Breaks), len(p.Starts))
	}
	levels := map[string]int{}
	long, arabic, successor := false, false, false
	for _, j := range p.Jurisdictions {
		levels[j.Level]++
		long = long || len(j.Name["en"]) > 120
		arabic = arabic || isArabic(j.Name["en"])
		successor = successor || j.Successor != ""
		if j.Population == 0 || j.Level != "country" && j.Tile == nil {
			t.Errorf("%s has no people or no tile", j.ID)
		}
	}
	if levels["country"] != 1 || levels["province"] != 4 || levels["municipality"] != 14 || !long || !arabic || !successor {
		t.Errorf("levels %v, long name %v, Arabic %v, successor %v", levels, long, arabic, successor)
	}
	states, types, red, small := map[observation.State]bool{}, map[indicator.Type]bool{}, map[indicator.ID]bool{}, 0
	for o := range p.Dataset.All() {
		states[o.State], types[o.Indicator.Type] = true, true
		if o.Indicator.RedLine != nil && o.Value.Option == "yes" {
			red[o.Indicator.ID] = true
		}
		if o.Indicator.HidesSmallCounts() && o.Value.HasParts && o.Value.Numerator > 0 && o.Value.Numerator < float64(p.Policy.MinCell) {
			small++
		}
	}
	for _, s := range observation.States() {
		if !states[s] {
			t.Errorf("no answer is %s", s)
		}
	}
	for _, i := range p.Framework.All {
		if !types[i.Type] {
			t.Errorf("no answer is of the type %s", i.Type)
		}
	}
	if len(red) != 2 || small == 0 {
		t.Errorf("red lines %v, %d small counts", red, small)
	}
	for _, register := range indicator.Registers() {
		if len(p.Dataset.Register(register)) == 0 {
			t.Errorf("the register %s is empty", register)
		}
	}
	codings := p.Dataset.Codings()
	open := slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return d.Rule == "coded-differently" })
	decided := slices.ContainsFunc(codings, func(c dataset.Coding) bool { return c.Decided && !c.Agrees() })
	if len(codings) < 200 || !open || !decided {
		t.Errorf("%d second answers, one open %v, one decided %v", len(codings), open, decided)
	}
	if !slices.ContainsFunc(p.Dataset.Sources(), func(s observation.Source) bool { return isArabic(s.Title) }) {
		t.Error("no source has a title from right to left")
	}
	for _, s := range p.Dataset.Sources() {
		if !strings.Contains(s.Title, "(invented)") && !strings.Contains(s.Title, "(inventado)") || !strings.HasPrefix(s.URL, "https://example.org/") {
			t.Errorf("the source %s is not marked as invented: %s %s", s.ID, s.Title, s.URL)
		}
	}
}

func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// The tables that nothing reads yet are about answers that there are.
func TestRepliesAndCorrections(t *testing.T) {
	p, _ := demonstration(t)
	for _, name := range []string{"replies.csv", "corrections.csv"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Fatal(err, len(rows))
		}
		column := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
		for _, row := range rows[1:] {
			j := p.Index(programme.JurisdictionID(column(row, "jurisdiction")))
			at, err := programme.ParsePeriod(column(row, "period"))
			if j < 0 || err != nil || p.PeriodIndex(at) < 0 {
				t.Fatalf("%s: %v", name, row)
			}
			id := column(row, "indicator")
			if id == "" {
				continue
			}
			o := p.Dataset.Answer(j, p.PeriodIndex(at), p.Framework.Indicator(indicator.ID(id)))
			if o == nil {
				t.Fatalf("%s is about an answer that nobody gave: %v", name, row)
			}
			if after := slices.Index(rows[0], "after"); after >= 0 && row[after] != o.Typed() {
				t.Errorf("%s: the answer is %s, and was corrected to %s", name, o.Typed(), row[after])
			}
		}
	}
}

func TestUsage(t *testing.T) {
	var out bytes.Buffer
	if status := run([]string{"-source", t.TempDir()}, &out); status != 3 || out.Len() == 0 {
		t.Errorf("status %d: %s", status, out.String())
	}
	if status := run([]string{"unexpected"}, &out); status != 2 {
		t.Errorf("status %d", status)
	}
}
