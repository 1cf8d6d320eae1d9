package svg

import (
	"math"
	"strings"
)

// Event is a place on a time axis with a label. At counts periods: 2 is the third
// period, 1.5 lies between the second and the third.
type Event struct {
	At    float64
	Label string
}

// Nearest returns which of n periods an event is listed with: a break between
// two periods belongs to the later one. It is -1 for none.
func (e Event) Nearest(n int) int {
	if math.IsNaN(e.At) || math.IsInf(e.At, 0) || n == 0 {
		return -1
	}
	return int(math.Max(0, math.Min(float64(n-1), math.Floor(e.At+0.5))))
}

// Cut reports whether a break lies between period i of n and the one before.
func Cut(breaks []Event, i, n int) bool {
	for _, b := range breaks {
		if i > 0 && b.Nearest(n) == i {
			return true
		}
	}
	return false
}

// Notes returns the labels of what happened in period i of n.
func Notes(i, n int, lists ...[]Event) string {
	var notes []string
	for _, list := range lists {
		for _, e := range list {
			if e.Nearest(n) == i {
				notes = append(notes, e.Label)
			}
		}
	}
	return strings.Join(notes, "; ")
}

// Course is n periods, and where each of them stands in per cent.
type Course struct {
	N     int
	Place func(period float64) float64
}

// Breaks turns breaks into signs above a plot.
func (c Course) Breaks(list []Event) []Sign {
	return c.signs(list, Sign{Line: "c-break", Label: "c-sign c-halo c-break-note"})
}

// Events turns events into signs above a plot.
func (c Course) Events(list []Event) []Sign {
	return c.signs(list, Sign{Line: "c-event", Label: "c-sign c-halo"})
}

func (c Course) signs(list []Event, look Sign) (out []Sign) {
	for _, e := range list {
		if e.Nearest(c.N) < 0 {
			continue
		}
		s := look
		s.At, s.Text = c.Place(math.Max(0, math.Min(float64(c.N-1), e.At))), e.Label
		out = append(out, s)
	}
	return out
}
