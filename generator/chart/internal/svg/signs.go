package svg

import (
	"math"
	"sort"
)

// Sign is a vertical rule with a label above the plot: an event, a break, a
// median, the place of the jurisdiction the page is about.
type Sign struct {
	At     float64 // per cent
	Strong string  // a number before the text
	Text   string
	Line   string // class of the rule
	Label  string // class of the label

	lane     int     // 0 is next to the plot
	x        float64 // of the rule, in pixels
	from, to float64 // span of the label, in pixels
	side     Anchor  // start: the label follows the rule; end: it comes before it
	short    string  // text as it fits a phone
	long     string  // text as it fits a wide box
}

// LaneHeight is the height of a row of labels.
const (
	LaneHeight = 17
	signGap    = 5 // between a rule and its label
)

// LaySigns gives each sign a lane and a side, so that no label lies on another
// and no rule runs through a label, and returns how many lanes there are. It
// works from the last sign to the first: a label follows its rule, so the rule
// of an earlier sign passes before the labels of the later ones.
func LaySigns(signs []Sign, f Frame) int {
	order := make([]int, len(signs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return signs[order[a]].At > signs[order[b]].At })
	lanes := 0
	for n, i := range order {
		s := &signs[i]
		s.measure(f.Start, f.Narrow(), f.End)
		for s.lane = 0; s.lane < lanes; s.lane++ {
			if s.fits(signs, order[:n]) {
				break
			}
		}
		lanes = max(lanes, s.lane+1)
	}
	lengthen(signs, f)
	return lanes
}

// measure chooses the side of the label and shortens it to the space there, in
// a plot of the given width between its margins.
func (s *Sign) measure(before, plot, after float64) {
	s.x = before + s.At*plot/100
	number := 0.0
	if s.Strong != "" {
		number = TextWidth(s.Strong+" ", SmallSize) * BoldFactor
	}
	w := number + TextWidth(s.Text, SmallSize)
	after, before = before+plot+after-s.x-signGap, s.x-signGap
	s.side = Start
	if w > after && before > after {
		s.side, after = End, before
	}
	s.short = Fit(s.Text, SmallSize, after-number)
	w = number + TextWidth(s.short, SmallSize)
	s.from, s.to = s.x+signGap, s.x+signGap+w
	if s.side == End {
		s.from, s.to = s.x-signGap-w, s.x-signGap
	}
}

// fits tells whether the sign can stand in its lane among those already placed.
func (s *Sign) fits(signs []Sign, placed []int) bool {
	for _, i := range placed {
		o := &signs[i]
		switch {
		case o == s:
		case o.lane == s.lane && s.from < o.to+8 && o.from < s.to+8:
			return false // label on label
		case o.lane <= s.lane && s.x > o.from-2 && s.x < o.to+2:
			return false // this rule through a label below it
		case o.lane >= s.lane && o.x > s.from-2 && o.x < s.to+2:
			return false // a rule from above through this label
		}
	}
	return true
}

// lengthen finds the labels that had to be shortened for a phone and have space
// in full in a wide box, with the lane and the side they have.
func lengthen(signs []Sign, f Frame) {
	wide := make([]Sign, len(signs))
	all := make([]int, len(signs))
	for i, s := range signs {
		wide[i], all[i] = s, i
		wide[i].measure(f.Start, f.Wide(), f.End)
	}
	for i := range signs {
		signs[i].long = signs[i].short
		if wide[i].side == signs[i].side && wide[i].fits(wide, all) {
			signs[i].long = wide[i].short
		}
	}
}

// Signs writes rules and labels. The lowest lane ends at top; the rules go down
// to bottom.
func (p *Pen) Signs(signs []Sign, top, bottom float64) {
	for _, s := range signs {
		y := top - float64(s.lane)*LaneHeight
		p.Line(s.Line, Seg{s.At, y - 11, s.At, bottom})
	}
	for _, s := range signs {
		dx := float64(signGap)
		if s.side == End {
			dx = -dx
		}
		p.either(Label{Class: s.Label, X: s.At, DX: dx, Y: top - float64(s.lane)*LaneHeight,
			Anchor: s.side, Strong: s.Strong, Text: s.Text}, s.short, s.long)
	}
}

// Spread moves labels that want the given heights (in rising order) apart by at
// least gap, within lo and hi, and as little as possible: the least squares
// solution, by pooling neighbours that would overlap.
func Spread(want []float64, gap, lo, hi float64) []float64 {
	n := len(want)
	if n == 0 {
		return nil
	}
	if n > 1 {
		gap = math.Min(gap, (hi-lo)/float64(n-1))
	}
	type pool struct{ sum, n float64 }
	pools := make([]pool, 0, n)
	for i, w := range want {
		pools = append(pools, pool{w - float64(i)*gap, 1})
		for k := len(pools); k > 1 && pools[k-2].sum/pools[k-2].n > pools[k-1].sum/pools[k-1].n; k = len(pools) {
			pools[k-2].sum += pools[k-1].sum
			pools[k-2].n += pools[k-1].n
			pools = pools[:k-1]
		}
	}
	out := make([]float64, 0, n)
	top := hi - float64(n-1)*gap
	for _, q := range pools {
		for range int(q.n) {
			y := math.Max(lo, math.Min(top, q.sum/q.n))
			out = append(out, y+float64(len(out))*gap)
		}
	}
	return out
}
