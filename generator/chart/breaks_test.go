package chart

import (
	"encoding/json"
	"strings"
	"testing"
)

// brokenLine is a line of five points with a break before the third.
func brokenLine() Timeline {
	return Timeline{
		Periods: years(2001, 2005), Series: []Series{{"Own", points(10, 20, 30, 40, 50)}, {"Middle", points(50, 50, 50, 50, 50)}},
		Breaks: []Event{{At: 1.5, Label: "not comparable"}}, PeriodHead: "Year", NotesHead: "Notes",
	}
}

// subpaths counts the strokes of every line, the last series first.
func subpaths(t *testing.T, tl Timeline) (list []int) {
	t.Helper()
	for _, e := range find(parse(t, tl.SVG()), "c-line") {
		list = append(list, strings.Count(e.attrs["d"], "M"))
	}
	return list
}

func TestLinesHaveAGapAtABreak(t *testing.T) {
	tl := brokenLine()
	if got := subpaths(t, tl); len(got) != 2 || got[0] != 2 || got[1] != 2 {
		t.Errorf("the lines have %v strokes, want two each", got)
	}
	tl.OwnBreaks = true
	if got := subpaths(t, tl); got[0] != 1 || got[1] != 2 {
		t.Errorf("the lines have %v strokes; the break is the first series' own", got)
	}
	tl.Breaks = nil
	if got := subpaths(t, tl); got[0] != 1 || got[1] != 1 {
		t.Errorf("the lines have %v strokes without a break", got)
	}
}

// To explore, a line with a break is two series of one name, so that nothing
// joins them.
func TestExploredLinesHaveAGapAtABreak(t *testing.T) {
	tl := brokenLine()
	tl.OwnBreaks = true
	var lengths []int
	for _, s := range readOption(t, tl).Series {
		lengths = append(lengths, len(s.Data))
	}
	if len(lengths) != 3 || lengths[0] != 2 || lengths[1] != 3 || lengths[2] != 5 {
		t.Errorf("the series have %v points, want 2, 3 and 5", lengths)
	}
}

// A break has a rule, its label, and a place in the table, in every chart that
// runs over periods.
func TestBreaksAreDrawnAndTold(t *testing.T) {
	at := map[string]string{"timeline": "2003", "columns": "2012", "states": "2016"}
	label := map[string]string{"timeline": "not comparable", "columns": "Calls are counted too", "states": "New law"}
	columns, states := sampleColumns(), sampleStates()
	for name, f := range map[string]Figure{"timeline": brokenLine(), "columns": columns, "states": states} {
		elements := parse(t, f.SVG())
		if n := len(find(elements, "c-break")); n != 1 {
			t.Errorf("%s: %d rules", name, n)
		}
		for _, e := range find(elements, "c-break-note") {
			if !strings.Contains(e.text, label[name]) {
				t.Errorf("%s: the rule is called %q", name, e.text)
			}
		}
		table := f.Table()
		last := len(table.Header) - 1
		for _, row := range table.Rows {
			want := ""
			if row[0] == at[name] {
				want = label[name]
			}
			if table.Header[last] != "Notes" || len(row) != last+1 || row[last] != want {
				t.Errorf("%s: the table says %v under %v", name, row, table.Header)
			}
		}
		option, err := f.(Explorable).Option()
		if err != nil || !json.Valid(option) || !strings.Contains(string(option), label[name]) {
			t.Errorf("%s: the break is lost to explore (%v)", name, err)
		}
	}
}

// Two equal states on both sides of a break are not one state.
func TestStatesDoNotJoinOverABreak(t *testing.T) {
	s := States{Periods: years(2001, 2040)}
	for range s.Periods {
		s.Cells = append(s.Cells, State{Label: "2W", Name: "2W", Step: 2, Known: true})
	}
	count := func() int { return strings.Count(s.SVG(), ">2W</text>") }
	whole := count()
	s.Breaks = []Event{{At: 19.5, Label: "new"}}
	if broken := count(); whole != 1 || broken != 2 {
		t.Errorf("%d labels without a break, %d with one", whole, broken)
	}
}
