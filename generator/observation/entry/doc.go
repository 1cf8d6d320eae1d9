// Package entry makes entry workbooks: for one jurisdiction and period, out of
// the definitions alone, in one language, for a volunteer with a spreadsheet
// program. [observation.Decode] reads them back.
//
//	words, err := entry.ReadWords("es", site.FS)
//	...
//	err = entry.Write(w, entry.Form{Programme: p, Jurisdiction: 3, Period: 0, Words: words, Standing: true})
//
// A sheet for each pillar has a row for each indicator that is asked of this
// level of government; then come the sources and the registers, and two hidden
// sheets: the options of the drop-downs, and what the workbook is for. Above
// the answers stand two rows: headings in the language of the monitors, and,
// hidden, the names of the columns as the decoder knows them.
//
// Indicators that are computed from a register are not asked: the register is.
package entry
