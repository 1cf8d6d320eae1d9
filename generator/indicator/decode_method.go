package indicator

import "tipscore/generator/internal/yamlnode"

// The points that a normalisation gives where the file does not say.
const (
	meanPoints      = 50
	deviationPoints = 10
)

// decodeMethods fills in how the answers of an indicator become scores beyond
// options and goalposts.
func decodeMethods(i *Indicator, v yamlnode.Value) {
	if n := v.Get("normalise"); n.Exists() {
		i.Normalise = decodeNormalisation(n)
	}
	if p := v.Get("per"); p.Exists() {
		i.Per = &Divisor{Indicator: ID(p.Get("indicator").String()), Times: p.Get("times").Number(1), Pos: p.Pos()}
	}
	if f := v.Get("fill"); f.Exists() {
		i.Fill = &Fill{
			By: FillBy(f.Get("by").String()), Periods: f.Get("periods").Integer(0),
			Among: word(f.Get("among"), AmongLevel), Pos: f.Pos(),
		}
	}
	if g := v.Get("gate"); g.Exists() {
		i.Gate = &Gate{Indicator: ID(g.Get("indicator").String()), Options: g.Get("options").Strings(), Pos: g.Pos()}
	}
	i.Adjusts = Adjusts(v.Get("adjusts").String())
}

func decodeNormalisation(v yamlnode.Value) *Normalisation {
	n := &Normalisation{
		Method: Method(v.Get("method").String()),
		Among:  word(v.Get("among"), AmongLevel), Over: word(v.Get("over"), OverPeriod), Base: v.Get("base").String(),
		Low: v.Get("low").Number(0), High: v.Get("high").Number(maxScore),
		Mean: v.Get("mean").Number(meanPoints), Deviation: v.Get("deviation").Number(deviationPoints),
		Target: v.Get("target").Number(0), Justification: v.Get("justification").Text(), Pos: v.Pos(),
	}
	if o := v.Get("outliers"); o.Exists() {
		n.Outliers = &Outliers{
			Skewness: o.Get("skewness").Number(0), Kurtosis: o.Get("kurtosis").Number(0),
			Most: o.Get("most").Integer(0), Log: o.Get("log").Boolean(), Pos: o.Pos(),
		}
	}
	return n
}

// word returns the string at v, or the usual one where there is none.
func word[S ~string](v yamlnode.Value, usual S) S {
	if !v.Exists() {
		return usual
	}
	return S(v.String())
}
