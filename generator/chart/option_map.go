package chart

import (
	"tipscore/generator/chart/internal/echart"
	"tipscore/generator/chart/internal/svg"
)

// Option implements Explorable: the map with its steps as a legend that shows
// and hides them, to be moved and enlarged. It holds no outlines. The page
// registers those of its own drawing as a map named by the chart's id, each
// shape under the text of its title, which is the name of its item here.
func (m Map) Option() ([]byte, error) {
	return m.frame().Map(m.items(), echart.NewBands(m.Steps.pieces(), m.Steps.name))
}

// items returns one item for each title of the drawing.
func (m Map) items() []echart.Item {
	out := []echart.Item{}
	seen := map[string]bool{}
	for i := range m.Shapes {
		s := &m.Shapes[i]
		if s.Path == "" && s.Dot == (Spot{}) {
			continue
		}
		one := echart.Item{Name: svg.Tidy(m.said(s.Name, s.Point, m.Steps)), Value: s.Point.value()}
		if seen[one.Name] {
			continue // land without a name, in several pieces
		}
		seen[one.Name] = true
		if !s.Point.known() {
			one.Style = s.Point.look().explored(true)
		}
		if s.Point.known() && m.Steps.of(s.Point) != m.Steps.Of(s.Point.Value) {
			one.Style, one.Steps = echart.Filled(stepColour(m.Steps.of(s.Point))), new(bool)
		}
		if s.Current {
			if one.Style == nil {
				one.Style = &echart.Look{}
			}
			one.Style.Outline()
		}
		out = append(out, one)
	}
	return out
}

// explored is the look of an absent value in ECharts. On land a dash has no
// place, there as in the drawing.
func (g Gap) explored(land bool) *echart.Look {
	switch {
	case g == Hidden:
		return echart.Crossed()
	case g == NotAssessed:
		return echart.Dotted()
	case g == NotApplicable && land:
		return echart.Blank()
	case g == NotApplicable:
		return echart.Dashed()
	}
	return echart.Hatched()
}
