package typed

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
)

// Numeral is what a text says when it is read as a number: its value, or why
// it is none.
type Numeral struct {
	Value float64
	Rule  string // "" if Value holds
	Hint  string
	Shape Shape
}

// Shape says what a text that is not read as a number looks like, since what to
// do about it depends on the question.
type Shape uint8

// The shapes.
const (
	Other    Shape = iota
	Decimals       // a number with decimals
	Share          // a number with a percent sign
	Fraction       // two numbers with a stroke between them
)

// The ways in which people write numbers that are not read.
var (
	plainNumber   = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$`)
	commaDecimal  = regexp.MustCompile(`^([+-]?\d+),(\d+)$`)
	oneGroup      = regexp.MustCompile(`^([+-]?[1-9]\d{0,2})([.,])(\d{3})$`)
	groupedNumber = regexp.MustCompile(`^([+-]?\d{1,3}(?:([,.' ’])\d{3})+)(?:([.,])(\d+))?$`)
	percentSign   = regexp.MustCompile(`^(.+?) ?%$`)
)

// longestNumeral bounds what is worth reading as a number.
const longestNumeral = 40

// ParseNumeral reads a tidy text as a number: digits with a point for decimals,
// "3.5", or with an exponent, "1e6". Every other way of writing one is refused
// with the way to write it, because "1,234" is a thousand in one country and
// about one in the next.
func ParseNumeral(s string) Numeral {
	if len(s) > longestNumeral {
		return Numeral{Rule: "wrong-type", Hint: digitsHint}
	}
	if plainNumber.MatchString(s) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsInf(v, 0) {
			return Numeral{Rule: "out-of-range", Hint: "the number is too big to be kept"}
		}
		return Numeral{Value: v}
	}
	if n, ok := grouped(s); ok {
		return n
	}
	if m := commaDecimal.FindStringSubmatch(s); m != nil {
		return Numeral{Rule: "comma-decimal", Hint: "type " + m[1] + "." + m[2] + ", with a point", Shape: Decimals}
	}
	if m := percentSign.FindStringSubmatch(s); m != nil {
		if n := ParseNumeral(m[1]); n.Rule == "" {
			return Numeral{Rule: "wrong-type", Hint: "type " + m[1] + ", without the percent sign", Shape: Share}
		} else if n.Rule != "wrong-type" {
			return Numeral{Rule: n.Rule, Hint: n.Hint + "; leave out the percent sign", Shape: Share}
		}
	}
	if latin := latinDigits(s); latin != s && plainNumber.MatchString(latin) {
		return Numeral{Rule: "wrong-type", Hint: "type " + latin + " again, with the digits and the hyphen of the keyboard"}
	}
	if m := fraction.FindStringSubmatch(strings.ToLower(s)); m != nil {
		return Numeral{Rule: "wrong-type", Shape: Fraction,
			Hint: "type " + m[1] + " in the column numerator and " + m[2] + " in the column denominator, or one number here"}
	}
	return Numeral{Rule: "wrong-type", Hint: wordsHint(s)}
}

// latinDigits returns a text with the digits of double width and the signs that
// only look like a hyphen as a keyboard types them.
func latinDigits(s string) string {
	latin, _ := diag.Latin(s)
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("−–—‑", r) {
			return '-'
		}
		return r
	}, latin)
}

// grouped reads a number with marks between the thousands. One mark, as in
// "1,757", may mark the decimals as well.
func grouped(s string) (Numeral, bool) {
	if m := oneGroup.FindStringSubmatch(s); m != nil && m[2] == "," {
		return Numeral{Rule: "thousands-separator", Hint: twoReadings(m)}, true
	}
	m := groupedNumber.FindStringSubmatch(s)
	if m == nil || strings.HasPrefix(strings.TrimLeft(s, "+-"), "0") {
		return Numeral{}, false
	}
	whole, decimals := m[1], m[4]
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(whole, "+-0123456789"))
	if last := strings.LastIndex(whole, m[2]); m[2] != string(first) && decimals == "" {
		whole, decimals = whole[:last], whole[last+len(m[2]):] // "1,234.567"
	}
	bare := strings.ReplaceAll(whole, string(first), "")
	if strings.Trim(bare, "+-0123456789") != "" || m[3] == string(first) {
		return Numeral{}, false
	}
	if decimals != "" {
		return Numeral{Rule: "thousands-separator", Hint: "type " + bare + "." + decimals + ", with nothing between the thousands and a point before the decimals", Shape: Decimals}, true
	}
	return Numeral{Rule: "thousands-separator", Hint: "type " + bare + ", with nothing between the thousands"}, true
}

// PointedGroup returns the hint for a text such as "1.757" that a person may
// have meant as a thousand, and whether it is one.
func PointedGroup(s string) (hint string, ok bool) {
	if !strings.Contains(s, ".") {
		return "", false
	}
	m := oneGroup.FindStringSubmatch(s)
	if m == nil || m[2] != "." {
		return "", false
	}
	return twoReadings(m), true
}

// twoReadings tells both numbers that a match of oneGroup can mean.
func twoReadings(m []string) string {
	return fmt.Sprintf("it can mean %s%s or, with decimals, %s.%s: type the right one as a number, with nothing between the thousands and a point before the decimals",
		m[1], m[3], m[1], m[3])
}

// Shortest writes a number with as few digits as read back to it.
func Shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Agrees reports whether typed is quotient, rounded to the decimals typed:
// 33.3 agrees with 100/3, 33.4 does not.
func Agrees(typed, quotient float64) bool {
	decimals := 0
	if _, after, ok := strings.Cut(Shortest(typed), "."); ok {
		decimals = len(after)
	}
	unit := math.Pow10(-decimals)
	return math.Abs(typed-quotient) <= unit/2*(1+1e-9)
}
