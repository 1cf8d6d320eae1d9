package entry_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
)

// change opens a form as a spreadsheet program does, lets somebody work in it,
// and saves it.
func change(t *testing.T, data []byte, work func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	work(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// must fails where a change could not be made.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// seen lists the sheets that people see, but for the first.
func seen(f *excelize.File) (out []string) {
	for _, name := range f.GetSheetList() {
		if visible, _ := f.GetSheetVisible(name); visible && name != "Start" {
			out = append(out, name)
		}
	}
	return out
}

// reorder puts the rows of a sheet, with all that is in them, into the order of
// a permutation.
func reorder(t *testing.T, f *excelize.File, sheet string, first int, order func(n int) []int) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	must(t, err)
	if len(rows) <= first {
		return
	}
	type cell struct {
		kind  excelize.CellType
		text  string
		style int
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	grid := make([][]cell, len(rows))
	name := func(column, row int) string {
		s, err := excelize.CoordinatesToCellName(column+1, row+1)
		must(t, err)
		return s
	}
	for r := range rows {
		for c := range width {
			at := name(c, r)
			kind, err := f.GetCellType(sheet, at)
			must(t, err)
			text, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			must(t, err)
			style, err := f.GetCellStyle(sheet, at)
			must(t, err)
			grid[r] = append(grid[r], cell{kind, text, style})
		}
	}
	for k, from := range order(len(rows) - first) {
		for c, v := range grid[first+from] {
			at := name(c, first+k)
			var number float64
			switch _, err := fmt.Sscan(v.text, &number); {
			case v.text == "":
				must(t, f.SetCellValue(sheet, at, nil))
			case v.kind != excelize.CellTypeSharedString && v.kind != excelize.CellTypeInlineString && err == nil:
				must(t, f.SetCellFloat(sheet, at, number, -1, 64))
			default:
				must(t, f.SetCellStr(sheet, at, v.text))
			}
			must(t, f.SetCellStyle(sheet, at, at, v.style))
		}
		must(t, f.SetRowVisible(sheet, first+k+1, true))
	}
}

// said decodes a workbook and returns what it says, in no order, and what was
// found.
func said(t *testing.T, name string, data []byte, p *programme.Programme) ([]string, diag.List) {
	t.Helper()
	book, findings, err := workbook.Open(fstest.MapFS{name: {Data: data}}, name, workbook.Limits{})
	if err != nil || book == nil {
		t.Fatal(err, findings)
	}
	defer book.Close()
	answers, more, err := observation.Decode(book, p)
	must(t, err)
	entries, others, err := register.Decode(book, answers.Reading)
	must(t, err)
	var all []string
	for _, o := range answers.Observations {
		all = append(all, fmt.Sprintf("%s %d %d %v %+v %q %q %v", o.Indicator.ID, o.Jurisdiction, o.Period, o.State, o.Value, o.Comment, o.Monitor, o.Sources))
	}
	for _, s := range answers.Sources {
		all = append(all, fmt.Sprintf("%s %q %q %q", s.ID, s.Title, s.Date, s.URL))
	}
	for name, rows := range entries {
		for i := range rows {
			all = append(all, name+rows[i].Content())
		}
	}
	slices.Sort(all)
	return all, slices.Concat(findings, more, others)
}

// harmless holds that a change loses nothing, and gives no findings but of the
// rules that may be warned of.
func harmless(t *testing.T, what string, p *programme.Programme, changed []byte, warned ...string) {
	t.Helper()
	want, _ := said(t, "a.xlsx", filled(t, p), p)
	got, findings := said(t, "a.xlsx", changed, p)
	if !slices.Equal(got, want) {
		t.Errorf("%s: %d of %d things came back", what, len(got), len(want))
		for _, s := range got {
			if !slices.Contains(want, s) {
				t.Errorf("%s: new: %s", what, s)
				break
			}
		}
	}
	for _, d := range findings {
		if d.Severity == diag.Error || !slices.Contains(warned, d.Rule) {
			t.Errorf("%s: %s: %s %s", what, d.Pos, d.Rule, d.Message)
			return
		}
	}
}

// What monitors do to a form beside filling it in does no harm.
func TestWhatMonitorsDoIsHarmless(t *testing.T) {
	p := towns(t)
	form := filled(t, p)
	each := func(work func(f *excelize.File, sheet string)) func(f *excelize.File) {
		return func(f *excelize.File) {
			for _, sheet := range seen(f) {
				work(f, sheet)
			}
		}
	}
	backwards := func(n int) []int {
		order := make([]int, n)
		for i := range order {
			order[i] = n - 1 - i
		}
		return order
	}
	for _, c := range []struct {
		what   string
		work   func(f *excelize.File)
		warned []string
	}{
		{"rows sorted backwards", each(func(f *excelize.File, sheet string) { reorder(t, f, sheet, 2, backwards) }), nil},
		{"the hidden row sorted to the end", each(func(f *excelize.File, sheet string) { reorder(t, f, sheet, 1, backwards) }), nil},
		{"all rows sorted backwards", each(func(f *excelize.File, sheet string) { reorder(t, f, sheet, 0, backwards) }), nil},
		{"empty rows inserted", each(func(f *excelize.File, sheet string) {
			for _, row := range []int{6, 4, 3, 2, 1} {
				must(t, f.InsertRows(sheet, row, 2))
			}
		}), nil},
		{"a column inserted", each(func(f *excelize.File, sheet string) {
			must(t, f.InsertCols(sheet, "A", 1))
			must(t, f.InsertCols(sheet, "E", 2))
		}), nil},
		{"headings translated", each(func(f *excelize.File, sheet string) {
			for column := 1; column < 12; column += 2 {
				at, _ := excelize.CoordinatesToCellName(column, 1)
				must(t, f.SetCellStr(sheet, at, "Übersetzt"))
			}
		}), nil},
		{"headings in the words of another column", each(func(f *excelize.File, sheet string) {
			for column := range 12 {
				at, _ := excelize.CoordinatesToCellName(column+1, 1)
				must(t, f.SetCellStr(sheet, at, []string{"value", "state", "title"}[column%3]))
			}
		}), nil},
		{"headings deleted", each(func(f *excelize.File, sheet string) { must(t, f.RemoveRow(sheet, 1)) }), nil},
		{"headings emptied", each(func(f *excelize.File, sheet string) {
			for column := range 30 {
				at, _ := excelize.CoordinatesToCellName(column+1, 1)
				must(t, f.SetCellValue(sheet, at, nil))
			}
		}), nil},
		{"the hidden row shown", each(func(f *excelize.File, sheet string) { must(t, f.SetRowVisible(sheet, 2, true)) }), nil},
		{"sheets renamed", func(f *excelize.File) {
			for i, sheet := range seen(f) {
				must(t, f.SetSheetName(sheet, fmt.Sprintf("Hoja %d", i+1)))
			}
		}, nil},
		{"sheets moved", func(f *excelize.File) {
			for _, sheet := range seen(f)[1:] {
				must(t, f.MoveSheet(sheet, f.GetSheetList()[0]))
			}
		}, nil},
		{"sheets added", func(f *excelize.File) {
			for _, name := range []string{"My notes", "Tabelle1", "Data2"} {
				_, err := f.NewSheet(name)
				must(t, err)
				must(t, f.SetCellStr(name, "B2", "asked on Monday"))
			}
		}, []string{"unknown-sheet"}},
		{"the start deleted", func(f *excelize.File) { must(t, f.DeleteSheet("Start")) }, nil},
		{"the lists deleted", func(f *excelize.File) { must(t, f.DeleteSheet("Lists")) }, nil},
		{"colours", each(func(f *excelize.File, sheet string) {
			if sheet == "Meetings" || sheet == "Campaigns" {
				return // dates would lose their format, which says that they are dates
			}
			red, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FF0000"}}, Font: &excelize.Font{Bold: true}})
			must(t, err)
			must(t, f.SetCellStyle(sheet, "A1", "A60", red))
			must(t, f.SetColWidth(sheet, "A", "F", 70))
		}), nil},
	} {
		harmless(t, c.what, p, change(t, form, c.work), c.warned...)
	}
}

// Rows in any order say the same.
func TestRowsInAnyOrder(t *testing.T) {
	p := towns(t)
	form := filled(t, p)
	random := rand.New(rand.NewPCG(5, 1))
	for round := range 6 {
		changed := change(t, form, func(f *excelize.File) {
			for _, sheet := range seen(f) {
				reorder(t, f, sheet, round%3, random.Perm)
				must(t, f.InsertRows(sheet, 1+random.IntN(8), 1+random.IntN(3)))
			}
		})
		harmless(t, fmt.Sprintf("round %d", round), p, changed)
	}
}

// Questions whose rows are deleted are not answered; the others stay.
func TestRowsDeleted(t *testing.T) {
	p := towns(t)
	form := filled(t, p)
	want, _ := said(t, "a.xlsx", form, p)
	got, findings := said(t, "a.xlsx", change(t, form, func(f *excelize.File) {
		for _, sheet := range seen(f)[:2] {
			must(t, f.RemoveRow(sheet, 4))
		}
	}), p)
	if len(findings) > 0 || len(got) >= len(want) || len(got) < len(want)-2 {
		t.Errorf("%d of %d: %v", len(got), len(want), findings)
	}
	for _, s := range got {
		if !slices.Contains(want, s) {
			t.Errorf("new: %s", s)
		}
	}
}

// What stands on the hidden sheet is found out from elsewhere, with a warning
// that says from where, and never guessed.
func TestIdentityIsRecovered(t *testing.T) {
	p := towns(t)
	form := filled(t, p)
	want, _ := said(t, "a.xlsx", form, p)
	without := change(t, form, func(f *excelize.File) { must(t, f.DeleteSheet("tipscore")) })
	bare := change(t, without, func(f *excelize.File) { must(t, f.DeleteSheet("Start")) })
	renamed := change(t, bare, func(f *excelize.File) {
		for i, sheet := range seen(f) {
			must(t, f.SetSheetName(sheet, fmt.Sprintf("Hoja %d", i+1)))
		}
	})
	damaged := func(cells ...string) []byte {
		return change(t, form, func(f *excelize.File) {
			for _, cell := range cells {
				must(t, f.SetCellValue("tipscore", cell, nil))
			}
		})
	}
	for _, c := range []struct {
		what, name string
		data       []byte
		warned     string // a part of the warning; "" for an error
	}{
		{"the start", "Copy of (2) FINAL.xlsx", without, "T1, as the first sheet says, and of 2024-Q2, as the first sheet says"},
		{"the name", "Copy of T1_2024-Q2 (1) FINAL.xlsx", bare, "T1, as the name of the file says, and of 2024-Q2, as the name of the file says"},
		{"the name without sheet names", "port elm q2 2024.xlsx", renamed, "T1, as the name of the file says"},
		{"a name in Spanish", "Puerto_Olmo-2024Q2-final.xlsx", renamed, "T1, as the name of the file says"},
		{"the folders", "data/demo/workbooks/2024-Q2/T1/maria.xlsx", renamed, "T1, as the name of its folder says, and of 2024-Q2, as the name of its folder says"},
		{"folder and file", "inbox/2024-Q2/t1 maria.xlsx", bare, "T1, as the name of the file says, and of 2024-Q2, as the name of its folder says"},
		{"no first line", "a.xlsx", damaged("A1", "B1"), "T1 and 2024-Q2, which still stand there"},
		{"no period", "a.xlsx", damaged("B6"), "2024-Q2, as the first sheet says"},
		{"no place", "a.xlsx", damaged("B5"), "T1, as the first sheet says"},
		{"nothing", "maria.xlsx", bare, ""},
		{"no such period", "T1_2031-Q2.xlsx", bare, ""},
		{"two places", "T1 or N 2024-Q2.xlsx", bare, ""},
		{"two periods", "T1 2024-Q1 2024-Q2.xlsx", bare, ""},
		{"another town", "T1-9_2024-Q2.xlsx", bare, ""},
		{"a contradiction", "N_2024-Q2.xlsx", without, ""},
	} {
		got, findings := said(t, c.name, c.data, p)
		if c.warned == "" {
			if len(findings) != 1 || findings[0].Rule != "lost-identity" || findings[0].Severity != diag.Error || len(got) > 2 { // the sources belong to no place
				t.Errorf("%s: %d things, %v", c.what, len(got), findings)
			}
			continue
		}
		if len(findings) != 1 || findings[0].Rule != "recovered-identity" || findings[0].Severity != diag.Warning || !strings.Contains(findings[0].Message, c.warned) {
			t.Errorf("%s: %v", c.what, findings)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d of %d things came back", c.what, len(got), len(want))
		}
	}
}

// A sheet that was saved as text is read like the sheet, with the place and the
// period in the name of the file.
func TestSheetSavedAsText(t *testing.T) {
	p := towns(t)
	f, err := excelize.OpenReader(bytes.NewReader(filled(t, p)))
	must(t, err)
	defer f.Close()
	for sheet, want := range map[string]int{"Prevention": 9, "Sources": 2, "Meetings": 1} {
		rows, err := f.GetRows(sheet)
		must(t, err)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		must(t, w.WriteAll(rows))
		got, findings := said(t, "T1_2024-Q2 - "+sheet+".csv", b.Bytes(), p)
		if len(got) < want || len(findings) == 0 || findings[0].Rule != "recovered-identity" {
			t.Errorf("%s: %d things: %v", sheet, len(got), findings)
		}
		for _, d := range findings {
			if d.Severity == diag.Error && d.Rule != "wrong-type" { // excelize writes dates in another way
				t.Errorf("%s: %s %s %s", sheet, d.Pos, d.Rule, d.Message)
			}
		}
	}
}
