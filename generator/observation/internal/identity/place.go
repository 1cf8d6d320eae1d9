package identity

import (
	"cmp"
	"fmt"

	"tipscore/generator/diag"
	"tipscore/generator/observation/internal/names"
	"tipscore/generator/programme"
)

// Place is where and when all answers of an entry workbook belong, by index.
type Place struct{ Jurisdiction, Period int }

// Place returns the jurisdiction and the period of the workbook in a
// programme, and false where it cannot be used, as a finding then says.
func (i *Identity) Place(p *programme.Programme, d *names.Directory) (Place, diag.List, bool) {
	var findings diag.List
	if i.lost() {
		more, ok := i.recover(p)
		if findings.Add(more...); !ok {
			return Place{}, findings, false
		}
		i.Format = format
		i.Programme, i.Version = cmp.Or(i.Programme, p.ID), cmp.Or(i.Version, p.Framework.Version)
	}
	if i.Format != format {
		findings.Add(diag.Diagnostic{
			Rule: "entry-format", Pos: i.at[mark], Got: i.Format,
			Message:  fmt.Sprintf("the workbook was made for another tipscore, with the layout %s", i.Format),
			Expected: "the layout " + format, Hint: "use the program that made it, or a newer one",
		})
		return Place{}, findings, false
	}
	if i.Programme != p.ID {
		findings.Add(diag.Diagnostic{
			Rule: "other-programme", Pos: i.at["programme"], Got: i.Programme,
			Message: fmt.Sprintf("the workbook was made for the programme %s and lies in the folder of %s", i.Programme, p.ID),
			Hint:    fmt.Sprintf("move it to data/%s/workbooks", i.Programme),
			Related: names.Place(p.Pos, "this programme"),
		})
		return Place{}, findings, false
	}
	at, ok := Place{}, true
	for _, name := range []struct {
		key, text string
		ask       func(string) (int, *diag.Diagnostic)
		index     *int
	}{
		{"jurisdiction", i.Jurisdiction, d.Jurisdiction, &at.Jurisdiction},
		{"period", i.Period, d.Period, &at.Period},
	} {
		index, f := name.ask(name.text)
		if f != nil {
			f.Pos, f.Got = i.at[name.key], name.text
			f.Hint = "the workbook was made for it: add it to the programme, or make a new workbook"
			findings.Add(*f)
			ok = false
		}
		*name.index = index
	}
	if i.Version != p.Framework.Version {
		findings.Add(diag.Diagnostic{
			Rule: "older-definitions", Severity: diag.Warning, Pos: i.at["version"], Got: i.Version,
			Message:  fmt.Sprintf("the workbook was made from version %s of the framework %s", i.Version, i.Framework),
			Expected: "version " + p.Framework.Version,
			Hint:     "look whether the questions that changed are still answered rightly; new workbooks have the new words",
			Related:  names.Place(p.Framework.Pos, "the framework"),
		})
	}
	return at, findings, ok
}
