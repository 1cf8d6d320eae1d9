package indicator

import "tipscore/generator/diag"

// Divisor names another indicator of the framework that an answer is divided
// by before it is scored: seats by inhabitants.
type Divisor struct {
	Indicator ID
	Times     float64 // the quotient is multiplied by this
	Pos       diag.Pos
}

// Fill says what takes the place of a missing answer. Every score that rests
// on such a number is marked.
type Fill struct {
	By      FillBy
	Periods int   // ByCarry: the greatest age of the answer that is carried forward
	Among   Among // ByMean: whose mean it is
	Pos     diag.Pos
}

// FillBy names a way to fill in missing answers.
type FillBy string

// The ways: the last answer of the same jurisdiction, or the mean of the others
// in its group and period.
const (
	ByCarry FillBy = "carry"
	ByMean  FillBy = "mean"
)

// Among says which jurisdictions are compared.
type Among string

// The groups.
const (
	AmongLevel  Among = "level" // of the same level of government
	AmongRegion Among = "region"
	AmongAll    Among = "all"
)

// Normalisation says how a number becomes a score by comparison with the
// answers of others.
type Normalisation struct {
	Method          Method
	Among           Among
	Over            Over
	Base            string  // OverBase: the period
	Low, High       float64 // MinMax: the points of the worst and the best answer
	Mean, Deviation float64 // ZScore: the points of the mean and of one deviation
	Target          float64
	Outliers        *Outliers // nil to leave them
	Justification   Text
	Pos             diag.Pos
}

// Method names a normalisation.
type Method string

// The methods; the formulas stand in package method.
const (
	MinMax     Method = "minmax"
	ZScore     Method = "zscore"
	Target     Method = "target"
	Maximum    Method = "maximum"
	Fraction   Method = "fraction"
	Rank       Method = "rank"
	Percentile Method = "percentile"
)

// Over says from which periods the answers come that one is compared with.
type Over string

// The periods: the one of the answer, all of them, or a fixed one.
const (
	OverPeriod Over = "period"
	OverAll    Over = "all"
	OverBase   Over = "base"
)

// Outliers says when answers count as distorted by outliers, which are then
// moved to the next answer.
type Outliers struct {
	Skewness, Kurtosis float64
	Most               int  // how many may be moved
	Log                bool // where that does not help, the logarithm is taken
	Pos                diag.Pos
}

// Gate lets an answer count only if another indicator of the framework has one
// of the options; else it is worth nothing.
type Gate struct {
	Indicator ID
	Options   []string
	Pos       diag.Pos
}

// Adjusts says that the points of an answer are added to the score of the
// parent, or taken from it, outside of the mean.
type Adjusts string

// The adjustments.
const (
	Bonus   Adjusts = "bonus"
	Penalty Adjusts = "penalty"
)

// Ties says which rank equal scores share.
type Ties string

// The rules for ties, for scores 9, 7, 7, 5: low 1, 2, 2, 4; high 1, 3, 3, 4;
// dense 1, 2, 2, 3.
const (
	LowTies   Ties = "low"
	HighTies  Ties = "high"
	DenseTies Ties = "dense"
)

// Slope says how the course of a score over several periods becomes one number
// of points per year.
type Slope string

// The rates: between the first and the last score, or the median of the slopes
// between all pairs.
const (
	AnnualRate Slope = "annual"
	TheilSen   Slope = "theil-sen"
)

// operands returns the other indicators that the score of i needs.
func (i *Indicator) operands() (ids []ID) {
	if i.Per != nil {
		ids = append(ids, i.Per.Indicator)
	}
	if i.Gate != nil {
		ids = append(ids, i.Gate.Indicator)
	}
	return ids
}
