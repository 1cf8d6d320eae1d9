package chart

import (
	"fmt"
	"strings"
	"testing"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// The drawing and the table say the same of every square, and the square has the
// look of it.
func TestTilesPoints(t *testing.T) {
	tl := sampleTiles()
	said := map[string]string{}
	elements := parse(t, tl.SVG())
	for _, e := range elements {
		if e.name == "title" && elements[e.parent].name == "rect" {
			said[e.text] = elements[e.parent].attrs["class"]
		}
	}
	for i, s := range tl.Squares {
		row := tl.Table().Rows[i]
		name, class := row[0]+": "+row[1], s.Point.look().class()
		if s.Point.known() {
			step := tl.Steps.Of(s.Point.Value)
			name, class = name+", "+tl.Steps.Names[step-1], colour.StepClass(step)
		}
		if got, drawn := said[name]; !drawn || got != class {
			t.Errorf("%s has the class %q, want %q; drawn are %v", name, got, class, said)
		}
	}
}

// Squares are equal, stand where they belong, and none lies on another or
// beyond the drawing, however many columns there are.
func TestTilesStandApart(t *testing.T) {
	for columns := 1; columns <= 100; columns += 3 {
		var tl Tiles
		for c := range columns {
			tl.Squares = append(tl.Squares, Square{Name: "Place", Column: c, Row: c % 3, Point: Known(66.7, "66.7")})
		}
		elements := parse(t, tl.SVG())
		var width, height float64
		fmt.Sscanf(elements[0].attrs["viewBox"], "0 0 %f %f", &width, &height)
		side, before := -1.0, -1.0
		for _, e := range elements {
			if e.name != "rect" {
				continue
			}
			x, y, w, h := e.number(t, "x"), e.number(t, "y"), e.number(t, "width"), e.number(t, "height")
			if w != h || side >= 0 && w != side {
				t.Errorf("%d columns: a square of %v by %v among those of %v", columns, w, h, side)
			}
			if x < before || x < 0 || y < 0 || x+w > width || y+h > height {
				t.Errorf("%d columns: a square at %v, %v of %v in %v by %v", columns, x, y, w, width, height)
			}
			side, before = w, x+w
		}
		for _, e := range elements {
			if e.name == "text" && svg.TextWidth(e.text, svg.SmallSize) > side {
				t.Errorf("%d columns: %q in a square of %v", columns, e.text, side)
			}
		}
	}
}

// A square says name and score while there is room, then the score alone,
// rounded where its decimals do not fit.
func TestTilesTexts(t *testing.T) {
	for columns, want := range map[int]string{4: "SAH 39.5", 8: "SAH 39.5", 9: "39.5", 12: "40", 20: ""} {
		tl := Tiles{Squares: []Square{{Name: "Saint Anthony", Short: "SAH", Point: Known(39.5, "39.5")}, {Name: "Far", Column: columns - 1}}}
		var texts []string
		for _, e := range parse(t, tl.SVG()) {
			if e.name == "text" && e.class("c-on-2") {
				texts = append(texts, e.text)
			}
		}
		if got := strings.Join(texts, " "); got != want {
			t.Errorf("%d columns: the square says %q, want %q", columns, got, want)
		}
	}
}

// Each square with a page is one stop for the keyboard, with the words that its
// title has; an address that could run a script is none.
func TestTilesLinks(t *testing.T) {
	links := map[string]string{}
	for _, e := range parse(t, sampleTiles().SVG()) {
		if e.name == "a" {
			links[e.attrs["href"]] = e.attrs["aria-label"]
		}
	}
	if len(links) != 5 || links["hill/"] != "Saint Anthony on the Hill: 39.5, weak" || links["south/"] != "South: no data" {
		t.Errorf("the links are %v", links)
	}
}

func TestTilesAreNeverMirrored(t *testing.T) {
	tl := sampleTiles()
	left := tl.SVG()
	tl.RTL = true
	if strings.ReplaceAll(tl.SVG(), `direction="rtl"`, `direction="ltr"`) != left {
		t.Error("the tiles differ from right to left in more than their direction")
	}
}

// A place whose level is held down by a rule has the colour and the name of that
// level on a map, to explore too, and not those of its score.
func TestCappedPlacesHaveTheirOwnStep(t *testing.T) {
	capped := Point{Value: 63, Known: true, Text: "63.0", Step: 2}
	tl, m := sampleTiles(), sampleMap()
	tl.Squares[0].Point, m.Shapes[0].Point = capped, capped
	for name, elements := range map[string][]element{"tiles": parse(t, tl.SVG()), "map": parse(t, m.SVG())} {
		found := false
		for _, e := range elements {
			if e.name == "title" && strings.HasSuffix(e.text, ": 63.0, weak") {
				found = elements[e.parent].class("c-step-2")
			}
		}
		if !found {
			t.Errorf("%s: the place is not weak", name)
		}
	}
	one := m.items()[0]
	if one.Style == nil || one.Style.Color != stepColour(2) || one.Steps == nil || *one.Steps {
		t.Errorf("to explore, the place is %+v", one)
	}
	if tl.Steps.of(Point{Value: 1, Step: 9}) != 5 {
		t.Error("a step beyond the last is not the last")
	}
}
