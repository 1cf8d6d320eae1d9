package identity

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/programme"
)

// recover finds out for which place and period a workbook was made that no
// longer says so on its hidden sheet. It never guesses: where two things
// contradict each other, or nothing tells, there is an error.
func (i *Identity) recover(p *programme.Programme) (diag.List, bool) {
	clues := i.clues(p)
	var findings diag.List
	var heard []string
	var related []diag.Related
	for _, part := range []struct {
		what string
		text *string
		size int
		of   func(Place) int
		name func(int) string
	}{
		{"place", &i.Jurisdiction, len(p.Jurisdictions), func(at Place) int { return at.Jurisdiction }, func(k int) string { return string(p.Jurisdictions[k].ID) }},
		{"period", &i.Period, len(p.Periods), func(at Place) int { return at.Period }, func(k int) string { return p.Periods[k].String() }},
	} {
		if *part.text != "" {
			continue // the hidden sheet still says it
		}
		from := slices.DeleteFunc(slices.Clone(clues), func(c clue) bool { return part.of(c.Place) < 0 })
		switch {
		case len(from) == 0 && part.size == 1:
			*part.text = part.name(0)
			heard = append(heard, part.name(0)+", the only "+part.what+" of the programme")
			continue
		case len(from) == 0:
			findings.Add(i.lostIdentity(p, "nothing tells for which "+part.what+" it was made", nil))
			return findings, false
		}
		for _, c := range from[1:] {
			if first := from[0]; part.of(c.Place) != part.of(first.Place) {
				findings.Add(i.lostIdentity(p, fmt.Sprintf("%s says %s and %s says %s", first.note, part.name(part.of(first.Place)), c.note, part.name(part.of(c.Place))),
					[]diag.Related{{Pos: first.pos, Note: first.note}, {Pos: c.pos, Note: c.note}}))
				return findings, false
			}
		}
		*part.text = part.name(part.of(from[0].Place))
		heard = append(heard, *part.text+", as "+from[0].note+" says")
		if from[0].pos.Row > 0 {
			related = append(related, diag.Related{Pos: from[0].pos, Note: part.what})
		}
	}
	if len(heard) == 0 {
		heard = append(heard, i.Jurisdiction+" and "+i.Period+", which still stand there")
	}
	findings.Add(diag.Diagnostic{
		Rule: "recovered-identity", Severity: diag.Warning, Pos: i.file,
		Message: "the hidden sheet that says what the workbook is for is gone or damaged; it is read as the one of " + strings.Join(heard, ", and of "),
		Hint:    "look whether that is so; a workbook made anew, with the answers copied into it, says it again",
		Related: related,
	})
	return findings, true
}

func (i *Identity) lostIdentity(p *programme.Programme, why string, related []diag.Related) diag.Diagnostic {
	example := "PLACE_PERIOD"
	if len(p.Jurisdictions) > 0 && len(p.Periods) > 0 {
		example = string(p.Jurisdictions[0].ID) + "_" + p.Periods[len(p.Periods)-1].String()
	}
	return diag.Diagnostic{
		Rule: "lost-identity", Pos: i.file,
		Message:  "the hidden sheet that says what the workbook is for is gone or damaged, and " + why + "; nothing in it is read",
		Expected: "the id of a place and a period in the name of the file, such as " + example,
		Hint:     "ask who filled it in, and put both into the name of the file",
		Related:  related,
	}
}
