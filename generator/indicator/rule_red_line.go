package indicator

import (
	"fmt"

	"tipscore/generator/diag"
)

// checkRedLine holds a red line against its type, its actor and the bands. It
// is a yes or no about a government that has no score of its own.
func (l *loader) checkRedLine(s source) {
	v := s.file.Get("red_line")
	related := []diag.Related{{Pos: s.file.Key("red_line").Pos(), Note: "the red line"}}
	if s.Type != YesNo {
		d := s.file.Get("type").Finding("red-line-type", fmt.Sprintf("a red line is a yes or no, not a %s", s.Type))
		d.Expected, d.Related = string(YesNo), related
		l.findings.Add(d)
	}
	if s.Actor != Government {
		d := s.file.Get("actor").Finding("red-line-actor", "a red line is about what a government does")
		d.Expected, d.Related = string(Government), related
		l.findings.Add(d)
	}
	for _, name := range []string{"weight", "goalposts"} {
		if key := s.file.Key(name); key.Exists() {
			d := key.Finding("not-scored", fmt.Sprintf("%q has no use, as a red line has no score of its own", name))
			d.Hint, d.Related = "remove it", related
			l.findings.Add(d)
		}
	}
	for _, o := range s.file.Get("options").Items() {
		if key := o.Key("score"); key.Exists() {
			d := key.Finding("not-scored", "a score has no use, as a red line has no score of its own")
			d.Hint, d.Related = "remove it", related
			l.findings.Add(d)
			break
		}
	}
	var bands []string
	for _, b := range l.framework.Bands {
		bands = append(bands, b.ID)
	}
	if id := v.Get("cap"); id.String() != "" {
		l.checkKnown(id, bands, choice{rule: "unknown-band", what: "band of this framework", defined: l.root.Key("bands").Pos()})
	}
}
