package programme

import "tipscore/generator/internal/yamlnode"

// maxCell bounds the least count that may be published, maxGoalpost the values
// that a programme sets.
const (
	maxCell     = 1000
	maxGoalpost = 1e12
)

// Schema returns the keys of programme.yaml. Every key stands in
// docs/definitions.md, which a test holds.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "programme", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "framework", Type: yamlnode.String, Required: true},
		{Name: "profile", Type: yamlnode.ID},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text, Required: true},
		{Name: "languages", Type: yamlnode.Languages, Required: true},
		{Name: "periods", Type: yamlnode.Map, Required: true, Of: periodsSchema},
		{Name: "jurisdictions", Type: yamlnode.String, Required: true},
		{Name: "workbooks", Type: yamlnode.Strings, Required: true},
		{Name: "map", Type: yamlnode.String},
		{Name: "rollup", Type: yamlnode.Map, Of: rollupSchema},
		{Name: "goalposts", Type: yamlnode.Maps, Of: goalpostsSchema},
		{Name: "since", Type: yamlnode.Maps, Of: sinceSchema},
		{Name: "breaks", Type: yamlnode.Maps, Of: breakSchema},
		{Name: "beside", Type: yamlnode.Maps, Of: besideSchema},
		{Name: "adjudicators", Type: yamlnode.Strings},
		{Name: "policy", Type: yamlnode.Map, Required: true, Of: policySchema},
		{Name: "citation", Type: yamlnode.Citation, Required: true},
		{Name: "licence", Type: yamlnode.Text, Required: true},
		{Name: "credits", Type: yamlnode.Text},
		{Name: "publisher", Type: yamlnode.Title},
		{Name: "contact", Type: yamlnode.Contact},
		{Name: "invented", Type: yamlnode.Boolean},
	}}
}

func periodsSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "periods", Keys: []yamlnode.Key{
		{Name: "frequency", Type: yamlnode.String, Required: true, Values: frequencies()},
		{Name: "from", Type: yamlnode.String, Required: true},
		{Name: "to", Type: yamlnode.String, Required: true},
		{Name: "then", Type: yamlnode.Maps, Of: stretchSchema},
	}}
}

func stretchSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "stretch", Keys: []yamlnode.Key{
		{Name: "frequency", Type: yamlnode.String, Required: true, Values: frequencies()},
		{Name: "from", Type: yamlnode.String, Required: true},
		{Name: "to", Type: yamlnode.String, Required: true},
	}}
}

func rollupSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "rollup", Keys: []yamlnode.Key{
		{Name: "method", Type: yamlnode.String, Required: true, Values: []string{string(PlainMean), string(PopulationMean)}},
		{Name: "coverage", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: 1}},
	}}
}

func goalpostsSchema() yamlnode.Mapping {
	wide := &yamlnode.Range{Low: -maxGoalpost, High: maxGoalpost}
	return yamlnode.Mapping{Name: "goalposts of a programme", Keys: []yamlnode.Key{
		{Name: "indicator", Type: yamlnode.ID, Required: true},
		{Name: "low", Type: yamlnode.Number, Required: true, Range: wide},
		{Name: "high", Type: yamlnode.Number, Required: true, Range: wide},
		{Name: "justification", Type: yamlnode.Text, Required: true},
	}}
}

func sinceSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "start", Keys: []yamlnode.Key{
		{Name: "indicator", Type: yamlnode.ID, Required: true},
		{Name: "date", Type: yamlnode.String, Required: true},
		{Name: "event", Type: yamlnode.Title, Required: true},
	}}
}

func breakSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "break", Keys: []yamlnode.Key{
		{Name: "indicator", Type: yamlnode.ID, Required: true},
		{Name: "period", Type: yamlnode.String, Required: true},
		{Name: "jurisdictions", Type: yamlnode.Strings},
		{Name: "note", Type: yamlnode.Text, Required: true},
	}}
}

func besideSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "beside", Keys: []yamlnode.Key{
		{Name: "programme", Type: yamlnode.ID, Required: true},
		{Name: "jurisdiction", Type: yamlnode.String, Required: true},
	}}
}

func policySchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "policy", Keys: []yamlnode.Key{
		{Name: "min_cell", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{High: maxCell}},
		{Name: "reason", Type: yamlnode.Text, Required: true},
	}}
}

func frequencies() []string {
	return []string{string(Year), string(HalfYear), string(Quarter), string(Month)}
}
