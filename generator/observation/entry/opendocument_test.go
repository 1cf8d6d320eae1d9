package entry_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// keep is to be set when the framework or the form changes.
var keep = flag.Bool("keep", false, "keep what LibreOffice made of the form in testdata")

// filled is a form with an answer of every type and entries of two registers.
func filled(t *testing.T, p *programme.Programme) []byte {
	t.Helper()
	day := workbook.Date{Year: 2024, Month: 5, Day: 7}
	form := entry.Form{Programme: p, Jurisdiction: 1, Period: 1, Words: words(t, "en"), Standing: true, Answers: map[indicator.ID]observation.Observation{},
		Sources: []observation.Source{{ID: "s1", Title: "=Report", Date: "2024", URL: "https://example.org/"}, {ID: "s2", Title: "Law"}},
		Registers: map[string][]entry.Entry{
			"meetings":  {{"held": "yes", "date": day, "n_police": 2, "n_social-services": 1}},
			"campaigns": {{"place": "El puerto", "from": day, "reach": 300}},
		}}
	for n, i := range p.Framework.All {
		if i.Computed == nil && slices.Contains(i.Levels, p.Jurisdictions[1].Level) {
			form.Answers[i.ID] = invented(i, n)
		}
	}
	return write(t, form)
}

// told writes down all that is read of a workbook, but for where it stood.
func told(t *testing.T, name string, data []byte, p *programme.Programme) (all []string) {
	t.Helper()
	book, findings, err := workbook.Open(fstest.MapFS{name: {Data: data}}, name, workbook.Limits{})
	if err != nil || book == nil {
		t.Fatal(err, findings)
	}
	defer book.Close()
	answers, more, err := observation.Decode(book, p)
	if err != nil {
		t.Fatal(err)
	}
	entries, others, err := register.Decode(book, answers.Reading)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range slices.Concat(findings, more, others) {
		t.Errorf("%s: %s %s", name, d.Rule, d.Message)
	}
	for _, o := range answers.Observations {
		all = append(all, fmt.Sprintf("%s %d %d %v %+v %q %q %v", o.Indicator.ID, o.Jurisdiction, o.Period, o.State, o.Value, o.Comment, o.Monitor, o.Sources))
	}
	for _, s := range answers.Sources {
		all = append(all, fmt.Sprintf("%s %q %q %q", s.ID, s.Title, s.Date, s.URL))
	}
	for _, name := range []string{"commitments", "meetings", "trainings", "campaigns"} {
		for _, e := range entries[name] {
			all = append(all, fmt.Sprintf("%s %d %d %v %v %v", name, e.Jurisdiction, e.Period, e.Words, e.Numbers, e.Dates))
		}
	}
	return all
}

func sameTold(t *testing.T, name string, got, want []string) {
	t.Helper()
	if len(want) < 35 {
		t.Fatalf("only %d things to compare", len(want))
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d of %d came back", name, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got[i], want[i])
		}
	}
}

// The form, saved by LibreOffice once, says what the form says.
func TestSavedByLibreOffice(t *testing.T) {
	p := towns(t)
	data, err := os.ReadFile("testdata/filled.ods")
	if err != nil {
		t.Fatal(err)
	}
	sameTold(t, "filled.ods", told(t, "filled.ods", data, p), told(t, "a.xlsx", filled(t, p), p))
}

// LibreOffice saves the form as .ods and that as .xlsx, and nothing is lost in
// either.
func TestThroughLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skipf("LibreOffice is not installed: %v", err)
	}
	p, dir := towns(t), t.TempDir()
	form := filled(t, p)
	name := filepath.Join(dir, "form.xlsx")
	if err := os.WriteFile(name, form, 0o666); err != nil {
		t.Fatal(err)
	}
	convert := func(kind, name string) (string, []byte) {
		out := filepath.Join(dir, kind)
		said, err := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", kind, "--outdir", out, name).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v: %s", err, said)
		}
		made := filepath.Join(out, "form."+kind)
		data, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		return made, data
	}
	want := told(t, "form.xlsx", form, p)
	odsName, ods := convert("ods", name)
	sameTold(t, "form.ods", told(t, "form.ods", ods, p), want)
	_, back := convert("xlsx", odsName)
	sameTold(t, "form.ods as .xlsx", told(t, "form.xlsx", back, p), want)
	if *keep {
		if err := os.WriteFile("testdata/filled.ods", ods, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
