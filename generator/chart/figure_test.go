package chart

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// drawings returns every drawing that a page may hold, by name.
func drawings() map[string]string {
	out := map[string]string{
		"legend":   sampleMap().Legend(),
		"file":     Standalone(sampleTimeline()),
		"map file": Standalone(sampleMap()),

		"tiles legend": sampleTiles().Legend(),
		"tiles file":   Standalone(sampleTiles()),
	}
	for name, f := range figures() {
		out[name] = f.SVG()
		out[name+" from right to left"] = rightToLeft(f).SVG()
	}
	for name, f := range emptyFigures() {
		out[name] = f.SVG()
	}
	return out
}

// emptyFigures are specs with little or nothing in them.
func emptyFigures() map[string]Figure {
	one := points(50)
	return map[string]Figure{
		"no timeline":       Timeline{},
		"one period":        Timeline{Periods: []string{"2014"}, Series: []Series{{"A", one}}},
		"nothing known":     Timeline{Periods: years(2001, 2003), Series: []Series{{"A", points(-1, -1, -1)}, {"B", nil}}},
		"many series":       Timeline{Periods: years(2001, 2002), Series: make([]Series, 40)},
		"many periods":      Timeline{Periods: years(1900, 2000), Series: []Series{{"A", points(1, 2, -1, 3)}}},
		"no bars":           Bars{},
		"no strip":          Strip{},
		"strip of unknown":  Strip{Marks: []Mark{{Label: "A"}, {Label: "B", Highlight: true}}, Median: Point{}},
		"no columns":        Columns{},
		"columns of nought": Columns{Periods: years(2001, 2003), Points: points(0, 0, -1)},
		"no states":         States{},
		"states too short":  States{Periods: years(2001, 2003)},
		"no map":            Map{},
		"no tiles":          Tiles{},
		"many tiles":        Tiles{Squares: []Square{{Name: "A"}, {Name: "B", Column: 99, Row: 99}}},
		"odd axis":          Bars{Axis: Axis{Min: 5, Max: 5, Ticks: []float64{-1, 700}}, Rows: []Bar{{Label: "A", Point: Known(1e300, "")}}},
	}
}

// TestDrawingIsSafe holds the contract of the page: XML, names, no style, no
// script, no colour, no handler.
func TestDrawingIsSafe(t *testing.T) {
	for name, svg := range drawings() {
		file := strings.HasSuffix(name, "file")
		ids := map[string]bool{}
		elements := parse(t, svg)
		for _, e := range elements {
			if id := e.attrs["id"]; id != "" {
				if ids[id] {
					t.Errorf("%s: id %s twice", name, id)
				}
				ids[id] = true
			}
			for attr, value := range e.attrs {
				switch {
				case attr == "style" || strings.HasPrefix(attr, "on"):
					t.Errorf("%s: <%s %s>", name, e.name, attr)
				case attr == "fill" && !strings.HasPrefix(value, "url(#"), attr == "stroke", attr == "color":
					t.Errorf("%s: <%s %s=%q>: colours are classes", name, e.name, attr, value)
				}
			}
			if e.name == "script" || e.name == "foreignObject" || e.name == "style" && !file {
				t.Errorf("%s: <%s>", name, e.name)
			}
		}
		if bad := regexp.MustCompile(`NaN|Inf|%!|<nil>`).FindString(svg); bad != "" {
			t.Errorf("%s holds %s", name, bad)
		}
		checkName(t, name, elements[0], ids)
		checkReferences(t, name, elements, ids)
	}
}

// checkName holds that a drawing has an accessible name or is hidden.
func checkName(t *testing.T, name string, root element, ids map[string]bool) {
	t.Helper()
	if root.attrs["aria-hidden"] == "true" {
		return
	}
	if role := root.attrs["role"]; role != "img" && role != "group" {
		t.Errorf("%s: role %q", name, role)
	}
	labels := strings.Fields(root.attrs["aria-labelledby"])
	if len(labels) == 0 {
		t.Errorf("%s has no aria-labelledby", name)
	}
	for _, id := range labels {
		if !ids[id] {
			t.Errorf("%s: aria-labelledby names %s, which is not there", name, id)
		}
	}
}

