package chart

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// TestEndLabelsKeepApart holds that the labels at the line ends never lie on
// each other and stay beside the plot, however close the lines end.
func TestEndLabelsKeepApart(t *testing.T) {
	for n := 1; n <= 14; n++ {
		tl := Timeline{Periods: years(2001, 2002)}
		for i := range n {
			tl.Series = append(tl.Series, Series{fmt.Sprintf("Series %d", i), []Point{Known(10, ""), Known(50+float64(i)/10, "")}})
		}
		l := tl.parts()[0].(*timeline)
		for i, e := range l.ends {
			if e.label < l.frame.Y-0.01 || e.label > l.frame.Y+l.frame.H+0.01 {
				t.Errorf("%d series: label %d at %v beside a plot of %v", n, i, e.label, l.frame)
			}
			if i > 0 && e.label-l.ends[i-1].label < labelHeight-0.01 {
				t.Errorf("%d series: labels at %v and %v", n, l.ends[i-1].label, e.label)
			}
		}
	}
}

// TestSeriesLooksDiffer holds that the first twelve series differ by more than
// colour: no two share dash and marker.
func TestSeriesLooksDiffer(t *testing.T) {
	looks := map[string]int{}
	for i := range 12 {
		look := dashClass(i) + capClass(i) + markerClass(i)
		if k, taken := looks[look]; taken {
			t.Errorf("series %d and %d look alike without colour: %q", k, i, look)
		}
		looks[look] = i
	}
}

// TestLastValueOfShortSeries holds that a series which ends early says when.
func TestLastValueOfShortSeries(t *testing.T) {
	tl := Timeline{Periods: years(2001, 2004), Series: []Series{{"Old", points(10, 20)}, {"None", nil}}, Head: Head{NoData: "no data"}}
	out := tl.SVG()
	if !strings.Contains(out, `<tspan class="c-num">20</tspan> Old (2002)</text>`) {
		t.Error("the label of a series that ends in 2002 does not say so")
	}
	if !strings.Contains(out, `<tspan class="c-num">no data</tspan> None</text>`) {
		t.Error("the label of a series without a point does not say so")
	}
}

func TestNotesColumn(t *testing.T) {
	table := sampleTimeline().Table()
	notes := map[string]string{}
	for _, row := range table.Rows {
		if last := row[len(row)-1]; last != "" {
			notes[row[0]] = last
		}
	}
	want := "map[2001:Organized crime convention 2004:New method 2006:Protocol on the sale of children 2008:Palermo Protocol]"
	if fmt.Sprint(notes) != want {
		t.Errorf("notes %v, want %s", notes, want)
	}
	tl := sampleTimeline()
	tl.NotesHead = ""
	if n := len(tl.Table().Header); n != 1+len(tl.Series) {
		t.Errorf("%d columns without notes", n)
	}
}

// TestOptionRules holds that events and breaks reach ECharts at their periods.
func TestOptionRules(t *testing.T) {
	b, err := sampleTimeline().Option()
	if err != nil {
		t.Fatal(err)
	}
	var o struct {
		Series []struct {
			MarkLine struct {
				Data []struct {
					Name  string
					XAxis int
				}
			}
		}
	}
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(o.Series[0].MarkLine.Data)
	if want := "[{New method 5} {Organized crime convention 2} {Palermo Protocol 9} {Protocol on the sale of children 7}]"; got != want {
		t.Errorf("rules %s, want %s", got, want)
	}
}

// TestColumnNumbers holds that the last and the highest column have their number
// on a phone, and every column in a wide box.
func TestColumnNumbers(t *testing.T) {
	numbers := map[string]string{}
	for _, e := range parse(t, sampleColumns().SVG()) {
		if e.class("c-num") {
			numbers[e.text] = e.attrs["class"]
		}
	}
	for _, p := range sampleColumns().Points {
		if !p.known() {
			continue
		}
		class, ok := numbers[svg.Plain(p.Value)]
		if !ok {
			t.Errorf("no number %v", p.Value)
		}
		if narrow := !strings.Contains(class, "c-wide"); narrow != (p.Value == 131 || p.Value == 43) {
			t.Errorf("number %v has class %q", p.Value, class)
		}
	}
}

