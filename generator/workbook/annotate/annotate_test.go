package annotate_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook"
	"tipscore/generator/workbook/annotate"
	"tipscore/generator/workbook/form"
)

// original is a form with an answer of every look.
func original(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	err := form.Write(&b, []form.Sheet{
		{Name: "Start", Rows: []form.Row{{Cells: []form.Cell{{Value: "Port Elm", Style: form.Title}}}}},
		{Name: "L'eau", Locked: true, Columns: []form.Column{{Width: 30}, {Width: 14}, {Width: 14}, {Width: 14}}, Rows: []form.Row{
			{Cells: []form.Cell{{Value: "Question", Style: form.Heading}, {Value: "Answer", Style: form.Heading}}},
			{Cells: []form.Cell{{Value: "One?", Style: form.Prose}, {Value: "=1+1", Style: form.Answer}, {Value: 45.5, Style: form.Answer}, {Value: workbook.Date{Year: 2024, Month: 2, Day: 29}, Style: form.DateAnswer}}},
			{Cells: []form.Cell{{Value: "Two?", Style: form.Prose}, {Style: form.Closed}, {Style: form.Answer}}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page(groups ...annotate.Group) annotate.Page {
	return annotate.Page{Name: "Problems", Title: "Problems", Intro: []string{"Mend them."},
		Headings: [6]string{"Severity", "What is wrong", "How many", "Where", "Expected", "What to do"}, Groups: groups}
}

func group(what string) annotate.Group {
	return annotate.Group{Severity: "error", What: what, Count: 2, Expected: "@x", WhatToDo: "=y",
		Places: []annotate.Place{{Label: "L'eau B2", Sheet: "L'eau", Row: 2, Column: 2}, {Label: "the whole file"}}}
}

var both = []annotate.Mark{
	{Sheet: "L'eau", Row: 2, Column: 2, Text: "first"},
	{Sheet: "L'eau", Row: 2, Column: 2, Kind: annotate.Doubtful, Text: "second"},
	{Sheet: "L'eau", Row: 2, Column: 4, Kind: annotate.Doubtful, Text: "=third\nline"},
	{Sheet: "L'eau", Row: 3, Column: 2, Text: "fourth"},
	{Sheet: "L'eau", Row: 3, Column: 0, Text: "row"},
}

func write(t *testing.T, data []byte, marks []annotate.Mark) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := annotate.Write(&b, data, annotate.Copy{Marks: marks, Page: page(group("=1+1"))}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// cells returns everything that the reader of this project sees in a workbook.
func cells(t *testing.T, data []byte) string {
	t.Helper()
	b, list, err := workbook.Open(fstest.MapFS{"w.xlsx": {Data: data}}, "w.xlsx", workbook.Limits{})
	if err != nil || b == nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	var out strings.Builder
	for _, s := range b.Sheets() {
		fmt.Fprintf(&out, "%+v\n", s)
		if _, list, err := b.Scan(s.Name, func(r *workbook.Row) bool { fmt.Fprintf(&out, "%+v\n", *r); return true }); err != nil || len(list) > 0 {
			t.Fatal(err, list)
		}
	}
	return out.String()
}

func fillOf(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle("L'eau", cell)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.GetStyle(id); err != nil { // loads the styles
		t.Fatal(err)
	}
	fill := f.Styles.Fills.Fill[*f.Styles.CellXfs.Xf[id].FillID].PatternFill
	if fill == nil || fill.FgColor == nil {
		return ""
	}
	return strings.TrimPrefix(fill.FgColor.RGB, "FF")
}

// look returns the style of a cell without its fill.
func look(t *testing.T, f *excelize.File, cell string) excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle("L'eau", cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	s.Fill = excelize.Fill{}
	return *s
}

func notes(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	list, err := f.GetComments("L'eau")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range list {
		if c.Author != "" && c.Author != "Maria" {
			t.Errorf("%s has the author %q", c.Cell, c.Author)
		}
		text := c.Text
		for _, r := range c.Paragraph {
			text += r.Text
		}
		out[c.Cell] = text
	}
	return out
}

func TestMarks(t *testing.T) {
	data := original(t)
	copied := write(t, data, both)
	before, after := open(t, data), open(t, copied)
	if got := strings.Join(after.GetSheetList(), "|"); got != "Problems|Start|L'eau|tipscore-marks" {
		t.Errorf("the sheets are %s", got)
	}
	if visible, _ := after.GetSheetVisible("tipscore-marks"); visible {
		t.Error("the sheet of marks is seen")
	}
	for cell, want := range map[string]string{"B2": "F9C6C3", "D2": "FBE7A9", "B3": "F9C6C3", "A3": "F9C6C3", "C2": ""} {
		if got := fillOf(t, after, cell); got != want {
			t.Errorf("%s has the fill %q, want %q", cell, got, want)
		}
		if b, a := look(t, before, cell), look(t, after, cell); !reflect.DeepEqual(b, a) {
			t.Errorf("the style of %s was\n%+v\nand is\n%+v", cell, b, a)
		}
	}
	want := map[string]string{"B2": "first\n\nsecond", "D2": "=third\nline", "B3": "fourth", "A3": "row"}
	if got := notes(t, after); !reflect.DeepEqual(got, want) {
		t.Errorf("notes %q", got)
	}
	if a, b := cells(t, data), cells(t, copied); a != b {
		t.Errorf("read before\n%s\nand after\n%s", a, b)
	}
	for cell, want := range map[string]string{"A1": "Problems", "B5": "=1+1", "C5": "2", "D5": "L'eau B2", "D6": "the whole file", "E5": "@x", "F5": "=y"} {
		got, err := after.GetCellValue("Problems", cell)
		formula, _ := after.GetCellFormula("Problems", cell)
		if err != nil || got != want || formula != "" {
			t.Errorf("Problems!%s is %q (formula %q), want %q (%v)", cell, got, formula, want, err)
		}
	}
	if linked, target, _ := after.GetCellHyperLink("Problems", "D5"); !linked || target != "'L''eau'!B2" {
		t.Errorf("D5 leads to %q", target)
	}
	props, err := after.GetDocProps()
	if err != nil || props.Creator+props.LastModifiedBy+props.Created+props.Modified != "" {
		t.Errorf("the copy tells of its making: %+v (%v)", props, err)
	}
	if !bytes.Equal(copied, write(t, data, both)) {
		t.Error("the bytes differ")
	}
	if !annotate.Fresh(copied) || annotate.Fresh(data) {
		t.Error("a copy is not known from a workbook")
	}
}

// What is mended is no longer marked, and all else is as it was.
func TestSecondRound(t *testing.T) {
	data := original(t)
	copied := write(t, data, both)
	f := open(t, copied)
	if err := f.SetCellStr("L'eau", "B2", "yes"); err != nil {
		t.Fatal(err)
	}
	if err := f.AddComment("L'eau", excelize.Comment{Cell: "C2", Author: "Maria", Text: "asked twice"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Comments { // somebody answers in a note of ours
		for i := range c.CommentList.Comment {
			if c.CommentList.Comment[i].Ref == "D2" {
				text := "=third\r\nline\nI looked it up."
				c.CommentList.Comment[i].Text.T = &text
			}
		}
	}
	var edited bytes.Buffer
	if err := f.Write(&edited); err != nil {
		t.Fatal(err)
	}
	if annotate.Fresh(edited.Bytes()) {
		t.Error("a copy that somebody has worked in counts as fresh")
	}
	second := write(t, edited.Bytes(), both[3:4])
	after := open(t, second)
	for cell, want := range map[string]string{"B2": "", "D2": "", "B3": "F9C6C3", "A3": ""} {
		if got := fillOf(t, after, cell); got != want {
			t.Errorf("%s has the fill %q, want %q", cell, got, want)
		}
	}
	want := map[string]string{"B3": "fourth", "C2": "asked twice", "D2": "I looked it up."}
	if got := notes(t, after); !reflect.DeepEqual(got, want) {
		t.Errorf("notes %q", got)
	}
	if a, b := cells(t, edited.Bytes()), cells(t, second); a != b {
		t.Errorf("read before\n%s\nand after\n%s", a, b)
	}
	if got := strings.Join(after.GetSheetList(), "|"); got != "Problems|Start|L'eau|tipscore-marks" {
		t.Errorf("the sheets are %s", got)
	}
	third := open(t, write(t, second, nil))
	if got := fillOf(t, third, "B3"); got != "F0F0F0" {
		t.Errorf("the cell that was grey has now the fill %q", got)
	}
	if got := len(notes(t, third)); got != 2 {
		t.Errorf("%d notes are left", got)
	}
}

// A copy that LibreOffice has saved is known again.
func TestAfterLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "copy.xlsx")
	if err := os.WriteFile(name, write(t, original(t), both), 0o644); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), name)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "copy.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if annotate.Fresh(saved) {
		t.Error("a copy that was saved by somebody counts as fresh")
	}
	if a, b := cells(t, write(t, saved, both[3:4])), cells(t, saved); a != b {
		t.Errorf("read before\n%s\nand after\n%s", b, a)
	}
	after := open(t, write(t, saved, both[3:4]))
	for cell, want := range map[string]string{"B2": "", "D2": "", "B3": "F9C6C3", "A3": ""} {
		if got := fillOf(t, after, cell); got != want {
			t.Errorf("%s has the fill %q, want %q", cell, got, want)
		}
	}
	if got := notes(t, after); !reflect.DeepEqual(got, map[string]string{"B3": "fourth"}) {
		t.Errorf("notes %q", got)
	}
}

// What cannot be marked is refused, and nothing is written.
func TestRefused(t *testing.T) {
	bomb := func(sheet string) []byte {
		f := excelize.NewFile()
		defer f.Close()
		f.Sheet.Range(func(k, _ any) bool { f.Sheet.Delete(k); return true })
		f.Pkg.Store("xl/worksheets/sheet1.xml", []byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+sheet+`</sheetData></worksheet>`))
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	wide := strings.Repeat(`<row><c r="XFD1"/></row>`, 200)
	for name, data := range map[string][]byte{
		"no zip": []byte("a,b"), "empty": nil, "wide": bomb(wide), "hidden address": bomb(`<row><c r="&#88;FD1"/></row>`),
	} {
		var b bytes.Buffer
		if err := annotate.Write(&b, data, annotate.Copy{Page: page()}); err == nil || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add([]byte("PK\x03\x04"), "text")
	f.Add(original(&testing.T{}), "=1\x00\ufffe")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		var b bytes.Buffer
		err := annotate.Write(&b, data, annotate.Copy{Marks: []annotate.Mark{{Sheet: "L'eau", Row: 2, Column: 2, Text: text}}, Page: page(group(text))})
		if err != nil && b.Len() > 0 {
			t.Errorf("%v, and %d bytes", err, b.Len())
		}
	})
}
