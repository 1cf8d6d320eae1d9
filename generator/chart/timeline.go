package chart

import (
	"math"
	"sort"

	"tipscore/generator/chart/internal/svg"
)

// Timeline is the course of one or more series over ordered periods. A missing
// point breaks its line. Series differ by colour, dash, marker and label.
type Timeline struct {
	Head
	Axis
	Periods []string
	Series  []Series
	Bands   []Band  // background steps
	Events  []Event // dated laws and treaties
	Breaks  []Event // where the series before and after cannot be compared: their lines have a gap

	OwnBreaks bool // the breaks concern the first series alone

	PeriodHead string // heads the first column of the table
	NotesHead  string // heads a last column with events and breaks; "" leaves it out
}

// Series is a named row of points, one for each period.
type Series struct {
	Name   string
	Points []Point
}

// Band is a background step between two values.
type Band struct {
	From, To float64
	Label    string
}

const (
	plotHeight  = 180
	labelHeight = 16 // of a row of a series label
	axisHeight  = 22
	endGap      = 13 // pixels between a plot and the labels at its end
	manyPeriods = 24 // from here on only the ends of a line have markers
)

// SVG implements Figure.
func (t Timeline) SVG() string { return inline(t.Head, t.parts()[0]) }

func (t Timeline) base() Head { return t.Head }

// Table implements Figure: a row for each period, a column for each series.
func (t Timeline) Table() Table {
	out := Table{Caption: t.Title, Header: []string{t.PeriodHead}}
	for _, s := range t.Series {
		out.Header = append(out.Header, s.Name)
	}
	for i, period := range t.Periods {
		row := []string{period}
		for _, s := range t.Series {
			row = append(row, t.word(at(s.Points, i)))
		}
		out.Rows = append(out.Rows, row)
	}
	out.annotate(t.NotesHead, t.Events, t.Breaks)
	return out
}

// at returns a point, or an unknown one where the series is too short.
func at(points []Point, i int) Point {
	if i < len(points) {
		return points[i]
	}
	return Point{}
}

// timeline is a Timeline with every place decided.
type timeline struct {
	*Timeline
	scale svg.Scale
	frame svg.Frame
	signs []svg.Sign
	lanes int
	ends  []seriesEnd // in the order they are drawn, from top to bottom

	stacked bool // the names at the ends stand under their numbers
}

// seriesEnd is the label at the end of a series.
type seriesEnd struct {
	series int
	last   int     // its last known period, -1 if none
	y      float64 // of the last point
	want   float64
	label  float64 // middle of the label
	value  string
	period string // of the last point, if it is not the last period: "(2010)"
	name   string
}

func (t Timeline) parts() []drawing {
	l := &timeline{Timeline: &t, scale: t.Axis.scale()}
	l.frame = svg.NewFrame(l.scale.Widest()+8, l.nameEnds())
	l.frame.H = math.Max(plotHeight, l.pitch()*float64(len(t.Series)))
	l.plantSigns()
	l.frame.Y = float64(l.lanes)*svg.LaneHeight + 8
	l.placeEnds()
	return []drawing{l}
}

// nameEnds decides what stands at the end of each line and returns the width it
// takes, at most two fifths of a phone. Where number and name are too long for
// one row, the name goes under the number.
func (l *timeline) nameEnds() float64 {
	const most = svg.NarrowWidth * 0.4
	row, stack := 8.0, 8.0
	for i, s := range l.Series {
		e := seriesEnd{series: i, last: -1, name: s.Name}
		for k := range l.Periods {
			if at(s.Points, k).known() {
				e.last = k
			}
		}
		e.value = l.word(Point{})
		if e.last >= 0 {
			e.value = l.word(s.Points[e.last])
		}
		if e.last >= 0 && e.last < len(l.Periods)-1 {
			e.period = "(" + l.Periods[e.last] + ")"
		}
		l.ends = append(l.ends, e)
		value, name := svg.TextWidth(e.value+" ", svg.FontSize)*svg.BoldFactor, svg.TextWidth(e.name, svg.FontSize)
		period := svg.TextWidth(e.period+" ", svg.FontSize)
		row, stack = math.Max(row, value+name+period+endGap), math.Max(stack, math.Max(value+period, name)+endGap)
	}
	if row <= most {
		return row
	}
	l.stacked = true
	return math.Min(most, stack)
}

// pitch is the least distance between the labels at the ends.
func (l *timeline) pitch() float64 {
	if l.stacked {
		return 2 * labelHeight
	}
	return labelHeight
}

// plantSigns turns events and breaks into signs above the plot.
func (l *timeline) plantSigns() {
	course := svg.Course{N: len(l.Periods), Place: l.percent}
	l.signs = append(course.Breaks(l.Breaks), course.Events(l.Events)...)
	l.lanes = svg.LaySigns(l.signs, l.frame)
}

// cut reports whether the line of a series has a break before a period.
func (t Timeline) cut(series, period int) bool {
	return (series == 0 || !t.OwnBreaks) && svg.Cut(t.Breaks, period, len(t.Periods))
}

// placeEnds moves the labels at the line ends apart.
func (l *timeline) placeEnds() {
	bottom := l.frame.Y + l.frame.H
	for i := range l.ends {
		e := &l.ends[i]
		e.y = bottom
		if e.last >= 0 {
			e.y = bottom - l.frame.H*l.scale.Frac(l.Series[e.series].Points[e.last].Value)
		}
		e.want = e.y
	}
	sort.SliceStable(l.ends, func(a, b int) bool { return l.ends[a].want < l.ends[b].want })
	want := make([]float64, len(l.ends))
	for i := range l.ends {
		want[i] = l.ends[i].want
	}
	for i, y := range svg.Spread(want, l.pitch(), l.frame.Y, bottom) {
		l.ends[i].label = y
	}
}

// percent returns where a period stands in the frame.
func (l *timeline) percent(period float64) float64 {
	if len(l.Periods) < 2 {
		return 50
	}
	return 100 * period / float64(len(l.Periods)-1)
}

func (l *timeline) canvas() svg.Canvas {
	return svg.Canvas{Class: "c-timeline", Height: l.frame.Y + l.frame.H + axisHeight, Start: l.frame.Start, End: l.frame.End}
}
