package chart

import (
	"math"
	"strings"

	"tipscore/generator/chart/internal/svg"
)

// nearest returns which of n periods an event is listed with: a break between
// two periods belongs to the later one. It is -1 for none.
func nearest(at float64, n int) int {
	if !finite(at) || n == 0 {
		return -1
	}
	return int(math.Max(0, math.Min(float64(n-1), math.Floor(at+0.5))))
}

// cut reports whether a break lies between period i and the one before.
func cut(breaks []Event, i, n int) bool {
	for _, b := range breaks {
		if i > 0 && nearest(b.At, n) == i {
			return true
		}
	}
	return false
}

// plant turns events of n periods into signs above a plot. place returns where a
// period stands, in per cent.
func plant(list []Event, n int, place func(period float64) float64) []svg.Sign {
	var signs []svg.Sign
	for _, e := range list {
		if finite(e.At) && n > 0 {
			at := math.Max(0, math.Min(float64(n-1), e.At))
			signs = append(signs, svg.Sign{At: place(at), Text: e.Label})
		}
	}
	return signs
}

// dress gives signs the classes of their rules and labels.
func dress(signs []svg.Sign, line, label string) []svg.Sign {
	for i := range signs {
		signs[i].Line, signs[i].Label = line, label
	}
	return signs
}

// brokenAt returns the signs of breaks.
func brokenAt(breaks []Event, n int, place func(period float64) float64) []svg.Sign {
	return dress(plant(breaks, n, place), "c-break", "c-sign c-halo c-break-note")
}

// annotate adds a last column to the table of n periods that tells what happened
// in each; without a head there is none.
func (t *Table) annotate(head string, lists ...[]Event) {
	if head == "" {
		return
	}
	t.Header = append(t.Header, head)
	for i := range t.Rows {
		var notes []string
		for _, list := range lists {
			for _, e := range list {
				if nearest(e.At, len(t.Rows)) == i {
					notes = append(notes, e.Label)
				}
			}
		}
		t.Rows[i] = append(t.Rows[i], strings.Join(notes, "; "))
	}
}
