package indicator

import (
	"fmt"
	"math"

	"tipscore/generator/diag"
)

// checkScoring finds scored indicators that have no way, or two ways, to
// become a score, and others that carry what only a score uses.
func (l *loader) checkScoring() {
	for _, s := range l.indicators {
		needs, known := s.Type.needs()
		switch {
		case !known || s.file.Get("actor").String() == "":
		case s.RedLine != nil:
			l.checkRedLine(s)
		case s.Actor == Programme || s.Actor == Context:
			l.checkNotScored(s)
		case s.Actor != Government:
		case len(needs) > 0 && needs[0] == "options":
			l.checkOptionScores(s)
		case s.Adjusts != "": // its type is at fault, which is said
		default:
			l.checkGoalposts(s)
		}
	}
}

// checkNotScored finds keys that only scored indicators use. Left in the file
// they would say that the indicator counts, when it does not.
func (l *loader) checkNotScored(s source) {
	actor := s.file.Get("actor")
	report := func(d diag.Diagnostic) {
		d.Hint = "remove it"
		d.Related = []diag.Related{{Pos: actor.Pos(), Note: "the actor"}}
		l.findings.Add(d)
	}
	for _, name := range []string{"weight", "goalposts", "goalposts_by", "normalise", "per", "fill", "gate", "adjusts"} {
		if key := s.file.Key(name); key.Exists() {
			report(key.Finding("not-scored", fmt.Sprintf("%q has no use, as an indicator with actor %s is not scored", name, s.Actor)))
		}
	}
	for _, o := range s.file.Get("options").Items() {
		if key := o.Key("score"); key.Exists() {
			report(key.Finding("not-scored", fmt.Sprintf("a score has no use, as an indicator with actor %s is not scored", s.Actor)))
			return
		}
	}
}

// checkOptionScores finds options without a score, and goalposts beside them.
func (l *loader) checkOptionScores(s source) {
	for _, name := range []string{"goalposts", "normalise"} {
		if key := s.file.Key(name); key.Exists() {
			d := key.Finding("two-scorings", fmt.Sprintf("an indicator of type %s is scored by its options, not by %s", s.Type, name))
			d.Hint = fmt.Sprintf("remove %q, or change the type", name)
			d.Related = []diag.Related{{Pos: s.file.Get("type").Pos(), Note: "the type"}}
			l.findings.Add(d)
		}
	}
	for _, o := range s.file.Get("options").Items() {
		if id := o.Get("id"); id.String() != "" && !o.Key("score").Exists() {
			d := id.Finding("missing-score", fmt.Sprintf("the option %q of a scored indicator has no score", id.String()))
			d.Expected = "a score from 0 to 100"
			l.findings.Add(d)
		}
	}
}

// checkGoalposts finds a number without goalposts, and goalposts that give no
// score.
func (l *loader) checkGoalposts(s source) {
	g, by, n := s.file.Get("goalposts"), s.file.Key("goalposts_by"), s.file.Key("normalise")
	switch {
	case n.Exists() && (g.Exists() || by.Exists()):
		d := n.Finding("two-scorings", "an answer is held against goalposts or against other answers, not both")
		d.Hint = "remove one of the two"
		l.findings.Add(d)
	case n.Exists():
		l.checkDirection(s, "normalise")
		return
	case g.Exists() && by.Exists():
		d := by.Finding("two-scorings", "the goalposts are set here and by the programme")
		d.Hint = "remove one of the two"
		d.Related = []diag.Related{{Pos: s.file.Key("goalposts").Pos(), Note: "the goalposts"}}
		l.findings.Add(d)
	case by.Exists():
		l.checkDirection(s, "goalposts_by")
		return
	case !g.Exists():
		d := s.file.Get("type").Finding("missing-scoring", fmt.Sprintf("a scored indicator of type %s needs goalposts or normalise", s.Type))
		d.Hint = "state the values worth 0 and 100 points, or a method that compares answers, or make it a context indicator"
		l.findings.Add(d)
		return
	}
	// A value that is no number has been reported; NaN is in no order.
	if low, high := g.Get("low"), g.Get("high"); low.Number(math.NaN()) >= high.Number(math.NaN()) {
		d := low.Finding("goalposts-order", fmt.Sprintf("the goalposts run from %s to %s", low.String(), high.String()))
		d.Expected = "a low below high"
		d.Hint = "where less is better, keep low below high and write direction: down"
		d.Related = []diag.Related{{Pos: high.Pos(), Note: "high"}}
		l.findings.Add(d)
	}
	l.checkDirection(s, "goalposts")
}

// checkDirection finds goalposts, set under the key, without a better end.
func (l *loader) checkDirection(s source, key string) {
	what, note := "goalposts give", "the goalposts"
	if key == "normalise" {
		what, note = "a comparison gives", "the comparison"
	}
	if s.Direction == NoDirection {
		d := s.file.Get("direction").Finding("direction-scored", what+" no score without a direction")
		d.Expected = "up, down"
		d.Related = []diag.Related{{Pos: s.file.Key(key).Pos(), Note: note}}
		l.findings.Add(d)
	}
}
