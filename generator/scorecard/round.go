package scorecard

import "tipscore/generator/scorecard/method"

// Round rounds as [method.Round] does.
func Round(x float64, decimals int) float64 { return method.Round(x, decimals) }

// Published returns the score as it is published: rounded half away from zero
// to the framework's decimals. It is 0 for an unknown score, so ask Known
// first.
func (s *Scorecard) Published(score Score) float64 {
	if !score.Known {
		return 0
	}
	return Round(score.Value, s.data.Programme.Framework.Rounding.Decimals)
}
