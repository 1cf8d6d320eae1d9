package scorecard

import (
	"fmt"
	"slices"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// The frameworks of these tests are small and invented. A rubric has the
// levels 1 to 5 worth 0 to 100; a percent has the goalposts 0 and 80.

func rubric(id string, weight float64) *indicator.Indicator {
	i := &indicator.Indicator{
		ID: indicator.ID(id), Version: 1, Title: indicator.Text{"en": "Question " + id, "es": "Pregunta " + id},
		Actor: indicator.Government, Type: indicator.Rubric, Direction: indicator.Up, Weight: weight,
		Pos: diag.Pos{File: "indicators/small/" + id + ".yaml", Line: 1, Column: 1},
	}
	for k := range 5 {
		i.Options = append(i.Options, indicator.Option{
			ID: fmt.Sprint(k + 1), Score: 25 * float64(k),
			Title: indicator.Text{"en": fmt.Sprintf("Level %d", k+1), "es": fmt.Sprintf("Nivel %d", k+1)},
			Pos:   diag.Pos{File: "indicators/small/" + id + ".yaml", Line: 10 + k, Column: 5},
		})
	}
	return i
}

func measure(id string, typ indicator.Type, direction indicator.Direction, low, high float64) *indicator.Indicator {
	return &indicator.Indicator{
		ID: indicator.ID(id), Version: 1, Title: indicator.Text{"en": "Question " + id},
		Actor: indicator.Government, Type: typ, Direction: direction, Weight: 1,
		Unit:      indicator.Text{"en": "%"},
		Goalposts: &indicator.Goalposts{Low: low, High: high, Pos: diag.Pos{File: "indicators/small/" + id + ".yaml", Line: 8, Column: 3}},
		Pos:       diag.Pos{File: "indicators/small/" + id + ".yaml", Line: 1, Column: 1},
	}
}

// node makes a tree node of weight 1 that needs all its children.
func node(kind, id string, children ...any) *indicator.Node {
	n := &indicator.Node{
		ID: indicator.NodeID(id), Kind: kind, Weight: 1, Coverage: 1, Aggregate: indicator.ArithmeticMean,
		Title: indicator.Text{"en": "Title " + id, "es": "Título " + id},
	}
	for _, c := range children {
		switch c := c.(type) {
		case *indicator.Node:
			n.Nodes = append(n.Nodes, c)
		case *indicator.Indicator:
			c.Parent = id
			n.Indicators = append(n.Indicators, c)
		}
	}
	return n
}

func overall(children ...any) *indicator.Node { return node("overall", "overall", children...) }

// framework wraps the tree with the bands of the real one.
func framework(root *indicator.Node) *indicator.Framework {
	f := &indicator.Framework{
		ID: "small", Version: "1.0", Languages: []string{"en", "es"},
		Rounding: indicator.Rounding{Decimals: 1},
		Ranking:  indicator.Ranking{Minimum: 2},
		Trend:    indicator.Trend{Threshold: 5},
		Root:     root,
	}
	for k, id := range []string{"little", "limited", "substantial", "strong"} {
		f.Bands = append(f.Bands, indicator.Band{ID: id, From: 25 * float64(k), Title: indicator.Text{"en": id + " action"}})
	}
	var walk func(*indicator.Node)
	walk = func(n *indicator.Node) {
		for _, i := range n.Indicators {
			i.Index = len(f.All)
			f.All = append(f.All, i)
		}
		for _, c := range n.Nodes {
			walk(c)
		}
	}
	walk(root)
	return f
}

// world is a programme with jurisdictions named "a", "b", ... of one level and
// the years from 2001.
func world(f *indicator.Framework, jurisdictions, years int) *programme.Programme {
	p := &programme.Programme{ID: "small", Framework: f, Languages: []string{"en", "es"}}
	for j := range jurisdictions {
		id := string(rune('a'+j%26)) + fmt.Sprint(j/26)
		if jurisdictions <= 26 {
			id = id[:1]
		}
		p.Jurisdictions = append(p.Jurisdictions, programme.Jurisdiction{
			ID: programme.JurisdictionID(id), Level: "country", Name: indicator.Text{"en": "Land " + id},
		})
	}
	slices.SortFunc(p.Jurisdictions, func(a, b programme.Jurisdiction) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	for t := range years {
		p.Periods = append(p.Periods, programme.Period{Frequency: programme.Year, Year: 2001 + t, Part: 1})
	}
	return p
}

// chosen is an observed answer option, found is a number; empty is an answer
// without a value.
func chosen(j, t int, i *indicator.Indicator, option string) observation.Observation {
	return observation.Observation{
		Jurisdiction: j, Period: t, Indicator: i, State: observation.Observed,
		Value: observation.Value{Option: option}, Pos: cellOf(j, t, i),
	}
}

func found(j, t int, i *indicator.Indicator, x float64) observation.Observation {
	return observation.Observation{
		Jurisdiction: j, Period: t, Indicator: i, State: observation.Observed,
		Value: observation.Value{Number: x}, Pos: cellOf(j, t, i),
	}
}

func empty(j, t int, i *indicator.Indicator, state observation.State) observation.Observation {
	return observation.Observation{Jurisdiction: j, Period: t, Indicator: i, State: state, Pos: cellOf(j, t, i)}
}

// cellOf gives every answer a place of its own.
func cellOf(j, t int, i *indicator.Indicator) diag.Pos {
	return diag.Pos{File: "data/small/answers.xlsx", Sheet: "Data", Row: 2 + j*10000 + t*200 + i.Index, Column: 4}
}

// compute builds a dataset and scores it.
func compute(t testing.TB, p *programme.Programme, answers []observation.Observation) *Scorecard {
	t.Helper()
	d, findings := dataset.Build(p, slices.Clone(answers), nil)
	if len(findings) > 0 {
		t.Fatalf("the test's own answers are at fault: %v", findings)
	}
	return Compute(d)
}

// at returns the result at a node by its id.
func at(s *Scorecard, j, t int, id string) Result { return s.Result(j, t, s.Node(id)) }

// near reports whether two numbers agree to 1e-9.
func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
