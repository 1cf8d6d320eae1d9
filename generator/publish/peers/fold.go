package peers

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Fold returns a key that sorts a name without regard to case and accents.
func Fold(name string) string {
	plain := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(plain, name)
	if err != nil {
		return strings.ToLower(name)
	}
	return strings.ToLower(out)
}
