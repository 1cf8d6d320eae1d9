package programme

import "tipscore/generator/internal/yamlnode"

// maxCell bounds the least count that may be published.
const maxCell = 1000

// Schema returns the keys of programme.yaml. Every key stands in
// docs/definitions.md, which a test holds.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "programme", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "framework", Type: yamlnode.String, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "summary", Type: yamlnode.Text, Required: true},
		{Name: "languages", Type: yamlnode.Languages, Required: true},
		{Name: "periods", Type: yamlnode.Map, Required: true, Of: periodsSchema},
		{Name: "jurisdictions", Type: yamlnode.String, Required: true},
		{Name: "workbooks", Type: yamlnode.Strings, Required: true},
		{Name: "map", Type: yamlnode.String},
		{Name: "policy", Type: yamlnode.Map, Required: true, Of: policySchema},
		{Name: "citation", Type: yamlnode.String, Required: true},
		{Name: "licence", Type: yamlnode.Text, Required: true},
		{Name: "credits", Type: yamlnode.Text},
		{Name: "invented", Type: yamlnode.Boolean},
	}}
}

func periodsSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "periods", Keys: []yamlnode.Key{
		{Name: "frequency", Type: yamlnode.String, Required: true, Values: frequencies()},
		{Name: "from", Type: yamlnode.String, Required: true},
		{Name: "to", Type: yamlnode.String, Required: true},
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
