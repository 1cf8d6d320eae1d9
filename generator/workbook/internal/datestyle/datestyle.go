// Package datestyle tells which formats of the cells of an .xlsx show a number as
// a date.
package datestyle

import (
	"strconv"
	"strings"

	"tipscore/generator/workbook/internal/xmlscan"
)

// maxStyles bounds the cell formats that are kept; Excel itself stops at
// 65,490.
const maxStyles = 1 << 17

// Read returns, for each cell format (cellXfs) of the styles part,
// whether it shows a number as a date or a time.
func Read(x *xmlscan.Scanner) ([]bool, error) {
	codes := map[int]bool{} // numFmtId -> is it a date
	var formats []int
	for {
		tok, err := x.Next()
		if err != nil || tok == xmlscan.EOF {
			return dateStyles(formats, codes), err
		}
		if tok != xmlscan.Start || x.Depth() != 3 {
			continue
		}
		switch {
		case string(x.Name()) == "numFmt" && len(codes) < maxStyles:
			if id, err := strconv.Atoi(string(x.Attr("numFmtId"))); err == nil {
				codes[id] = isDateFormat(string(x.Attr("formatCode")))
			}
		case string(x.Name()) == "xf" && x.Parent("cellXfs") && len(formats) < maxStyles:
			id, err := strconv.Atoi(string(x.Attr("numFmtId")))
			if err != nil {
				id = 0
			}
			formats = append(formats, id)
		}
	}
}

func dateStyles(formats []int, codes map[int]bool) []bool {
	dates := make([]bool, len(formats))
	for i, id := range formats {
		custom, ok := codes[id]
		dates[i] = custom || !ok && isBuiltInDate(id)
	}
	return dates
}

// isBuiltInDate reports whether a built-in number format is a date or a time
// (ECMA-376 part 1, 18.8.30): 14-22 and 45-47 everywhere, 27-36 and 50-58 in
// East Asian and 71-81 in Thai workbooks.
func isBuiltInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 ||
		id >= 50 && id <= 58 || id >= 71 && id <= 81
}

// isDateFormat reports whether a number format code shows a date or a time:
// whether its first section has one of y, m, d, h or s outside quotes,
// escapes and brackets, or an elapsed time such as [h].
//
//	yyyy-mm-dd        yes
//	[$-409]d\-mmm;@   yes
//	[h]:mm            yes
//	0.0 "days"        no
//	[Red]#,##0\d      no
func isDateFormat(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return false
		case '\\', '_', '*': // the next character stands for itself, or for space
			i++
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			if isElapsed(code[i+1 : i+end]) {
				return true
			}
			i += end
		case 'G', 'g': // "General" has no letter of a date; its German name has
			if strings.EqualFold(code[i:min(len(code), i+7)], "General") {
				i += 6
			}
		case 'S', 's':
			if strings.EqualFold(code[i:min(len(code), i+8)], "Standard") {
				i += 7
				continue
			}
			return true
		case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H':
			return true
		}
	}
	return false
}

// isElapsed reports whether the inside of brackets is h, m or s, repeated.
func isElapsed(s string) bool {
	s = strings.ToLower(s)
	return s != "" && strings.ContainsRune("hms", rune(s[0])) && strings.Trim(s, s[:1]) == ""
}
