package programme

import (
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

// bases finds indicators that are compared with a base period which the
// programme does not have, so that nobody would have a score.
func (l *loader) bases(p *Programme) error {
	if p.Framework == nil || len(p.Periods) == 0 {
		return nil
	}
	for _, i := range p.Framework.All {
		n := i.Normalise
		if n == nil || n.Over != indicator.OverBase || n.Base == "" {
			continue
		}
		if period, err := ParsePeriod(n.Base); err == nil && p.PeriodIndex(period) >= 0 {
			continue
		}
		l.findings.Add(diag.Diagnostic{
			Rule: "base-period", Pos: n.Pos, Got: n.Base,
			Message:  fmt.Sprintf("%s is compared with the period %q, which the programme %s does not have", i.ID, n.Base, p.ID),
			Expected: "a period of the programme",
			Hint:     "correct the base, or let the programme begin earlier",
			Related:  []diag.Related{{Pos: p.PeriodsPos, Note: "the periods"}},
		})
	}
	return nil
}
