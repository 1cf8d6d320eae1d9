package release_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
	"tipscore/generator/release"
	"tipscore/generator/scorecard"
)

// mark is what the files of the sample, which is invented, say in each row.
const mark = "made up in en"

type memory struct {
	bytes.Buffer
}

func (*memory) Close() error { return nil }

// write freezes the sample programme with the answers and returns its files.
func write(t *testing.T, sources []observation.Source, answers ...observation.Observation) (map[string]*memory, *release.Manifest) {
	t.Helper()
	return freeze(t, sample.Programme(t), sources, answers...)
}

// freeze is write for a programme of one's own.
func freeze(t *testing.T, p *programme.Programme, sources []observation.Source, answers ...observation.Observation) (map[string]*memory, *release.Manifest) {
	t.Helper()
	d, _ := dataset.Build(p, answers, sources)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	files := map[string]*memory{}
	m, err := release.Freeze([]*disclosure.Public{public}, release.Info{Tool: "test"}).WriteFiles(func(path string) (io.WriteCloser, error) {
		if files[path] != nil {
			t.Errorf("%s is written twice", path)
		}
		files[path] = &memory{}
		return files[path], nil
	}, func(lang string) (string, error) { return "made up in " + lang, nil })
	if err != nil {
		t.Fatal(err)
	}
	return files, m
}

