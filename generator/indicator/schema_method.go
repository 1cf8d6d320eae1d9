package indicator

import "tipscore/generator/internal/yamlnode"

func normalisationSchema() yamlnode.Mapping {
	points := func() *yamlnode.Range { return &yamlnode.Range{High: maxScore} }
	return yamlnode.Mapping{Name: "normalise", Keys: []yamlnode.Key{
		{Name: "method", Type: yamlnode.String, Required: true,
			Values: words(MinMax, ZScore, Target, Maximum, Fraction, Rank, Percentile)},
		{Name: "among", Type: yamlnode.String, Values: words(AmongLevel, AmongRegion, AmongAll)},
		{Name: "over", Type: yamlnode.String, Values: words(OverPeriod, OverAll, OverBase)},
		{Name: "base", Type: yamlnode.String},
		{Name: "low", Type: yamlnode.Number, Range: points()},
		{Name: "high", Type: yamlnode.Number, Range: points()},
		{Name: "mean", Type: yamlnode.Number, Range: points()},
		{Name: "deviation", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxScore, Above: true}},
		{Name: "target", Type: yamlnode.Number, Range: &yamlnode.Range{Low: -maxValue, High: maxValue}},
		{Name: "outliers", Type: yamlnode.Map, Of: outliersSchema},
		{Name: "justification", Type: yamlnode.Text, Required: true},
	}}
}

func outliersSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "outliers", Keys: []yamlnode.Key{
		{Name: "skewness", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: maxScore}},
		{Name: "kurtosis", Type: yamlnode.Number, Required: true, Range: &yamlnode.Range{High: maxScore}},
		{Name: "most", Type: yamlnode.Integer, Required: true, Range: &yamlnode.Range{High: maxMinimum}},
		{Name: "log", Type: yamlnode.Boolean},
	}}
}

func divisorSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "per", Keys: []yamlnode.Key{
		{Name: "indicator", Type: yamlnode.ID, Required: true},
		{Name: "times", Type: yamlnode.Number, Range: &yamlnode.Range{High: maxValue, Above: true}},
	}}
}

func fillSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "fill", Keys: []yamlnode.Key{
		{Name: "by", Type: yamlnode.String, Required: true, Values: words(ByCarry, ByMean)},
		{Name: "periods", Type: yamlnode.Integer, Range: &yamlnode.Range{Low: 1, High: maxMinimum}},
		{Name: "among", Type: yamlnode.String, Values: words(AmongLevel, AmongRegion, AmongAll)},
	}}
}

func gateSchema() yamlnode.Mapping {
	return yamlnode.Mapping{Name: "gate", Keys: []yamlnode.Key{
		{Name: "indicator", Type: yamlnode.ID, Required: true},
		{Name: "options", Type: yamlnode.IDs, Required: true},
	}}
}

func aggregations() []string {
	return words(ArithmeticMean, GeometricMean, HarmonicMean, SumOfPoints, Minimum, MedianOf)
}
