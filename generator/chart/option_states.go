package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/echart"
	"tipscore/generator/chart/internal/svg"
)

// Option implements Explorable: a row for each state, from strong to weak, then
// one for each kind of absence, and in each period one filled cell.
func (s States) Option() ([]byte, error) {
	names, row := s.rows()
	items := make([]echart.Item, len(s.Periods))
	for i, period := range s.Periods {
		cell := s.cell(i)
		style := cell.point().look().explored(false)
		if cell.Known {
			style = echart.Filled(stepColour(cell.Step))
		}
		said := period + ": " + s.name(cell)
		if note := svg.Notes(i, len(s.Periods), s.Breaks); note != "" {
			said += "; " + note
		}
		items[i] = echart.Item{Name: svg.Tidy(said), Value: []int{i, row[i], 0}, Style: style}
	}
	return s.frame().Cells(items, s.Periods, names)
}

// rows returns the names of the rows and the row of each period. Two states are
// one row when they have the same name and the same colour.
func (s States) rows() (names []string, row []int) {
	type kind struct {
		name string
		step int // 0 for an absent value
		gap  Gap
	}
	of := func(c State) kind {
		if c.Known {
			return kind{name: s.name(c), step: colour.Clamp(c.Step)}
		}
		return kind{name: s.name(c), gap: c.point().look()}
	}
	at := map[kind]int{}
	for step := 5; step >= 0; step-- {
		for i := range s.Periods {
			k := of(s.cell(i))
			if _, placed := at[k]; k.step == step && !placed {
				at[k] = len(names)
				names = append(names, k.name)
			}
		}
	}
	for i := range s.Periods {
		row = append(row, at[of(s.cell(i))])
	}
	return names, row
}
