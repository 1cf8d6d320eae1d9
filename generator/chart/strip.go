package chart

import (
	"math"

	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// Strip shows how all jurisdictions of a period lie on the scale: a dot for
// each, stacked where they would cover each other, with the median and the
// jurisdiction that the page is about marked.
type Strip struct {
	Head
	Axis
	Marks   []Mark
	Median  Point
	Middle  string // what the median is called: "median of 189"
	Steps   Steps
	Stepped bool // a coloured bar under the dots, with the number of marks in each step
	Compact bool // ticks in one row in place of stacked dots

	LabelHead string // heads the columns of the table
	ValueHead string
	SpanHead  string // of a third column with the spans; "" for none
}

// Mark is one jurisdiction.
type Mark struct {
	Label     string
	Point     Point
	Highlight bool
	Span      *Span // of a highlighted mark: where its value may lie; nil for none
}

// Span is an interval in words and as its two ends.
type Span struct {
	Low, High float64
	Text      string
}

const (
	dotPitch    = 6.5 // from dot to dot in a stack, where there is space
	stackRoom   = 112 // the highest stack
	rugHeight   = 18
	stepHeight  = 18
	stripMargin = 10 // half a number stands out on either side
)

// SVG implements Figure.
func (s Strip) SVG() string { return inline(s.Head, s.parts()[0]) }

func (s Strip) base() Head { return s.Head }

// Table implements Figure: a row for each mark, in the order given, and the
// median last.
func (s Strip) Table() Table {
	out := Table{Caption: s.Title, Header: []string{s.LabelHead, s.ValueHead}}
	for _, m := range s.Marks {
		out.Rows = append(out.Rows, []string{m.Label, s.word(m.Point)})
	}
	if s.Median.known() {
		out.Rows = append(out.Rows, []string{s.Middle, s.word(s.Median)})
	}
	if s.SpanHead != "" {
		out.Header = append(out.Header, s.SpanHead)
		for i := range out.Rows {
			text := ""
			if i < len(s.Marks) && s.Marks[i].Span != nil {
				text = s.Marks[i].Span.Text
			}
			out.Rows[i] = append(out.Rows[i], text)
		}
	}
	return out
}

type strip struct {
	*Strip
	scale  svg.Scale
	signs  []svg.Sign
	lanes  int
	level  []int // of each mark in its stack; -1 for an unknown one
	pitch  float64
	frame  svg.Frame
	counts [6]int // marks in each step
}

func (s Strip) parts() []drawing { return []drawing{s.layout()} }

func (s Strip) layout() *strip {
	l := &strip{Strip: &s, scale: s.Axis.scale()}
	l.frame = svg.NewFrame(stripMargin, stripMargin)
	highest := l.stack()
	l.pitch = math.Min(dotPitch, stackRoom/float64(max(1, highest)))
	l.frame.H = math.Max(28, float64(highest)*l.pitch)
	if s.Compact {
		l.frame.H = rugHeight
	}
	l.plantSigns()
	l.frame.Y = float64(l.lanes)*svg.LaneHeight + 6
	return l
}

// stack gives each known mark its level: 0 lies on the base line. Highlighted
// marks come last and lie highest, where the rule from their label ends.
func (l *strip) stack() (highest int) {
	const bins = 44 // narrowWidth / dotPitch, whole
	l.level = make([]int, len(l.Marks))
	var used [bins + 1]int
	for _, highlighted := range []bool{false, true} {
		for i, m := range l.Marks {
			switch {
			case !m.Point.known():
				l.level[i] = -1
			case m.Highlight == highlighted:
				bin := int(l.scale.Frac(m.Point.Value) * bins)
				l.level[i] = used[bin]
				used[bin]++
				highest = max(highest, used[bin])
				l.counts[colour.Clamp(l.Steps.Of(m.Point.Value))]++
			}
		}
	}
	return highest
}

func (l *strip) plantSigns() {
	for _, m := range l.Marks {
		if m.Highlight && m.Point.known() {
			l.signs = append(l.signs, svg.Sign{At: l.percent(m.Point.Value), Strong: l.word(m.Point), Text: m.Label,
				Line: "c-mark", Label: "c-sign c-halo c-strong"})
		}
	}
	if l.Median.known() {
		l.signs = append(l.signs, svg.Sign{At: l.percent(l.Median.Value), Strong: l.word(l.Median), Text: l.Middle,
			Line: "c-event", Label: "c-sign c-halo"})
	}
	l.lanes = svg.LaySigns(l.signs, l.frame)
}

func (l *strip) percent(v float64) float64 {
	return 100 * l.scale.Frac(v)
}

func (l *strip) canvas() svg.Canvas {
	h := l.frame.Y + l.frame.H + 4 + axisHeight
	if l.Stepped {
		h += stepHeight
	}
	return svg.Canvas{Class: "c-strip", Height: h, Start: l.frame.Start, End: l.frame.End}
}

func (l *strip) draw(p *svg.Pen) {
	bottom := l.frame.Y + l.frame.H + 4
	if l.Stepped {
		l.drawSteps(p, bottom)
		bottom += stepHeight
	}
	p.Line("c-base", svg.Seg{X1: 0, Y1: bottom, X2: 100, Y2: bottom})
	for i, t := range l.scale.Ticks {
		x := l.percent(t)
		p.Line("c-tick", svg.Seg{X1: x, Y1: bottom, X2: x, Y2: bottom + 4})
		p.Text(svg.Label{Class: "c-axis", X: x, Y: bottom + 17, Anchor: svg.Middle, Text: l.scale.Labels[i]})
	}
	p.Signs(l.signs, l.frame.Y-8, l.frame.Y+l.frame.H+4)
	p.OpenPlot(l.frame.Y, l.frame.H, l.frame.Units())
	l.drawMarks(p, "c-mark-dots", false)
	l.drawSpans(p)
	l.drawMarks(p, "c-hi-ring", true)
	l.drawMarks(p, "c-hi", true)
	p.S(`</svg>`)
}

// drawMarks draws either the highlighted marks or the others.
func (l *strip) drawMarks(p *svg.Pen, class string, highlighted bool) {
	size := map[bool]float64{false: math.Max(1.6, l.pitch-0.7), true: 11}[highlighted]
	if class == "c-hi" {
		size -= 3
	}
	p.S(`<path class="`).S(class)
	if l.Compact && !highlighted {
		p.S(` c-rug`)
	}
	p.S(`" stroke-width="`)
	if l.Compact && !highlighted {
		size = 1.5
	}
	p.N(size).S(`" d="`)
	for i, m := range l.Marks {
		if l.level[i] < 0 || m.Highlight != highlighted {
			continue
		}
		y := l.frame.H - (float64(l.level[i])+0.5)*l.pitch
		switch {
		case l.Compact && !highlighted:
			y = 3
		case l.Compact:
			y = l.frame.H / 2
		case highlighted:
			y = math.Min(y, l.frame.H-4)
		}
		p.S("M").N(p.PlotX(l.percent(m.Point.Value), l.frame.Units())).S(" ").N(y)
		if l.Compact && !highlighted {
			p.S("v").N(l.frame.H - 3)
		} else {
			p.S("h.01")
		}
	}
	p.S(`"/>`)
}

// drawSpans draws a bar from end to end of each span, across its mark.
func (l *strip) drawSpans(p *svg.Pen) {
	for i, m := range l.Marks {
		if m.Span != nil && l.level[i] >= 0 {
			from, to := p.PlotX(l.percent(m.Span.Low), l.frame.Units()), p.PlotX(l.percent(m.Span.High), l.frame.Units())
			y := math.Min(l.frame.H-4, l.frame.H-(float64(l.level[i])+0.5)*l.pitch)
			p.S(`<path class="c-span" d="M`).N(from).S(" ").N(y).S("H").N(to).S(`"/>`)
		}
	}
}

// drawSteps draws the coloured bar with the number of marks in each step.
func (l *strip) drawSteps(p *svg.Pen, y float64) {
	edges := l.Steps.edges()
	format := l.Format
	if format == nil {
		format = svg.Plain
	}
	for i := 0; i+1 < len(edges); i++ {
		step := colour.Spread(i, len(edges)-1)
		from, to := l.percent(edges[i]), l.percent(edges[i+1])
		if to <= from {
			continue
		}
		p.Rect(colour.StepClass(step), svg.Box{X: from, Y: y, W: to - from, H: stepHeight})
		p.Text(svg.Label{Class: colour.OnClass(step), X: (from + to) / 2, Y: y + 13, Anchor: svg.Middle,
			Text: format(float64(l.counts[step]))})
	}
}
