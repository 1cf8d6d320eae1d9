package packer

import (
	"io"

	"github.com/xuri/excelize/v2"
)

const (
	coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:coreProperties>`
	appProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`
)

// Write writes a workbook without an author, a time or a machine in it, as
// bytes that depend on nothing but its sheets.
func Write(w io.Writer, f *excelize.File) error {
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return New(w) })
	// excelize signs as its own author; these workbooks have none.
	f.Pkg.Store("docProps/core.xml", []byte(coreProperties))
	f.Pkg.Store("docProps/app.xml", []byte(appProperties))
	return f.Write(w)
}
