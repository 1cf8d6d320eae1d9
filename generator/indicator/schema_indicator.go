package indicator

import (
	"tipscore/generator/indicator/succession"
	"tipscore/generator/internal/yamlnode"
)

// Schema returns the keys of an indicator's file. Every key stands in
// docs/definitions.md, which a test holds.
func Schema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "indicator", Keys: []yamlnode.Key{
		{Name: "id", Type: yamlnode.ID, Required: true},
		{Name: "version", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{Low: 1, High: maxMinimum}},
		succession.Key(),
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
		{Name: "goalposts_by", Type: yamlnode.String, Values: []string{"programme"}},
		{Name: "normalise", Type: yamlnode.Map, Of: normalisationSchema},
		{Name: "per", Type: yamlnode.Map, Of: divisorSchema},
		{Name: "fill", Type: yamlnode.Map, Of: fillSchema},
		{Name: "gate", Type: yamlnode.Map, Of: gateSchema},
		{Name: "adjusts", Type: yamlnode.String, Values: words(Bonus, Penalty)},
		{Name: "red_line", Type: yamlnode.Map, Of: redLineSchema},
		{Name: "cumulative", Type: yamlnode.Boolean},
		{Name: "computed", Type: yamlnode.Map, Of: computedSchema},
		{Name: "earliest", Type: yamlnode.Integer, Range: &yamlnode.Range{Low: 1, High: lastYear}},
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
		{Name: "scale", Type: yamlnode.String, Values: []string{linearScale, logScale}},
		{Name: "justification", Type: yamlnode.Text, Required: true},
	}}
}

// The scales of goalposts.
const (
	linearScale = "linear"
	logScale    = "log"
)

func redLineSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "red line", Keys: []yamlnode.Key{
		{Name: "subtract", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: maxScore}},
		{Name: "cap", Type: yamlnode.ID, Required: true},
	}}
}

func computedSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "computed", Keys: []yamlnode.Key{
		{Name: "register", Type: yamlnode.String, Required: true, Values: Registers()},
		{Name: "value", Type: yamlnode.ID},
		{Name: "numerator", Type: yamlnode.ID},
		{Name: "denominator", Type: yamlnode.ID},
		{Name: "sectors", Type: yamlnode.IDs},
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
		{Name: "text", Type: yamlnode.Citation, Required: true},
		{Name: "url", Type: yamlnode.URL},
		{Name: "basis", Type: yamlnode.String, Values: words(Published, Inspired, Own)},
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
