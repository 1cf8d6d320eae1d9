package indicator

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// typeKeys are the keys that only some types use.
func typeKeys() []string { return []string{"options", "unit", "numerator", "denominator", "earliest"} }

// needs returns which of the type keys the type needs. It has no use for the
// others. The false result is for words that are no type.
func (t Type) needs() ([]string, bool) {
	switch t {
	case YesNo, Rubric, Category:
		return []string{"options"}, true
	case Count, Days, Money:
		return []string{"unit"}, true
	case Percent, Ratio, Rate:
		return []string{"unit", "numerator", "denominator"}, true
	case Date:
		return nil, true
	}
	return nil, false
}

// may returns the type keys that the type can do with or without: a date that
// is scored by its age counts months, and money may be given per something.
func (t Type) may() []string {
	switch t {
	case Date:
		return []string{"unit", "earliest"}
	case Money:
		return []string{"numerator", "denominator"}
	}
	return nil
}

// checkTypes finds keys that the type of an indicator needs and that are not
// there, and keys that are there and that it has no use for.
func (l *loader) checkTypes() {
	for _, s := range l.indicators {
		needs, known := s.Type.needs()
		if !known {
			continue
		}
		typ := s.file.Get("type")
		for _, name := range typeKeys() {
			needed, key := slices.Contains(needs, name), s.file.Key(name)
			switch {
			case needed && !key.Exists():
				d := typ.Finding("missing-for-type", fmt.Sprintf("an indicator of type %s needs %q", s.Type, name))
				d.Hint = "add it, or change the type"
				l.findings.Add(d)
			case !needed && key.Exists() && !slices.Contains(s.Type.may(), name):
				d := key.Finding("not-for-type", fmt.Sprintf("an indicator of type %s has no use for %q", s.Type, name))
				d.Hint = "remove it, or change the type"
				d.Related = []diag.Related{{Pos: typ.Pos(), Note: "the type"}}
				l.findings.Add(d)
			}
		}
	}
}

// checkOptions holds the answer options against each other and the type.
func (l *loader) checkOptions() {
	for _, s := range l.indicators {
		options := s.file.Get("options").Items()
		if needs, _ := s.Type.needs(); !slices.Contains(needs, "options") || len(options) == 0 {
			continue
		}
		set := newNames("option")
		for _, o := range options {
			set.add(o.Get("id"), &l.findings)
		}
		switch {
		case s.Type == YesNo:
			l.checkYesNo(s)
		case len(options) < 2:
			d := s.file.Key("options").Finding("too-few-options", "a question with a single answer says nothing")
			d.Expected = "at least two options"
			l.findings.Add(d)
		case s.Type == Rubric:
			l.checkRubric(s)
		}
	}
}

// checkYesNo finds options other than yes and no.
func (l *loader) checkYesNo(s source) {
	both := []string{"yes", "no"}
	var have []string
	for _, o := range s.file.Get("options").Items() {
		id := o.Get("id")
		if id.String() != "" && !slices.Contains(both, id.String()) {
			d := id.Finding("yesno-options", fmt.Sprintf("%q is not an answer to a yes-no question", id.String()))
			d.Expected = strings.Join(both, ", ")
			d.Hint = "use type rubric or category for other answers"
			l.findings.Add(d)
		}
		have = append(have, id.String())
	}
	for _, id := range both {
		if !slices.Contains(have, id) {
			d := s.file.Key("options").Finding("yesno-options", fmt.Sprintf("the yes-no question has no option %q", id))
			d.Expected = strings.Join(both, ", ")
			l.findings.Add(d)
		}
	}
}
