package dataset

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
)

// farFromBefore asks about a number that is many times the one before, or a
// small part of it: a digit too many, thousands instead of ones, a year in
// place of a quarter.
func farFromBefore(d *Dataset, set *plausibility.Settings, p step) (diag.Diagnostic, bool) {
	before, now := p.before.Value.Number, p.now.Value.Number
	low, high := min(before, now), max(before, now)
	if set.Factor == 0 || low <= 0 || high < set.Least || high <= low*set.Factor ||
		!isNumber(p.now.Indicator) || p.before.Value.Currency != p.now.Value.Currency {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{Rule: "far-from-before", Message: d.changed(direction(now > before), p)}, true
}

// isNumber reports whether an indicator is answered by a number.
func isNumber(i *indicator.Indicator) bool {
	switch i.Type {
	case indicator.Count, indicator.Percent, indicator.Ratio, indicator.Rate, indicator.Days, indicator.Money:
		return true
	}
	return false
}
