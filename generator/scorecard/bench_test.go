package scorecard

import (
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"tipscore/generator/dataset"
	"tipscore/generator/observation"
)

// national is an invented deployment: 191 jurisdictions, 40 quarters and 60
// indicators in 4 pillars of 3 themes, with 460,000 answers.
func national(b *testing.B) *dataset.Dataset {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 3))
	root := overall()
	for p := range 4 {
		pillar := node("pillar", fmt.Sprint("pillar", p))
		for th := range 3 {
			theme := node("theme", fmt.Sprint("theme", p, th))
			theme.Coverage = 2.0 / 3
			for k := range 5 {
				theme.Indicators = append(theme.Indicators, randomIndicator(r, fmt.Sprint("i", p, th, k)))
			}
			pillar.Nodes = append(pillar.Nodes, theme)
		}
		root.Nodes = append(root.Nodes, pillar)
	}
	p := world(framework(root), 191, 40)
	var answers []observation.Observation
	for j := range p.Jurisdictions {
		for t := range p.Periods {
			for _, i := range p.Framework.All {
				if a, ok := randomAnswer(r, j, t, i); ok {
					answers = append(answers, a)
				}
			}
		}
	}
	d, findings := dataset.Build(p, answers, nil)
	if len(findings) > 0 {
		b.Fatal(findings[0])
	}
	return d
}

func BenchmarkCompute(b *testing.B) {
	d := national(b)
	b.ReportAllocs()
	for b.Loop() {
		Compute(d)
	}
}

func BenchmarkWriteCSV(b *testing.B) {
	s := Compute(national(b))
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteCSV(io.Discard, s.Rows()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteJSON(b *testing.B) {
	s := Compute(national(b))
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteJSON(io.Discard, s.Rows()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	s := Compute(national(b))
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Explain(7, 7).WriteText(io.Discard, "en"); err != nil {
			b.Fatal(err)
		}
	}
}
