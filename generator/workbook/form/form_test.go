package form_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook"
	"tipscore/generator/workbook/form"
)

// sheets is a form with everything in it.
func sheets() []form.Sheet {
	long := strings.Repeat("a long anchor, ", 40) // longer than a list in a cell may be
	list := &form.Check{Options: []string{"yes: " + long, "no"}, Title: "No", Message: "Choose."}
	number := &form.Check{Kind: form.Percent, Title: "No", Message: "Type."}
	return []form.Sheet{
		{Name: "Start", Portrait: true, Rows: []form.Row{{Cells: []form.Cell{{Value: "Port Elm", Style: form.Title}}}}},
		{Name: "L'eau", Locked: true, RightToLeft: true, Frozen: 2, Columns: []form.Column{{Width: 20}, {Width: 10}, {Width: 10, Style: form.DateAnswer, Check: &form.Check{Kind: form.Date}}},
			Rows: []form.Row{
				{Cells: []form.Cell{{Value: "Question", Style: form.Heading}}},
				{Hidden: true, Cells: []form.Cell{{Value: "question", Style: form.Aside}}},
				{Cells: []form.Cell{{Value: strings.Repeat("word ", 20), Style: form.Prose}, {Value: "=1+1", Style: form.Answer, Check: list}}},
				{Cells: []form.Cell{{}, {Value: 45.5, Style: form.Answer, Check: number}, {Value: workbook.Date{Year: 2024, Month: 2, Day: 29}, Style: form.DateAnswer}}},
				{Cells: []form.Cell{{Formula: `SUM(B4:B5)&" / 2"`}, {Style: form.Answer, Check: number}}},
			}, Rules: []form.Rule{{Cells: "B4:B5", Formula: "AND(LEN($B4)>0,$B4>100)"}}, Printed: 2, Header: "2 towns & a port"},
		{Name: "tipscore", Hidden: true, Rows: []form.Row{{Cells: []form.Cell{{Value: "x"}}}}},
	}
}

func open(t *testing.T, all []form.Sheet) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := form.Write(&b, all); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestForm(t *testing.T) {
	f := open(t, sheets())
	if got := strings.Join(f.GetSheetList(), " "); got != "Start L'eau tipscore Lists" {
		t.Errorf("the sheets are %s", got)
	}
	for name, want := range map[string]bool{"Start": true, "L'eau": true, "tipscore": false, "Lists": false} {
		if got, err := f.GetSheetVisible(name); err != nil || got != want {
			t.Errorf("%s is visible: %v (%v)", name, got, err)
		}
	}
	for cell, want := range map[string]string{"B3": "=1+1", "B4": "45.5", "C4": "2024-02-29"} {
		if got, err := f.GetCellValue("L'eau", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("L'eau", "B3"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if visible, _ := f.GetRowVisible("L'eau", 2); visible {
		t.Error("the hidden row is seen")
	}
	if h, _ := f.GetRowHeight("L'eau", 3); h < 60 { // 100 characters in a column of 20
		t.Errorf("the long text has a row of %v points", h)
	}
	if formula, _ := f.GetCellFormula("L'eau", "A5"); formula != `SUM(B4:B5)&" / 2"` {
		t.Errorf("the formula is %q", formula)
	}
	if now, err := f.CalcCellValue("L'eau", "A5"); err != nil || now != "45.5 / 2" {
		t.Errorf("it counts %q (%v)", now, err)
	}
	rules, err := f.GetConditionalFormats("L'eau")
	if err != nil || len(rules["B4:B5"]) != 1 || rules["B4:B5"][0].Criteria != "AND(LEN($B4)>0,$B4>100)" {
		t.Errorf("rules: %+v (%v)", rules, err)
	}
	printed := map[string]string{}
	for _, n := range f.GetDefinedName() {
		printed[n.Name] = n.RefersTo
	}
	if printed["_xlnm.Print_Area"] != "'L''eau'!$A$1:$B$5" || printed["_xlnm.Print_Titles"] != "'L''eau'!$1:$2" {
		t.Errorf("on paper: %v", printed)
	}
	if h, err := f.GetHeaderFooter("L'eau"); err != nil || h == nil || h.OddHeader != "&C 2 towns && a port" {
		t.Errorf("the header is %+v (%v)", h, err)
	}
	checks, err := f.GetDataValidations("L'eau")
	if err != nil || len(checks) != 3 {
		t.Fatalf("%d checks (%v)", len(checks), err)
	}
	for _, c := range checks {
		switch c.Type {
		case "list":
			if c.Sqref != "B3" || c.Formula1 != "Lists!$A$1:$A$2" || *c.Error != "Choose." {
				t.Errorf("%+v", c)
			}
		case "decimal": // one rule for both cells
			if c.Sqref != "B4 B5" || c.Formula2 != "100" {
				t.Errorf("%+v", c)
			}
		case "date":
			if c.Sqref != "C6:C1000" {
				t.Errorf("%+v", c)
			}
		default:
			t.Errorf("%+v", c)
		}
	}
	for cell, open := range map[string]bool{"A3": false, "B3": true, "C4": true} {
		id, err := f.GetCellStyle("L'eau", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || (style.Protection != nil && !style.Protection.Locked) != open {
			t.Errorf("%s: open is not %v: %+v (%v)", cell, open, style, err)
		}
	}
	props, err := f.GetDocProps()
	if err != nil || props.Creator != "" || props.LastModifiedBy != "" || props.Created != "" {
		t.Errorf("the file tells of its making: %+v (%v)", props, err)
	}
}

func TestFormsThatCannotBe(t *testing.T) {
	for name, s := range map[string]form.Sheet{
		"two of a name": {Name: "start"},
		"the lists":     {Name: "lists"},
		"not a name":    {Name: "a/b"},
		"not a text":    {Name: "C", Rows: []form.Row{{Cells: []form.Cell{{Value: "a\x00b"}}}}},
		"no rule":       {Name: "R", Rows: []form.Row{{Cells: []form.Cell{{Check: &form.Check{}}}}}},
	} {
		var b bytes.Buffer
		if err := form.Write(&b, []form.Sheet{{Name: "Start"}, s}); err == nil || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
}

func TestSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	if err := form.Write(&first, sheets()); err != nil {
		t.Fatal(err)
	}
	if err := form.Write(&second, sheets()); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("the bytes differ (%v)", err)
	}
}