func rows(t *testing.T, file *memory) [][]string {
	t.Helper()
	if file == nil {
		t.Fatal("the file was not written")
	}
	out, err := csv.NewReader(bytes.NewReader(file.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// counted counts the rows of a file; a calculation is one.
func counted(t *testing.T, f release.File, file *memory) int {
	t.Helper()
	if f.Table != "calculation" {
		return len(rows(t, file)) - 1
	}
	if !json.Valid(file.Bytes()) {
		t.Errorf("%s is not JSON", f.Path)
	}
	return 1
}

func TestManifestDescribesTheFiles(t *testing.T) {
	p := sample.Programme(t)
	files, m := write(t, nil, sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 30, 60))
	for _, f := range m.Files {
		sum := sha256.Sum256(files[f.Path].Bytes())
		if f.SHA256 != hex.EncodeToString(sum[:]) || f.Bytes != int64(files[f.Path].Len()) || f.Rows != counted(t, f, files[f.Path]) {
			t.Errorf("the manifest says %+v of a file with %d bytes", f, files[f.Path].Len())
		}
	}
	if len(m.Files)+1 != len(files) {
		t.Errorf("%d files in the manifest, %d written", len(m.Files), len(files))
	}
	var read release.Manifest
	if err := json.Unmarshal(files[release.ManifestFile].Bytes(), &read); err != nil || read.ID != m.ID {
		t.Errorf("the manifest file says %+v, %v", read, err)
	}
}

func TestIDFollowsTheData(t *testing.T) {
	p := sample.Programme(t)
	_, a := write(t, nil, sample.Law(p, 0, 0, "yes"), sample.Law(p, 1, 0, "no"))
	_, same := write(t, nil, sample.Law(p, 1, 0, "no"), sample.Law(p, 0, 0, "yes"))
	_, other := write(t, nil, sample.Law(p, 0, 0, "yes"), sample.Law(p, 1, 0, "yes"))
	if a.ID != same.ID {
		t.Errorf("the order of answers changes the id: %s, %s", a.ID, same.ID)
	}
	if a.ID == other.ID {
		t.Errorf("another answer keeps the id %s", a.ID)
	}
}

func TestColumnsAreTheOnesDescribed(t *testing.T) {
	files, m := write(t, nil)
	described := map[string][]string{}
	for _, table := range release.Tables() {
		described[table.Name] = table.Columns
	}
	for _, f := range m.Files {
		got := rows(t, files[f.Path])[0]
		want := slices.Clone(described[f.Table])
		for i, column := range want {
			want[i] = strings.Replace(column, "*", "en", 1)
		}
		if want = append(want, release.InventedColumn); !slices.Equal(got, want) {
			t.Errorf("%s has the columns %v, described are %v", f.Path, got, want)
		}
	}
}

func TestHiddenNumbersAreInNoFile(t *testing.T) {
	p := sample.Programme(t)
	files, _ := write(t, nil, sample.Victims(p, 0, 0, 7), sample.Law(p, 0, 0, "yes"), sample.Share(p, 1, 0, 7777, 7780), sample.Law(p, 1, 0, "yes"))
	number := regexp.MustCompile(`[:\[](7|99\.9\d*|\d*777\d*)[,}\]]`)
	calculations := 0
	for name, f := range files {
		if name == release.ManifestFile {
			continue
		}
		if strings.HasSuffix(name, ".json") {
			calculations++
			if found := number.FindString(f.String()); found != "" || !strings.Contains(f.String(), `"invented":{"en":"made up in en"}`) {
				t.Errorf("%s gives a hidden number away, or is not marked: %q", name, found)
			}
			continue
		}
		for _, row := range rows(t, f) {
			for _, field := range row {
				if field == "7" || strings.HasPrefix(field, "99.9") || strings.Contains(field, "777") {
					t.Errorf("%s gives a hidden number away: %v", name, row)
				}
			}
		}
	}
	if calculations != 2 {
		t.Errorf("%d calculations, want one of each place in the first year", calculations)
	}
	want := []string{"AA", "2001", "victims", "", "suppressed", "", "", "", "", "", mark}
	if !slices.ContainsFunc(rows(t, files["data/p/answers.csv"]), func(r []string) bool { return slices.Equal(r, want) }) {
		t.Errorf("answers.csv does not say that the number is hidden")
	}
}

// A reader of a single file can tell what a number is: its unit and what it was
// divided from.
func TestValuesComeWithUnitAndParts(t *testing.T) {
	p := sample.Programme(t)
	share := p.Framework.Indicator("referred")
	files, _ := write(t, nil, sample.Share(p, 0, 0, 30, 60))
	unit := share.Unit.In("en", "")
	if unit == "" {
		t.Fatal("the sample has no unit")
	}
	for name, want := range map[string][]string{
		"data/p/answers.csv": {"AA", "2001", "referred", "50", "observed", "", unit, "", "30", "60", mark},
		"data/p/jurisdictions/" + p.Jurisdictions[0].Slug + ".csv": {"2001", "referred", "50", "observed", "50", "1", "", "high", "", unit, "", "30", "60", "", "", "", "", "", mark},
	} {
		if !slices.ContainsFunc(rows(t, files[name]), func(r []string) bool { return slices.Equal(r, want) }) {
			t.Errorf("%s lacks %q:\n%s", name, want, files[name].String())
		}
	}
	for _, row := range rows(t, files["data/p/indicators.csv"])[1:] {
		i := p.Framework.Indicator(indicator.ID(row[0]))
		if row[8] != i.Title.In("en", "") || row[9] != i.Unit.In("en", "") {
			t.Errorf("indicators.csv says %q of %s", row, i.ID)
		}
	}
}

func TestTextCannotBecomeAFormula(t *testing.T) {
	p := sample.Programme(t)
	source := observation.Source{ID: "s", Title: `=HYPERLINK("http://example.org")`, Publisher: "@cmd", Licence: "-1+1", Citation: "plain = text"}
	files, _ := write(t, []observation.Source{source}, sample.Victims(p, 0, 0, 20, "s"))
	got := rows(t, files["data/p/sources.csv"])[1]
	want := []string{"s", `'=HYPERLINK("http://example.org")`, "'@cmd", "", "", "'-1+1", "plain = text", mark}
	if !slices.Equal(got, want) {
		t.Errorf("sources.csv holds %q, want %q", got, want)
	}
}

func TestScoresAreWrittenAsPublished(t *testing.T) {
	p := sample.Programme(t)
	files, _ := write(t, nil, sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 20, 60))
	want := []string{"AA", "2001", "overall", "66.7", "1", "", "high", "", "", "", "", "", mark}
	if !slices.ContainsFunc(rows(t, files["data/p/scores.csv"]), func(r []string) bool { return slices.Equal(r, want) }) {
		t.Errorf("scores.csv lacks %v:\n%s", want, files["data/p/scores.csv"].String())
	}
}

// Where the framework names choices, the overall score comes with what they make
// of it.
func TestIntervalsAreWritten(t *testing.T) {
	p := sample.Programme(t)
	p.Framework.Doubt = &doubt.Settings{Seed: 1, Runs: 200, Weights: 0.5, Floor: 1}
	files, _ := freeze(t, p, nil, sample.Law(p, 0, 0, "yes"), sample.Share(p, 0, 0, 20, 60))
	for _, row := range rows(t, files["data/p/scores.csv"]) {
		if row[0] != "AA" || row[1] != "2001" {
			continue
		}
		low, lowErr := strconv.ParseFloat(row[8], 64)
		high, highErr := strconv.ParseFloat(row[9], 64)
		switch {
		case row[2] == "overall" && (lowErr != nil || highErr != nil || low >= 66.7 || high <= 66.7 || row[10] != ""): // too few for a rank
			t.Errorf("the overall score has the interval %q", row[8:12])
		case row[2] != "overall" && strings.Join(row[7:12], "") != "":
			t.Errorf("%s has an interval: %q", row[2], row)
		}
	}
}

// A number with a word beside it is no number to a spreadsheet: the currency
// has a column of its own.
func TestMoneyIsANumber(t *testing.T) {
	money := &indicator.Indicator{Type: indicator.Money}
	value := observation.Value{Number: 1200.5, Currency: observation.Currency{'D', 'O', 'P'}}
	if got := release.Value(money, disclosure.Answer{State: observation.Observed, Value: value}); got != "1200.5" {
		t.Errorf("the sum is written as %q", got)
	}
}
