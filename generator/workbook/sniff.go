package workbook

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tipscore/generator/workbook/internal/xmlscan"
)

const (
	zipMagic      = "PK\x03\x04"
	emptyZipMagic = "PK\x05\x06"
	oleMagic      = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
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
		return &fault{"open-document", "this is an OpenDocument file", saveAsXLSX}
	case size == lockFileSize && head[0] <= maxUserName:
		return &fault{"not-a-workbook", "this is the small file that Excel keeps while a workbook is open", "close the workbook in Excel; if this file stays, delete it"}
	case strings.HasPrefix(head, "%PDF"):
		return &fault{"not-a-workbook", "this is a PDF, not a workbook", "ask for the spreadsheet that the PDF was made from"}
	case isText(head):
		return &fault{"not-a-workbook", "this is a text file, not a workbook",
			"if it is a table of comma-separated values, let its name end in .csv; or open it in Excel or LibreOffice and save it as .xlsx"}
	}
	return &fault{"not-a-workbook", "this is not a workbook", saveAsXLSX}
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
// an encrypted .xlsx, or something else ([MS-CFB] 2.6.1; [MS-OFFCRYPTO]
// 2.3.4.4). It looks for the 128-byte directory entries of streams that have a
// telling name. Entries are aligned, so there is no need to follow the sector
// chains of a file that may lie about them.
func compoundFile(r io.ReaderAt, size int64) error {
	names := map[string]bool{}
	block := make([]byte, 64<<10)
	for at := int64(512); at < size; at += int64(len(block)) {
		n, err := r.ReadAt(block, at)
		if err != nil && err != io.EOF {
			return err
		}
		for i := 0; i+128 <= n; i += 128 {
			if name := streamName(block[i : i+128]); name != "" {
				names[name] = true
			}
		}
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

// streamName returns the name of a directory entry of a stream if it is one
// that compoundFile asks for.
func streamName(entry []byte) string {
	const streamObject = 2
	if entry[66] != streamObject {
		return ""
	}
	length := int(binary.LittleEndian.Uint16(entry[64:]))
	for _, name := range []string{"EncryptedPackage", "Workbook", "Book"} {
		if length == 2*len(name)+2 && bytes.Equal(entry[:length], utf16Bytes(name+"\x00")) {
			return name
		}
	}
	return ""
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
