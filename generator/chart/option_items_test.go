package chart

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/echart"
)

// itemOption is what the tests read of a chart of items.
type itemOption struct {
	YAxis  []struct{ Data []string }
	Series []struct {
		Map  string
		Data []struct {
			Name      string
			Value     any
			ItemStyle *echart.Look
		}
	}
	VisualMap []struct {
		Pieces []struct {
			Label, Color string
			Gte, Lt      *float64
		}
	}
}

func readItems(t *testing.T, e Explorable) itemOption {
	t.Helper()
	b, err := e.Option()
	if err != nil {
		t.Fatal(err)
	}
	var o itemOption
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// mapTitles returns the titles of the shapes with the class that colours them.
func mapTitles(t *testing.T, m Map) map[string]string {
	t.Helper()
	elements, out := parse(t, m.SVG()), map[string]string{}
	for _, e := range elements {
		if e.name == "title" && elements[e.parent].name != "svg" {
			out[e.text] = elements[e.parent].attrs["class"]
		}
	}
	return out
}

// TestMapOption holds that every shape of the drawing finds its item under its
// title, in the colour that the drawing gives it.
func TestMapOption(t *testing.T) {
	m := sampleMap()
	o, titles := readItems(t, m), mapTitles(t, m)
	if o.Series[0].Map != m.id() {
		t.Errorf("the map is called %q, want %q", o.Series[0].Map, m.id())
	}
	pieces := o.VisualMap[0].Pieces
	for i, p := range pieces {
		if p.Label != m.Steps.Names[i] {
			t.Errorf("piece %d is labelled %q, want %q", i, p.Label, m.Steps.Names[i])
		}
	}
	for _, d := range o.Series[0].Data {
		class, drawn := titles[d.Name]
		delete(titles, d.Name)
		v, known := d.Value.(float64)
		if !known {
			if d.Value != gapValue || d.ItemStyle == nil || strings.Contains(class, "c-step") {
				t.Errorf("%s has the value %v and the style %v", d.Name, d.Value, d.ItemStyle)
			}
			continue
		}
		for _, p := range pieces {
			if inside := (p.Gte == nil || v >= *p.Gte) && (p.Lt == nil || v < *p.Lt); inside && (!drawn ||
				p.Color != stepColour(m.Steps.Of(v)) || !strings.Contains(class, colour.StepClass(m.Steps.Of(v)))) {
				t.Errorf("%s is %s here and %q in the drawing", d.Name, p.Color, class)
			}
		}
	}
	if len(titles) > 0 {
		t.Errorf("without an item: %v", titles)
	}
}

// TestMapOptionFindsHostileNames holds that titles and items stay the same text
// whatever a name holds.
func TestMapOptionFindsHostileNames(t *testing.T) {
	m := sampleMap()
	for i, name := range []string{attack, "Côte d'Ivoire", "__proto__", "{a|b} {b}", "a\tb\nc  d"} {
		m.Shapes[i].Name = name
	}
	titles := mapTitles(t, m)
	for _, d := range readItems(t, m).Series[0].Data {
		if _, ok := titles[d.Name]; !ok {
			t.Errorf("no shape has the title %q", d.Name)
		}
	}
}

func TestStatesOption(t *testing.T) {
	s := sampleStates()
	s.Cells[4] = State{Name: "kept back", Gap: Hidden}
	o := readItems(t, s)
	rows := o.YAxis[0].Data
	if want := []string{"Tier 1", "Tier 2", "Tier 2 Watch List", "Tier 3", "no data", "kept back"}; !slices.Equal(rows, want) {
		t.Errorf("rows are %q, want %q", rows, want)
	}
	if got := len(o.Series[0].Data); got != len(s.Periods) {
		t.Fatalf("%d cells for %d periods", got, len(s.Periods))
	}
	for i, d := range o.Series[0].Data {
		c := s.cell(i)
		v := d.Value.([]any)
		name := s.Periods[i] + ": " + s.name(c)
		if i == 15 { // after the break at 14.5
			name += "; New law"
		}
		if got, want := fmt.Sprint(v[0], rows[int(v[1].(float64))], d.Name), fmt.Sprint(i, s.name(c), name); got != want {
			t.Errorf("cell %d is %q, want %q", i, got, want)
		}
		if c.Known && (d.ItemStyle.Color != stepColour(c.Step) || d.ItemStyle.Decal != nil) || !c.Known && d.ItemStyle.Decal == nil {
			t.Errorf("%s has the look %+v", d.Name, d.ItemStyle)
		}
	}
}

// TestGapLooksDiffer holds that the four kinds of absence can be told apart.
func TestGapLooksDiffer(t *testing.T) {
	seen := map[string]Gap{}
	for g := NoData; g <= Hidden; g++ {
		b, err := json.Marshal(g.explored(false))
		if err != nil {
			t.Fatal(err)
		}
		if other, twice := seen[string(b)]; twice {
			t.Errorf("%d looks like %d", g, other)
		}
		seen[string(b)] = g
	}
}
