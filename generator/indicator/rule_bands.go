package indicator

import (
	"fmt"

	"tipscore/generator/diag"
)

// checkBands finds bands that leave a score without a band: the first starts
// at 0, each starts above the one before, and the last below 100.
func (l *loader) checkBands() {
	var before diag.Pos
	low := -1.0
	for i, v := range l.root.Get("bands").Items() {
		from := v.Get("from")
		n := from.Number(-1)
		if n < 0 || n > maxScore {
			return // said already, and what follows cannot be judged
		}
		switch {
		case i == 0 && n != 0:
			d := from.Finding("band-start", fmt.Sprintf("the first band starts at %s, so scores below it have no band", from.String()))
			d.Expected = "0"
			l.findings.Add(d)
		case n == maxScore:
			d := from.Finding("band-end", "a band that starts at 100 holds no score but 100")
			d.Expected = "a number below 100"
			l.findings.Add(d)
		case i > 0 && n <= low:
			d := from.Finding("band-order", fmt.Sprintf("the band starts at %s, which is not above the band before it", from.String()))
			d.Expected = fmt.Sprintf("a number above %g", low)
			d.Hint = "list the bands from the lowest to the highest"
			d.Related = []diag.Related{{Pos: before, Note: "the band before"}}
			l.findings.Add(d)
		}
		low, before = n, from.Pos()
	}
}
