package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// validText reports whether text is UTF-8 and has only characters that XML 1.0
// allows (section 2.2).
func validText(text []byte) bool {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c < ' ' && !isSpace(c) {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 || !isCharacter(r) {
			return false
		}
		i += size
	}
	return true
}

// isCharacter reports whether XML 1.0 allows r.
func isCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}

// unescape appends text to dst with its references resolved and its line ends
// as "\n". The five names of XML and numbers are all the references there are.
func unescape(dst, text []byte) ([]byte, error) {
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\r': // XML 1.0, section 2.11
			dst = append(dst, '\n')
			i++
			if i < len(text) && text[i] == '\n' {
				i++
			}
		case '&':
			end := bytes.IndexByte(text[i:min(len(text), i+16)], ';')
			if end < 0 {
				return dst, xmlError("an & without its ;")
			}
			r, ok := reference(string(text[i+1 : i+end]))
			if !ok {
				return dst, xmlError("an unknown reference")
			}
			dst = utf8.AppendRune(dst, r)
			i += end + 1
		default:
			dst = append(dst, c)
			i++
		}
	}
	return dst, nil
}

// reference returns the character that stands between & and ;.
func reference(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || !isCharacter(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

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
		if !isCharacter(unit) {
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
