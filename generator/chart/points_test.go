package chart

import (
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"
	"testing"
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// The tests here read the points back from each form and compare them.

// pointSet is what a form says: a value, or its absence, by series and period.
type pointSet map[string]string

// near is the precision of the comparison in units of a 0 to 100 scale; places
// are written with two decimals.
const near = 0.05

func rounded(v float64) string { return fmt.Sprintf("%.1f", math.Round(v/0.1)*0.1) }

func compare(t *testing.T, name string, want, got pointSet) {
	t.Helper()
	var keys []string
	for k := range want {
		keys = append(keys, k)
	}
	for k := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%s has %s = %s, which the spec has not", name, k, got[k])
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		if got[k] != want[k] {
			t.Errorf("%s: %s is %q, want %q", name, k, got[k], want[k])
		}
	}
}

// series and option are the parts of an ECharts option that hold points.
type option struct {
	XAxis  []struct{ Data []string }
	YAxis  []struct{ Data []string }
	Series []struct {
		Name string
		Type string
		Data []struct {
			Name  string
			Value any
		}
	}
}

func readOption(t *testing.T, e Explorable) option {
	t.Helper()
	b, err := e.Option()
	if err != nil {
		t.Fatal(err)
	}
	var o option
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

func timelinePoints(tl Timeline) pointSet {
	set := pointSet{}
	for _, s := range tl.Series {
		for i, period := range tl.Periods {
			if p := at(s.Points, i); p.known() {
				set[s.Name+" "+period] = rounded(p.Value)
			}
		}
	}
	return set
}

func TestTimelinePoints(t *testing.T) {
	for _, tl := range []Timeline{sampleTimeline(), arabic(sampleTimeline())} {
		want := timelinePoints(tl)
		compare(t, "SVG", want, drawnTimeline(t, tl))
		got := pointSet{}
		for _, s := range readOption(t, tl).Series {
			for i, d := range s.Data {
				period, value := tl.Periods[i], d.Value
				if pair, named := value.([]any); named { // after a break
					period, value = pair[0].(string), pair[1]
				}
				if v, ok := value.(float64); ok {
					got[s.Name+" "+period] = rounded(v)
				} else if value != gapValue {
					t.Errorf("option: %v stands for an absent value", d.Value)
				}
			}
		}
		compare(t, "option", want, got)
		got = pointSet{}
		table := tl.Table()
		for _, row := range table.Rows {
			for c := 1; c <= len(tl.Series); c++ {
				if row[c] != tl.NoData {
					got[table.Header[c]+" "+row[0]] = row[c]
				}
			}
		}
		for k, v := range got {
			var f float64
			fmt.Sscan(v, &f)
			got[k] = rounded(f)
		}
		compare(t, "table", want, got)
	}
}

// drawnTimeline reads the values back from the lines, and holds that there is a
// marker on every one of them.
func drawnTimeline(t *testing.T, tl Timeline) pointSet {
	t.Helper()
	elements := parse(t, tl.SVG())
	set := pointSet{}
	lines := find(elements, "c-line")
	for k, e := range lines {
		series := len(tl.Series) - 1 - k // the first series is drawn last
		plot := elements[e.parent]
		var width, height float64
		fmt.Sscanf(plot.attrs["viewBox"], "0 0 %f %f", &width, &height)
		for _, c := range corners(t, e.attrs["d"]) {
			if c.X < 0 || c.X > width || c.Y < 0 || c.Y > height {
				t.Errorf("corner %v beyond the plot of %v by %v", c, width, height)
			}
			x := c.X / width
			if tl.RTL {
				x = 1 - x
			}
			period := int(math.Round(x * float64(len(tl.Periods)-1)))
			set[tl.Series[series].Name+" "+tl.Periods[period]] = rounded(100 * (1 - c.Y/height))
		}
	}
	for k, e := range lines {
		series := len(tl.Series) - 1 - k
		for _, m := range elements {
			if m.class("c-dots") && m.class(lineClass(series)) && !m.class("c-hole") {
				if got, want := len(corners(t, m.attrs["d"])), len(corners(t, e.attrs["d"])); got != want {
					t.Errorf("series %d has %d markers for %d points", series, got, want)
				}
			}
		}
	}
	return set
}

// TestLineBreaks holds that a missing period breaks the line and never becomes
// a point at zero.
func TestLineBreaks(t *testing.T) {
	tl := Timeline{Periods: years(2001, 2005), Series: []Series{{"A", []Point{Known(40, ""), {}, Known(60, ""), Known(math.NaN(), ""), Known(80, "")}}}}
	line := find(parse(t, tl.SVG()), "c-line")[0].attrs["d"]
	if strings.Count(line, "M") != 3 || strings.Contains(line, "L") {
		t.Errorf("path %q: want three single points", line)
	}
	for _, c := range corners(t, line) {
		if c.Y > plotHeight*0.7 {
			t.Errorf("an unknown value is drawn at the bottom: %v", c)
		}
	}
}

func TestBarsPoints(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		b := sampleBars()
		b.RTL = rtl
		want := pointSet{"Overall": "66.7", "Prosecution": "75.0"} // zero has a track and no bar
		got := pointSet{}
		elements := parse(t, b.SVG())
		rows := map[float64]string{}
		for i, r := range b.Rows {
			rows[float64(i)*barPitch+barTop] = r.Label
		}
		for _, e := range find(elements, "c-bar") {
			got[rows[e.number(t, "y")]] = rounded(e.number(t, "width") / (100 - 2*inset) * 100)
		}
		compare(t, "SVG", want, got)
		if n := len(find(elements, "c-track")); n != 3 {
			t.Errorf("%d tracks, want one for each known row", n)
		}
		if n := len(find(elements, "c-none")); n != 1 {
			t.Errorf("%d hatched rows, want 1", n)
		}
		o := readOption(t, b)
		values := []any{}
		for _, d := range o.Series[0].Data {
			values = append(values, d.Value)
		}
		if fmt.Sprint(values) != "[66.7 75 0 -]" {
			t.Errorf("option has %v", values)
		}
		table := b.Table()
		if got := fmt.Sprintf("%v %v %v", table.Rows[0], table.Rows[2][1:], table.Rows[3][1]); got != "[Overall 66.7 58.3] [0 50] not assessed yet" {
			t.Errorf("table has %v", table.Rows)
		}
	}
}

