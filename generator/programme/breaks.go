package programme

import (
	"fmt"
	"strings"

	"tipscore/generator/diag"
)

// breaks reads where answers change their meaning, once the periods and the
// jurisdictions are known.
func (l *loader) breaks(p *Programme) error {
	for _, v := range l.root.Get("breaks").Items() {
		i := l.named(v.Get("indicator"), p.Framework)
		if i == nil {
			continue
		}
		b := Break{Indicator: i.ID, Note: v.Get("note").Text()}
		at := v.Get("period")
		period, err := ParsePeriod(at.String())
		if n := p.PeriodIndex(period); err != nil || n < 0 && len(p.Periods) > 0 {
			d := at.Finding("break-period", fmt.Sprintf("%q is not a period of this programme", at.String()))
			d.Expected = "the first period in which the new meaning holds"
			d.Related = []diag.Related{{Pos: p.PeriodsPos, Note: "the periods"}}
			l.findings.Add(d)
		}
		b.Period = period
		for _, id := range v.Get("jurisdictions").Items() {
			l.checkJurisdictionNamed(id.String(), id.Pos(), p)
			b.Jurisdictions = append(b.Jurisdictions, JurisdictionID(id.String()))
		}
		p.Breaks = append(p.Breaks, b)
	}
	return nil
}

// checkJurisdictionNamed holds an id in programme.yaml against those there are.
func (l *loader) checkJurisdictionNamed(id string, pos diag.Pos, p *Programme) {
	if p.byID == nil || id == "" || p.Jurisdiction(JurisdictionID(id)) != nil {
		return
	}
	var known []string
	for _, j := range p.Jurisdictions {
		known = append(known, string(j.ID))
	}
	d := diag.Diagnostic{Rule: "unknown-jurisdiction", Pos: pos, Got: id, Hint: diag.DidYouMean(id, known)}
	d.Message = fmt.Sprintf("%q is not a jurisdiction of this programme", id)
	if len(known) <= 12 {
		d.Expected = strings.Join(known, ", ")
	} else {
		d.Expected = "the id of a jurisdiction"
	}
	l.findings.Add(d)
}
