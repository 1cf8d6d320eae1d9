package project_test

import "testing"

// Spreadsheets of other kinds beside the workbooks get one error each, which
// says what they are, whether or not a pattern matches them; a workbook that no
// pattern matches gets one warning.
func TestOtherKindsOfSpreadsheets(t *testing.T) {
	dir := folder(t)
	put(t, dir, "data/north/books/fir.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	put(t, dir, "data/north/books/ash.fods", "<office:document/>")
	put(t, dir, "data/north/books/yew.xlsx", "PK\x03\x04")
	put(t, dir, "data/north/books/~$fir.xls", "x")
	l := loader(t, dir)
	wantPlaces(t, load(t, l, "north").Findings,
		"open-document data/north/books/ash.fods", "not-a-workbook data/north/books/fir.xls", "unread-file data/north/books/yew.xlsx")
}

// What a row says that gives no answer is not called missing as well.
func TestRowsWithFindingsAreNotMissing(t *testing.T) {
	dir := folder(t)
	put(t, dir, "data/north/books/elm.csv", "jurisdiction,period,indicator,value,sources\nN1,2005,law-01,yse,s2\n")
	put(t, dir, "data/north/books/sources.csv", "id,title\ns1,Gazette\ns2,Letter\ns3,Report\n")
	wantPlaces(t, load(t, loader(t, dir), "north").Findings,
		"unknown-option data/north/books/elm.csv:2:4", "unused-source data/north/books/sources.csv:4:1")
}