func TestStripPoints(t *testing.T) {
	for _, compact := range []bool{false, true} {
		s := sampleStrip()
		s.Compact = compact
		want := map[string]int{}
		for _, m := range s.Marks {
			if m.Point.known() {
				want[rounded(m.Point.Value)]++
			}
		}
		drawn, listed, explored := map[string]int{}, map[string]int{}, map[string]int{}
		elements := parse(t, s.SVG())
		for _, class := range []string{"c-mark-dots", "c-hi"} {
			e := find(elements, class)[0]
			var width, height float64
			fmt.Sscanf(elements[e.parent].attrs["viewBox"], "0 0 %f %f", &width, &height)
			for _, c := range corners(t, e.attrs["d"]) {
				drawn[rounded(c.X/width*100)]++
			}
		}
		for _, row := range s.Table().Rows[:len(s.Marks)] {
			var f float64
			if n, _ := fmt.Sscan(row[1], &f); n == 1 {
				listed[rounded(f)]++
			}
		}
		for _, series := range readOption(t, s).Series {
			for _, d := range series.Data {
				explored[rounded(d.Value.([]any)[0].(float64))]++
			}
		}
		for form, got := range map[string]map[string]int{"SVG": drawn, "table": listed, "option": explored} {
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s (compact %v) has %v, want %v", form, compact, got, want)
			}
		}
	}
}