// TestStateLabels holds, on a phone, that the labels of neighbouring cells do not
// lie on each other, and that every state is named in the cells or in the key.
func TestStateLabels(t *testing.T) {
	s := sampleStates()
	last := -1.0
	named := map[string]bool{}
	for _, e := range parse(t, s.SVG()) {
		if e.name != "text" || !strings.Contains(e.attrs["class"], "c-on-") {
			continue
		}
		named[e.text] = true
		if e.class("c-wide") || !strings.HasSuffix(e.attrs["x"], "%") {
			continue
		}
		mid, w := e.number(t, "x")*svg.NarrowWidth/100, svg.TextWidth(e.text, svg.SmallSize)
		if mid-w/2 < last {
			t.Errorf("label %q at %v lies on the one before, which ends at %v", e.text, mid-w/2, last)
		}
		last = mid + w/2
	}
	for _, c := range s.Cells {
		if c.Known && !named[c.Label] {
			t.Errorf("state %s is not named", c.Label)
		}
	}
}

func TestSteppedBars(t *testing.T) {
	b := sampleBars()
	b.Stepped = true
	elements := parse(t, b.SVG())
	if n := len(find(elements, "c-step-4")); n != 2 { // 66.7 and 75
		t.Errorf("%d bars of step 4, want 2", n)
	}
	o, err := b.Option()
	if err != nil || strings.Count(string(o), `"color":"--c-step-4"`) != 2 {
		t.Errorf("the option does not colour the bars by step: %v", err)
	}
}

// TestStripCounts holds that the numbers in the steps add up to the marks known.
func TestStripCounts(t *testing.T) {
	s := sampleSteppedStrip()
	known, sum := 0, 0
	for _, m := range s.Marks {
		if m.Point.known() {
			known++
		}
	}
	for _, e := range parse(t, s.SVG()) {
		var n int
		if strings.HasPrefix(e.attrs["class"], "c-on-") {
			fmt.Sscan(e.text, &n)
			sum += n
		}
	}
	if sum != known || known == 0 {
		t.Errorf("the steps hold %d of %d marks", sum, known)
	}
}

func TestLegend(t *testing.T) {
	out := sampleMap().Legend()
	for _, part := range []string{"weak response", "strong response", ">0</text>", ">20</text>", ">100</text>", "no data", "withheld", "does not apply", "not assessed"} {
		if !strings.Contains(out, part) {
			t.Errorf("the legend lacks %q", part)
		}
	}
	elements := parse(t, out)
	for step := 1; step <= 5; step++ {
		if len(find(elements, colour.StepClass(step))) != 1 {
			t.Errorf("step %d is not in the legend once", step)
		}
	}
	m := sampleMap()
	m.Steps = Steps{Edges: []float64{1, 3, 5}, Labels: []string{"uno", "tres", "cinco"}}
	if out := m.Legend(); !strings.Contains(out, ">tres</text>") || strings.Contains(out, colour.StepClass(3)) {
		t.Error("two steps of its own do not reach the legend")
	}
}

// TestKeyRows holds that the entries of a key fit a phone and keep their order.
func TestKeyRows(t *testing.T) {
	key := []keyEntry{{text: "no data"}, {text: "fewer than five, not shown"}, {text: "not assessed"}, {text: "does not apply"}}
	rows, row, left := keyRows(key)
	if rows != row[len(row)-1]+1 || rows < 2 {
		t.Errorf("%d rows: %v", rows, row)
	}
	for i := range key {
		if right := left[i] + 26 + svg.TextWidth(key[i].text, svg.SmallSize); right > svg.NarrowWidth && left[i] > 0 {
			t.Errorf("entry %d ends at %v", i, right)
		}
		if i > 0 && (row[i] < row[i-1] || row[i] == row[i-1] && left[i] <= left[i-1]) {
			t.Errorf("entry %d stands before the one before it", i)
		}
	}
}
