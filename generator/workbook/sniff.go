package workbook

import (
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"tipscore/generator/workbook/internal/compound"
	"tipscore/generator/workbook/internal/xmlscan"
)

const (
	zipMagic      = "PK\x03\x04"
	emptyZipMagic = "PK\x05\x06"
	oleMagic      = compound.Magic
)

// A lock file ("~$name.xlsx") holds the length of a user name and the name.
const (
	lockFileSize = 165
	maxUserName  = 54
)

// notZip says what a file is that should be a zip and is not.
func notZip(r io.ReaderAt, size int64) error {
	head, err := readHead(r, size)
	if err != nil {
		return err
	}
	if strings.HasPrefix(head, oleMagic) {
		return compoundFile(r, size)
	}
	lower := strings.ToLower(head)
	switch {
	case strings.Contains(lower, "urn:schemas-microsoft-com:office:spreadsheet"):
		return &fault{"old-format", "this is an XML spreadsheet of Excel 2003", saveAsXLSX}
	case strings.Contains(lower, "<html") || strings.Contains(lower, "<table") || strings.Contains(lower, "<!doctype html"):
		return &fault{"not-a-workbook", "this is a web page, not a workbook", saveAsXLSX}
	case strings.Contains(lower, "<office:document"):
		return &fault{"open-document", "this is an OpenDocument file that is not packed (.fods)", "open it in LibreOffice and save it as .ods or .xlsx"}
	case size == lockFileSize && head[0] <= maxUserName:
		return &fault{"not-a-workbook", "this is the small file that Excel keeps while a workbook is open", "close the workbook in Excel; if this file stays, delete it"}
	case strings.HasPrefix(head, "%PDF"):
		return &fault{"not-a-workbook", "this is a PDF, not a workbook", "ask for the spreadsheet that the PDF was made from"}
	case isText(head):
		return &fault{"not-a-workbook", "this is a text file, not a workbook",
			"if it is a table with commas, semicolons or tabs between the cells, let its name end in .csv; or open it in Excel or LibreOffice and save it as .xlsx"}
	}
	return &fault{"not-a-workbook", "this is not a workbook", saveAsXLSX}
}

// misnamed refuses a workbook under the name of another kind, which a
// spreadsheet program refuses to open, too.
func misnamed(name string) error {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".xls", ".ods", ".fods", ".xlsb", ".numbers":
		return &fault{"not-a-workbook", fmt.Sprintf("this is an Excel workbook (.xlsx) under the name of a %s", ext), "let its name end in .xlsx"}
	}
	return nil
}

// readHead returns the first bytes of the file.
func readHead(r io.ReaderAt, size int64) (string, error) {
	head := make([]byte, min(size, 4096))
	n, err := r.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return "", err
	}
	return string(head[:n]), nil
}

// isText reports whether the beginning of a file looks like text: UTF-8, an
// 8-bit code, or UTF-16 with its mark.
func isText(head string) bool {
	if strings.HasPrefix(head, "\xFF\xFE") || strings.HasPrefix(head, "\xFE\xFF") {
		return true
	}
	control := 0
	for _, r := range head {
		if r == 0 {
			return false
		}
		if r < ' ' && !xmlscan.IsSpace(byte(r)) && r != '\f' {
			control++
		}
	}
	invalid := strings.Count(strings.ToValidUTF8(head, string(utf8.RuneError)), string(utf8.RuneError))
	return control == 0 && invalid*4 < len(head)
}

// compoundFile tells apart what the old container of Microsoft holds: an .xls,
// an encrypted .xlsx ([MS-OFFCRYPTO] 2.3.4.4), or something else.
func compoundFile(r io.ReaderAt, size int64) error {
	names, err := compound.Streams(r, size, "EncryptedPackage", "Workbook", "Book")
	if err != nil {
		return err
	}
	switch {
	case names["EncryptedPackage"]:
		return &fault{"encrypted-workbook", "the workbook is protected with a password",
			"open it in Excel or LibreOffice with its password, take the password away (File, Info, Protect Workbook; or File, Properties, Security), and save it"}
	case names["Workbook"], names["Book"]:
		return &fault{"old-format", "this is an Excel 97-2003 workbook (.xls)", saveAsXLSX}
	}
	return &fault{"not-a-workbook", "this is an old Office file without a workbook in it", saveAsXLSX}
}
