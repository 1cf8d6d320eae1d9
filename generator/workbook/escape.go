package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"tipscore/generator/workbook/internal/xmlscan"
)

// unescapeCell resolves what spreadsheets add to XML (ECMA-376 part 1,
// 22.9.2.19, ST_Xstring): "_x000D_" stands for the character 000D, and
// "_x005F_" protects an underscore. Characters that XML does not allow come
// out as U+FFFD. The result shares its memory with text.
func unescapeCell(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	out := text[:0] // never longer than what has been read
	for i := 0; i < len(text); {
		unit, ok := cellEscape(text[i:])
		if !ok {
			out = append(out, text[i])
			i++
			continue
		}
		i += len("_x0000_")
		if low, ok := cellEscape(text[i:]); ok && utf16.IsSurrogate(unit) {
			if pair := utf16.DecodeRune(unit, low); pair != utf8.RuneError {
				unit = pair
				i += len("_x0000_")
			}
		}
		if !xmlscan.IsCharacter(unit) {
			unit = utf8.RuneError
		}
		out = utf8.AppendRune(out, unit)
	}
	return out
}

// cellEscape returns the character of an escape that text begins with.
func cellEscape(text []byte) (rune, bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	return rune(n), err == nil
}
