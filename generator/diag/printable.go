package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable returns s with every character that a terminal could act on, or
// that a reader could not see, written out: ESC becomes "\x1b", a line break
// "\n", a no-break space "\u00a0", a right-to-left override "\u202e", and a
// byte that is not UTF-8 "\xff". Letters of all scripts stay as they are, and
// so do the two joiners that Persian and Indic words are spelled with.
//
// Text from workbooks passes through here before it reaches a terminal.
func Printable(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case visible(r):
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		s = s[size:]
	}
	return b.String()
}

// plain reports whether Printable has nothing to do.
func plain(s string) bool {
	for i, r := range s {
		if !visible(r) || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return false
		}
	}
	return true
}

// visible reports whether r can be shown as it is.
func visible(r rune) bool {
	const zeroWidthNonJoiner, zeroWidthJoiner = '\u200c', '\u200d'
	return unicode.IsPrint(r) || r == zeroWidthNonJoiner || r == zeroWidthJoiner
}

// cut shortens s to n characters, the last of them "…" where it was longer.
func cut(s string, n int) string {
	if len(s) <= n { // bytes: never more characters than that
		return s
	}
	count := 0
	end := 0
	for i := range s {
		if count == n-1 {
			end = i
		}
		if count == n {
			return s[:end] + "…"
		}
		count++
	}
	return s
}
