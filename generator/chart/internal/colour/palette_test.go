package colour

import (
	"strings"
	"testing"
)

// schemes returns the palette by name, for light and for dark.
func schemes() map[string]map[string]string {
	out := map[string]map[string]string{"light": {}, "dark": {}}
	for _, c := range Palette() {
		out["light"][c.Name], out["dark"][c.Name] = c.Light, c.Dark
	}
	return out
}

// TestColoursDiffer holds that the colours of a palette can be told apart in
// every view: CIEDE2000 of at least 12.
func TestColoursDiffer(t *testing.T) {
	const least = 12
	for scheme, colours := range schemes() {
		for _, palette := range []string{"step-1 step-2 step-3 step-4 step-5", "state-1 state-2 state-3", "line-1 line-2 line-3 line-4"} {
			names := strings.Fields(palette)
			for i, a := range names {
				for _, b := range names[:i] {
					va, vb := hex(t, colours[a]).views(), hex(t, colours[b]).views()
					for view := range va {
						if d := ciede2000(va[view].lab(), vb[view].lab()); d < least {
							t.Errorf("%s: %s and %s differ by %.1f in the %s view", scheme, a, b, d, view)
						}
					}
				}
			}
		}
	}
}

// TestPaletteFails holds that the measure would catch a bad palette: the green
// and orange of a traffic light.
func TestPaletteFails(t *testing.T) {
	green, orange := hex(t, "#4caf50").views()["deutan"], hex(t, "#e0902e").views()["deutan"]
	if d := ciede2000(green.lab(), orange.lab()); d >= 12 {
		t.Errorf("green and orange differ by %.1f for a deutan reader; the test proves nothing", d)
	}
}

// TestContrast holds the contrasts of WCAG 2.2: 4.5 for text, 3 for what a
// reader must see to understand the drawing.
func TestContrast(t *testing.T) {
	for scheme, colours := range schemes() {
		for _, c := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "bg", 7}, {"ink", "band", 7}, {"muted", "bg", 7}, {"muted", "band", 4.5},
			{"on-1", "step-1", 4.5}, {"on-2", "step-2", 4.5}, {"on-3", "step-3", 4.5}, {"on-4", "step-4", 4.5}, {"on-5", "step-5", 4.5},
			{"on-state-1", "state-1", 4.5}, {"on-state-2", "state-2", 4.5}, {"on-state-3", "state-3", 4.5},
			{"line-1", "bg", 3}, {"line-2", "bg", 3}, {"line-3", "bg", 3}, {"line-4", "bg", 3},
			{"outline", "bg", 3}, {"axis", "bg", 3}, {"hatch", "bg", 3}, {"line-1", "band", 2.7}, {"line-2", "band", 2.7},
		} {
			if got := contrast(hex(t, colours[c.front]), hex(t, colours[c.back])); got < c.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", scheme, c.front, c.back, got, c.least)
			}
		}
	}
}

func TestPaletteNames(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Palette() {
		if seen[c.Name] {
			t.Errorf("%s stands twice", c.Name)
		}
		seen[c.Name] = true
		for other := range seen {
			if other != c.Name && (strings.HasPrefix(other, c.Name) || strings.HasPrefix(c.Name, other)) {
				t.Errorf("%s begins %s: $%s in a rule would mean both", other, c.Name, other)
			}
		}
	}
	for _, c := range Palette() {
		if declared := Property(c.Name) + ":" + c.Light; !strings.Contains(Stylesheet(), declared) {
			t.Errorf("the style sheet has no %s", declared)
		}
	}
}
