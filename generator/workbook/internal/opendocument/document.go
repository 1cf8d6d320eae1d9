// Package opendocument reads the spreadsheets that LibreOffice writes by itself
// (.ods, OpenDocument 1.2 and 1.3 part 3).
//
// All sheets of such a file lie one after the other in one part, content.xml.
// [Open] reads it once and notes where each begins; [Document.Scan] reads one
// sheet. A row or a cell that stands for many equal ones is delivered as often
// as it stands for filled cells, and costs nothing where it is empty.
//
//	doc, err := opendocument.Open(open, bounds)
//	for i := range doc.Sheets {
//		merged, err := doc.Scan(i, sink)
//		...
//	}
//
// Elements are known by their local names and attributes by the usual prefixes,
// office, table and text, which the root element must bind; all programs write
// them so.
package opendocument

import (
	"bytes"
	"fmt"
	"io"

	"tipscore/generator/diag"
	"tipscore/generator/workbook/internal/xmlscan"
)

// Bounds limit what a document may cost.
type Bounds struct {
	Rows, Columns int   // of a sheet
	Sheets        int   // of the document
	Cells         int   // filled ones of a sheet
	StringBytes   int   // one cell's text
	RowText       int   // the texts of a row
	Merged        int   // merged ranges of a sheet
	Skipped       int64 // bytes that are passed over to come to a sheet, of all scans
}

// Fault is a finding about the document on its way up.
type Fault struct{ Rule, Message, Hint string }

// Error returns the message.
func (f *Fault) Error() string { return f.Message }

// The hints of faults.
const (
	saveAgain = "open it in LibreOffice, let the program repair it, and save it again; or ask for a new copy"
	splitUp   = "delete what is not needed, or split the table into several workbooks"
)

// Sheet is a sheet of the document.
type Sheet struct {
	Name   string
	Hidden bool
	at     int64 // where its element begins
}

// Document is an open document.
type Document struct {
	Sheets   []Sheet
	Links    bool      // there are links to other files
	Controls bool      // there are buttons and the like
	Findings diag.List // about sheets, with Pos.Sheet

	open    func() (io.Reader, error)
	bounds  Bounds
	content []byte // the part, where it is small
	skipped int64
}

// keptBytes is the size up to which content.xml is kept in memory. A larger one
// is unpacked again for each scan.
const keptBytes = 32 << 20

// Open reads content.xml, which the function opens, from its beginning to its
// end. Errors are an [xmlscan.Error], a [Fault], or come from the reader.
func Open(open func() (io.Reader, error), bounds Bounds) (*Document, error) {
	d := &Document{open: open, bounds: bounds}
	r, err := open()
	if err != nil {
		return nil, err
	}
	var kept keeper
	o := &outline{doc: d, x: xmlscan.New(io.TeeReader(r, &kept)), hidden: map[string]bool{}, seen: map[string]bool{}}
	if err := o.read(); err != nil {
		return nil, err
	}
	if !kept.full {
		d.content = kept.data
	}
	return d, nil
}

// keeper keeps what is written to it, up to keptBytes.
type keeper struct {
	data []byte
	full bool
}

// Write keeps the bytes if there is room.
func (k *keeper) Write(p []byte) (int, error) {
	if k.full = k.full || len(k.data)+len(p) > keptBytes; k.full {
		k.data = nil
		return len(p), nil
	}
	k.data = append(k.data, p...)
	return len(p), nil
}

// sheetReader returns the bytes of the document from the beginning of a sheet.
func (d *Document) sheetReader(at int64) (io.Reader, error) {
	if d.content != nil {
		return bytes.NewReader(d.content[at:]), nil
	}
	if d.skipped += at; d.skipped > d.bounds.Skipped {
		return nil, &Fault{"over-limit", "the workbook has too many large sheets", splitUp}
	}
	r, err := d.open()
	if err != nil {
		return nil, err
	}
	if n, err := io.CopyN(io.Discard, r, at); err == io.EOF {
		return nil, fmt.Errorf("the part ends after %d bytes: %w", n, io.ErrUnexpectedEOF)
	} else if err != nil {
		return nil, err
	}
	return r, nil
}
