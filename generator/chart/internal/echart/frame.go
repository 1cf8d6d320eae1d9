// Package echart holds what all ECharts options of the charts have in common:
// frame, axes, and the things that ECharts knows and go-echarts does not.
package echart

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Frame is what surrounds the points of a chart.
type Frame struct {
	ID   string
	Says string // the chart in words, for screen readers
	RTL  bool
}

// Chart is what this package uses of a go-echarts chart.
type Chart interface {
	Validate()
	JSON() map[string]any
}

// tooltip adds to go-echarts' options what it does not know: rich text is drawn
// on the canvas, so that no markup from a name can reach the page and no inline
// style breaks the site's content security policy.
type tooltip struct {
	opts.Tooltip
	RenderMode string `json:"renderMode"`
	Confine    bool   `json:"confine"`
}

// Encode turns a chart into JSON. json.Marshal sorts the keys of maps and
// writes <, >, & and U+2028 as escapes.
func (f Frame) Encode(c Chart, t opts.Tooltip) ([]byte, error) {
	c.Validate()
	option := c.JSON()
	option["tooltip"] = tooltip{Tooltip: t, RenderMode: "richText", Confine: true}
	option["aria"] = f.aria()
	option["textStyle"] = map[string]string{"color": colour.Property("ink"), "fontFamily": "system-ui, sans-serif"}
	b, err := json.Marshal(option)
	if err != nil {
		return nil, fmt.Errorf("encode the ECharts option of %s: %w", f.ID, err)
	}
	return b, nil
}

// aria describes the chart for screen readers and adds patterns to colours. The
// first series has none and the next ones have dots: a hatch would say "no data"
// here. (go-echarts cannot write decals.)
func (f Frame) aria() any {
	dots := map[string]any{"symbol": "circle", "symbolSize": 0.6, "color": "rgba(255,255,255,0.7)",
		"dashArrayX": [][]int{{6, 6}, {0, 6, 6, 0}}, "dashArrayY": []int{6, 0}}
	return map[string]any{
		"enabled": true,
		"label":   map[string]string{"description": svg.Tidy(f.Says)},
		"decal":   map[string]any{"show": true, "decals": []any{map[string]string{"color": "rgba(0,0,0,0)"}, dots}},
	}
}

// Common returns the settings of every chart: a fixed id, because go-echarts
// makes a random one; no animation.
func (f Frame) Common(colours ...string) []charts.GlobalOpts {
	palette := make(opts.Colors, len(colours))
	for i, c := range colours {
		palette[i] = colour.Property(c)
	}
	return []charts.GlobalOpts{
		charts.WithInitializationOpts(opts.Initialization{ChartID: f.ID, Theme: "white"}),
		charts.WithColorsOpts(palette),
		charts.WithAnimation(false),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "24", Top: "36", Bottom: "40", ContainLabel: opts.Bool(true)}),
	}
}

// LegendBelow names the series under the chart.
func (f Frame) LegendBelow() charts.GlobalOpts {
	l := opts.Legend{Show: opts.Bool(true), Type: "scroll", Bottom: "0", Left: "0",
		TextStyle: &opts.TextStyle{Color: colour.Property("ink")}}
	if f.RTL {
		l.Left, l.Right = "", "0"
	}
	return charts.WithLegendOpts(l)
}

// CategoryX is a horizontal axis of names.
func (f Frame) CategoryX(names []string) opts.XAxis {
	return opts.XAxis{Type: "category", Data: svg.TidyAll(names), Inverse: opts.Bool(f.RTL),
		AxisLabel: axisText(), AxisLine: &opts.AxisLine{LineStyle: &opts.LineStyle{Color: colour.Property("axis")}}}
}

// ValueX is a horizontal axis of numbers, in full.
func (f Frame) ValueX(s svg.Scale) opts.XAxis {
	return opts.XAxis{Type: "value", Min: s.Min, Max: s.Max, Inverse: opts.Bool(f.RTL),
		AxisLabel: axisText(), SplitLine: gridLine()}
}

// ValueY is the vertical one.
func (f Frame) ValueY(s svg.Scale) opts.YAxis {
	return opts.YAxis{Type: "value", Min: s.Min, Max: s.Max, Position: f.leading(),
		AxisLabel: axisText(), SplitLine: gridLine()}
}

// CategoryY is a vertical axis of names, the first one at the top.
func (f Frame) CategoryY(names []string) opts.YAxis {
	text := axisText()
	text.Width, text.Overflow = 140, "break"
	return opts.YAxis{Type: "category", Data: svg.TidyAll(names), Inverse: opts.Bool(true), Position: f.leading(),
		AxisLabel: text, AxisLine: &opts.AxisLine{LineStyle: &opts.LineStyle{Color: colour.Property("axis")}}}
}

// leading is the side where reading starts.
func (f Frame) leading() string {
	if f.RTL {
		return "right"
	}
	return "left"
}

func axisText() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), Color: colour.Property("muted"), HideOverlap: opts.Bool(true)}
}

func gridLine() *opts.SplitLine {
	return &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: colour.Property("grid")}}
}
