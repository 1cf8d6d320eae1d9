package typed

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Flaw says what was wrong with a text that could still be read.
type Flaw uint8

// The flaws.
const (
	Stray   Flaw = 1 << iota // spaces that nobody sees: at an end, doubled, no-break, of no width
	Control                  // characters that no keyboard types
)

// The invisible characters that spreadsheets pick up from web pages and PDFs.
const (
	zeroWidthSpace     = '\u200b'
	zeroWidthNonJoiner = '\u200c' // part of the spelling of Persian
	zeroWidthJoiner    = '\u200d' // part of the spelling of Indic scripts
	leftToRightMark    = '\u200e'
	rightToLeftMark    = '\u200f'
	softHyphen         = '\u00ad'
	wordJoiner         = '\u2060'
	byteOrderMark      = '\ufeff'
)

// Tidy returns a short text, such as an id or an option's title, without what
// cannot be seen in it, and says what was left out. Spaces of any kind become
// one space, and those at the ends go.
func Tidy(s string) (string, Flaw) {
	if clean(s) {
		return s, 0
	}
	var b strings.Builder
	var found Flaw
	space := false
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			found |= Control
		case unicode.IsSpace(r):
			if r != ' ' || space || b.Len() == 0 {
				found |= Stray
			}
			space = true
		case unseen(r) || joiner(r) && (b.Len() == 0 || space):
			found |= Stray
		case unicode.IsControl(r):
			found |= Control
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
	}
	if space {
		found |= Stray
	}
	out := strings.TrimRightFunc(b.String(), joiner)
	if len(out) < b.Len() {
		found |= Stray
	}
	return out, found
}

// clean reports whether s has only letters, digits and marks of ASCII with
// single spaces between them, as nearly all cells do.
func clean(s string) bool {
	space := true // a space now would be a first or second one
	for i := range len(s) {
		c := s[i]
		if c == ' ' {
			if space {
				return false
			}
			space = true
			continue
		}
		if c < '!' || c > '~' {
			return false
		}
		space = false
	}
	return !space || s == ""
}

// unseen reports whether r has no width and no part in the spelling of a word.
func unseen(r rune) bool {
	switch r {
	case zeroWidthSpace, leftToRightMark, rightToLeftMark, softHyphen, wordJoiner, byteOrderMark:
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func joiner(r rune) bool { return r == zeroWidthJoiner || r == zeroWidthNonJoiner }

// Prose returns a free text without the spaces around it and without
// characters that could hide or reorder what follows (control characters and
// the two overrides of writing direction). Line breaks and tabs stay.
func Prose(s string) (string, Flaw) {
	s = strings.TrimFunc(s, blank)
	if clean(s) {
		return s, 0
	}
	for i, r := range s {
		if hostile(s, i, r) {
			return sanitise(s), Control
		}
	}
	return s, 0
}

// sanitise returns a free text without its hostile characters.
func sanitise(s string) string {
	var b strings.Builder
	for i, r := range s {
		if !hostile(s, i, r) {
			b.WriteRune(r)
		}
	}
	return strings.TrimFunc(b.String(), blank)
}

// blank reports whether r at the end of a free text can go.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == byteOrderMark || r == zeroWidthSpace
}

// hostile reports whether the character r at s[i] could hide or reorder what
// follows it, or is a byte that is no character.
func hostile(s string, i int, r rune) bool {
	const leftToRightOverride, rightToLeftOverride = '\u202d', '\u202e'
	switch r {
	case '\n', '\r', '\t':
		return false
	case leftToRightOverride, rightToLeftOverride:
		return true
	case utf8.RuneError:
		return !strings.HasPrefix(s[i:], "\uFFFD")
	}
	return unicode.IsControl(r)
}

// Invisible reports whether a text has nothing in it that can be seen.
func Invisible(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unseen(r) && !joiner(r) && !unicode.IsControl(r) {
			return false
		}
	}
	return true
}

// Fold returns the form in which two short texts are compared: tidy, composed
// (a Mac types é as two characters) and lower case.
func Fold(s string) string {
	s, _ = Tidy(s)
	return strings.ToLower(norm.NFC.String(s))
}

// Key is Fold without what people put between the words of a name: "Not
// available", "not-available" and "not_available" have one key.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '_', '-':
			return -1
		}
		return r
	}, Fold(s))
}

// maxShown is how many characters of a cell a finding shows.
const maxShown = 120

// Shown returns a text as findings show it.
func Shown(s string) string { return Cut(s, maxShown) }

// Cut shortens a text that is shown in a finding to n characters.
func Cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	count := 0
	for i := range s {
		if count == n {
			return s[:i] + "…"
		}
		count++
	}
	return s
}
