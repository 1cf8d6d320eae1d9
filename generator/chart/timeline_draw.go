package chart

import "tipscore/generator/chart/internal/svg"

// draw implements drawing.
func (l *timeline) draw(p *svg.Pen) {
	f := l.frame
	l.drawBands(p)
	p.ValueLines(&l.scale, f)
	labels := make([]svg.Place, len(l.Periods))
	for i, name := range l.Periods {
		labels[i] = svg.Place{At: l.percent(float64(i)), Text: name}
	}
	p.Periods(labels, f)
	p.Signs(l.signs, f.Y-8, f.Y+f.H)
	p.OpenPlot(f.Y, f.H, f.Units())
	for i := len(l.Series) - 1; i >= 0; i-- { // the first series lies on top
		l.drawSeries(p, i)
	}
	p.S(`</svg>`)
	l.drawEnds(p)
}

func (l *timeline) drawBands(p *svg.Pen) {
	for i, b := range l.Bands {
		if i%2 == 0 || !(b.To > b.From) {
			continue // every second band is tinted
		}
		top, bottom := l.scale.Frac(b.To), l.scale.Frac(b.From)
		p.Rect("c-band", svg.Box{X: 0, Y: l.frame.Y + l.frame.H*(1-top), W: 100, H: l.frame.H * (top - bottom)})
	}
}

// drawSeries draws a line that stops where a point is missing and at breaks, and
// a marker on each point.
func (l *timeline) drawSeries(p *svg.Pen, series int) {
	points := l.Series[series].Points
	p.S(`<path class="c-line `).S(lineClass(series)).S(dashClass(series)).S(`" d="`)
	drawn := false
	for i := range l.Periods {
		if !at(points, i).known() {
			drawn = false
			continue
		}
		switch {
		case !drawn || l.cut(series, i):
			p.S("M")
		default:
			p.S("L")
		}
		l.spot(p, i, points[i].Value)
		drawn = true
	}
	p.S(`"/>`)
	l.drawMarkers(p, series, markerClass(series))
	if hollow(series) {
		l.drawMarkers(p, series, "c-hole")
	}
}

// drawMarkers draws dots: strokes of no length whose caps are the marker.
func (l *timeline) drawMarkers(p *svg.Pen, series int, class string) {
	points := l.Series[series].Points
	p.S(`<path class="c-dots `).S(lineClass(series)).S(` `).S(capClass(series)).S(` `).S(class).S(`" d="`)
	for i := range l.Periods {
		if at(points, i).known() && (len(l.Periods) <= manyPeriods || l.alone(series, i)) {
			p.S("M")
			l.spot(p, i, points[i].Value)
			p.S("h.01")
		}
	}
	p.S(`"/>`)
}

// alone tells whether a point has no line on one of its sides.
func (l *timeline) alone(series, i int) bool {
	points := l.Series[series].Points
	return i == 0 || i == len(l.Periods)-1 || !at(points, i-1).known() || !at(points, i+1).known() ||
		l.cut(series, i) || l.cut(series, i+1)
}

func (l *timeline) spot(p *svg.Pen, period int, value float64) {
	p.N(p.PlotX(l.percent(float64(period)), l.frame.Units())).S(" ").N(l.frame.H * (1 - l.scale.Frac(value)))
}

// drawEnds writes the labels of the series, each with a thin line to the point
// it belongs to where the two are apart.
func (l *timeline) drawEnds(p *svg.Pen) {
	for _, e := range l.ends {
		if e.last >= 0 && e.last < len(l.Periods)-1 {
			p.Line("c-leader", svg.Seg{X1: l.percent(float64(e.last)), Y1: e.y, X2: 100, Y2: e.y})
		}
	}
	p.OpenEdge()
	for _, e := range l.ends {
		d := e.label - e.y
		if e.last >= 0 && (d > 3 || d < -3 || e.last < len(l.Periods)-1) {
			from := 5.0
			if e.last < len(l.Periods)-1 {
				from = 0
			}
			p.S(`<path class="c-leader" d="M`).N(p.Out(from)).S(` `).N(e.y).S(`L`).N(p.Out(endGap - 3)).S(` `).N(e.label).S(`"/>`)
		}
	}
	p.S(`</svg>`)
	width := svg.Room{Narrow: l.frame.End - endGap, Wide: l.frame.End - endGap}
	for _, e := range l.ends {
		first := svg.Label{X: 100, DX: endGap, Y: e.label + 4.5, Strong: svg.Fit(e.value, svg.FontSize, width.Narrow/svg.BoldFactor)}
		if !l.stacked {
			first.Text = svg.Join(e.name, e.period)
			p.Fitted(first, width)
			continue
		}
		second := first
		second.Strong, second.Text = "", e.name
		first.Text = e.period
		first.Y -= 7.5
		second.Y += 7.5
		p.Text(first)
		p.Fitted(second, width)
	}
}

// The looks of the series, in the order in which they are given out. Colours
// come round after four, dashes after six, so the first twelve all differ.
func lineClass(i int) string {
	return [...]string{"c-line-1", "c-line-2", "c-line-3", "c-line-4"}[i%4]
}

func dashClass(i int) string {
	return [...]string{"", " c-dash-2", " c-dash-3", " c-dash-4", " c-dash-5", " c-dash-6"}[i%6]
}

func capClass(i int) string {
	return [...]string{"c-round", "c-square"}[i%2]
}

func markerClass(i int) string {
	return [...]string{"c-full", "c-full", "c-ring", "c-ring"}[i%4]
}

func hollow(i int) bool { return i%4 >= 2 }
