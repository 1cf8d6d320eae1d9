package chart

import (
	"strings"
	"testing"
)

// TestMapLinks holds that each jurisdiction is one stop for the keyboard, even
// one with land, dot and target.
func TestMapLinks(t *testing.T) {
	m := sampleMap()
	stops := map[string]int{}
	land, target := -1, -1
	for i, e := range parse(t, m.SVG()) {
		if e.name == "a" && e.attrs["tabindex"] == "" {
			stops[e.attrs["href"]]++
		}
		if e.name == "a" && (e.attrs["tabindex"] == "-1") != (e.attrs["aria-hidden"] == "true") {
			t.Errorf("%v is hidden from one kind of reader only", e.attrs)
		}
		if e.class("c-target") {
			target = i
		}
		if e.name == "path" && e.attrs["d"] == m.Shapes[0].Path {
			land = i
		}
	}
	for _, s := range m.Shapes {
		if s.Name != "" && stops[s.Href] != 1 {
			t.Errorf("%s is %d stops", s.Name, stops[s.Href])
		}
	}
	if target < 0 || land < target {
		t.Error("land must lie over the targets of dots")
	}
}

func TestMapIsNeverMirrored(t *testing.T) {
	m := sampleMap()
	left := m.SVG()
	m.RTL = true
	if strings.ReplaceAll(m.SVG(), `direction="rtl"`, `direction="ltr"`) != left {
		t.Error("the map differs from right to left in more than its direction")
	}
}
