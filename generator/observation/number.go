package observation

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// numeral is what a text says when it is read as a number: its value, or why
// it is none.
type numeral struct {
	value float64
	rule  string // "" if value holds
	hint  string
}

// The ways in which people write numbers that are not read.
var (
	plainNumber   = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$`)
	commaDecimal  = regexp.MustCompile(`^([+-]?\d+),(\d{1,2}|\d{4,})$`)
	oneGroup      = regexp.MustCompile(`^([+-]?\d{1,3}),(\d{3})$`)
	groupedNumber = regexp.MustCompile(`^[+-]?\d{1,3}([,.' ]\d{3})+([.,]\d+)?$`)
	percentSign   = regexp.MustCompile(`^([+-]?\d+(\.\d+)?) ?%$`)
	belowNumber   = regexp.MustCompile(`^[<≤] ?\d+$|^\d+ ?(-|–|to) ?\d+$`)
)

// longestNumeral bounds what is worth reading as a number.
const longestNumeral = 40

// parseNumeral reads a tidy text as a number: digits with a point for decimals,
// "3.5", or with an exponent, "1e6". Every other way of writing one is refused
// with the way to write it, because "1,234" is a thousand in one country and
// about one in the next.
func parseNumeral(s string) numeral {
	if len(s) > longestNumeral {
		return numeral{rule: "wrong-type"}
	}
	if plainNumber.MatchString(s) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsInf(v, 0) {
			return numeral{rule: "out-of-range", hint: "the number is too big to be kept"}
		}
		return numeral{value: v}
	}
	if m := commaDecimal.FindStringSubmatch(s); m != nil {
		return numeral{rule: "comma-decimal", hint: "type " + m[1] + "." + m[2] + ", with a point"}
	}
	if m := oneGroup.FindStringSubmatch(s); m != nil {
		return numeral{rule: "thousands-separator", hint: "type " + m[1] + m[2] + ", or " + m[1] + "." + m[2] + " if the comma marks the decimals"}
	}
	if groupedNumber.MatchString(s) {
		return numeral{rule: "thousands-separator", hint: "type the digits without anything between the thousands"}
	}
	if m := percentSign.FindStringSubmatch(s); m != nil {
		return numeral{rule: "wrong-type", hint: "type " + m[1] + ", without the percent sign"}
	}
	if belowNumber.MatchString(s) {
		return numeral{rule: "wrong-type", hint: "a number that is hidden or only known as a range has no value: type suppressed or not_available in the column state"}
	}
	return numeral{rule: "wrong-type", hint: missingHint(s)}
}

// missingHint tells how to say that there is no answer, if that is what the
// text seems to say.
func missingHint(s string) string {
	if st, ok := parseState(s); ok {
		return "leave the value empty and type " + st.String() + " in the column state"
	}
	if isMissingWord(s) {
		return "leave the value empty and type not_available or not_assessed in the column state"
	}
	return ""
}

// isMissingWord reports whether people type the text where they have no
// answer.
func isMissingWord(s string) bool {
	switch strings.ToLower(s) {
	case "-", "--", "–", "—", ".", "..", "...", "…", "?", "n/a", "na", "n.a.", "nd", "n/d", "none", "null", "unknown", "missing":
		return true
	}
	return false
}

// shortest writes a number with as few digits as read back to it.
func shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// agrees reports whether typed is quotient, rounded to the decimals typed:
// 33.3 agrees with 100/3, 33.4 does not.
func agrees(typed, quotient float64) bool {
	decimals := 0
	if _, after, ok := strings.Cut(shortest(typed), "."); ok {
		decimals = len(after)
	}
	unit := math.Pow10(-decimals)
	return math.Abs(typed-quotient) <= unit/2*(1+1e-9)
}
