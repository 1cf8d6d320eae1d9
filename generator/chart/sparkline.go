package chart

import (
	"math"
	"strconv"

	"tipscore/generator/chart/internal/svg"
)

// Sparkline is a tiny line for a table cell whose numbers stand beside it, so
// screen readers skip it. It costs at most five bytes a point after the frame.
type Sparkline struct {
	Points   []Point
	Min, Max float64 // both 0 is 0 to 100
	RTL      bool
}

const sparkUnits = 20 // height in units; a period is one unit wide

// SVG returns the drawing, or "" if no point is known.
func (s Sparkline) SVG() string {
	sc := Axis{Min: s.Min, Max: s.Max, Ticks: []float64{s.Min}}.scale()
	var path []byte
	x0, y0, last := 0, 0, -1
	n := len(s.Points)
	for k := range s.Points {
		i := k
		if s.RTL {
			i = n - 1 - k // the pen moves from left to right either way
		}
		if !s.Points[i].known() {
			continue
		}
		y := int(math.Round(sparkUnits * (1 - sc.Frac(s.Points[i].Value))))
		path = sparkStep(path, k-x0, y-y0, last == k-1 && last >= 0)
		x0, y0, last = k, y, k
	}
	if last < 0 {
		return ""
	}
	b := make([]byte, 0, 256+len(path))
	b = append(b, `<svg class="c-spark" viewBox="0 0 `...)
	b = strconv.AppendInt(b, int64(max(1, n-1)), 10)
	b = append(b, ` 20" preserveAspectRatio="none" overflow="visible" aria-hidden="true"><path class="c-line c-line-1" d="`...)
	b = append(b, path...)
	b = append(b, `"/>`...)
	return string(append(s.dots(b, &sc), `</svg>`...))
}

// sparkStep adds a step of the line, or a move to a point after a gap. Pairs of
// numbers after the first of a move are lines (SVG 1.1, section 8.3.2).
func sparkStep(path []byte, dx, dy int, joined bool) []byte {
	if joined {
		path = append(path, ' ')
	} else {
		path = append(path, 'm')
	}
	path = strconv.AppendInt(path, int64(dx), 10)
	if dy >= 0 {
		path = append(path, ' ')
	}
	return strconv.AppendInt(path, int64(dy), 10)
}

// dots marks the newest known point and every point between two gaps.
func (s Sparkline) dots(b []byte, sc *svg.Scale) []byte {
	newest := -1
	for i, q := range s.Points {
		if q.known() {
			newest = i
		}
	}
	b = append(b, `<path class="c-dots c-line-1 c-round" d="`...)
	for i, q := range s.Points {
		alone := !at(s.Points, i+1).known() && (i == 0 || !s.Points[i-1].known())
		if !q.known() || i != newest && !alone {
			continue
		}
		x := i
		if s.RTL {
			x = len(s.Points) - 1 - i
		}
		b = append(b, 'M')
		b = strconv.AppendInt(b, int64(x), 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(math.Round(sparkUnits*(1-sc.Frac(q.Value)))), 10)
		b = append(b, "h.01"...)
	}
	return append(b, `"/>`...)
}
