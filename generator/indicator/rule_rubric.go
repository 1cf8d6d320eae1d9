package indicator

import (
	"fmt"
	"math"
	"strconv"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// checkRubric finds levels that are no consecutive whole numbers, and scores
// that run against the direction.
func (l *loader) checkRubric(s source) {
	options := s.file.Get("options").Items()
	for i, o := range options {
		id := o.Get("id")
		if id.String() == "" {
			return
		}
		n, err := strconv.Atoi(id.String())
		if err != nil || strconv.Itoa(n) != id.String() {
			d := id.Finding("rubric-levels", fmt.Sprintf("%q is not a level of a rubric", id.String()))
			d.Expected = `whole numbers in order, such as "0", "1", "2"`
			d.Hint = "use type category for answers without numbers"
			l.findings.Add(d)
			return
		}
		if i == 0 {
			continue
		}
		before := options[i-1].Get("id")
		if m, _ := strconv.Atoi(before.String()); n != m+1 {
			d := id.Finding("rubric-levels", fmt.Sprintf("the level %d does not follow the level %d", n, m))
			d.Expected = strconv.Itoa(m + 1)
			d.Related = []diag.Related{{Pos: before.Pos(), Note: "the level before"}}
			l.findings.Add(d)
			return
		}
	}
	l.checkRubricScores(s, options)
}

// checkRubricScores finds a score that runs against the direction.
func (l *loader) checkRubricScores(s source, options []yamlnode.Value) {
	if s.Actor != Government {
		return
	}
	for i := 1; i < len(options); i++ {
		score, before := options[i].Get("score"), options[i-1].Get("score")
		// A score that is no number has been reported; NaN is in no order.
		a, b := before.Number(math.NaN()), score.Number(math.NaN())
		if falls, rises := a > b, a < b; !(s.Direction == Up && falls || s.Direction == Down && rises) {
			continue
		}
		d := score.Finding("rubric-order", fmt.Sprintf(
			"level %s is worth %s and level %s is worth %s, against the direction %s",
			options[i].Get("id").String(), score.String(), options[i-1].Get("id").String(), before.String(), s.Direction))
		d.Hint = "correct a score, or change the direction"
		d.Related = []diag.Related{
			{Pos: before.Pos(), Note: "the score before"},
			{Pos: s.file.Get("direction").Pos(), Note: "the direction"},
		}
		l.findings.Add(d)
	}
}
