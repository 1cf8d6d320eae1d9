package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Option implements Explorable: lines that stop at missing points and at breaks,
// with events and breaks as vertical rules. A line with breaks is several series
// of one name, which share their colour and their place in the legend.
func (t Timeline) Option() ([]byte, error) {
	c := charts.NewLine()
	s := t.Axis.scale()
	c.SetGlobalOptions(t.frame().Common("line-1", "line-2", "line-3", "line-4")...)
	c.SetGlobalOptions(t.frame().LegendBelow(), charts.WithXAxisOpts(t.frame().CategoryX(t.Periods)), charts.WithYAxisOpts(t.frame().ValueY(s)))
	c.SetXAxis(svg.TidyAll(t.Periods))
	for i, series := range t.Series {
		look := []charts.SeriesOpts{
			charts.WithLineChartOpts(opts.LineChart{Symbol: symbol(i), SymbolSize: 7, ShowSymbol: opts.Bool(true)}),
			charts.WithLineStyleOpts(opts.LineStyle{Width: 2, Type: dash(i)}),
		}
		if i == 0 {
			look = append(look, rules(len(t.Periods), t.Breaks, t.Events)...)
		}
		for _, data := range t.stretches(i) {
			c.AddSeries(svg.Tidy(series.Name), data, look...)
			look = look[:2] // the rules once
		}
	}
	return t.frame().Encode(c, opts.Tooltip{Show: opts.Bool(true), Trigger: "axis"})
}

// stretches returns the points of a series from break to break. The points of
// the first stand in order; the later ones name their periods.
func (t Timeline) stretches(series int) [][]opts.LineData {
	out := [][]opts.LineData{{}}
	for k, period := range t.Periods {
		if t.cut(series, k) {
			out = append(out, nil)
		}
		value := at(t.Series[series].Points, k).value()
		last := len(out) - 1
		if last > 0 {
			value = []any{svg.Tidy(period), value}
		}
		out[last] = append(out[last], opts.LineData{Value: value})
	}
	return out
}

// rules returns events of n periods as mark lines. ECharts has them on a period,
// not between two.
func rules(n int, lists ...[]Event) []charts.SeriesOpts {
	var marks []opts.MarkLineNameXAxisItem
	for _, list := range lists {
		for _, e := range list {
			if i := e.Nearest(n); i >= 0 {
				marks = append(marks, opts.MarkLineNameXAxisItem{Name: svg.Tidy(e.Label), XAxis: i})
			}
		}
	}
	if len(marks) == 0 {
		return nil
	}
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(marks...),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"},
			Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: colour.Property("muted"), Position: "insideEndTop"},
			LineStyle: &opts.LineStyle{Color: colour.Property("muted"), Type: "dotted"}}),
	}
}

func symbol(i int) string {
	return [...]string{"circle", "rect", "emptyCircle", "emptyRect"}[i%4]
}

func dash(i int) string { return [...]string{"solid", "dashed", "dotted"}[i%3] }

// Option implements Explorable: bars from 0 to 100 and the comparison as marks.
func (b Bars) Option() ([]byte, error) {
	c := charts.NewBar()
	s := b.Axis.scale()
	labels := make([]string, len(b.Rows))
	data := make([]opts.BarData, len(b.Rows))
	marks := make([]opts.ScatterData, len(b.Rows))
	for i, r := range b.Rows {
		labels[i] = r.Label
		if !r.Point.known() {
			labels[i] += ": " + b.word(r.Point)
		}
		data[i] = opts.BarData{Value: r.Point.value()}
		if b.Stepped && r.Point.known() {
			data[i].ItemStyle = &opts.ItemStyle{Color: stepColour(b.Steps.Of(r.Point.Value)), BorderColor: colour.Property("outline"), BorderWidth: 1}
		}
		marks[i] = opts.ScatterData{Value: []any{r.Compare.value(), i}}
	}
	c.SetGlobalOptions(b.frame().Common("line-1", "ink")...)
	c.SetGlobalOptions(charts.WithXAxisOpts(b.frame().ValueX(s)), charts.WithYAxisOpts(b.frame().CategoryY(labels)))
	c.AddSeries(svg.Tidy(b.ValueHead), data)
	if b.compared() {
		c.SetGlobalOptions(b.frame().LegendBelow())
		compare := charts.NewScatter()
		compare.AddSeries(svg.Tidy(b.Compare), marks, charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "rect", SymbolSize: []int{3, 24}}))
		c.Overlap(compare)
	}
	return b.frame().Encode(c, opts.Tooltip{Show: opts.Bool(true), Trigger: "item"})
}

// Option implements Explorable: a dot for each jurisdiction, its height that of
// the static drawing.
func (s Strip) Option() ([]byte, error) {
	l := s.layout()
	highest := 1
	for _, level := range l.level {
		highest = max(highest, level+1)
	}
	c := charts.NewScatter()
	up := opts.YAxis{Type: "value", Min: 0, Max: highest, Show: opts.Bool(false)}
	c.SetGlobalOptions(s.frame().Common("line-1", "line-2")...)
	c.SetGlobalOptions(charts.WithXAxisOpts(s.frame().ValueX(l.scale)), charts.WithYAxisOpts(up))
	for _, highlighted := range []bool{false, true} {
		data := []opts.ScatterData{}
		for i, m := range s.Marks {
			if m.Highlight == highlighted && l.level[i] >= 0 {
				name := svg.Tidy(m.Label + ": " + s.word(m.Point))
				data = append(data, opts.ScatterData{Name: name, Value: []float64{m.Point.Value, float64(l.level[i]) + 0.5}})
			}
		}
		look := []charts.SeriesOpts{charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: map[bool]int{false: 7, true: 13}[highlighted]})}
		if !highlighted && s.Median.known() {
			look = append(look,
				charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: svg.Tidy(s.Middle + " " + s.word(s.Median)), XAxis: s.Median.Value}),
				charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"},
					Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: colour.Property("muted")},
					LineStyle: &opts.LineStyle{Color: colour.Property("muted"), Type: "dotted"}}))
		}
		c.AddSeries("", data, look...)
	}
	return s.frame().Encode(c, opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "{b}"})
}

// Option implements Explorable: columns with gaps.
func (c Columns) Option() ([]byte, error) {
	chart := charts.NewBar()
	chart.SetGlobalOptions(c.frame().Common("line-1")...)
	chart.SetGlobalOptions(charts.WithXAxisOpts(c.frame().CategoryX(c.Periods)), charts.WithYAxisOpts(c.frame().ValueY(c.axis().scale())))
	chart.SetXAxis(svg.TidyAll(c.Periods))
	data := make([]opts.BarData, len(c.Periods))
	for i := range c.Periods {
		data[i] = opts.BarData{Value: at(c.Points, i).value()}
	}
	chart.AddSeries(svg.Tidy(c.ValueHead), data, rules(len(c.Periods), c.Breaks)...)
	return c.frame().Encode(chart, opts.Tooltip{Show: opts.Bool(true), Trigger: "axis"})
}

func stepColour(step int) string {
	return colour.Property([...]string{"step-1", "step-2", "step-3", "step-4", "step-5"}[colour.Clamp(step)-1])
}
