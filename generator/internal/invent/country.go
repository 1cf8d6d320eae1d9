package main

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/programme"
)

// seed decides everything that is drawn.
const seed = 1949

// country is the invented programme with the hidden strength of its
// governments.
type country struct {
	*programme.Programme
	strength []map[string][]float64 // by jurisdiction, pillar and period; 0 to 1
	openness []float64              // by jurisdiction: how willingly it answers; 0 to 1
}

// dice returns the numbers drawn for a thing, whatever was drawn for others.
func dice(about ...string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(about, "/")))
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

func newCountry(p *programme.Programme) *country {
	c := &country{Programme: p}
	for j := range p.Jurisdictions {
		id := string(p.Jurisdictions[j].ID)
		c.openness = append(c.openness, 0.35+0.6*dice(id, "openness").Float64())
		pillars := map[string][]float64{}
		base := 0.2 + 0.42*dice(id, "base").Float64()
		for _, pillar := range p.Framework.Root.Nodes {
			d := dice(id, string(pillar.ID))
			x, drift := base+0.3*(d.Float64()-0.5), 0.03*(d.Float64()-0.38)
			for range p.Periods {
				pillars[string(pillar.ID)] = append(pillars[string(pillar.ID)], min(0.97, max(0.03, x)))
				x += drift + 0.02*(d.Float64()-0.5)
			}
		}
		c.strength = append(c.strength, pillars)
	}
	return c
}

// id returns the id of jurisdiction j.
func (c *country) id(j int) string { return string(c.Jurisdictions[j].ID) }

// level returns how well government j does in period t by an indicator, 0 to 1.
func (c *country) level(j, t int, i *indicator.Indicator) float64 {
	leaning := 0.34 * (dice(c.id(j), string(i.ID), "leaning").Float64() - 0.5)
	x := c.average(j, t)
	for _, pillar := range c.Framework.Root.Nodes {
		if below(pillar, i.Parent) {
			x = c.strength[j][string(pillar.ID)][t]
		}
	}
	return min(1, max(0, x+leaning))
}

// average is the mean strength over the pillars, for what stands in none.
func (c *country) average(j, t int) float64 {
	sum := 0.0
	for _, pillar := range c.Framework.Root.Nodes {
		sum += c.strength[j][string(pillar.ID)][t]
	}
	return sum / float64(len(c.Framework.Root.Nodes))
}

func below(n *indicator.Node, id string) bool {
	if string(n.ID) == id {
		return true
	}
	for _, child := range n.Nodes {
		if below(child, id) {
			return true
		}
	}
	return false
}

// people returns how many inhabitants there are for each unit, at least one.
func (c *country) people(j int, unit float64) float64 {
	return max(1, math.Round(float64(c.Jurisdictions[j].Population)/unit))
}

// reports says whether monitors sent a workbook for jurisdiction j in period t.
// The network grows: one province and two towns in the first year, two and
// five in the second, all provinces and nine towns in the third.
func (c *country) reports(j, t int) bool {
	if !c.Exists(j, t) {
		return false
	}
	year, id := c.Periods[t].Year-c.Periods[0].Year, c.id(j)
	switch c.Jurisdictions[j].Level {
	case "country":
		return true
	case "province":
		return since(year, id, "XTV-N", "XTV-E", "XTV-S XTV-W")
	}
	switch {
	case id == "XTV-N4" && c.Periods[t].Part == 2:
		return false // a quarter was missed
	case id == "XTV-S2":
		return t < 2 // the group gave up
	case id == "XTV-W2":
		return t == 5 // and this one sent a single workbook
	}
	return since(year, id, "XTV-N1 XTV-E1", "XTV-S1 XTV-N2 XTV-S3", "XTV-N3 XTV-E3 XTV-N4 XTV-S4 XTV-W1")
}

// since reports whether the id joined in the year or in one before.
func since(year int, id string, joined ...string) bool {
	for y := 0; y <= year && y < len(joined); y++ {
		for _, name := range strings.Fields(joined[y]) {
			if name == id {
				return true
			}
		}
	}
	return false
}

// language is that of the monitors of jurisdiction j.
func (c *country) language(j int) string {
	if strings.HasPrefix(c.id(j), "XTV-S") || strings.HasPrefix(c.id(j), "XTV-W") {
		return "es"
	}
	return "en"
}