func TestColumnsPoints(t *testing.T) {
	c := sampleColumns()
	elements := parse(t, c.SVG())
	bars := find(elements, "c-bar")
	known, o, rows := 0, readOption(t, c).Series[0].Data, c.Table().Rows
	for i, p := range c.Points {
		if !p.known() {
			if o[i].Value != gapValue || rows[i][1] != c.word(p) {
				t.Errorf("%s: option %v, table %q", c.Periods[i], o[i].Value, rows[i][1])
			}
			continue
		}
		want := math.Max(2, p.Value/150*plotHeight)
		if got := bars[known].number(t, "height"); math.Abs(got-want) > near {
			t.Errorf("%s: column of %v, want %v", c.Periods[i], got, want)
		}
		if o[i].Value != p.Value || rows[i][1] != svg.Plain(p.Value) {
			t.Errorf("%s: option %v, table %q", c.Periods[i], o[i].Value, rows[i][1])
		}
		known++
	}
	if known != len(bars) {
		t.Errorf("%d columns for %d known points", len(bars), known)
	}
	for class, want := range map[string]int{"c-none": 2, "c-hidden": 2, "c-unassessed": 2} { // the gap and its key
		if got := len(find(elements, class)); got != want {
			t.Errorf("%d of %s, want %d", got, class, want)
		}
	}
	if svg := c.SVG(); !strings.Contains(svg, "&lt;5") || !strings.Contains(svg, "not assessed") {
		t.Error("the words for the gaps are missing")
	}
}

func TestStatesPoints(t *testing.T) {
	s := sampleStates()
	elements, rows := parse(t, s.SVG()), s.Table().Rows
	for i, c := range s.Cells {
		want := c.Name
		if !c.Known {
			want = s.NoData
		}
		if rows[i][1] != want {
			t.Errorf("table: %s is %q, want %q", s.Periods[i], rows[i][1], want)
		}
	}
	cells := map[string]int{}
	for _, e := range elements {
		if e.name == "rect" && e.attrs["height"] == fmt.Sprint(cellHeight) {
			cells[e.attrs["class"]]++
		}
	}
	if want := "map[c-none:2 c-step-1:3 c-step-2:5 c-step-4:9 c-step-5:3]"; fmt.Sprint(cells) != want {
		t.Errorf("cells are %v, want %s", cells, want)
	}
}

func TestMapPoints(t *testing.T) {
	m := sampleMap()
	titles := map[string]string{}
	elements := parse(t, m.SVG())
	for i, e := range elements {
		if e.name == "title" && elements[e.parent].name != "svg" {
			titles[e.text] = elements[elements[i].parent].attrs["class"]
		}
	}
	for i, s := range m.Shapes {
		value := m.Table().Rows[i][1]
		if s.Name != "" {
			value = s.Name + ": " + value
		}
		if s.Point.known() {
			value += ", " + m.Steps.Names[m.Steps.Of(s.Point.Value)-1]
		}
		class, ok := titles[value]
		want := s.Point.look().class()
		if s.Point.known() {
			want = colour.StepClass(m.Steps.Of(s.Point.Value))
		}
		if s.Current {
			want += " c-current"
		}
		if !ok || class != want {
			t.Errorf("%s: %s has class %q, want %q", s.Name, value, class, want)
		}
	}
}

func TestHeatPoints(t *testing.T) {
	h := sampleHeat()
	want := pointSet{}
	for i, name := range h.Names {
		for k, period := range h.Periods {
			if p := h.cell(i, k); p.known() {
				want[name+" "+period] = rounded(p.Value)
			}
		}
	}
	got := pointSet{}
	o := readOption(t, h)
	for _, d := range o.Series[0].Data {
		v := d.Value.([]any)
		got[o.YAxis[0].Data[int(v[1].(float64))]+" "+o.XAxis[0].Data[int(v[0].(float64))]] = rounded(v[2].(float64))
	}
	compare(t, "option", want, got)
	got = pointSet{}
	for _, row := range h.Table().Rows {
		for k, cell := range row[1:] {
			var f float64
			if n, _ := fmt.Sscan(cell, &f); n == 1 {
				got[row[0]+" "+h.Periods[k]] = rounded(f)
			}
		}
	}
	compare(t, "table", want, got)
}
