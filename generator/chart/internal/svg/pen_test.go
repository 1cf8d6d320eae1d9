package svg

import (
	"math"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", 1.5: "1.5", 1.25: "1.25", 1.254: "1.25", 1.256: "1.26", 99.999: "100", -0.001: "0", -1.5: "-1.5", -0.25: "-0.25",
		0.04: "0.04", 1000: "1000", math.Copysign(0, -1): "0",
	} {
		if got := NewPen(Name{}).N(v).String(); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}

// TestMirror holds that the pen alone turns a drawing round: places count from
// the other side, rectangles end where they began, pixels change their sign.
func TestMirror(t *testing.T) {
	draw := func(rtl bool) string {
		p := NewPen(Name{ID: "a", RTL: rtl})
		p.Rect("c-bar", Box{X: 10, Y: 1, W: 30, H: 5}).Line("c-grid", Seg{X1: 0, Y1: 2, X2: 25, Y2: 2})
		return p.Text(Label{X: 10, DX: 4, Y: 3, Anchor: End, Text: "a"}).S(" ").N(p.PlotX(10, 500)).S(" ").N(p.Out(7)).String()
	}
	left := `<rect class="c-bar" x="10%" y="1" width="30%" height="5"/><line class="c-grid" x1="0%" y1="2" x2="25%" y2="2"/>` +
		`<text x="10%" dx="4" y="3" text-anchor="end">a</text> 50 7`
	right := `<rect class="c-bar" x="60%" y="1" width="30%" height="5"/><line class="c-grid" x1="100%" y1="2" x2="75%" y2="2"/>` +
		`<text x="90%" dx="-4" y="3" text-anchor="end">a</text> 450 -7`
	if got := draw(false); got != left {
		t.Errorf("left to right:\n got %s\nwant %s", got, left)
	}
	if got := draw(true); got != right {
		t.Errorf("right to left:\n got %s\nwant %s", got, right)
	}
}

func TestOpen(t *testing.T) {
	for _, c := range []struct {
		name   Name
		canvas Canvas
		want   string
	}{
		{Name{ID: "a", Title: "T", Desc: "D", Lang: "es"}, Canvas{Class: "c-bars", Height: 40, Start: 30, End: 120},
			`<svg class="c c-bars c-start-30 c-end-120" width="100%" height="40" role="img" aria-labelledby="a-t a-d" lang="es" direction="ltr" font-size="13"><title id="a-t">T</title><desc id="a-d">D</desc>`},
		{Name{ID: "m", Title: "T", RTL: true}, Canvas{Class: "c-map", Height: 500, Plane: 1000, Links: true},
			`<svg class="c c-map" viewBox="0 0 1000 500" role="group" aria-labelledby="m-t" direction="rtl" font-size="13"><title id="m-t">T</title>`},
		{Name{ID: "l", Title: "T"}, Canvas{Class: "c-legend", Height: 60, Mute: true},
			`<svg class="c c-legend" width="100%" height="60" aria-hidden="true" direction="ltr" font-size="13">`},
	} {
		p := NewPen(c.name)
		p.Open(c.name, c.canvas)
		if got := p.String(); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

// TestFitted holds that a label is written once where one text serves, and once
// for each kind of screen where it does not, with the full text as title of a
// shortened one.
func TestFitted(t *testing.T) {
	const long = "Coordination with neighbouring provinces"
	for _, c := range []struct {
		room Room
		want []string
	}{
		{Room{400, 800}, []string{`<text x="0%" y="0">` + long + `</text>`}},
		{Room{100, 800}, []string{`class="c-narrow"`, `<title>` + long + `</title>Coordination…`, `class="c-wide" x="0%" y="0">` + long + `</text>`}},
		{Room{100, 100}, []string{`<text x="0%" y="0"><title>` + long + `</title>Coordination…</text>`}},
	} {
		got := NewPen(Name{}).Fitted(Label{Text: long}, c.room).String()
		for _, part := range c.want {
			if !strings.Contains(got, part) {
				t.Errorf("in %v: %s lacks %s", c.room, got, part)
			}
		}
		if n := strings.Count(got, "<text"); n > len(c.want) {
			t.Errorf("in %v: %d labels", c.room, n)
		}
	}
	if got := NewPen(Name{}).Fitted(Label{}, Room{10, 10}).String(); got != "" {
		t.Errorf("an empty label draws %q", got)
	}
}

func TestFrame(t *testing.T) {
	for _, c := range []struct{ start, end, wantStart, wantEnd float64 }{
		{0, 0, 0, 0}, {21, 101, 30, 110}, {30, 115.2, 30, 120}, {5, 900, 10, MarginMost},
	} {
		f := NewFrame(c.start, c.end)
		if f.Start != c.wantStart || f.End != c.wantEnd {
			t.Errorf("margins for %v and %v are %v and %v, want %v and %v", c.start, c.end, f.Start, f.End, c.wantStart, c.wantEnd)
		}
		if f.Narrow() <= 0 || f.Wide() <= f.Narrow() || f.Units() <= f.Wide() {
			t.Errorf("widths %v %v %v", f.Narrow(), f.Wide(), f.Units())
		}
	}
}

// TestRulesCrossNoLabel holds for signs in ordinary numbers: four laws over
// sixteen years.
func TestRulesCrossNoLabel(t *testing.T) {
	signs := []Sign{
		{At: 10, Text: "Organized crime convention"}, {At: 30, Text: "New method"},
		{At: 50, Text: "Protocol on the sale of children"}, {At: 60, Text: "Palermo Protocol"}, {At: 60, Text: "Law"},
	}
	f := NewFrame(28, 100)
	lanes := LaySigns(signs, f)
	if lanes > 5 {
		t.Errorf("%d lanes for five signs", lanes)
	}
	for i := range signs {
		for k := range signs {
			if i == k || signs[i].lane < signs[k].lane {
				continue
			}
			span := spanAt(signs[k], f, f.Narrow())
			x := f.Start + signs[i].At*f.Narrow()/100
			if x > span[0] && x < span[1] {
				t.Errorf("the rule of %q runs through %q", signs[i].Text, signs[k].Text)
			}
		}
	}
}
