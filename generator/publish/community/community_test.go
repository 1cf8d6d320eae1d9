package community_test

import (
	"slices"
	"strings"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/sample"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/publish/community"
	"tipscore/generator/publish/peers"
	"tipscore/generator/scorecard"
)

// plain writes keys and ids in place of words and links.
func plain() community.Scribe {
	return community.Scribe{
		Text:      func(t indicator.Text) string { return t["en"] },
		Word:      func(key string) string { return key },
		Place:     func(j int) community.Link { return community.Link{Title: string(rune('A' + j))} },
		Indicator: func(i *indicator.Indicator) community.Link { return community.Link{Title: string(i.ID)} },
		Sources:   func([]observation.SourceID) []community.Link { return nil },
		Register:  func(name string) community.Link { return community.Link{Title: name} },
	}
}

func edition(t *testing.T, r register.Registers) *peers.Edition {
	t.Helper()
	p := sample.Programme(t)
	d, _ := dataset.Build(p, nil, nil)
	d.Keep(r)
	public, _ := disclosure.Apply(d, scorecard.Compute(d))
	return peers.New(public)
}

func date(y, m, d int) observation.Date {
	at, _ := observation.NewDate(y, m, d)
	return at
}

// A commitment is overdue by what the data cover, not by a clock.
func TestCommitments(t *testing.T) {
	made := func(status string, due observation.Date) register.Entry {
		e := register.Entry{Period: -1, Words: map[string]string{"status": status}, Dates: map[string]observation.Date{}}
		if !due.IsZero() {
			e.Dates["due"] = due
		}
		return e
	}
	e := edition(t, register.Registers{"commitments": {
		made("open", date(1999, 5, 1)), made("in-progress", date(2999, 1, 1)), made("fulfilled", date(1999, 5, 1)),
		made("withdrawn", date(1999, 5, 1)), made("broken", date(1999, 5, 1)), made("open", observation.Date{}),
	}})
	view := community.Records(e, "commitments", plain())
	if len(view.Places) != 1 {
		t.Fatalf("%+v", view.Places)
	}
	if c := view.Places[0]; c.Made != 6 || c.Overdue != 2 || !slices.Equal(c.By, []int{2, 1, 1, 1, 1}) {
		t.Errorf("%+v", c)
	}
	for k, want := range []bool{true, false, false, false, true, false} {
		if view.Rows[k].Overdue != want {
			t.Errorf("row %d is overdue: %v", k, view.Rows[k].Overdue)
		}
	}
}

// What nobody wrote down is not counted as zero.
func TestTotals(t *testing.T) {
	training := func(sector string, numbers map[string]float64) register.Entry {
		return register.Entry{Words: map[string]string{"sector": sector}, Numbers: numbers}
	}
	e := edition(t, register.Registers{"trainings": {
		training("ngo", map[string]float64{"organisations": 27}), training("police", map[string]float64{"participants": 64, "sessions": 2}),
	}})
	view := community.Records(e, "trainings", plain())
	want := []community.Total{
		{Number: "2"}, {Column: "sessions", Number: "2", Unknown: 1},
		{Column: "organisations", Number: "27", Unknown: 1}, {Column: "participants", Number: "64", Unknown: 1},
	}
	if len(view.Totals) != len(want) {
		t.Fatalf("%+v", view.Totals)
	}
	for k := range want {
		if view.Totals[k] != want[k] {
			t.Errorf("%+v, want %+v", view.Totals[k], want[k])
		}
	}
	if got := strings.Join(view.Columns, " "); got != "sector sessions organisations participants" {
		t.Errorf("the columns are %s", got)
	}
	if got := view.Rows[0].Cells[0]; got.Sector != "ngo" {
		t.Errorf("the sector is %+v", got)
	}
}

// That survivors sat at the table is told, and never how many they were.
func TestSurvivorsAreNotCounted(t *testing.T) {
	e := edition(t, register.Registers{"meetings": {
		{Words: map[string]string{"held": "yes"}, Numbers: map[string]float64{"n_police": 2, "n_survivors": 1}},
	}})
	if n, there := e.Public.Records("meetings")[0].Numbers["n_survivors"]; there {
		t.Errorf("the number %v passed the gate", n)
	}
	view := community.Records(e, "meetings", plain())
	at := slices.Index(view.Columns, "present")
	if at < 0 || view.Rows[0].Cells[at].Text != "sector-police 2, sector-survivors" {
		t.Errorf("the columns are %v and the row is %+v", view.Columns, view.Rows[0])
	}
}
