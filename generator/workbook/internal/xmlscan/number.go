package xmlscan

import (
	"math"
	"strconv"
	"strings"
)

// ParseNumber reads a number as XML Schema writes a double, without the words
// for infinity and not-a-number.
func ParseNumber(text string) (float64, bool) {
	if n := len(text); n > 0 && n <= 15 {
		whole := 0 // exact in a float64
		for i := range n {
			c := text[i] - '0'
			if c > 9 {
				whole = -1
				break
			}
			whole = whole*10 + int(c)
		}
		if whole >= 0 {
			return float64(whole), true
		}
	}
	text = strings.TrimSpace(text)
	if strings.Trim(text, "0123456789+-.eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// ParseIndex reads a whole number of at most nine digits.
func ParseIndex[T string | []byte](text T) (int, bool) {
	for len(text) > 0 && IsSpace(text[0]) {
		text = text[1:]
	}
	for len(text) > 0 && IsSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, len(text) > 0 && len(text) <= 9
}
