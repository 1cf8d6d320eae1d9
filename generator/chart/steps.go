package chart

// Steps cuts the scale of scores into two to five steps from weak to strong.
// The zero Steps is five equal ones from 0 to 100.
type Steps struct {
	Edges  []float64 // rising, one more than there are steps
	Labels []string  // the edges as readers see them; nil writes plain digits
	Names  []string  // of the steps, as readers see them; nil has none
	Low    string    // words at the weak and the strong end
	High   string
}

// edges returns the edges in use. Anything but three to six rising numbers is
// the default, because there are no more colours than five.
func (s Steps) edges() []float64 {
	usable := len(s.Edges) >= 3 && len(s.Edges) <= 6
	for i := 1; usable && i < len(s.Edges); i++ {
		usable = s.Edges[i] > s.Edges[i-1]
	}
	if !usable {
		return []float64{0, 20, 40, 60, 80, 100}
	}
	return s.Edges
}

// Of returns the step of a value, 1 (weak) to 5 (strong). An edge belongs to
// the step above it. With fewer than five steps some numbers are left out, so
// that the ends of the palette stay its ends: three steps are 1, 3 and 5.
func (s Steps) Of(v float64) int {
	return spreadStep(s.index(v), len(s.edges())-1)
}

// index returns the place of a value's step, 0 for the weakest.
func (s Steps) index(v float64) int {
	edges := s.edges()
	i := 0
	for i < len(edges)-2 && v >= edges[i+1] {
		i++
	}
	return i
}

// spreadStep maps step i of n to the five colours. Worked number: i = 1 of
// n = 4 is (1*4 + 1) / 3 = 1 whole, so colour 2 of 1, 2, 4, 5.
func spreadStep(i, n int) int { return 1 + (i*4+(n-1)/2)/(n-1) }

// at returns the place of a point's step, 0 for the weakest.
func (s Steps) at(p Point) int {
	if p.Step > 0 {
		return min(p.Step, len(s.edges())-1) - 1
	}
	return s.index(p.Value)
}

// of returns the colour of a point on a map, 1 (weak) to 5 (strong).
func (s Steps) of(p Point) int { return spreadStep(s.at(p), len(s.edges())-1) }

// label returns the text at an edge.
func (s Steps) label(i int) string {
	edges := s.edges()
	if len(s.Labels) == len(edges) {
		return s.Labels[i]
	}
	return plain(edges[i])
}

// name returns the name of step i from the weak end, "" if it has none.
func (s Steps) name(i int) string {
	if len(s.Names) == len(s.edges())-1 {
		return s.Names[i]
	}
	return ""
}

// stepClass returns the class of a step.
func stepClass(step int) string {
	return [...]string{"c-step-1", "c-step-2", "c-step-3", "c-step-4", "c-step-5"}[clampStep(step)-1]
}

// onClass returns the class of a text on a step.
func onClass(step int) string {
	return [...]string{"c-on-1", "c-on-2", "c-on-3", "c-on-4", "c-on-5"}[clampStep(step)-1]
}

func clampStep(step int) int { return max(1, min(5, step)) }
