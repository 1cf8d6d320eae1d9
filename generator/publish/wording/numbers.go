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
