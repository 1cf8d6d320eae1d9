package entry_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/observation/entry"
)

// typed opens a form as a spreadsheet program does.
func typed(t *testing.T, f entry.Form) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(write(t, f)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// rowOf returns the row of a question on a sheet.
func rowOf(t *testing.T, f *excelize.File, sheet, id string) int {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 2 && row[2] == id {
			return i + 1
		}
	}
	t.Fatalf("%s is not on the sheet %s", id, sheet)
	return 0
}

// marked reports whether a cell is coloured: whether a rule for it holds.
func marked(t *testing.T, f *excelize.File, sheet, cell string) bool {
	t.Helper()
	rules, err := f.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		t.Fatal(err)
	}
	for cells, list := range rules {
		first, last, several := strings.Cut(cells, ":")
		if !several {
			last = first
		}
		c1, r1, _ := excelize.CellNameToCoordinates(first)
		c2, r2, _ := excelize.CellNameToCoordinates(last)
		if column < c1 || column > c2 || row < r1 || row > r2 {
			continue
		}
		for _, rule := range list {
			// The rule speaks of the first row of its cells.
			formula := strings.ReplaceAll(rule.Criteria, fmt.Sprint(r1)+")", fmt.Sprint(row)+")")
			for _, after := range []string{",", ">", "<", "=", "+", "&", "-"} {
				formula = strings.ReplaceAll(formula, fmt.Sprint(r1)+after, fmt.Sprint(row)+after)
			}
			if err := f.SetCellFormula(sheet, "ZZ1", formula); err != nil {
				t.Fatal(err)
			}
			got, err := f.CalcCellValue(sheet, "ZZ1")
			if err != nil {
				t.Fatalf("%s: %v", formula, err)
			}
			if got == "TRUE" {
				return true
			}
		}
	}
	return false
}

// What is wrong is coloured as one types, and what is right is not.
func TestWrongCellsAreMarked(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		f := typed(t, entry.Form{Programme: towns(t), Jurisdiction: 1, Words: words(t, lang), Standing: true})
		sheet := map[string]string{"en": "Prevention", "es": "Prevención"}[lang]
		keys, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		place := func(id, key string) string {
			for i, k := range keys[1] {
				if k == key {
					name, _ := excelize.CoordinatesToCellName(i+1, rowOf(t, f, sheet, id))
					return name
				}
			}
			t.Fatalf("no column %s", key)
			return ""
		}
		for _, c := range []struct {
			id, key string
			value   any
			also    map[string]any // other cells of the row
			look    string         // the cell that is looked at, if another
			marked  bool
		}{
			{id: "prv-02", key: "value", value: "3"}, {id: "prv-02", key: "value", value: 3}, {id: "prv-02", key: "value", value: "3: anything"},
			{id: "prv-02", key: "value", value: "perhaps", marked: true}, {id: "prv-02", key: "value", value: "7", marked: true},
			{id: "awa-05", key: "value", value: map[string]string{"en": "Yes", "es": "Sí"}[lang]}, {id: "awa-05", key: "value", value: "maybe", marked: true},
			{id: "prv-04", key: "value", value: 45.5}, {id: "prv-04", key: "value", value: 120, marked: true}, {id: "prv-04", key: "value", value: "45 %", marked: true},
			{id: "prv-04", key: "numerator", value: 12, also: map[string]any{"denominator": 40}},
			{id: "prv-04", key: "numerator", value: 50, also: map[string]any{"denominator": 40}, marked: true},
			{id: "prv-04", key: "denominator", value: "many", marked: true},
			{id: "prv-04", key: "value", value: 45, look: "sources", marked: true},
			{id: "prv-04", key: "value", value: 45, also: map[string]any{"sources": "s1"}, look: "sources"},
			{id: "prv-04", key: "value", value: 45, also: map[string]any{"state": "withheld: no"}, look: "state", marked: true},
			{id: "prv-04", key: "value", value: 45, also: map[string]any{"state": "estimated: about"}, look: "state"},
			{id: "prv-04", key: "state", value: "withheld: no"}, {id: "prv-04", key: "sources", value: ""},
		} {
			for key, v := range c.also {
				if err := f.SetCellValue(sheet, place(c.id, key), v); err != nil {
					t.Fatal(err)
				}
			}
			if err := f.SetCellValue(sheet, place(c.id, c.key), c.value); err != nil {
				t.Fatal(err)
			}
			look := c.key
			if c.look != "" {
				look = c.look
			}
			if got := marked(t, f, sheet, place(c.id, look)); got != c.marked {
				t.Errorf("%s: %s of %s is %v with %v: marked %v", lang, look, c.id, c.value, c.also, got)
			}
			for _, key := range []string{"value", "numerator", "denominator", "state", "sources"} {
				if err := f.SetCellValue(sheet, place(c.id, key), nil); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// The first sheet counts what is answered, and what lacks a source, when a
// spreadsheet program opens the workbook.
func TestProgressIsCounted(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not on this machine")
	}
	f := typed(t, entry.Form{Programme: towns(t), Jurisdiction: 1, Words: words(t, "en"), Standing: true})
	for id, v := range map[string]any{"prv-02": "3", "prv-06": "2"} {
		if err := f.SetCellValue("Prevention", fmt.Sprintf("D%d", rowOf(t, f, "Prevention", id)), v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellValue("Prevention", fmt.Sprintf("G%d", rowOf(t, f, "Prevention", "prv-08")), "withheld: no"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Prevention", fmt.Sprintf("H%d", rowOf(t, f, "Prevention", "prv-06")), "s1"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := f.SaveAs(filepath.Join(dir, "a.xlsx")); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "office"), "--headless", "--convert-to", "csv", "--outdir", dir, filepath.Join(dir, "a.xlsx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	start, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`Prevention,"3 / 9, 1 without a source"`, "Protection,0 / 16", `All sheets,"3 / 60, 1 without a source"`} {
		if !strings.Contains(string(start), want+"\n") {
			t.Errorf("the first sheet has no line %s:\n%s", want, start)
		}
	}
}
