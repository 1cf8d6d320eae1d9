package chart

import "math"

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
}

// Mark is one jurisdiction.
type Mark struct {
	Label     string
	Point     Point
	Highlight bool
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
	return out
}

type strip struct {
	*Strip
	scale  scale
	signs  []sign
	lanes  int
	level  []int // of each mark in its stack; -1 for an unknown one
	pitch  float64
	frame  frame
	counts [6]int // marks in each step
}

func (s Strip) parts() []drawing { return []drawing{s.layout()} }

func (s Strip) layout() *strip {
	l := &strip{Strip: &s, scale: s.Axis.scale()}
	l.frame = newFrame(stripMargin, stripMargin)
	highest := l.stack()
	l.pitch = math.Min(dotPitch, stackRoom/float64(max(1, highest)))
	l.frame.h = math.Max(28, float64(highest)*l.pitch)
	if s.Compact {
		l.frame.h = rugHeight
	}
	l.plantSigns()
	l.frame.y = float64(l.lanes)*laneHeight + 6
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
				bin := int(l.scale.frac(m.Point.Value) * bins)
				l.level[i] = used[bin]
				used[bin]++
				highest = max(highest, used[bin])
				l.counts[clampStep(l.Steps.Of(m.Point.Value))]++
			}
		}
	}
	return highest
}

func (l *strip) plantSigns() {
	for _, m := range l.Marks {
		if m.Highlight && m.Point.known() {
			l.signs = append(l.signs, sign{at: l.percent(m.Point.Value), strong: l.word(m.Point), text: m.Label,
				line: "c-mark", label: "c-sign c-halo c-strong"})
		}
	}
	if l.Median.known() {
		l.signs = append(l.signs, sign{at: l.percent(l.Median.Value), strong: l.word(l.Median), text: l.Middle,
			line: "c-event", label: "c-sign c-halo"})
	}
	l.lanes = laySigns(l.signs, l.frame)
}

func (l *strip) percent(v float64) float64 {
	return 100 * l.scale.frac(v)
}

func (l *strip) canvas() canvas {
	h := l.frame.y + l.frame.h + 4 + axisHeight
	if l.Stepped {
		h += stepHeight
	}
	return canvas{class: "c-strip", height: h, start: l.frame.start, end: l.frame.end}
}

func (l *strip) draw(p *pen) {
	bottom := l.frame.y + l.frame.h + 4
	if l.Stepped {
		l.drawSteps(p, bottom)
		bottom += stepHeight
	}
	p.line("c-base", seg{0, bottom, 100, bottom})
	for i, t := range l.scale.ticks {
		x := l.percent(t)
		p.line("c-tick", seg{x, bottom, x, bottom + 4})
		p.text(label{class: "c-axis", x: x, y: bottom + 17, anchor: middle, text: l.scale.labels[i]})
	}
	p.signs(l.signs, l.frame.y-8, l.frame.y+l.frame.h+4)
	p.openPlot(l.frame.y, l.frame.h, l.frame.units())
	l.drawMarks(p, "c-mark-dots", false)
	l.drawMarks(p, "c-hi-ring", true)
	l.drawMarks(p, "c-hi", true)
	p.s(`</svg>`)
}

func (l *strip) units() float64 { return fileWidth - l.frame.start - l.frame.end }

// drawMarks draws either the highlighted marks or the others.
func (l *strip) drawMarks(p *pen, class string, highlighted bool) {
	size := map[bool]float64{false: math.Max(1.6, l.pitch-0.7), true: 11}[highlighted]
	if class == "c-hi" {
		size -= 3
	}
	p.s(`<path class="`).s(class)
	if l.Compact && !highlighted {
		p.s(` c-rug`)
	}
	p.s(`" stroke-width="`)
	if l.Compact && !highlighted {
		size = 1.5
	}
	p.n(size).s(`" d="`)
	for i, m := range l.Marks {
		if l.level[i] < 0 || m.Highlight != highlighted {
			continue
		}
		y := l.frame.h - (float64(l.level[i])+0.5)*l.pitch
		switch {
		case l.Compact && !highlighted:
			y = 3
		case l.Compact:
			y = l.frame.h / 2
		case highlighted:
			y = math.Min(y, l.frame.h-4)
		}
		p.s("M").n(p.plotX(l.percent(m.Point.Value), l.frame.units())).s(" ").n(y)
		if l.Compact && !highlighted {
			p.s("v").n(l.frame.h - 3)
		} else {
			p.s("h.01")
		}
	}
	p.s(`"/>`)
}

// drawSteps draws the coloured bar with the number of marks in each step.
func (l *strip) drawSteps(p *pen, y float64) {
	edges := l.Steps.edges()
	format := l.Format
	if format == nil {
		format = plain
	}
	for i := 0; i+1 < len(edges); i++ {
		step := spreadStep(i, len(edges)-1)
		from, to := l.percent(edges[i]), l.percent(edges[i+1])
		if to <= from {
			continue
		}
		p.rect(stepClass(step), box{from, y, to - from, stepHeight})
		p.text(label{class: onClass(step), x: (from + to) / 2, y: y + 13, anchor: middle,
			text: format(float64(l.counts[step]))})
	}
}