func checkReferences(t *testing.T, name string, elements []element, ids map[string]bool) {
	t.Helper()
	for _, e := range elements {
		if ref := strings.TrimSuffix(strings.TrimPrefix(e.attrs["fill"], "url(#"), ")"); ref != "" && !ids[ref] {
			t.Errorf("%s: fill names %s, which is not there", name, ref)
		}
	}
}

// TestImageHoldsNoLink holds that a drawing with links is a group, because what
// is inside an image does not exist for a screen reader.
func TestImageHoldsNoLink(t *testing.T) {
	for name, svg := range drawings() {
		elements := parse(t, svg)
		links := false
		for _, e := range elements {
			links = links || e.name == "a"
		}
		if role := elements[0].attrs["role"]; links && role != "group" && !strings.HasSuffix(name, "file") {
			t.Errorf("%s has links and role %q", name, role)
		}
	}
}

// TestEveryClassIsStyledAndDocumented keeps drawing, style sheet and package
// comment together.
func TestEveryClassIsStyledAndDocumented(t *testing.T) {
	css := Stylesheet()
	bare := map[string]bool{"c-full": true, "c-ring": true, "c-timeline": true, "c-bars": true, "c-strip": true, "c-states": true,
		"c-legend": true, "c-round": true} // names to hold on to, without a rule of their own
	for name, svg := range drawings() {
		for _, e := range parse(t, svg) {
			for _, c := range strings.Fields(e.attrs["class"]) {
				if !bare[c] && !regexp.MustCompile(`\.`+regexp.QuoteMeta(c)+`[ ,{]`).MatchString(css) {
					t.Errorf("%s: class %s has no rule", name, c)
				}
				if !documented(t, c) {
					t.Errorf("%s: class %s is not in the package comment", name, c)
				}
			}
		}
	}
}

// TestDrawingStaysInside holds that places lie within the drawing.
func TestDrawingStaysInside(t *testing.T) {
	for name, svg := range drawings() {
		elements := parse(t, svg)
		height, plane := 0.0, strings.Contains(elements[0].attrs["viewBox"], "0 0 1000")
		if h := elements[0].attrs["height"]; h != "" {
			height, _ = strconv.ParseFloat(h, 64)
		}
		for _, e := range elements {
			for _, attr := range []string{"x", "x1", "x2", "cx", "width"} {
				v, isShare := strings.CutSuffix(e.attrs[attr], "%")
				if f, err := strconv.ParseFloat(v, 64); err == nil && isShare && (f < 0 || f > 100) {
					t.Errorf("%s: <%s %s=%s%%>", name, e.name, attr, v)
				} else if err == nil && plane && (f < 0 || f > 1000) {
					t.Errorf("%s: <%s %s=%s> beyond the plane", name, e.name, attr, v)
				}
			}
			for _, attr := range []string{"y", "y1", "y2"} {
				f, err := strconv.ParseFloat(e.attrs[attr], 64)
				if err == nil && height > 0 && (f < -4 || f > height) {
					t.Errorf("%s: <%s class=%q %s=%v> in a height of %v", name, e.name, e.attrs["class"], attr, f, height)
				}
			}
		}
	}
}

// TestSameBytes holds that drawing twice gives the same.
func TestSameBytes(t *testing.T) {
	first, second := drawings(), drawings()
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs on the second drawing", name)
		}
	}
	for range 5 {
		for name, e := range explorables() {
			a, err := e.Option()
			b, err2 := explorables()[name].Option()
			if err != nil || err2 != nil || string(a) != string(b) {
				t.Errorf("option of %s differs: %v %v", name, err, err2)
			}
		}
	}
}

// TestSize holds the budget of a page: 10 KB a chart.
func TestSize(t *testing.T) {
	for name, f := range figures() {
		if n := len(f.SVG()); n > 10*1024 {
			t.Errorf("%s takes %d bytes", name, n)
		}
	}
}
