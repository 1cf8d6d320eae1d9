package xmlscan

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// ValidText reports whether text is UTF-8 and has only characters that XML 1.0
// allows (section 2.2).
func ValidText(text []byte) bool {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c < ' ' && !IsSpace(c) {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 || !IsCharacter(r) {
			return false
		}
		i += size
	}
	return true
}

// IsCharacter reports whether XML 1.0 allows r.
func IsCharacter(r rune) bool {
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
				return dst, Error("an & without its ;")
			}
			r, ok := reference(string(text[i+1 : i+end]))
			if !ok {
				return dst, Error("an unknown reference")
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
	if err != nil || n > utf8.MaxRune || !IsCharacter(rune(n)) {
		return 0, false
	}
	return rune(n), true
}
