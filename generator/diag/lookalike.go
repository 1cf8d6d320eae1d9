package diag

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letters of other alphabets beside the Latin ones that they look like.
const (
	cyrillic     = "АВСЕНІЈКМОРЅТХУасеіјорѕхуһԁԛԝ"
	likeCyrillic = "ABCEHIJKMOPSTXYaceijopsxyhdqw"
	greek        = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ"
	likeGreek    = "ABEZHIKMNOPTYXaiknopux"
)

// Latin returns s with the letters that only look Latin replaced by the ones
// that they look like, and a remark on the first of them, "" where there is
// none: "НTI" with a Cyrillic Н becomes "HTI".
func Latin(s string) (latin, remark string) {
	var b strings.Builder
	for _, r := range s {
		twin, alphabet := twin(r)
		if twin != r && remark == "" {
			remark = fmt.Sprintf("its letter %q is %s and only looks like the Latin %q", string(r), alphabet, string(twin))
		}
		b.WriteRune(twin)
	}
	return b.String(), remark
}

// twin returns the Latin letter or digit that r looks like, or r.
func twin(r rune) (twin rune, alphabet string) {
	switch {
	case r < 0x80:
	case unicode.Is(unicode.Cyrillic, r):
		return standIn(r, cyrillic, likeCyrillic), "Cyrillic"
	case unicode.Is(unicode.Greek, r):
		return standIn(r, greek, likeGreek), "Greek"
	case r >= '\uff01' && r <= '\uff5e': // "ＨＴＩ", as typed in East Asian scripts
		for _, narrow := range norm.NFKC.String(string(r)) {
			return narrow, "of double width"
		}
	}
	return r, ""
}

// standIn returns the letter at the place in to that r has in from, or r.
func standIn(r rune, from, to string) rune {
	place := 0
	for _, have := range from {
		if have == r {
			return rune(to[place])
		}
		place++
	}
	return r
}
