package chart

// draw implements drawing.
func (l *timeline) draw(p *pen) {
	f := l.frame
	l.drawBands(p)
	p.valueLines(&l.scale, f)
	labels := make([]place, len(l.Periods))
	for i, name := range l.Periods {
		labels[i] = place{l.percent(float64(i)), name}
	}
	p.periods(labels, f)
	p.signs(l.signs, f.y-8, f.y+f.h)
	p.openPlot(f.y, f.h, f.units())
	for i := len(l.Series) - 1; i >= 0; i-- { // the first series lies on top
		l.drawSeries(p, i)
	}
	p.s(`</svg>`)
	l.drawEnds(p)
}

func (l *timeline) drawBands(p *pen) {
	for i, b := range l.Bands {
		if i%2 == 0 || !(b.To > b.From) {
			continue // every second band is tinted
		}
		top, bottom := l.scale.frac(b.To), l.scale.frac(b.From)
		p.rect("c-band", box{0, l.frame.y + l.frame.h*(1-top), 100, l.frame.h * (top - bottom)})
	}
}

// drawSeries draws a line that stops where a point is missing, and a marker on
// each point.
func (l *timeline) drawSeries(p *pen, series int) {
	points := l.Series[series].Points
	p.s(`<path class="c-line `).s(lineClass(series)).s(dashClass(series)).s(`" d="`)
	drawn := false
	for i := range l.Periods {
		if !at(points, i).known() {
			drawn = false
			continue
		}
		switch {
		case !drawn:
			p.s("M")
		default:
			p.s("L")
		}
		l.spot(p, i, points[i].Value)
		drawn = true
	}
	p.s(`"/>`)
	l.drawMarkers(p, series, markerClass(series))
	if hollow(series) {
		l.drawMarkers(p, series, "c-hole")
	}
}

// drawMarkers draws dots: strokes of no length whose caps are the marker.
func (l *timeline) drawMarkers(p *pen, series int, class string) {
	points := l.Series[series].Points
	p.s(`<path class="c-dots `).s(lineClass(series)).s(` `).s(capClass(series)).s(` `).s(class).s(`" d="`)
	for i := range l.Periods {
		if at(points, i).known() && (len(l.Periods) <= manyPeriods || l.alone(points, i)) {
			p.s("M")
			l.spot(p, i, points[i].Value)
			p.s("h.01")
		}
	}
	p.s(`"/>`)
}

// alone tells whether a point has no line on one of its sides.
func (l *timeline) alone(points []Point, i int) bool {
	return i == 0 || i == len(l.Periods)-1 || !at(points, i-1).known() || !at(points, i+1).known()
}

func (l *timeline) spot(p *pen, period int, value float64) {
	p.n(p.plotX(l.percent(float64(period)), l.frame.units())).s(" ").n(l.frame.h * (1 - l.scale.frac(value)))
}

// drawEnds writes the labels of the series, each with a thin line to the point
// it belongs to where the two are apart.
func (l *timeline) drawEnds(p *pen) {
	for _, e := range l.ends {
		if e.last >= 0 && e.last < len(l.Periods)-1 {
			p.line("c-leader", seg{l.percent(float64(e.last)), e.y, 100, e.y})
		}
	}
	p.openEdge()
	for _, e := range l.ends {
		d := e.label - e.y
		if e.last >= 0 && (d > 3 || d < -3 || e.last < len(l.Periods)-1) {
			from := 5.0
			if e.last < len(l.Periods)-1 {
				from = 0
			}
			p.s(`<path class="c-leader" d="M`).n(p.out(from)).s(` `).n(e.y).s(`L`).n(p.out(endGap - 3)).s(` `).n(e.label).s(`"/>`)
		}
	}
	p.s(`</svg>`)
	width := room{l.frame.end - endGap, l.frame.end - endGap}
	for _, e := range l.ends {
		first := label{x: 100, dx: endGap, y: e.label + 4.5, strong: fit(e.value, fontSize, width.narrow/boldFactor)}
		if !l.stacked {
			first.text = join(e.name, e.period)
			p.fitted(first, width)
			continue
		}
		second := first
		second.strong, second.text = "", e.name
		first.text = e.period
		first.y -= 7.5
		second.y += 7.5
		p.text(first)
		p.fitted(second, width)
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
