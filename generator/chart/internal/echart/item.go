package echart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"tipscore/generator/chart/internal/colour"
)

// Item is one cell or one shape with a look of its own. go-echarts has no
// decals and no dashed borders for it.
type Item struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Style *Look  `json:"itemStyle,omitempty"`
	Steps *bool  `json:"visualMap,omitempty"` // false: the colour is not that of the value
}

// bandRow is the height of a band under a map, in pixels: the 14 of its sample in
// ECharts, and the gap to the next.
const bandRow = 14 + bandGap

// Map returns a map of items on the outlines that the page registers under the
// frame's id, to be moved and enlarged, with its bands below.
func (f Frame) Map(items []Item, bands Bands) ([]byte, error) {
	c := charts.NewMap()
	c.SetGlobalOptions(f.Common("line-1")...)
	series := charts.SingleSeries{Type: c.Type(), MapType: f.ID, Data: items, Roam: opts.Bool(true),
		Left: "0", Right: "0", Top: "4", Bottom: strconv.Itoa(bandRow*len(bands.Pieces) + 8),
		ItemStyle: &opts.ItemStyle{BorderColor: colour.Property("outline"), BorderWidth: 0.6}}
	return f.Encode(itemChart{c, series, &bands}, byName())
}

// Cells returns items as cells in columns and rows.
func (f Frame) Cells(items []Item, columns, rows []string) ([]byte, error) {
	c := charts.NewHeatMap()
	c.SetGlobalOptions(f.Common("line-1")...)
	c.SetGlobalOptions(charts.WithXAxisOpts(f.CategoryX(columns)), charts.WithYAxisOpts(f.CategoryY(rows)))
	return f.Encode(itemChart{c, charts.SingleSeries{Type: c.Type(), Data: items}, nil}, byName())
}

// byName shows the name of an item and nothing else.
func byName() opts.Tooltip {
	return opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "{b}"}
}

// itemChart is a go-echarts chart with one series of items.
type itemChart struct {
	Chart
	series charts.SingleSeries
	bands  *Bands
}

// itemSeries is a series in which what is pointed at keeps its colour and gets
// a strong outline.
type itemSeries struct {
	charts.SingleSeries
	Emphasis     emphasis `json:"emphasis"`
	SelectedMode bool     `json:"selectedMode"`     // nothing to choose
	LegendSymbol bool     `json:"showLegendSymbol"` // no dot on each country
}

// mapSeries is a map that keeps its shape in a box of any shape, and is never
// smaller than the box.
type mapSeries struct {
	itemSeries
	ScaleLimit limits `json:"scaleLimit"`
	Aspect     string `json:"preserveAspect"`
	Align      string `json:"preserveAspectVerticalAlign"`
}

type limits struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// emphasis is what go-echarts has no way to say: no label, and no other colour.
type emphasis struct {
	Label     map[string]bool `json:"label"`
	ItemStyle map[string]any  `json:"itemStyle"`
}

// JSON implements Chart.
func (c itemChart) JSON() map[string]any {
	option := c.Chart.JSON()
	series := itemSeries{SingleSeries: c.series, Emphasis: emphasis{
		Label:     map[string]bool{"show": false},
		ItemStyle: map[string]any{"areaColor": nil, "borderColor": colour.Property("ink"), "borderWidth": 2},
	}}
	option["series"] = []itemSeries{series}
	if c.bands != nil {
		option["series"] = []mapSeries{{series, limits{1, 24}, "contain", "top"}}
		option["visualMap"] = []Bands{*c.bands}
	}
	return option
}
