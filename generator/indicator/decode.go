package indicator

import (
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/indicator/plausibility"
	"tipscore/generator/internal/yamlnode"
)

// decodeFramework fills the framework from its file. What is absent or
// malformed has been reported, and stays zero.
func decodeFramework(f *Framework, root yamlnode.Value) {
	f.ID = root.Get("id").String()
	f.Version = root.Get("version").String()
	f.Title = root.Get("title").Text()
	f.Summary = root.Get("summary").Text()
	f.Rounding.Decimals = root.Get("rounding").Get("decimals").Integer(0)
	f.Ranking.Minimum = root.Get("ranking").Get("minimum").Integer(0)
	f.Ranking.Ties = word(root.Get("ranking").Get("ties"), LowTies)
	f.Ranking.Exact = root.Get("ranking").Get("by").String() == "exact"
	f.Trend.Threshold = root.Get("trend").Get("threshold").Number(0)
	f.Trend.Slope = Slope(root.Get("trend").Get("slope").String())
	f.Trend.Periods = root.Get("trend").Get("periods").Integer(0)
	f.Doubt, f.Plausibility = doubt.Decode(root.Get("doubt")), plausibility.Decode(root.Get("plausibility"))
	f.Pos = root.Get("id").Pos()
	for _, v := range root.Get("levels").Items() {
		f.Levels = append(f.Levels, Level{
			ID: v.Get("id").String(), Title: v.Get("title").Text(), Pos: v.Get("id").Pos(),
		})
	}
	for _, v := range root.Get("bands").Items() {
		f.Bands = append(f.Bands, Band{
			ID: v.Get("id").String(), From: v.Get("from").Number(0), Title: v.Get("title").Text(), Pos: v.Get("id").Pos(),
		})
	}
	for _, v := range root.Get("context").Items() {
		f.Context = append(f.Context, &Group{
			ID: v.Get("id").String(), Title: v.Get("title").Text(), Summary: v.Get("summary").Text(), Pos: v.Get("id").Pos(),
		})
	}
	for _, v := range root.Get("profiles").Items() {
		f.Profiles = append(f.Profiles, Profile{
			ID: v.Get("id").String(), Title: v.Get("title").Text(), Summary: v.Get("summary").Text(),
			Indicators: ids(v.Get("indicators")), Pos: v.Get("id").Pos(),
		})
	}
	for _, v := range root.Get("objectives").Items() {
		f.Objectives = append(f.Objectives, Objective{
			ID: v.Get("id").String(), Title: v.Get("title").Text(), Text: v.Get("text").Text(),
			Indicators: ids(v.Get("indicators")), Registers: v.Get("registers").Strings(), Pos: v.Get("id").Pos(),
		})
	}
	for _, v := range root.Get("notes").Items() {
		f.Notes = append(f.Notes, Note{Title: v.Get("title").Text(), Text: v.Get("text").Text()})
	}
	tree := root.Get("tree")
	f.Root = decodeNode(tree, &Node{}, 0)
	f.Root.ID, f.Root.Pos = Overall, tree.Pos()
}

// ids returns the items of a list as ids of indicators.
func ids(v yamlnode.Value) (list []ID) {
	for _, s := range v.Strings() {
		list = append(list, ID(s))
	}
	return list
}

// decodeNode returns the node and the nodes below it. The aggregation and the
// coverage that a node does not state are the ones of the node above.
func decodeNode(v yamlnode.Value, above *Node, depth int) *Node {
	n := &Node{
		ID:        NodeID(v.Get("id").String()),
		Kind:      kind(depth),
		Title:     v.Get("title").Text(),
		Summary:   v.Get("summary").Text(),
		Weight:    v.Get("weight").Number(1),
		Aggregate: above.Aggregate,
		Coverage:  v.Get("coverage").Number(above.Coverage),
		Floor:     v.Get("floor").Number(above.Floor),
		Pos:       v.Get("id").Pos(),
	}
	if a := v.Get("aggregate"); a.Exists() {
		n.Aggregate = Aggregation(a.String())
	}
	for _, child := range v.Get("nodes").Items() {
		n.Nodes = append(n.Nodes, decodeNode(child, n, depth+1))
	}
	return n
}

// kind returns the word for a node at the depth of the tree.
func kind(depth int) string {
	switch depth {
	case 0:
		return "overall"
	case 1:
		return "pillar"
	}
	return "theme"
}

// decodeIndicator returns the indicator in the file.
func decodeIndicator(v yamlnode.Value) *Indicator {
	i := &Indicator{
		ID:          ID(v.Get("id").String()),
		Version:     v.Get("version").Integer(0),
		Replaces:    ids(v.Get("replaces")),
		Parent:      v.Get("parent").String(),
		Title:       v.Get("title").Text(),
		Question:    v.Get("question").Text(),
		Why:         v.Get("why").Text(),
		How:         v.Get("how").Text(),
		Levels:      v.Get("levels").Strings(),
		Actor:       Actor(v.Get("actor").String()),
		Dimension:   v.Get("dimension").String(),
		Type:        Type(v.Get("type").String()),
		Unit:        v.Get("unit").Text(),
		Numerator:   v.Get("numerator").Text(),
		Denominator: v.Get("denominator").Text(),
		Direction:   Direction(v.Get("direction").String()),
		Timing:      PerPeriod,
		Weight:      v.Get("weight").Number(1),
		Earliest:    v.Get("earliest").Integer(0),
		Suppression: v.Get("suppression").String(),
		Pos:         v.Get("id").Pos(),
	}
	if t := v.Get("timing"); t.Exists() {
		i.Timing = Timing(t.String())
	}
	for _, o := range v.Get("options").Items() {
		i.Options = append(i.Options, Option{
			ID: o.Get("id").String(), Score: o.Get("score").Number(0),
			Title: o.Get("title").Text(), Short: o.Get("short").Text(), Text: o.Get("text").Text(), Pos: o.Get("id").Pos(),
		})
	}
	if g := v.Get("goalposts"); g.Exists() {
		i.Goalposts = &Goalposts{
			Low: g.Get("low").Number(0), High: g.Get("high").Number(0), Log: g.Get("scale").String() == logScale,
			Justification: g.Get("justification").Text(), Pos: g.Pos(),
		}
	}
	decodeRules(i, v)
	decodeMethods(i, v)
	i.Evidence = Evidence{
		MinSources: v.Get("evidence").Get("min_sources").Integer(0), Rule: v.Get("evidence").Get("rule").Text(),
	}
	i.Reference = Reference{
		Text: v.Get("reference").Get("text").Citation(), URL: v.Get("reference").Get("url").String(),
		Basis: Published,
	}
	if b := v.Get("reference").Get("basis"); b.Exists() {
		i.Reference.Basis = Basis(b.String())
	}
	return i
}

// decodeRules fills in the rules that only some indicators have.
func decodeRules(i *Indicator, v yamlnode.Value) {
	i.ByProgramme = v.Get("goalposts_by").String() != ""
	i.Cumulative = v.Get("cumulative").Boolean()
	if r := v.Get("red_line"); r.Exists() {
		i.RedLine = &RedLine{Subtract: r.Get("subtract").Number(0), Cap: r.Get("cap").String(), Pos: r.Pos()}
	}
	if c := v.Get("computed"); c.Exists() {
		i.Computed = &Computed{
			Register: c.Get("register").String(), Value: c.Get("value").String(),
			Numerator: c.Get("numerator").String(), Denominator: c.Get("denominator").String(),
			Sectors: c.Get("sectors").Strings(), Pos: c.Pos(),
		}
	}
}
