package register_test

import (
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation/internal/identity"
	"tipscore/generator/observation/register"
	"tipscore/generator/workbook"
)

// A row that stands in two copies of a workbook is one entry; two equal rows of
// one workbook are two, and so are those of two periods.
func TestCopiesCountOnce(t *testing.T) {
	at := func(file string, row, told, people int) register.Entry {
		return register.Entry{
			Jurisdiction: 1, Period: told, Told: told, Words: map[string]string{"sector": "police"},
			Numbers: map[string]float64{"participants": float64(people)}, Pos: diag.Pos{File: file, Sheet: "Trainings", Row: row},
		}
	}
	all := register.Registers{"trainings": {
		at("a.xlsx", 3, 0, 14), at("a.xlsx", 4, 0, 14), at("a.xlsx", 5, 0, 20),
		at("b.xlsx", 3, 0, 20), at("b.xlsx", 4, 0, 14), at("b.xlsx", 5, 0, 30),
		at("c.xlsx", 3, 1, 14), at("d.csv", 3, -1, 14), at("e.csv", 3, -1, 14),
	}}
	if findings := register.Settle(all); len(findings) > 0 {
		t.Error(findings)
	}
	var got []string
	for _, e := range all["trainings"] {
		got = append(got, e.Pos.String())
	}
	if len(got) != 7 {
		t.Errorf("%d entries stand: %v", len(got), got)
	}
	if e := all["trainings"][3]; e.Pos.File != "b.xlsx" || e.Numbers["participants"] != 30 {
		t.Errorf("%+v", e)
	}
}

// The hidden row of each register is known by itself.
func TestHiddenRowsAreTold(t *testing.T) {
	for _, name := range indicator.Registers() {
		row := workbook.Row{Number: 2}
		for i, c := range register.Columns(name) {
			if !c.Place {
				row.Cells = append(row.Cells, workbook.Cell{Column: i + 1, Kind: workbook.Text, Text: c.Name})
			}
		}
		if got := identity.Sniff(&row); got != name {
			t.Errorf("the row of %s is taken for that of %q", name, got)
		}
	}
}
