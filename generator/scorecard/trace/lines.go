package trace

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"tipscore/generator/diag"
	"tipscore/generator/scorecard/method"
)

// lineWidth is where long texts are wrapped. Names of files are never broken.
const lineWidth = 80

// line writes one line without space at its end.
func (x *traceWriter) line(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	x.out.WriteString(strings.TrimRight(text, " ") + "\n")
}

// published writes a score as readers see it.
func (x *traceWriter) published(score float64) string {
	return strconv.FormatFloat(method.Round(score, x.Decimals), 'f', x.Decimals, 64)
}

// working writes a number of the calculation, with two more decimals.
func (x *traceWriter) working(v float64) string {
	return strconv.FormatFloat(method.Round(v, x.Decimals+2), 'f', x.Decimals+2, 64)
}

// wrapped writes a labelled text in lines of at most lineWidth characters, as
// far as its words allow.
func (x *traceWriter) wrapped(indent int, label, text string) {
	margin := strings.Repeat(" ", indent)
	first := margin
	if label != "" {
		first = margin + fmt.Sprintf("%-8s", label)
		margin += "        "
	}
	line := first
	for _, word := range strings.Fields(diag.Printable(text)) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth && strings.TrimSpace(line) != strings.TrimSpace(first) {
			x.line("%s", line)
			line = margin
		}
		if line != first && line != margin {
			line += " "
		}
		line += word
	}
	x.line("%s", line)
}

// nameWidth returns the width of the widest indented id.
func nameWidth(st *Step, depth int) int {
	width := 2*depth + utf8.RuneCountInString(st.ID)
	for _, c := range st.Children {
		width = max(width, nameWidth(c, depth+1))
	}
	return width
}
