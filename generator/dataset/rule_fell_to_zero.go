package dataset

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
)

// fellToZero asks about a count that is 0 now and was not before: an empty
// register and a body that stopped counting are written as 0 more often than
// nothing happens any more.
func fellToZero(d *Dataset, set *plausibility.Settings, p step) (diag.Diagnostic, bool) {
	if set.Zero == 0 || p.now.Indicator.Type != indicator.Count || p.now.Value.Number != 0 || p.before.Value.Number < set.Zero {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{Rule: "fell-to-zero", Message: d.changed("fell", p)}, true
}
