package svg

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendText adds a text to an XML document, as character data or in an
// attribute with double quotes. Characters that XML 1.0 (section 2.2) or HTML
// forbid become U+FFFD, line ends become spaces, and the bidirectional
// overrides, which could make a name read as another one, are left out.
func appendText(b []byte, s string) []byte {
	plain := 0 // where the run of characters that need nothing begins
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'' {
			i++
			continue
		}
		b = append(b, s[plain:i]...)
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendRune(b, r)
		i += n
		plain = i
	}
	return append(b, s[plain:]...)
}

func appendRune(b []byte, r rune) []byte {
	switch r {
	case '<':
		return append(b, "&lt;"...)
	case '>':
		return append(b, "&gt;"...)
	case '&':
		return append(b, "&amp;"...)
	case '"':
		return append(b, "&quot;"...)
	case '\'':
		return append(b, "&#39;"...)
	}
	if r = legal(r); r < 0 {
		return b
	}
	return utf8.AppendRune(b, r)
}

// legal returns the rune, what stands for it, or -1 for nothing.
func legal(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F:
		return r
	case r == '\t', r == '\n', r == '\r', r == 0x2028, r == 0x2029:
		return ' '
	case r >= 0x202A && r <= 0x202E:
		return -1
	case r < ' ', r >= 0x7F && r <= 0x9F, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return utf8.RuneError
	}
	return r
}

// TextWidth estimates the width of a text in pixels, in the page's sans-serif.
// The figures lie between those of Arial and of the wider DejaVu Sans.
func TextWidth(s string, size float64) float64 {
	em := 0
	for _, r := range s {
		em += runeWidth(r)
	}
	return float64(em) * size / 100
}

// runeWidth is the advance of a rune in hundredths of the font size.
func runeWidth(r rune) int {
	switch {
	case r < 0x80:
		return asciiWidth(r)
	case r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0x20000):
		return 105
	case r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r == '…':
		return 90
	case r == '–':
		return 58
	case r < 0x300 && unicode.IsUpper(r):
		return 74
	}
	return 64
}

func asciiWidth(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return 58
	case r >= 'a' && r <= 'z':
		switch r {
		case 'i', 'j', 'l':
			return 28
		case 'f', 'r', 't':
			return 38
		case 'm', 'w':
			return 86
		}
		return 57
	case r >= 'A' && r <= 'Z':
		switch r {
		case 'I', 'J':
			return 36
		case 'M', 'W':
			return 94
		}
		return 70
	case r == '%' || r == '@':
		return 95
	case r == '<' || r == '>' || r == '=' || r == '+' || r == '~':
		return 78
	}
	return 36
}

// Fit shortens a text with "…" until it is no wider than max pixels. It never
// parts a letter from its combining marks.
func Fit(s string, size, max float64) string {
	if TextWidth(s, size) <= max {
		return s
	}
	room := max - TextWidth("…", size)
	end, em := 0, 0.0
	for i, r := range s {
		w := float64(runeWidth(r)) * size / 100
		if em+w > room {
			break
		}
		em += w
		end = i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = i + 1
		}
	}
	// A mark after the cut belongs to the letter before it: drop both.
	for end > 0 && joins(s[end:]) {
		_, n := utf8.DecodeLastRuneInString(s[:end])
		end -= n
	}
	return strings.TrimRight(s[:end], " ,;:-–(") + "…"
}

// Wrap breaks a text between words into at most so many lines, each no wider than
// max pixels; what does not fit is shortened.
func Wrap(s string, size, max float64, most int) (lines []string) {
	for words := strings.Fields(s); len(words) > 0; {
		n := 1
		for n < len(words) && (len(lines) == most-1 || TextWidth(strings.Join(words[:n+1], " "), size) <= max) {
			n++
		}
		lines, words = append(lines, Fit(strings.Join(words[:n], " "), size, max)), words[n:]
	}
	return lines
}

// joins tells whether the text begins with a rune that continues the letter
// before it.
func joins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x300 && (r == 0x200D || unicode.In(r, unicode.M))
}

// Tidy makes the text of a name as harmless as appendText does.
func Tidy(s string) string {
	b := make([]rune, 0, len(s))
	for _, r := range s {
		if r = legal(r); r >= 0 {
			b = append(b, r)
		}
	}
	return string(b)
}

// TidyAll tidies a list of texts.
func TidyAll(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = Tidy(s)
	}
	return out
}
