package register_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// town is a programme with one town, two years and three computed figures.
func town() *programme.Programme {
	figures := []*indicator.Indicator{
		{ID: "people", Type: indicator.Count, Computed: &indicator.Computed{Register: "trainings", Value: "participants", Sectors: []string{"police", "ngo"}}},
		{ID: "passed", Type: indicator.Percent, Computed: &indicator.Computed{Register: "trainings", Numerator: "passed", Denominator: "sat"}},
		{ID: "table", Type: indicator.Percent, Computed: &indicator.Computed{Register: "meetings", Numerator: "sectors-present", Denominator: "sectors-listed"}},
		{ID: "minutes", Type: indicator.Percent, Computed: &indicator.Computed{Register: "meetings", Numerator: "with-minutes", Denominator: "planned"}},
	}
	for n, i := range figures {
		i.Index = n
	}
	return &programme.Programme{
		ID: "p", Framework: &indicator.Framework{All: figures},
		Jurisdictions: []programme.Jurisdiction{{ID: "T1", Level: "town"}},
		Periods: []programme.Period{
			{Frequency: programme.Year, Year: 2005, Part: 1}, {Frequency: programme.Year, Year: 2006, Part: 1},
		},
	}
}

func decode(t *testing.T, name, text string) (register.Registers, diag.List) {
	t.Helper()
	book, findings, err := workbook.Open(fstest.MapFS{name: {Data: []byte(text)}}, name, workbook.Limits{})
	if err != nil || book == nil {
		t.Fatalf("%v %v", err, findings)
	}
	answers, _, err := observation.Decode(book, town())
	if err != nil {
		t.Fatal(err)
	}
	found, findings, err := register.Decode(book, answers.Reading)
	if err != nil {
		t.Fatal(err)
	}
	return found, findings
}

func TestDecode(t *testing.T) {
	found, findings := decode(t, "trainings.csv", "jurisdiction,period,Sector,sessions,participants,sources\nT1,2005,social services,2,31,s1; s2\nt1,2006,police,,,\n")
	if len(findings) > 0 || len(found["trainings"]) != 2 {
		t.Fatalf("%v\n%v", findings, found)
	}
	e := found["trainings"][0]
	if e.Words["sector"] != "social-services" || e.Numbers["participants"] != 31 || e.Period != 0 || !slices.Equal(e.Sources, []observation.SourceID{"s1", "s2"}) {
		t.Errorf("%+v", e)
	}
	if _, known := found["trainings"][1].Numbers["participants"]; known {
		t.Error("an empty cell is a number")
	}
	found, findings = decode(t, "Commitments.csv", "jurisdiction,id,text,body,made_on,due,status\nT1,c1,\"A shelter, soon\",The council,2005-03-01,2006-03-01,in progress\n")
	if len(findings) > 0 || found["commitments"][0].Words["status"] != "in-progress" || found["commitments"][0].Dates["due"].Year != 2006 {
		t.Errorf("%v\n%v", findings, found)
	}
	if found, findings := decode(t, "answers.csv", "jurisdiction,period\nX,Y\n"); len(found) > 0 || len(findings) > 0 {
		t.Error("a table that is no register was read as one")
	}
}

