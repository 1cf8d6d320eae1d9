package workbook

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/opendocument"
)

// openDocument reads the outline of an .ods.
func (b *Book) openDocument() (list diag.List, err error) {
	pos := diag.Pos{File: b.name}
	if err := b.checkMimetype(); err != nil {
		return nil, err
	}
	var manifest opendocument.Manifest
	if part := "META-INF/manifest.xml"; b.pkg.has(part) {
		r, err := b.pkg.open(part, outlineBytes)
		if err != nil {
			return nil, err
		}
		if manifest, err = opendocument.ReadManifest(r); err != nil {
			return nil, err
		}
	}
	if manifest.Encrypted || b.pkg.has("encrypted-package") {
		return nil, &fault{"encrypted-workbook", "the workbook is protected with a password",
			"open it in LibreOffice with its password, take the password away (File, Properties, Security), and save it"}
	}
	open := func() (io.Reader, error) { return b.pkg.open("content.xml", b.limits.UnpackedBytes) }
	if b.document, err = opendocument.Open(open, b.limits.ofDocument()); err != nil {
		return nil, err
	}
	macros := slices.ContainsFunc(b.pkg.names, func(name string) bool {
		return strings.HasPrefix(name, "basic/") || strings.HasPrefix(name, "scripts/")
	})
	list = passengers(pos, b.document.Links, macros, manifest.Objects || b.document.Controls)
	for _, d := range b.document.Findings {
		d.Pos.File = b.name
		list.Add(d)
	}
	for _, s := range b.document.Sheets {
		b.sheets = append(b.sheets, Sheet{Name: s.Name, Hidden: s.Hidden})
	}
	if len(b.sheets) == 0 {
		return list, noSheet(nil, false)
	}
	switch ext := strings.ToLower(path.Ext(b.name)); ext {
	case ".xlsx", ".xlsm", ".xls", ".fods", ".xlsb", ".numbers":
		return list, &fault{"not-a-workbook", fmt.Sprintf("this is an OpenDocument spreadsheet (.ods) under the name of a %s", ext), "let its name end in .ods"}
	}
	return list, nil
}

// checkMimetype refuses OpenDocument texts and the like.
func (b *Book) checkMimetype() error {
	p, err := b.pkg.open("mimetype", outlineBytes)
	if err != nil {
		return err
	}
	head, err := io.ReadAll(io.LimitReader(p, 100))
	if err != nil {
		return err
	}
	switch strings.TrimSpace(string(head)) {
	case "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet-template":
		return nil
	}
	return &fault{"not-a-workbook", "this is an OpenDocument file, but not a spreadsheet", saveAsXLSX}
}

// ofDocument returns the limits of an .ods.
func (l Limits) ofDocument() opendocument.Bounds {
	return opendocument.Bounds{Rows: maxRow, Columns: maxColumn, Sheets: l.Parts, Cells: l.Cells, StringBytes: l.StringBytes,
		RowText: maxRowText, Merged: maxMerged, Skipped: 4 * l.UnpackedBytes}
}

// readDocument reads a sheet of an .ods.
func (s *sheetReader) readDocument(sheet int) error {
	merged, err := s.book.document.Scan(sheet, s)
	for _, r := range merged {
		s.merged = append(s.merged, Range(r))
	}
	return err
}

// Row delivers a row of an .ods.
func (s *sheetReader) Row(number int, cells []opendocument.Cell) bool {
	s.number, s.row.Number, s.row.Cells = number, number, s.row.Cells[:0]
	for _, c := range cells {
		s.row.Cells = append(s.row.Cells, Cell{Column: c.Column, Kind: Kind(c.Kind), Text: c.Text, Number: c.Number,
			IsDate: c.IsDate, Formula: c.Formula, NoValue: c.NoValue})
	}
	return s.deliver(&s.row)
}

// Note takes a finding about a cell of an .ods.
func (s *sheetReader) Note(row, column int, d diag.Diagnostic) error {
	s.number = row
	return s.note(column, d)
}
