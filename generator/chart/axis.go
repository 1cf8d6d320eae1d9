package chart

import "tipscore/generator/chart/internal/svg"

// Axis is the scale of values. The zero Axis is 0 to 100 with a line at every
// fifth, and is never cut to the data.
type Axis struct {
	Min, Max float64
	Ticks    []float64            // where lines stand; nil chooses round numbers
	Format   func(float64) string // writes a tick; nil writes plain digits
}

func (a Axis) scale() svg.Scale {
	s := svg.Scale{Min: a.Min, Max: a.Max}
	if !(s.Max > s.Min) || !svg.Finite(s.Min) || !svg.Finite(s.Max) {
		s.Min, s.Max = 0, 100
	}
	for _, t := range a.Ticks {
		if t >= s.Min && t <= s.Max {
			s.Ticks = append(s.Ticks, t)
		}
	}
	if len(s.Ticks) == 0 {
		s.Ticks = svg.RoundTicks(s.Min, s.Max)
	}
	format := a.Format
	if format == nil {
		format = svg.Plain
	}
	s.Labels = make([]string, len(s.Ticks))
	for i, t := range s.Ticks {
		s.Labels[i] = format(t)
	}
	return s
}
