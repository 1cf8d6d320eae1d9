// Package workbook reads spreadsheets as cells with positions, and writes
// tables. It knows nothing of indicators.
//
//	book, list, err := workbook.Open(fsys, "data/world/3p.xlsx", workbook.Limits{})
//	if err != nil || book == nil {
//		return list, err
//	}
//	defer book.Close()
//	for _, sheet := range book.Sheets() {
//		merged, found, err := book.Scan(sheet.Name, func(row *workbook.Row) bool {
//			for _, cell := range row.Cells {
//				fmt.Println(book.Pos(sheet.Name, row.Number, cell.Column), cell.Text)
//			}
//			return true
//		})
//		...
//	}
//
// An .xlsx is streamed: memory follows the shared texts and the largest row,
// not the sheet, and a million empty rows cost next to nothing. An .ods gives
// the same cells; its dates come as serials of the 1900 system, with the date
// as the file spells it in Text. A .csv is a book with one sheet named "".
//
// Invariants:
//
//   - A file is read or refused with a finding. Nothing in it can make the
//     package panic, run on, or exceed its [Limits], which are enforced on the
//     bytes that are really read.
//   - A filled cell is delivered or named in a finding, never dropped in
//     silence. Text is delivered as typed, spaces and line breaks included.
//   - Rows come in ascending order, and so do the cells of a row.
//   - Nothing is followed or run: links to other files, macros, entities and
//     embedded objects. Where there are any, a finding says so.
//   - The same sheets are written as the same bytes.
//
// The rules of its findings. About a file: empty-file, not-a-workbook,
// old-format (.xls), open-document (.fods), binary-workbook (.xlsb),
// encrypted-workbook, damaged-workbook, duplicate-part, entity-declaration,
// over-limit, no-sheet, not-a-table, not-utf8. About a sheet: missing-sheet,
// duplicate-sheet, broken-sheet, broken-table. About a row or a cell:
// row-order, duplicate-cell, outside-sheet, broken-cell, text-too-long. The
// warnings, once for each file: external-link, macro, embedded-object.
package workbook