// A register whose last row is wrong keeps none of the later ones from being
// read, and a date belongs into the period of its entry.
func TestEverySheetIsRead(t *testing.T) {
	var b bytes.Buffer
	err := workbook.Write(&b, []workbook.NewSheet{
		{Name: "Trainings", Rows: [][]any{{"jurisdiction", "period", "sector"}, {"T1", 2005, "nobody"}}},
		{Name: "Meetings", Rows: [][]any{{"jurisdiction", "period", "held", "date"}, {"T1", 2005, "sí", workbook.Date{Year: 2005, Month: 12, Day: 31}}, {"T1", 2005, "yes", workbook.Date{Year: 2006, Month: 1, Day: 1}}}},
		{Name: "Campaigns", Rows: [][]any{{"jurisdiction", "period", "place"}, {"T1", 2006, "The harbour"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	book, _, err := workbook.Open(fstest.MapFS{"a.xlsx": {Data: b.Bytes()}}, "a.xlsx", workbook.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	answers, _, err := observation.Decode(book, town())
	if err != nil {
		t.Fatal(err)
	}
	found, findings, err := register.Decode(book, answers.Reading)
	if err != nil {
		t.Fatal(err)
	}
	if len(found["meetings"]) != 1 || found["meetings"][0].Words["held"] != "yes" || len(found["campaigns"]) != 1 {
		t.Errorf("read: %+v", found)
	}
	if len(findings) != 2 || findings[0].Rule != "unknown-option" || findings[1].Rule != "register-order" || findings[1].Pos.Row != 3 {
		t.Errorf("found: %+v", findings)
	}
}

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"header":       {"trainings.csv", "jurisdiction,period,sector,name of victim\n", "unknown-header"},
		"near header":  {"trainings.csv", "jurisdiction,period,sectr\n", "unknown-header missing-header"},
		"twice":        {"trainings.csv", "jurisdiction,period,sector,sector\n", "duplicate-header"},
		"no column":    {"trainings.csv", "jurisdiction,period\n", "missing-header"},
		"place":        {"trainings.csv", "jurisdiction,period,sector\nT9,2005,police\n", "unknown-jurisdiction"},
		"period":       {"trainings.csv", "jurisdiction,period,sector\nT1,1999,police\n", "period-outside"},
		"word":         {"trainings.csv", "jurisdiction,period,sector\nT1,2005,polise\n", "unknown-option"},
		"number":       {"trainings.csv", "jurisdiction,period,sector,participants\nT1,2005,police,many\n", "wrong-type"},
		"not whole":    {"trainings.csv", "jurisdiction,period,sector,participants\nT1,2005,police,2.5\n", "wrong-type"},
		"missing cell": {"trainings.csv", "jurisdiction,period,sector\nT1,2005,\n", "missing-cell"},
		"passed":       {"trainings.csv", "jurisdiction,period,sector,sat,passed\nT1,2005,police,3,4\n", "register-order"},
		"too late":     {"campaigns.csv", "jurisdiction,period,place,from\nT1,2005,Market,2006-01-02\n", "register-order"},
		"too early":    {"campaigns.csv", "jurisdiction,period,place,from,to\nT1,2006,Market,2005-10-02,2005-12-30\n", "register-order"},
		"not held":     {"meetings.csv", "jurisdiction,period,held,n_police\nT1,2005,no,3\n", "register-order"},
		"dates":        {"campaigns.csv", "jurisdiction,period,place,from,to\nT1,2005,Market,2005-06-01,2005-05-01\n", "register-order"},
		"date":         {"campaigns.csv", "jurisdiction,period,place,from\nT1,2005,Market,June\n", "wrong-type"},
	} {
		_, findings := decode(t, c.file, c.text)
		var rules []string
		for _, f := range findings {
			rules = append(rules, f.Rule)
			if f.Hint == "" {
				t.Errorf("%s: no hint: %+v", name, f)
			}
		}
		if got := strings.Join(rules, " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAnswers(t *testing.T) {
	p := town()
	all, _ := decode(t, "trainings.csv", "jurisdiction,period,sector,participants,sat,passed,sources\n"+
		"T1,2005,police,12,10,9,s1\nT1,2005,ngo,15,15,11,s2\nT1,2005,health,40,0,0,s1\nT1,2006,police,,10,5,s1\n")
	meetings, findings := decode(t, "meetings.csv", "jurisdiction,period,held,minutes,n_police,n_ngo,n_health\n"+
		"T1,2005,yes,yes,2,3,1\nT1,2005,yes,no,1,2,0\nT1,2005,yes,yes,0,4,0\nT1,2005,no,yes,,,\n")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	all["meetings"] = meetings["meetings"]
	answers, list := register.Answers(p, all, nil)
	if len(list) > 0 {
		t.Error(list)
	}
	got := map[string]float64{}
	for _, a := range answers {
		got[string(a.Indicator.ID)+" "+p.Periods[a.Period].String()] = a.Value.Number
	}
	want := map[string]float64{
		"people 2005": 27, "passed 2005": 80, "passed 2006": 50, // nobody wrote down how many came in 2006
		"table 2005":   20, // police in two of three, NGOs in all, health in one: two of ten
		"minutes 2005": 50, // of four planned, two held ones have minutes
	}
	if len(got) != len(want) {
		t.Errorf("%v, want %v", got, want)
	}
	for k, w := range want {
		if got[k] != w {
			t.Errorf("%s is %v, want %v", k, got[k], w)
		}
	}
	if a := answers[0]; a.Indicator.ID != "people" || !slices.Equal(a.Sources, []observation.SourceID{"s1", "s2"}) || a.Pos.Line != 2 {
		t.Errorf("%+v", a)
	}
}

// A typed answer stands, and where it says something else that is found.
func TestTypedAnswers(t *testing.T) {
	p := town()
	all, _ := decode(t, "trainings.csv", "jurisdiction,period,sector,participants\nT1,2005,police,12\n")
	typed := func(n float64) []observation.Observation {
		return []observation.Observation{{Indicator: p.Framework.All[0], State: observation.Observed, Value: observation.Value{Number: n}}}
	}
	if answers, list := register.Answers(p, all, typed(12)); len(answers) > 0 || len(list) > 0 {
		t.Errorf("%v %v", answers, list)
	}
	if answers, list := register.Answers(p, all, typed(13)); len(answers) > 0 || len(list) != 1 || list[0].Rule != "computed-differs" {
		t.Errorf("%v %v", answers, list)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("trainings.csv", "jurisdiction,period,sector\nT1,2005,police\n")
	f.Add("meetings.csv", "jurisdiction,period,held,n_police\nT1,2005,yes,-1\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !strings.HasSuffix(name, ".csv") || strings.ContainsAny(name, "/\\") {
			return
		}
		book, _, err := workbook.Open(fstest.MapFS{name: {Data: []byte(text)}}, name, workbook.Limits{})
		if err != nil || book == nil {
			return
		}
		answers, _, err := observation.Decode(book, town())
		if err != nil {
			t.Fatal(err)
		}
		found, findings, err := register.Decode(book, answers.Reading)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range found {
			for _, e := range list {
				if e.Jurisdiction != 0 || e.Period >= 2 {
					t.Errorf("%+v", e)
				}
			}
		}
		for _, d := range findings {
			if d.Rule == "" || d.Message == "" || d.Pos.File == "" {
				t.Errorf("%+v", d)
			}
		}
	})
}
