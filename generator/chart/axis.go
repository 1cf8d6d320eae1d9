package chart

import (
	"math"
	"strconv"
)

// Axis is the scale of values. The zero Axis is 0 to 100 with a line at every
// fifth, and is never cut to the data.
type Axis struct {
	Min, Max float64
	Ticks    []float64            // where lines stand; nil chooses round numbers
	Format   func(float64) string // writes a tick; nil writes plain digits
}

// scale is an Axis with nothing left to decide.
type scale struct {
	min, max float64
	ticks    []float64
	labels   []string
}

func (a Axis) scale() scale {
	s := scale{min: a.Min, max: a.Max}
	if !(s.max > s.min) || !finite(s.min) || !finite(s.max) {
		s.min, s.max = 0, 100
	}
	for _, t := range a.Ticks {
		if t >= s.min && t <= s.max {
			s.ticks = append(s.ticks, t)
		}
	}
	if len(s.ticks) == 0 {
		s.ticks = roundTicks(s.min, s.max)
	}
	format := a.Format
	if format == nil {
		format = plain
	}
	s.labels = make([]string, len(s.ticks))
	for i, t := range s.ticks {
		s.labels[i] = format(t)
	}
	return s
}

// frac returns where a value lies between the ends of the scale, 0 to 1. What
// lies beyond an end is drawn at the end; its label still says the number.
func (s *scale) frac(v float64) float64 {
	return math.Max(0, math.Min(1, (v-s.min)/(s.max-s.min)))
}

// widest returns the width of the widest tick label.
func (s *scale) widest() float64 {
	w := 0.0
	for _, l := range s.labels {
		w = math.Max(w, textWidth(l, smallSize))
	}
	return w
}

// roundTicks returns three to six round numbers from min to max: 0, 20, ...,
// 100 for 0 to 100.
func roundTicks(min, max float64) []float64 {
	step := roundStep((max - min) / 5)
	var ticks []float64
	for i := math.Ceil(min/step - 1e-9); i*step <= max+step*1e-9 && len(ticks) < 12; i++ {
		ticks = append(ticks, i*step+0) // -0 becomes 0
	}
	return ticks
}

// roundStep returns the smallest of 1, 2, 5, 10 x 10^n that is at least raw.
// Worked number: 100 in five parts asks for 20 and gets 20; 130 asks for 26 and
// gets 50.
func roundStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 5} {
		if raw <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// roundMax returns the end of a scale that starts at zero and holds v.
func roundMax(v float64) float64 {
	if !(v > 0) {
		return 1
	}
	step := roundStep(v / 4)
	if step < 1 && v == math.Trunc(v) {
		step = 1
	}
	return step * math.Ceil(v/step-1e-9)
}

// place is where a period label stands: the per cent of its middle.
type place struct {
	at   float64
	text string
}

// span returns the ends of a label in pixels in a plot of the given width, and
// the anchor that keeps it inside the drawing.
func (l place) span(f frame, width float64) (from, to float64, a anchor) {
	mid, w := l.at*width/100, textWidth(l.text, smallSize)
	switch {
	case mid-w/2 < -f.start:
		return mid, mid + w, start
	case mid+w/2 > width+f.end:
		return mid - w, mid, end
	}
	return mid - w/2, mid + w/2, middle
}

// thin chooses which of the labels are written in a chart of the given width:
// every one, or every second, fifth, ... with the last and the first where
// there is space. Years are chosen round (2000, 2005, 2010).
func thin(labels []place, f frame, width float64) []bool {
	years := allYears(labels)
	steps := []int{1, 2, 4, 8, 12, 24, 48}
	if years {
		steps = []int{1, 2, 5, 10, 20, 50, 100}
	}
	show := make([]bool, len(labels))
	for _, step := range steps {
		for i, l := range labels {
			if years {
				y, _ := strconv.Atoi(l.text)
				show[i] = y%step == 0
			} else {
				show[i] = (len(labels)-1-i)%step == 0
			}
		}
		if clear(labels, show, f, width) {
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
		if !clear(labels, show, f, width) {
			show[i] = false
		}
	}
	return show
}

// clear tells whether no two shown labels come closer than 8 pixels.
func clear(labels []place, show []bool, f frame, width float64) bool {
	last := math.Inf(-1)
	for i, l := range labels {
		if !show[i] {
			continue
		}
		from, to, _ := l.span(f, width)
		if from < last+8 {
			return false
		}
		last = to
	}
	return true
}

func allYears(labels []place) bool {
	for _, l := range labels {
		y, err := strconv.Atoi(l.text)
		if err != nil || len(l.text) != 4 || y < 0 {
			return false
		}
	}
	return true
}

// periods writes the labels under the columns or points of a plot.
func (p *pen) periods(labels []place, f frame) {
	narrow, wide := thin(labels, f, f.narrow()), thin(labels, f, f.wide())
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
		_, _, a := l.span(f, f.narrow())
		p.text(label{class: class, x: l.at, y: f.y + f.h + 17, anchor: a, text: fit(l.text, smallSize, narrowWidth)})
	}
}

// valueLines writes the lines across a plot at its ticks, with their numbers
// before them.
func (p *pen) valueLines(s *scale, f frame) {
	for i, t := range s.ticks {
		y := f.y + f.h*(1-s.frac(t))
		class := "c-grid"
		if i == 0 {
			class = "c-base"
		}
		p.line(class, seg{0, y, 100, y})
		p.text(label{class: "c-axis", x: 0, dx: -6, y: y + 4, anchor: end, text: s.labels[i]})
	}
}
