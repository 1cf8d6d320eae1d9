package chart

import (
	"encoding/json"
	"strings"
	"testing"

	"tipscore/generator/chart/internal/svg"
)

// attack is a name as a hostile workbook may hold it.
const attack = `</text></title></script><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;` +
	"\x00\x1b\u202e\u2028 and a name that is much too long for any drawing on a phone or anywhere else"

// attacked fills every text of the samples with the attack.
func attacked() (map[string]Figure, map[string]Explorable) {
	head := Head{ID: `x"><script>`, Title: attack, Desc: attack, Lang: attack, NoData: attack, Source: attack}
	bad := func(p Point) Point { p.Text = attack; return p }
	tl := sampleTimeline()
	tl.Head, tl.PeriodHead, tl.NotesHead = head, attack, attack
	tl.Periods = []string{attack, attack, attack}
	for i := range tl.Series {
		tl.Series[i] = Series{attack, []Point{bad(Known(20, "")), bad(Point{}), bad(Known(30, ""))}}
	}
	tl.Events, tl.Breaks = []Event{{At: 1, Label: attack}, {At: 2, Label: attack}}, []Event{{At: 0.5, Label: attack}}
	tl.Axis.Format = func(float64) string { return attack }
	b := sampleBars()
	b.Head, b.Compare, b.LabelHead, b.ValueHead = head, attack, attack, attack
	for i := range b.Rows {
		b.Rows[i].Label, b.Rows[i].Point = attack, bad(b.Rows[i].Point)
	}
	s := sampleStrip()
	s.Head, s.Middle, s.Median = head, attack, bad(s.Median)
	for i := range s.Marks {
		s.Marks[i].Label, s.Marks[i].Point = attack, bad(s.Marks[i].Point)
	}
	c := sampleColumns()
	c.Head, c.ValueHead = head, attack
	for i := range c.Periods {
		c.Periods[i], c.Points[i] = attack, bad(c.Points[i])
	}
	st := sampleStates()
	st.Head = head
	for i := range st.Cells {
		st.Cells[i].Label, st.Cells[i].Name = attack, attack
	}
	m := sampleMap()
	m.Head, m.Steps = head, Steps{Low: attack, High: attack, Labels: []string{attack, attack, attack, attack, attack, attack},
		Names: []string{attack, attack, attack, attack, attack}}
	for i := range m.Shapes {
		m.Shapes[i] = Shape{Name: attack, Path: attack, Dot: m.Shapes[i].Dot, Point: bad(m.Shapes[i].Point), Href: attack}
	}
	ti := sampleTiles()
	ti.Head, ti.Steps, ti.LabelHead = head, m.Steps, attack
	for i := range ti.Squares {
		q := &ti.Squares[i]
		q.Name, q.Short, q.Point, q.Href = attack, attack, bad(q.Point), attack
	}
	h := sampleHeat()
	h.Head, h.Names = head, []string{attack, attack, attack}
	return map[string]Figure{"timeline": tl, "bars": b, "strip": s, "columns": c, "states": st, "map": m, "tiles": ti},
		map[string]Explorable{"timeline": tl, "bars": b, "strip": s, "columns": c, "heat": h, "states": st, "map": m}
}

func TestHostileText(t *testing.T) {
	figures, explorables := attacked()
	for name, f := range figures {
		for form, svg := range map[string]string{"inline": f.SVG(), "file": Standalone(f)} {
			elements := parse(t, svg)
			for _, e := range elements {
				switch e.name {
				case "script", "img":
					t.Errorf("%s %s: <%s>", name, form, e.name)
				}
				for attr := range e.attrs {
					if strings.HasPrefix(attr, "on") {
						t.Errorf("%s %s: %s", name, form, attr)
					}
				}
			}
			if strings.ContainsAny(svg, "\x00\x1b\u202e\u2028") {
				t.Errorf("%s %s holds a forbidden character", name, form)
			}
			if !strings.Contains(elements[1].text, "alert(2)") || !strings.Contains(elements[1].text, "anywhere else") {
				t.Errorf("%s %s: the title is not the full text: %q", name, form, elements[1].text)
			}
		}
		if !strings.Contains(f.SVG(), "…") && name != "map" {
			t.Errorf("%s shortens nothing", name)
		}
	}
	for name, e := range explorables {
		b, err := e.Option()
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(string(b), "<>&\u2028\u2029\u202e") {
			t.Errorf("option of %s could leave its script element", name)
		}
		if !json.Valid(b) {
			t.Errorf("option of %s is not JSON", name)
		}
	}
}

// TestShortenedNameIsInTitle holds that what the drawing cuts stands in full in
// a title, on the very label.
func TestShortenedNameIsInTitle(t *testing.T) {
	long := "Coordination with the authorities of neighbouring provinces and states"
	for name, f := range map[string]Figure{
		"series":    Timeline{Periods: years(2001, 2002), Series: []Series{{long, points(1, 2)}}},
		"event":     Timeline{Periods: years(2001, 2002), Events: []Event{{At: 0, Label: long}}},
		"bar":       Bars{Rows: []Bar{{Label: long, Point: Known(3, "")}}},
		"highlight": Strip{Marks: []Mark{{Label: long, Point: Known(50, ""), Highlight: true}}},
		"key":       Columns{Periods: years(2001, 2002), Points: []Point{Unknown(Hidden, long)}},
	} {
		found := false
		elements := parse(t, f.SVG())
		for _, e := range elements {
			if e.name == "title" && e.text == long && elements[e.parent].name == "text" && strings.HasSuffix(elements[e.parent].text, "…") {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: no shortened label with the full name", name)
		}
	}
}

// TestLongNamesGoUnder holds that a name which fits a row of its own is not cut.
func TestLongNamesGoUnder(t *testing.T) {
	elements := parse(t, spanish(sampleTimeline()).SVG())
	seen := map[string]bool{}
	for _, e := range elements {
		seen[e.text] = seen[e.text] || e.name == "text"
	}
	for _, want := range []string{"Enjuiciamiento", "66.7", "75 (2010)", "Protección"} {
		if !seen[want] {
			t.Errorf("no label %q", want)
		}
	}
}

func TestSafeHref(t *testing.T) {
	for href, ok := range map[string]bool{
		"dominican-republic/": true, "/en/world/": true, "../a/?b=c:d": true, "#top": true, "https://example.org/": true, "HTTP://example.org": true,
		"javascript:alert(1)": false, "JaVaScRiPt:alert(1)": false, " javascript:alert(1)": false, "data:text/html,x": false, "java\nscript:alert(1)": false, "vbscript:x": false,
	} {
		if got := svg.SafeHref(href) != ""; got != ok {
			t.Errorf("%q is allowed: %v", href, got)
		}
	}
}
