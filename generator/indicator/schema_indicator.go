package indicator

import "tipscore/generator/internal/yamlnode"

// Schema returns the keys of an indicator's file. Every key stands in
// docs/definitions.md, which a test holds.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "indicator", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "version", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{Low: 1, High: maxMinimum}},
		{Name: "parent", Type: yamlnode.String, Required: true},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "question", Type: yamlnode.Title, Required: true},
		{Name: "why", Type: yamlnode.Text, Required: true},
		{Name: "how", Type: yamlnode.Text, Required: true},
		{Name: "levels", Type: yamlnode.IDs, Required: true},
		{Name: "actor", Type: yamlnode.String, Required: true, Values: words(Government, Programme, Context)},
		{Name: "dimension", Type: yamlnode.String, Required: true, Values: []string{"structure", "process", "outcome"}},
		{Name: "type", Type: yamlnode.String, Required: true,
			Values: words(YesNo, Rubric, Category, Count, Percent, Ratio, Rate, Days, Date, Money)},
		{Name: "unit", Type: yamlnode.Title},
		{Name: "numerator", Type: yamlnode.Title},
		{Name: "denominator", Type: yamlnode.Title},
		{Name: "direction", Type: yamlnode.String, Required: true, Values: words(Up, Down, NoDirection)},
		{Name: "timing", Type: yamlnode.String, Values: words(PerPeriod, Standing)},
		{Name: "weight", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxWeight, Above: true}},
		{Name: "options", Type: yamlnode.Maps, Of: optionSchema},
		{Name: "goalposts", Type: yamlnode.Map, Of: goalpostsSchema},
		{Name: "evidence", Type: yamlnode.Map, Required: true, Of: evidenceSchema},
		{Name: "suppression", Type: yamlnode.String, Required: true, Values: []string{"people", "cases", "none"}},
		{Name: "reference", Type: yamlnode.Map, Of: referenceSchema},
	}}
}

func optionSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "option", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "score", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxScore}},
		{Name: "title", Type: yamlnode.Title, Required: true},
		{Name: "short", Type: yamlnode.Title},
		{Name: "text", Type: yamlnode.Text},
	}}
}

func goalpostsSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "goalposts", Keys: []yamlnode.Key{
		{Name: "low", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{Low: -maxValue, High: maxValue}},
		{Name: "high", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{Low: -maxValue, High: maxValue}},
		{Name: "justification", Type: yamlnode.Text, Required: true},
	}}
}

func evidenceSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "evidence", Keys: []yamlnode.Key{
		{Name: "min_sources", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{High: 100}},
		{Name: "rule", Type: yamlnode.Text},
	}}
}

func referenceSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "reference", Keys: []yamlnode.Key{
		{Name: "text", Type: yamlnode.String, Required: true},
		{Name: "url", Type: yamlnode.URL},
	}}
}

// words returns named values as plain strings.
func words[S ~string](values ...S) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
