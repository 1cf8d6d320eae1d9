package pages

import (
	"cmp"
	"math"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
)

// MethodologyView is the method, written from the framework's YAML.
type MethodologyView struct {
	Firm           *FirmView      // nil where nothing is varied
	Agreement      []AgreementRow // of two coders, by pillar
	Title, Summary string
	Version        string
	Tree           []NodeRow // depth first, the overall score first
	Bands          []BandCount
	Period         string // in which the bands are counted
	Decimals       int
	Minimum        int
	Threshold      string
	MinCell        int
	MinCellReason  string
	Indicators     []*IndicatorView // scored ones, with their options
	Context        []IndicatorGroup
	Notes          []NoteView
	Example        *ExampleView // nil without any score
	HasSuppressed  bool
}

// NodeRow is a row of the table of weights.
type NodeRow struct {
	Depth      int
	Title, URL string
	Weight     string
	Share      string // percent of the overall score
	Aggregate  string // key of words, "" for indicators
	Coverage   string // percent of the children's weight that must be there
}

// NoteView is a decision or a limit.
type NoteView struct{ Title, Text string }

// ExampleView is the calculation of one real score.
type ExampleView struct {
	Name, URL, Period string
	Overall           string
	Score             reading.Score
	Pillars           []PillarRow
	Indicators        []IndicatorRow
}

func (v *View) methodology() *MethodologyView {
	e := v.edition()
	f := e.Def.Framework
	out := &MethodologyView{
		Firm: v.firm(), Agreement: v.agreement(),
		Title: v.text(f.Title), Summary: v.text(f.Summary), Version: f.Version,
		Bands: v.bands(e.Largest(), v.page.Period), Period: e.Period(v.page.Period), Decimals: f.Rounding.Decimals, Minimum: f.Ranking.Minimum, Threshold: wording.Grouped(f.Trend.Threshold),
		MinCell: e.Def.Policy.MinCell, MinCellReason: v.text(e.Def.Policy.Reason),
		Example: v.example(), Context: v.indicators(),
	}
	out.Context = slices.DeleteFunc(out.Context, func(g IndicatorGroup) bool { return g.Scored })
	nodes := e.Public.Nodes()
	depth := make([]int, len(nodes))
	for n, node := range nodes {
		if node.Parent >= 0 {
			depth[n] = depth[node.Parent] + 1
		}
		row := NodeRow{Depth: depth[n], Title: v.read.Node(n), Share: wording.Share(node.Effective), Weight: wording.Grouped(node.Weight)}
		if node.Indicator != nil {
			row.URL = v.read.IndicatorURL(node.Indicator)
			out.Indicators = append(out.Indicators, v.definition(node.Indicator))
		} else {
			row.Aggregate, row.Coverage = string(node.Tree.Aggregate), wording.Grouped(100*node.Tree.Coverage)
		}
		out.Tree = append(out.Tree, row)
	}
	for _, i := range f.All {
		out.HasSuppressed = out.HasSuppressed || i.HidesSmallCounts()
	}
	for _, n := range f.Notes {
		out.Notes = append(out.Notes, NoteView{v.text(n.Title), v.text(n.Text)})
	}
	return out
}

// example works out one score in full: that of the jurisdiction nearest the
// median of the latest period, the first by id of several. Nobody picks it.
func (v *View) example() *ExampleView {
	e, t := v.edition(), v.page.Period
	peers := e.Largest()
	if len(peers.Ranking[t]) == 0 {
		return nil
	}
	middle := peers.Medians[t][e.Overall]
	j := slices.MinFunc(peers.Ranking[t], func(a, b int) int {
		x := math.Abs(e.Score(a, t, e.Overall) - middle)
		y := math.Abs(e.Score(b, t, e.Overall) - middle)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(a, b))
	})
	return &ExampleView{
		Name: v.read.Name(j), URL: v.read.PlaceURL(j), Period: e.Period(t), Overall: v.read.Node(e.Overall), Score: v.read.Score(j, t, e.Overall),
		Pillars: v.pillarRows(j, t), Indicators: v.indicatorRows(j, t),
	}
}

// ScoredBy says how an answer becomes a score, as a key of words: "goalposts",
// "binary", "rubric", or "" for what is not scored.
func (i *IndicatorView) ScoredBy() string {
	switch {
	case !i.Scored:
		return ""
	case i.Low != "":
		return "goalposts"
	case i.Type == string(indicator.YesNo):
		return "binary"
	}
	return "rubric"
}
