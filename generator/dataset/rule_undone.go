package dataset

import (
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
)

// undone asks about a yes that became no: a law in force, or a body that was
// set up, is seldom undone.
func undone(d *Dataset, set *plausibility.Settings, p step) (diag.Diagnostic, bool) {
	i := p.now.Indicator
	if i.Type != indicator.YesNo || set.Undone == "" || i.Dimension != set.Undone || i.Direction == indicator.Down ||
		p.before.Value.Option != "yes" || p.now.Value.Option != "no" {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{Rule: "yes-became-no", Message: d.changed("went", p)}, true
}
