package chart

import "tipscore/generator/chart/internal/echart"

// Explorable is a figure that a reader can also explore with ECharts.
type Explorable interface {
	Table() Table
	// Option returns the ECharts option of the same points as JSON, safe inside
	// <script type="application/json">, the same bytes on every call.
	Option() ([]byte, error)
}

// gapValue stands for an absent value in ECharts: nothing is drawn.
const gapValue = "-"

// frame returns what a head says to ECharts.
func (h Head) frame() echart.Frame {
	f := echart.Frame{ID: h.id(), Says: h.Desc, RTL: h.RTL}
	if f.Says == "" {
		f.Says = h.Title
	}
	return f
}

// value returns the number of a point for ECharts.
func (p Point) value() any {
	if !p.known() {
		return gapValue
	}
	return p.Value
}
