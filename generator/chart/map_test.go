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
		if stops[s.Href] != 1 {
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

func TestLocatorRing(t *testing.T) {
	large := Locator{Path: "M100 100h60v60h-60z"}.SVG()
	small := Locator{Path: "M100 100h6v6h-6z"}.SVG()
	if strings.Contains(large, "c-ring-here") {
		t.Error("a large place has a ring")
	}
	if !strings.Contains(small, `class="c-ring-here" cx="103" cy="103"`) {
		t.Errorf("a small place has no ring at its middle: %s", small)
	}
	if out := (Locator{Spot: Spot{-50, 1e9}}).SVG(); !strings.Contains(out, `cx="0" cy="500"`) {
		t.Errorf("a spot beyond the plane is not kept inside: %s", out)
	}
}

func TestOutline(t *testing.T) {
	two := []Shape{{Path: "M0 0h40v40h-40z"}, {Path: "M40 0L80 0L80 40L40 40Z"}, {Path: "M200 200h1v1h-1z"}}
	if got, want := Outline(two, 4), "M0 0l80 0 0 40-80 0z"; got != want {
		t.Errorf("outline %q, want %q: no border, no speck, no corner on a line", got, want)
	}
	if got := Outline(nil, 0); got != "" {
		t.Errorf("outline of nothing is %q", got)
	}
}
