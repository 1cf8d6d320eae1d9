// Package annotate makes a copy of a workbook in which cells are marked: with
// a colour, a note beside the cell, and a first sheet that lists what is wrong
// with links to the cells. It knows nothing of indicators; what is said comes
// from outside.
//
//	var copy bytes.Buffer
//	err := annotate.Write(&copy, original, annotate.Copy{
//		Marks: []annotate.Mark{{Sheet: "Data", Row: 4, Column: 4, Text: "This is not a number."}},
//		Page:  page,
//	})
//
// A marked copy can be filled in, sent back and marked again. What the round
// before has added is found by a hidden sheet and taken away first: the colours,
// the notes and the first sheet. What people have written stays, also into a
// note of ours.
//
// Invariants: no value, formula, lock, number format or width of a cell is
// changed; text is written as text; the copy tells no author, machine or time
// of its making; equal input makes equal bytes. A workbook that the package
// cannot handle safely gives an error, and nothing is written.
package annotate

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"tipscore/generator/workbook/internal/marks"
	"tipscore/generator/workbook/internal/packer"
)

// Kind says how a cell is marked.
type Kind uint8

// The kinds, each with a colour of its own. Where a cell has several marks, the
// first of these counts.
const (
	Wrong Kind = iota
	Doubtful
	Asked // it may well be right, and somebody is asked
	kinds
)

// Mark says that something is to be seen at a cell. Several marks of one cell
// are shown as one.
type Mark struct {
	Sheet       string
	Row, Column int // 1-based; column 0 is the whole row, which is marked in its first cell
	Kind        Kind
	Text        string // of the note beside the cell
}

// Copy is what a copy has that the original has not.
type Copy struct {
	Marks []Mark
	Page  Page
}

// What a copy may have at most. A sheet with more mistakes than that has one
// cause, which the first sheet tells.
const (
	maxFilled = 20_000
	maxNotes  = 500 // on a sheet
	maxNote   = 2_000
	maxRow    = 200_000
)

// Write writes the marked copy. After an error w has received nothing.
func Write(w io.Writer, original []byte, c Copy) (err error) {
	defer func() {
		if r := recover(); r != nil { // excelize trusts what it reads more than it should
			err = fmt.Errorf("mark workbook: %v", r)
		}
	}()
	if err := bounded(original); err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(original), excelize.Options{UnzipSizeLimit: maxUnpacked + 1<<20, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	defer f.Close()
	m := &marker{file: f, touched: map[string]*notes{}}
	if err := m.mark(c); err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	var out bytes.Buffer
	if err := packer.Write(&out, f); err != nil {
		return fmt.Errorf("mark workbook: %w", err)
	}
	return seal(w, out.Bytes())
}

// marker marks one workbook.
type marker struct {
	file    *excelize.File
	touched map[string]*notes // by sheet
	fills   [kinds]int
}

func (m *marker) mark(c Copy) error {
	if _, err := m.file.GetStyle(0); err != nil { // loads the styles
		return err
	}
	if err := m.clear(); err != nil {
		return err
	}
	if err := m.newFills(); err != nil {
		return err
	}
	cells := joined(c.Marks)
	page := m.free(c.Page.Name)
	if err := m.keep(page, cells); err != nil {
		return err
	}
	for _, mark := range cells {
		if err := m.fill(mark); err != nil {
			return err
		}
		if err := m.note(mark); err != nil {
			return err
		}
	}
	if err := m.page(page, c.Page); err != nil {
		return err
	}
	m.anonymous()
	return nil
}

// joined returns one mark for each cell, in the order of the cells.
func joined(all []Mark) []Mark {
	type cell struct {
		sheet       string
		row, column int
	}
	at := map[cell]int{}
	var out []Mark
	for _, mark := range all {
		if mark.Sheet == "" || mark.Row < 1 || mark.Row > maxRow {
			continue
		}
		mark.Column = max(1, mark.Column)
		k := cell{mark.Sheet, mark.Row, mark.Column}
		i, seen := at[k]
		if !seen {
			at[k] = len(out)
			out = append(out, mark)
			continue
		}
		out[i].Kind = min(out[i].Kind, mark.Kind)
		if out[i].Text != mark.Text {
			out[i].Text += "\n\n" + mark.Text
		}
	}
	for i := range out {
		if r := []rune(out[i].Text); len(r) > maxNote {
			out[i].Text = string(r[:maxNote-1]) + "…"
		}
	}
	return out[:min(len(out), maxFilled)]
}

// anonymous removes what says who saved the original, and where.
func (m *marker) anonymous() {
	m.file.WorkBook.AlternateContent, m.file.WorkBook.DecodeAlternateContent = nil, nil // the path of the file
	m.file.WorkBook.FileSharing = nil
	if _, has := m.file.Pkg.Load(customProperties); has {
		m.file.Pkg.Store(customProperties, []byte(noProperties))
	}
}

const (
	customProperties = "docProps/custom.xml"
	noProperties     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>`
)

// free returns the name for a new sheet, with a number where it is taken.
func (m *marker) free(name string) string {
	taken := m.file.GetSheetList()
	out := name
	for n := 2; slices.ContainsFunc(taken, equalFold(out)) || out == marks.SheetName; n++ {
		out = fmt.Sprintf("%s %d", name, n)
	}
	return out
}
