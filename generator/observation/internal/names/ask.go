package names

import (
	"fmt"
	"path"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/typed"
	"tipscore/generator/programme"
)

// Jurisdiction finds the jurisdiction that a tidy text names by id. With a
// finding, the index is that of the one that was probably meant, or -1.
func (d *Directory) Jurisdiction(s string) (int, *diag.Diagnostic) {
	if i, ok := d.jurisdictions.named(s); ok {
		return i, nil
	}
	f := &diag.Diagnostic{
		Rule:    "unknown-jurisdiction",
		Message: fmt.Sprintf("%q is not a jurisdiction of this programme", typed.Shown(s)),
		Related: Place(d.placesPos(), "jurisdictions"),
	}
	i := d.meant(f, s, &d.jurisdictions, "this jurisdiction")
	if f.Hint == "" {
		f.Hint = "type an id from the table of jurisdictions"
	}
	return i, f
}

// placesPos returns where the jurisdictions are listed.
func (d *Directory) placesPos() diag.Pos {
	if places := d.jurisdictions.places; len(places) > 0 {
		return diag.Pos{File: places[0].File}
	}
	return d.programme.Pos
}

// Indicator finds the indicator that a tidy text names by id. With a finding,
// the index is that of the one that was probably meant, or -1.
func (d *Directory) Indicator(s string) (int, *diag.Diagnostic) {
	if i, ok := d.indicators.named(s); ok {
		return i, nil
	}
	if id, ok := d.outside[typed.Fold(s)]; ok {
		return -1, d.outsideProfile(id)
	}
	framework := d.programme.Framework
	f := &diag.Diagnostic{
		Rule:    "unknown-indicator",
		Message: fmt.Sprintf("%q is not an indicator of the framework %s", typed.Shown(s), framework.ID),
	}
	if file := framework.Pos.File; file != "" {
		f.Related = Place(diag.Pos{File: path.Dir(file)}, "indicators")
	}
	i := d.meant(f, s, &d.indicators, "this indicator")
	if f.Hint == "" {
		f.Hint = "type the id of an indicator, which is the name of its file"
	}
	return i, f
}

// outsideProfile reports an answer to a question that the framework has and
// the programme does not ask. It may come from a season with another profile.
func (d *Directory) outsideProfile(id string) *diag.Diagnostic {
	p := d.programme
	return &diag.Diagnostic{
		Rule: "outside-profile", Severity: diag.Warning,
		Message: fmt.Sprintf("%s is not in the profile %s, so that the answer is not used", id, p.Framework.Profiled),
		Hint:    "delete the row, or choose a profile with this indicator in programme.yaml",
		Related: Place(p.Pos, "the programme"),
	}
}

// meant lists the ids if they are few, and finds what was probably meant.
func (d *Directory) meant(f *diag.Diagnostic, s string, t *table, note string) int {
	if len(t.ids) <= maxListed {
		f.Expected = strings.Join(t.ids, ", ")
	}
	i := typed.Guess{ByID: t.byID, ByName: d.named(t), MayCompare: d.MayCompare, IDs: func() []string { return t.ids }}.Meant(f, s)
	if i >= 0 && !t.places[i].IsZero() {
		f.Related = Place(t.places[i], note)
	}
	return i
}

// named returns the table's names, made once.
func (d *Directory) named(t *table) map[string]int {
	if d.byName[t] == nil {
		d.byName[t] = t.byName()
	}
	return d.byName[t]
}

// Period finds the period that a tidy text names.
func (d *Directory) Period(s string) (int, *diag.Diagnostic) {
	period, err := programme.ParsePeriod(strings.ToUpper(strings.ReplaceAll(s, " ", "")))
	if err != nil {
		return 0, &diag.Diagnostic{
			Rule:    "unknown-period",
			Message: fmt.Sprintf("%q is not a period", typed.Shown(s)),
			Hint:    d.PeriodExpected(),
		}
	}
	if i, ok := d.PeriodIndex(period); ok {
		return i, nil
	}
	return 0, &diag.Diagnostic{
		Rule:    "period-outside",
		Message: fmt.Sprintf("the programme has no period %s", period),
		Hint:    d.PeriodExpected(),
		Related: Place(d.programme.PeriodsPos, "rule"),
	}
}

// PeriodIndex returns the index of a period, if the programme has it.
func (d *Directory) PeriodIndex(p programme.Period) (int, bool) {
	i, ok := d.periods[p]
	return i, ok
}

// Order compares a month with a period: -1 before it, 0 within, 1 after it.
func (d *Directory) Order(period, year, month int) int {
	first, last := d.programme.Periods[period].Months()
	switch at := 12*year + month - 1; {
	case at < first:
		return -1
	case at > last:
		return 1
	}
	return 0
}

// PeriodExpected tells which periods there are.
func (d *Directory) PeriodExpected() string {
	all := d.programme.Periods
	switch len(all) {
	case 0:
		return "the programme has no periods"
	case 1:
		return fmt.Sprintf("type the only period, %s", all[0])
	}
	return fmt.Sprintf("type a period from %s to %s", all[0], all[len(all)-1])
}
