package release_test

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/release"
	"tipscore/generator/scorecard"
)

// writeRegisters freezes the sample programme with registers, invented or not.
func writeRegisters(t *testing.T, invented bool, r register.Registers) (map[string]*memory, *release.Manifest) {
	t.Helper()
	p := sample.Programme(t)
	p.Invented = invented
	d, _ := dataset.Build(p, nil, []observation.Source{{ID: "s", Title: "S"}})
	d.Keep(r)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	files := map[string]*memory{}
	m, err := release.Freeze([]*disclosure.Public{public}, release.Info{Tool: "test"}).WriteFiles(
		func(path string) (io.WriteCloser, error) {
			files[path] = &memory{}
			return files[path], nil
		},
		func(lang string) (string, error) { return "made up in " + lang, nil })
	if err != nil {
		t.Fatal(err)
	}
	return files, m
}

func entries() register.Registers {
	made, _ := observation.NewDate(2002, 3, 1)
	return register.Registers{
		"commitments": {{Period: -1, Texts: map[string]string{"text": "=A hotline, call +1 809 555 0147", "body": "Council"},
			Words: map[string]string{"status": "open"}, Dates: map[string]observation.Date{"made_on": made}}},
		"meetings": {{Period: 1, Words: map[string]string{"held": "yes"}, Numbers: map[string]float64{"n_police": 2, "n_survivors": 3}}},
	}
}

// The files hold what passed the gate: no way to reach a person, no number of
// survivors, no formula in a spreadsheet.
func TestRegistersAreWrittenAsPublished(t *testing.T) {
	files, m := writeRegisters(t, false, entries())
	want := []string{"AA", "'=A hotline, call […]", "Council", "2002-03-01", "", "", "open", ""}
	if got := rows(t, files["data/p/commitments.csv"])[1]; !slices.Equal(got, want) {
		t.Errorf("commitments.csv holds %q, want %q", got, want)
	}
	table := rows(t, files["data/p/meetings.csv"])
	for column, want := range map[string]string{"period": "2002", "held": "yes", "n_police": "2", "n_survivors": "yes", "n_ngo": "", "decisions": ""} {
		if got := table[1][slices.Index(table[0], column)]; got != want {
			t.Errorf("meetings.csv says %q of %s, want %q", got, column, want)
		}
	}
	var read struct {
		Programme, Register string
		Invented            map[string]string
		Records             []map[string]any
	}
	if err := json.Unmarshal(files["data/p/meetings.json"].Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if r := read.Records[0]; len(read.Records) != 1 || r["n_police"] != 2.0 || r["n_survivors"] != "yes" || r["period"] != "2002" || r["n_ngo"] != nil {
		t.Errorf("meetings.json holds %v", read.Records)
	}
	if read.Programme != "p" || read.Register != "meetings" || read.Invented != nil {
		t.Errorf("meetings.json is %+v", read)
	}
	listed := 0
	for _, f := range m.Files {
		if f.Table == "commitments" || f.Table == "meetings" {
			listed++
			if f.Rows != 1 || f.SHA256 == "" || f.Bytes != int64(files[f.Path].Len()) || f.Invented {
				t.Errorf("the manifest says %+v", f)
			}
		}
	}
	if listed != 4 || files["data/p/trainings.csv"] != nil {
		t.Errorf("%d files of registers; those without entries have none", listed)
	}
}

// Invented data say so in each row and each file, and real data never.
func TestFilesSayThatDataAreInvented(t *testing.T) {
	for _, invented := range []bool{true, false} {
		files, m := writeRegisters(t, invented, entries())
		for name, f := range files {
			if got := strings.Contains(f.String(), `"en": "made up in en"`); strings.HasSuffix(name, "s.json") && got != invented {
				t.Errorf("invented: %v. %s holds the mark: %v", invented, name, got)
			}
			if strings.HasSuffix(name, ".csv") {
				for i, row := range rows(t, f) {
					if got := row[len(row)-1] == "made up in en" || i == 0 && row[len(row)-1] == release.InventedColumn; got != invented {
						t.Errorf("invented: %v. row %d of %s ends in %q", invented, i, name, row[len(row)-1])
					}
				}
			}
		}
		for _, f := range m.Files {
			if f.Invented != invented {
				t.Errorf("the manifest says %+v", f)
			}
		}
	}
}
