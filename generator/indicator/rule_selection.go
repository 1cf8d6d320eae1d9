package indicator

import (
	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// checkSelections finds profiles and objectives that name what is not there.
func (l *loader) checkSelections() {
	var known []string
	for _, s := range l.indicators {
		known = append(known, string(s.ID))
	}
	for _, key := range []string{"profiles", "objectives"} {
		set := newNames(key[:len(key)-1])
		for _, v := range l.root.Get(key).Items() {
			set.add(v.Get("id"), &l.findings)
			l.checkMembers(v, known)
		}
	}
	for _, v := range l.root.Get("objectives").Items() {
		if !v.Get("indicators").Exists() && !v.Get("registers").Exists() {
			d := v.Get("id").Finding("empty-objective", "nothing shows whether this objective was reached")
			d.Hint = "name indicators or registers"
			l.findings.Add(d)
		}
	}
}

// checkMembers holds the members of one profile or objective against what
// there is.
func (l *loader) checkMembers(v yamlnode.Value, known []string) {
	if l.unread {
		known = nil // what seems unknown may stand in a file that could not be read
	}
	for _, id := range v.Get("indicators").Items() {
		if id.String() != "" && known != nil {
			l.checkKnown(id, known, choice{rule: "unknown-member", what: "known indicator of this framework", defined: diag.Pos{File: l.dir}})
		}
	}
	for _, id := range v.Get("registers").Items() {
		if id.String() != "" {
			l.checkKnown(id, Registers(), choice{rule: "unknown-register", what: "register", defined: id.Pos()})
		}
	}
}

// checkComputed finds measures that the register does not have, and parts that
// the type of the indicator has no use for.
func (l *loader) checkComputed() {
	for _, s := range l.indicators {
		v := s.file.Get("computed")
		register := v.Get("register")
		if !v.Exists() || Measures(register.String()) == nil {
			continue
		}
		wants, other := []string{"value"}, []string{"numerator", "denominator"}
		if needs, _ := s.Type.needs(); len(needs) == 3 {
			wants, other = other, wants
		}
		for _, key := range wants {
			if m := v.Get(key); m.String() == "" {
				d := register.Finding("computed-parts", "the figure of type "+string(s.Type)+" is computed from "+key+", which is not there")
				d.Hint = "add it"
				l.findings.Add(d)
			} else {
				l.checkKnown(m, Measures(register.String()), choice{rule: "unknown-measure", what: "measure of the register", defined: register.Pos()})
			}
		}
		for _, key := range other {
			if k := v.Key(key); k.Exists() {
				d := k.Finding("computed-parts", "a figure of type "+string(s.Type)+" is not computed from a "+key)
				d.Hint = "remove it"
				l.findings.Add(d)
			}
		}
		for _, sector := range v.Get("sectors").Items() {
			if sector.String() != "" {
				l.checkKnown(sector, Sectors(), choice{rule: "unknown-sector", what: "sector", defined: register.Pos()})
			}
		}
	}
}
