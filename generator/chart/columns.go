package chart

import (
	"math"

	"tipscore/generator/chart/internal/svg"
)

// Columns shows counts by period, such as detected victims by year. A period
// without a number is a marked gap with its word in the key, never a column of
// no height.
type Columns struct {
	Head
	Axis    // the zero Axis ends at a round number above the highest column
	Periods []string
	Points  []Point
	Breaks  []Event // where the columns before and after cannot be compared

	PeriodHead string // heads the columns of the table
	ValueHead  string
	NotesHead  string // heads a last column with the breaks; "" leaves it out
}

const (
	columnShare  = 0.74 // of the space of a period
	numberHeight = 20   // of the number over the highest column
)

// SVG implements Figure.
func (c Columns) SVG() string { return inline(c.Head, c.parts()[0]) }

func (c Columns) base() Head { return c.Head }

// Table implements Figure: a row for each period.
func (c Columns) Table() Table {
	out := Table{Caption: c.Title, Header: []string{c.PeriodHead, c.ValueHead}}
	for i, period := range c.Periods {
		out.Rows = append(out.Rows, []string{period, c.word(at(c.Points, i))})
	}
	out.annotate(c.NotesHead, c.Breaks)
	return out
}

// axis returns the scale of the counts: from zero, so that columns compare.
func (c Columns) axis() Axis {
	a := c.Axis
	if a.Max > a.Min && svg.Finite(a.Max) && svg.Finite(a.Min) {
		return a
	}
	highest := 0.0
	for i := range c.Periods {
		if q := at(c.Points, i); q.known() {
			highest = math.Max(highest, q.Value)
		}
	}
	a.Min, a.Max = 0, svg.RoundMax(highest)
	if a.Ticks == nil {
		a.Ticks = []float64{0, a.Max / 2, a.Max}
		if a.Max <= 1 {
			a.Ticks = []float64{0, a.Max}
		}
	}
	return a
}

type columns struct {
	*Columns
	scale svg.Scale
	frame svg.Frame
	signs []svg.Sign
	looks gapLooks
	key   []keyEntry
}

func (c Columns) parts() []drawing {
	l := &columns{Columns: &c, scale: c.axis().scale()}
	l.frame = svg.NewFrame(l.scale.Widest()+8, 0)
	l.signs = svg.Course{N: len(c.Periods), Place: func(period float64) float64 { return 100 * (period + 0.5) / float64(len(c.Periods)) }}.Breaks(c.Breaks)
	l.frame.Y, l.frame.H = float64(svg.LaySigns(l.signs, l.frame))*svg.LaneHeight+numberHeight, plotHeight
	var shown []Point
	for i := range c.Periods {
		shown = append(shown, at(c.Points, i))
	}
	for _, q := range shown {
		l.looks.add(q)
	}
	l.key = c.gapKey(shown)
	return []drawing{l}
}

func (l *columns) canvas() svg.Canvas {
	h := l.frame.Y + l.frame.H + axisHeight
	if rows, _, _ := keyRows(l.key); rows > 0 {
		h += 6 + float64(rows)*keyHeight
	}
	return svg.Canvas{Class: "c-columns", Height: h, Start: l.frame.Start, End: l.frame.End}
}

// slot returns the place of a period's column.
func (l *columns) slot(i int) (from, width float64) {
	pitch := 100 / float64(len(l.Periods))
	return pitch * (float64(i) + (1-columnShare)/2), pitch * columnShare
}

func (l *columns) draw(p *svg.Pen) {
	f := l.frame
	patterns(p, l.looks, 6)
	p.ValueLines(&l.scale, f)
	labels := make([]svg.Place, len(l.Periods))
	for i, name := range l.Periods {
		from, width := l.slot(i)
		labels[i] = svg.Place{At: from + width/2, Text: name}
		if q := at(l.Points, i); q.known() {
			h := math.Max(2, f.H*l.scale.Frac(q.Value)) // a zero is seen
			p.Rect("c-bar", svg.Box{X: from, Y: f.Y + f.H - h, W: width, H: h})
		}
	}
	l.drawGaps(p)
	p.Periods(labels, f)
	p.Signs(l.signs, f.Y-numberHeight, f.Y+f.H)
	l.drawNumbers(p)
	drawKey(p, l.key, f.Start, f.Y+f.H+axisHeight+6)
}

// drawGaps draws neighbouring gaps of one look and word as one.
func (l *columns) drawGaps(p *svg.Pen) {
	n := len(l.Periods)
	for i := 0; i < n; {
		q, next := at(l.Points, i), i+1
		if q.known() {
			i = next
			continue
		}
		for next < n && !at(l.Points, next).known() && at(l.Points, next).look() == q.look() && l.word(at(l.Points, next)) == l.word(q) {
			next++
		}
		from, _ := l.slot(i)
		last, width := l.slot(next - 1)
		gapRect(p, q.look(), svg.Box{X: from, Y: l.frame.Y, W: last + width - from, H: l.frame.H})
		i = next
	}
}

// drawNumbers labels the last column, the highest and those of zero, each where
// it is clear of the ones before, and in a wide box every column if all the
// numbers fit there.
func (l *columns) drawNumbers(p *svg.Pen) {
	wanted := l.notable()
	narrow := l.numbered(wanted, l.frame.Narrow())
	wide := l.numbered(wanted, l.frame.Wide())
	if all := l.numbered(nil, l.frame.Wide()); l.complete(all) {
		wide = all
	}
	for i := range l.Periods {
		class := "c-num c-halo c-axis-size"
		switch {
		case !narrow[i] && !wide[i]:
			continue
		case !wide[i]:
			class += " c-narrow"
		case !narrow[i]:
			class += " c-wide"
		}
		n := l.number(i)
		_, _, a := n.Span(l.frame, l.frame.Narrow())
		y := l.frame.Y + l.frame.H*(1-l.scale.Frac(l.Points[i].Value)) - 5
		p.Text(svg.Label{Class: class, X: n.At, Y: y, Anchor: a, Text: n.Text})
	}
}

func (l *columns) number(i int) svg.Place {
	from, width := l.slot(i)
	return svg.Place{At: from + width/2, Text: l.word(l.Points[i])}
}

// notable returns the periods whose numbers matter most, in that order.
func (l *columns) notable() []int {
	highest, last := -1, -1
	var zeros []int
	for i := range l.Periods {
		q := at(l.Points, i)
		if !q.known() {
			continue
		}
		last = i
		if q.Value == 0 {
			zeros = append(zeros, i)
		}
		if highest < 0 || q.Value > l.Points[highest].Value {
			highest = i
		}
	}
	if last < 0 {
		return nil
	}
	return append([]int{last, highest}, zeros...)
}

// numbered returns which of the wanted numbers are clear of each other in a plot
// of the given width; nil wants all of them.
func (l *columns) numbered(wanted []int, width float64) []bool {
	show := make([]bool, len(l.Periods))
	if wanted == nil {
		for i := range l.Periods {
			wanted = append(wanted, i)
		}
	}
	for _, i := range wanted {
		if !at(l.Points, i).known() || show[i] {
			continue
		}
		show[i] = true
		labels := make([]svg.Place, len(l.Periods))
		for k := range labels {
			if show[k] {
				labels[k] = l.number(k)
			}
		}
		show[i] = svg.Clear(labels, show, l.frame, width)
	}
	return show
}

// complete tells whether every known number is shown.
func (l *columns) complete(show []bool) bool {
	for i := range l.Periods {
		if at(l.Points, i).known() && !show[i] {
			return false
		}
	}
	return true
}
