package svg

import (
	"math"
	"strconv"
)

// Place is where a period label stands: the per cent of its middle.
type Place struct {
	At   float64
	Text string
}

// Span returns the ends of a label in pixels in a plot of the given width, and
// the anchor that keeps it inside the drawing.
func (l Place) Span(f Frame, width float64) (from, to float64, a Anchor) {
	mid, w := l.At*width/100, TextWidth(l.Text, SmallSize)
	switch {
	case mid-w/2 < -f.Start:
		return mid, mid + w, Start
	case mid+w/2 > width+f.End:
		return mid - w, mid, End
	}
	return mid - w/2, mid + w/2, Middle
}

// thin chooses which of the labels are written in a chart of the given width:
// every one, or every second, fifth, ... with the last and the first where
// there is space. Years are chosen round (2000, 2005, 2010).
func thin(labels []Place, f Frame, width float64) []bool {
	years := allYears(labels)
	steps := []int{1, 2, 4, 8, 12, 24, 48}
	if years {
		steps = []int{1, 2, 5, 10, 20, 50, 100}
	}
	show := make([]bool, len(labels))
	for _, step := range steps {
		for i, l := range labels {
			if years {
				y, _ := strconv.Atoi(l.Text)
				show[i] = y%step == 0
			} else {
				show[i] = (len(labels)-1-i)%step == 0
			}
		}
		if Clear(labels, show, f, width) {
			break
		}
		for i := range show {
			show[i] = false
		}
	}
	if len(labels) == 0 {
		return show
	}
	for _, i := range []int{len(labels) - 1, 0} {
		if show[i] {
			continue
		}
		show[i] = true
		if !Clear(labels, show, f, width) {
			show[i] = false
		}
	}
	return show
}

// Clear tells whether no two shown labels come closer than 8 pixels.
func Clear(labels []Place, show []bool, f Frame, width float64) bool {
	last := math.Inf(-1)
	for i, l := range labels {
		if !show[i] {
			continue
		}
		from, to, _ := l.Span(f, width)
		if from < last+8 {
			return false
		}
		last = to
	}
	return true
}

func allYears(labels []Place) bool {
	for _, l := range labels {
		y, err := strconv.Atoi(l.Text)
		if err != nil || len(l.Text) != 4 || y < 0 {
			return false
		}
	}
	return true
}

// Periods writes the labels under the columns or points of a plot.
func (p *Pen) Periods(labels []Place, f Frame) {
	narrow, wide := thin(labels, f, f.Narrow()), thin(labels, f, f.Wide())
	for i, l := range labels {
		class := "c-axis"
		switch {
		case !narrow[i] && !wide[i]:
			continue
		case !wide[i]:
			class = "c-axis c-narrow"
		case !narrow[i]:
			class = "c-axis c-wide"
		}
		_, _, a := l.Span(f, f.Narrow())
		p.Text(Label{Class: class, X: l.At, Y: f.Y + f.H + 17, Anchor: a, Text: Fit(l.Text, SmallSize, NarrowWidth)})
	}
}

// ValueLines writes the lines across a plot at its ticks, with their numbers
// before them.
func (p *Pen) ValueLines(s *Scale, f Frame) {
	for i, t := range s.Ticks {
		y := f.Y + f.H*(1-s.Frac(t))
		class := "c-grid"
		if i == 0 {
			class = "c-base"
		}
		p.Line(class, Seg{0, y, 100, y})
		p.Text(Label{Class: "c-axis", X: 0, DX: -6, Y: y + 4, Anchor: End, Text: s.Labels[i]})
	}
}
