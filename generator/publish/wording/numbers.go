package wording

import (
	"math"
	"strconv"
	"strings"

	"tipscore/generator/observation"
	"tipscore/generator/scorecard"
)

// Decimals writes a number with a fixed count of decimal places, rounded as
// scores are.
func Decimals(x float64, places int) string {
	return strconv.FormatFloat(scorecard.Round(x, places), 'f', places, 64)
}

// Share writes a share of 1 as a percentage with at most one decimal.
func Share(x float64) string {
	return strconv.FormatFloat(math.Round(1000*x)/10, 'f', -1, 64)
}

// Grouped writes a number with up to three decimals and a thin no-break space
// between thousands (ISO 80000-1), which reads the same in every language.
func Grouped(x float64) string {
	s := strconv.FormatFloat(math.Round(x*1000)/1000, 'f', -1, 64)
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0 && len(whole) > 4; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}

// Anchor turns a source's id into a fragment of an address.
func Anchor(id observation.SourceID) string {
	return "source-" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '_'
	}, string(id))
}

// Change is a difference from the period before.
type Change struct {
	Known   bool
	Text    string // with its sign: "+8.3", "−8.3", "0.0"
	Way     string // "up", "down" or "level"
	Notable bool   // large enough, and on the same answers, to be called a change
	Broken  bool   // both scores are known, and do not measure the same
}

// ChangeOf writes a difference with a fixed count of decimal places.
func ChangeOf(d float64, places int) Change {
	c := Change{Known: true, Text: Decimals(math.Abs(d), places), Way: "level"}
	switch {
	case d > 0:
		c.Text, c.Way = "+"+c.Text, "up"
	case d < 0:
		c.Text, c.Way = "−"+c.Text, "down"
	}
	return c
}

// Size writes a count of bytes with its unit: "12.3", "kB".
func Size(bytes int64) (size, unit string) {
	n, unit := float64(bytes)/1000, "kB"
	if n >= 1000 {
		n, unit = n/1000, "MB"
	}
	return strconv.FormatFloat(math.Max(0.1, math.Round(n*10)/10), 'f', -1, 64), unit
}
