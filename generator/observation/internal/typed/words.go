package typed

import (
	"regexp"
	"strings"
)

// What people type around a number, in English and Spanish: that it is not
// exact, that it is only a bound, or that it is a range.
var (
	aboutNumber = regexp.MustCompile(`^(?:~|≈|±|\+/-|about|around|approx(?:imately)?\.?|circa|ca?\.?|roughly|nearly|almost|some|est(?:imated)?\.?|aprox(?:imadamente)?\.?|alrededor de|cerca de|casi|unos|unas|más o menos) ?(\d+(?:\.\d+)?)\b.*$` +
		`|^(\d+(?:\.\d+)?) ?(?:\?|\(?(?:approx(?:imately)?|about|est(?:imated)?|aprox(?:imadamente)?|estimado)\.?\)?)$`)
	boundNumber = regexp.MustCompile(`^(?:[<>≤≥]=?|less than|fewer than|under|below|up to|more than|over|above|at least|at most|menos de|menor que|hasta|más de|mayor que|al menos|por lo menos) ?\d+\b.*$|^\d+ ?\+$|^\d+ (?:or more|or less|o más|o menos)$`)
	rangeNumber = regexp.MustCompile(`^(?:between |entre )?\d+ ?(?:-|–|—|to|and|a|y) ?\d+$`)
	fraction    = regexp.MustCompile(`^(\d+(?:\.\d+)?) ?(?:/|of|out of|de) ?(\d+(?:\.\d+)?)$`)
	loneNumber  = regexp.MustCompile(`(?:^|[ $€£(:])(\d+(?:\.\d+)?)(?:[ ,;.:)€]|$)`)
	anyDigit    = regexp.MustCompile(`\d`)
)

// digitsHint is for a text with no number in it that could be taken.
const digitsHint = "type the number alone, in digits, and put words in the column comment; if there is no number, leave the value empty and type not_available in the column state"

// wordsHint tells what to do with a text in place of a number.
func wordsHint(s string) string {
	if hint := zeroHint(s); hint != "" {
		return hint
	}
	low := strings.ToLower(s)
	switch {
	case boundNumber.MatchString(low):
		return "leave the value empty and type suppressed in the column state if the number is hidden to protect people, not_available if nobody gives it; put what you know in the column comment"
	case rangeNumber.MatchString(low):
		return "type your best figure alone and estimated in the column state, or leave the value empty and type not_available; put the range in the column comment"
	}
	if m := aboutNumber.FindStringSubmatch(low); m != nil {
		return "type " + m[1] + m[2] + " alone, and estimated in the column state"
	}
	if all := loneNumber.FindAllStringSubmatch(s, 2); len(all) == 1 && len(anyDigit.FindAllString(s, -1)) == len(anyDigit.FindAllString(all[0][1], -1)) {
		return "if " + all[0][1] + " is the answer, type it alone and put the words in the column comment"
	}
	return digitsHint
}

// BrokenHint tells what to do with a text that was an error or a formula in the
// spreadsheet which the file was saved from, or "".
func BrokenHint(s string) string {
	switch {
	case strings.HasPrefix(s, "#") && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.EqualFold(s, "#n/a")):
		return "a formula showed an error when the file was saved: type the answer in its place; if there is none, clear the cell and type a state such as not_available"
	case strings.HasPrefix(s, "=") && len(s) > 1:
		return "this is a formula and not its result: type the result"
	}
	return ""
}

// IsZeroWord reports whether a text may say that there was nothing to count.
func IsZeroWord(s string) bool { return zeroHint(s) != "" }

// zeroHint tells how to say that there was nothing to count, if that is what
// the text may say. It may say as well that nobody counted.
func zeroHint(s string) string {
	switch strings.ToLower(s) {
	case "none", "nil", "zero", "nobody", "nothing", "cero", "ninguno", "ninguna", "nadie", "nada":
		return "type 0 if somebody counted and found none; if nobody knows, leave the value empty and type not_available in the column state"
	}
	return ""
}

// IsMissingWord reports whether people type the text where they have no
// answer.
func IsMissingWord(s string) bool {
	switch strings.ToLower(s) {
	case "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "x", "n/a", "na", "n.a.", "nd", "n/d", "n.d.", "s/d", "s.d.", "nr", "none", "nil", "null",
		"unknown", "not known", "missing", "no data", "no answer", "no information", "desconocido", "se desconoce", "sin datos", "sin dato", "sin información", "no disponible", "no hay datos":
		return true
	}
	return false
}
