package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/echart"
	"tipscore/generator/chart/internal/svg"
)

// Heat is a table of jurisdictions by periods to explore. Its static form is a
// real table with a class per cell, made by a template; Steps.CellClass says which.
type Heat struct {
	Head
	Steps   Steps
	Names   []string
	Periods []string
	Cells   [][]Point // a row for each name

	LabelHead string // heads the first column of the table
}

// cell returns a point, or an unknown one where the rows are too short.
func (h Heat) cell(row, column int) Point {
	if row < len(h.Cells) {
		return at(h.Cells[row], column)
	}
	return Point{}
}

// Table returns a row for each name, a column for each period.
func (h Heat) Table() Table {
	out := Table{Caption: h.Title, Header: append([]string{h.LabelHead}, h.Periods...)}
	for i, name := range h.Names {
		row := []string{name}
		for k := range h.Periods {
			row = append(row, h.word(h.cell(i, k)))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// CellClass returns the classes of a cell of the static table: the step of the
// value and the colour of the text on it, or the look of an absent value.
func (s Steps) CellClass(p Point) string {
	if !p.known() {
		return p.look().class()
	}
	step := s.Of(p.Value)
	return colour.StepClass(step) + " " + colour.OnClass(step)
}

// Option implements Explorable: a cell for each known point, coloured in the
// steps of the site.
func (h Heat) Option() ([]byte, error) {
	c := charts.NewHeatMap()
	data := []opts.HeatMapData{}
	for i := range h.Names {
		for k := range h.Periods {
			if q := h.cell(i, k); q.known() {
				said := svg.Tidy(h.Names[i] + ", " + h.Periods[k] + ": " + h.word(q))
				data = append(data, opts.HeatMapData{Name: said, Value: []any{k, i, q.Value}})
			}
		}
	}
	c.SetGlobalOptions(h.frame().Common("line-1")...)
	c.SetGlobalOptions(charts.WithXAxisOpts(h.frame().CategoryX(h.Periods)), charts.WithYAxisOpts(h.frame().CategoryY(h.Names)),
		charts.WithVisualMapOpts(h.Steps.pieces()))
	c.SetXAxis(svg.TidyAll(h.Periods))
	c.AddSeries(svg.Tidy(h.Title), data, charts.WithItemStyleOpts(opts.ItemStyle{BorderColor: colour.Property("bg"), BorderWidth: 1}))
	return h.frame().Encode(c, opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "{b}"})
}

// pieces are the steps as ECharts has them.
func (s Steps) pieces() opts.VisualMap {
	edges := s.edges()
	colours := make([]string, len(edges)-1)
	for i := range colours {
		colours[i] = stepColour(colour.Spread(i, len(colours)))
	}
	return echart.Pieces(edges, colours)
}
