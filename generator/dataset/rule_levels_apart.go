package dataset

import (
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/indicator/plausibility"
)

// levelsApart asks about an answer on a scale that moved several levels at
// once.
func levelsApart(d *Dataset, set *plausibility.Settings, p step) (diag.Diagnostic, bool) {
	if set.Levels == 0 || p.now.Indicator.Type != indicator.Rubric {
		return diag.Diagnostic{}, false
	}
	level := func(id string) int {
		return slices.IndexFunc(p.now.Indicator.Options, func(o indicator.Option) bool { return o.ID == id })
	}
	moved := level(p.now.Value.Option) - level(p.before.Value.Option)
	if max(moved, -moved) < set.Levels {
		return diag.Diagnostic{}, false
	}
	return diag.Diagnostic{Rule: "levels-apart", Message: d.changed(direction(moved > 0), p)}, true
}
