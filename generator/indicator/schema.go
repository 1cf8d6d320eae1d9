package indicator

import (
	"tipscore/generator/indicator/doubt"
	"tipscore/generator/indicator/plausibility"
	"tipscore/generator/internal/yamlnode"
)

// The widest numbers that a definition may use.
const (
	maxWeight  = 1e6
	maxValue   = 1e12
	maxScore   = 100
	maxMinimum = 10_000
	lastYear   = 9999
)

// FrameworkSchema returns the keys of framework.yaml. Every key stands in
// docs/definitions.md, which a test holds.
func FrameworkSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "framework", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "version", Type: yamlnode.String, Required: true},
		{Name: "languages", Type: yamlnode.Languages, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text, Required: true},
		{Name: "levels", Type: yamlnode.Maps, Required: true, Of: levelSchema},
		{Name: "rounding", Type: yamlnode.Map, Required: true, Of: roundingSchema},
		{Name: "ranking", Type: yamlnode.Map, Required: true, Of: rankingSchema},
		{Name: "trend", Type: yamlnode.Map, Required: true, Of: trendSchema},
		{Name: "doubt", Type: yamlnode.Map, Of: doubt.Schema},
		{Name: "plausibility", Type: yamlnode.Map, Of: plausibility.Schema},
		{Name: "bands", Type: yamlnode.Maps, Required: true, Of: bandSchema},
		{Name: "tree", Type: yamlnode.Map, Required: true, Of: treeSchema},
		{Name: "context", Type: yamlnode.Maps, Of: groupSchema},
		{Name: "profiles", Type: yamlnode.Maps, Of: profileSchema},
		{Name: "objectives", Type: yamlnode.Maps, Of: objectiveSchema},
		{Name: "notes", Type: yamlnode.Maps, Of: noteSchema},
	}}
}

func levelSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "level", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
	}}
}

func roundingSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "rounding", Keys: []yamlnode.Key{
		{Name: "decimals", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{High: 6}},
	}}
}

func rankingSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "ranking", Keys: []yamlnode.Key{
		{Name: "minimum", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{Low: 1, High: maxMinimum}},
		{Name: "ties", Type: yamlnode.String, Values: words(LowTies, HighTies, DenseTies)},
		{Name: "by", Type: yamlnode.String, Values: []string{"published", "exact"}},
	}}
}

func trendSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "trend", Keys: []yamlnode.Key{
		{Name: "threshold", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: maxScore}},
		{Name: "slope", Type: yamlnode.String, Values: words(AnnualRate, TheilSen)},
		{Name: "periods", Type: yamlnode.Integer, Range: &yamlnode.Range{Low: 2, High: maxMinimum}},
	}}
}

func bandSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "band", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "from", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: maxScore}},
		{Name: "title", Type: yamlnode.Title, Required: true},
	}}
}

func treeSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "tree", Keys: []yamlnode.Key{
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text},
		{Name: "aggregate", Type: yamlnode.String, Required: true, Values: aggregations()},
		{Name: "coverage", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: 1}},
		{Name: "floor", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxScore}},
		{Name: "nodes", Type: yamlnode.Maps, Of: nodeSchema},
	}}
}

func nodeSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "node", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text},
		{Name: "weight", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxWeight, Above: true}},
		{Name: "aggregate", Type: yamlnode.String, Values: aggregations()},
		{Name: "coverage", Type: yamlnode.Number, Range: &yamlnode.Range{High: 1}},
		{Name: "floor", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxScore}},
		{Name: "nodes", Type: yamlnode.Maps, Of: nodeSchema},
	}}
}

func groupSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "context group", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text},
	}}
}

func profileSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "profile", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text},
		{Name: "indicators", Type: yamlnode.IDs},
	}}
}

func objectiveSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "objective", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "text", Type: yamlnode.Text, Required: true},
		{Name: "indicators", Type: yamlnode.IDs},
		{Name: "registers", Type: yamlnode.IDs},
	}}
}

func noteSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "note", Keys: []yamlnode.Key{
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "text", Type: yamlnode.Text, Required: true},
	}}
}
