package main

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// programmeDir is the programme, as seen from this package.
const programmeDir = "../../../data/world"

// testWorld returns the real programme: its list of jurisdictions and the
// tables of judgements are what the names of the sources must fit.
func testWorld(t *testing.T) *world {
	t.Helper()
	w, err := loadWorld(os.DirFS(programmeDir))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestFind(t *testing.T) {
	w := testWorld(t)
	for _, c := range []struct{ code, name, want string }{
		{"DOM", "Dominican Republic", "DOM"},
		{"DOM", "a spelling nobody listed", "DOM"},
		{"NA", "St.Kitts&Nevis", "KNA"},
		{"NA", "Sao Tome", "STP"},
		{"NA", "Serbia", "SRB"},
		{"NAM", "Namibia", "NAM"},
		{"KOS", "Kosovo", "XKX"},
		{"SWZ", "Swaziland", "SWZ"},
		{"", "Lao People's Democratic Republic", "LAO"},
		{"", "Côte d'Ivoire", "CIV"},
		{"ABW", "Aruba", ""},
		{"", "European Union", ""},
	} {
		if got, err := w.find(c.code, c.name); err != nil || got != c.want {
			t.Errorf("find(%q, %q) = %q, %v; want %q", c.code, c.name, got, err, c.want)
		}
	}
	for _, c := range []struct{ code, name, want string }{
		{"NA", "Atlantis", "neither a jurisdiction nor left out on purpose"},
		{"", "", "neither a jurisdiction nor left out on purpose"},
		{"NER", "Nigeria", `has the code "NER", but its name means "NGA"`},
		{"DMA", "Dominican Republic", `but its name means "DOM"`},
	} {
		if got, err := w.find(c.code, c.name); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("find(%q, %q) = %q, %v; want an error with %q", c.code, c.name, got, err, c.want)
		}
	}
}

func TestLoadWorldRefuses(t *testing.T) {
	const jurisdictions = "id,name_en\nDOM,Dominican Republic\n"
	for _, c := range []struct{ programme, jurisdictions, want string }{
		{"periods: {from: \"x\", to: \"2014\"}", jurisdictions, "the periods are no years"},
		{"periods: {from: \"2014\", to: \"2013\"}", jurisdictions, "the periods are no years"},
		{"periods: {from: \"1999\", to: \"2014\"}", "id,name\nDOM,x\n", `no column "name_en"`},
		{"periods: {from: \"1999\", to: \"2014\"}", "", "it is empty"},
		{"periods: {from: \"1999\", to: \"2014\"}", jurisdictions, "is no jurisdiction"}, // the names mean others
	} {
		_, err := loadWorld(fstest.MapFS{
			"programme.yaml":    {Data: []byte(c.programme)},
			"jurisdictions.csv": {Data: []byte(c.jurisdictions)},
		})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %q: error %v, want one with %q", c.programme, c.jurisdictions, err, c.want)
		}
	}
}

// Every judgement must still concern something, or it misleads its reader.
func TestJudgementsAreOfUse(t *testing.T) {
	w := testWorld(t)
	for key := range w.remarks {
		if !w.ids[key.jurisdiction] {
			t.Errorf("a remark is about %q, which is no jurisdiction", key.jurisdiction)
		}
		if key.period != 0 && !w.inYears(key.period) {
			t.Errorf("a remark on %s is about %d", key.jurisdiction, key.period)
		}
	}
	ids := map[string]bool{}
	for _, r := range w.sources {
		if ids[r.get("id")] {
			t.Errorf("the source %q is listed twice", r.get("id"))
		}
		ids[r.get("id")] = true
		for _, column := range sourcesHeader() {
			if r.get(column) == "" {
				t.Errorf("the source %q has no %s", r.get("id"), column)
			}
		}
	}
}
