package scorecard

import (
	"slices"
	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
)

// adjust adds the bonus points of node n to its part and takes its penalty
// points and red lines from it, in this order.
//
// A bonus that nobody answered could still be given, and a penalty taken, so
// the bounds make room for it: a missing answer never helps. A red line that
// nobody answered takes nothing.
//
// Worked number: a checklist of 80 points with a bonus of 5 and a red line of
// 10 is worth 75. With bonus and penalty as the additional questions of Freedom
// in the World, 27 points less a penalty of 3 are 24.
func (s *Scorecard) adjust(n, row int, p method.Part) method.Part {
	if method.IsOutside(p.Value) {
		return p
	}
	j, t := row/s.shape.Periods, row%s.shape.Periods
	tree := s.Nodes[n].Tree
	for _, i := range tree.Adjusts {
		least, most := s.points(j, t, i)
		add := least
		if i.Adjusts == indicator.Penalty {
			least, most, add = -most, -least, -least
		}
		p = shift(p, least, add, most)
	}
	for _, i := range tree.RedLines {
		if s.crossed(j, t, i) {
			points := -i.RedLine.Subtract
			p = shift(p, points, points, points)
		}
	}
	return p
}

// points returns the least and the greatest points that a bonus or penalty has:
// the same, once it is answered. Without an answer it counts as the least.
func (s *Scorecard) points(j, t int, i *indicator.Indicator) (least, most float64) {
	switch x := s.number(j, t, i); {
	case method.IsOutside(x):
		return 0, 0
	case method.IsKnown(x):
		return x, x
	}
	for _, o := range i.Options {
		most = max(most, o.Score)
	}
	return 0, most
}

// shift moves the bounds and the value of a part and keeps them within 0 and
// 100.
func shift(p method.Part, low, value, high float64) method.Part {
	p.Low, p.High = within(p.Low+low), within(p.High+high)
	if method.IsKnown(p.Value) {
		p.Value = within(p.Value + value)
	}
	return p
}

func within(x float64) float64 { return min(max(x, 0), 100) }

// Adjustments returns the bonus and penalty points that stand directly at node
// n and are not zero, in the order of the framework.
func (s *Scorecard) Adjustments(j, t, n int) []Adjustment {
	return slices.DeleteFunc(s.answeredAdjusts(j, t, n), func(a Adjustment) bool { return a.Points == 0 })
}

// answeredAdjusts is Adjustments with those of zero points.
func (s *Scorecard) answeredAdjusts(j, t, n int) (list []Adjustment) {
	tree := s.Nodes[n].Tree
	if tree == nil {
		return nil
	}
	for _, i := range tree.Adjusts {
		x := s.number(j, t, i)
		if !method.IsKnown(x) {
			continue
		}
		if i.Adjusts == indicator.Penalty && x != 0 {
			x = -x
		}
		list = append(list, Adjustment{Indicator: i, Answer: s.found(s.data.Answer(j, t, i)), Points: x})
	}
	return list
}
