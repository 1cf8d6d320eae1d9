package indicator

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// checkMethods holds what is written about scoring beyond options and goalposts
// against the type, the method and the other indicators.
func (l *loader) checkMethods() {
	byID := map[string]source{}
	for _, s := range l.indicators {
		if _, taken := byID[string(s.ID)]; !taken {
			byID[string(s.ID)] = s
		}
	}
	for _, s := range l.indicators {
		if g := s.file.Get("goalposts"); g.Get("scale").String() == logScale {
			l.checkLogPosts(g)
		}
		if v := s.file.Get("normalise"); v.Exists() {
			l.checkNormalisation(s, v)
		}
		l.checkFill(s)
		l.checkPer(s, byID)
		l.checkGate(s, byID)
		l.checkAdjusts(s)
		l.checkCycle(s, byID)
	}
	l.checkTrend()
	l.checkDoubt()
	l.checkMeans()
}

// checkLogPosts finds a logarithm of a number that has none.
func (l *loader) checkLogPosts(g yamlnode.Value) {
	if low := g.Get("low"); low.Number(1) <= 0 {
		d := low.Finding("goalposts-log", fmt.Sprintf("%s has no logarithm", low.String()))
		d.Expected = "a number above 0"
		d.Hint = "raise the lower goalpost, or write scale: linear"
		d.Related = []diag.Related{{Pos: g.Get("scale").Pos(), Note: "the scale"}}
		l.findings.Add(d)
	}
}

// methodKeys returns which of the keys that only some methods use the method
// uses.
func methodKeys(m Method) []string {
	switch m {
	case MinMax:
		return []string{"low", "high"}
	case ZScore:
		return []string{"mean", "deviation"}
	case Target:
		return []string{"target"}
	}
	return nil
}

// checkNormalisation holds the keys of a normalisation against its method.
func (l *loader) checkNormalisation(s source, v yamlnode.Value) {
	n, m := s.Normalise, v.Get("method")
	if m.String() == "" {
		return
	}
	for _, name := range []string{"low", "high", "mean", "deviation", "target"} {
		if key := v.Key(name); key.Exists() && !slices.Contains(methodKeys(n.Method), name) {
			l.useless(key, fmt.Sprintf("the method %s has no use for %q", n.Method, name), diag.Related{Pos: m.Pos(), Note: "the method"})
		}
	}
	if n.Method == Target && !v.Key("target").Exists() {
		d := m.Finding("method-needs", "the method target needs a target")
		d.Hint = "state the value that is worth 100 points"
		l.findings.Add(d)
	}
	switch base := v.Key("base"); {
	case n.Over == OverBase && !base.Exists():
		d := v.Get("over").Finding("method-needs", "nothing says which period is the base")
		d.Hint = `add the period, such as base: "2015"`
		l.findings.Add(d)
	case n.Over != OverBase && base.Exists():
		l.useless(base, "a base period has no use without over: base", diag.Related{Pos: m.Pos(), Note: "the method"})
	}
	if low := v.Get("low"); n.Method == MinMax && n.Low >= n.High {
		at := low
		if !low.Exists() {
			at = v.Get("high")
		}
		d := at.Finding("method-range", fmt.Sprintf("the worst answer is worth %g points and the best %g", n.Low, n.High))
		d.Expected = "a low below high"
		l.findings.Add(d)
	}
}

// useless finds a key that has no use where it stands.
func (l *loader) useless(key yamlnode.Value, message string, related diag.Related) {
	d := key.Finding("no-use", message)
	d.Hint = "remove it"
	d.Related = []diag.Related{related}
	l.findings.Add(d)
}

// checkFill holds a way of filling in against its keys.
func (l *loader) checkFill(s source) {
	v := s.file.Get("fill")
	by := v.Get("by")
	if by.String() == "" {
		return
	}
	related := diag.Related{Pos: by.Pos(), Note: "the way"}
	periods, among := v.Key("periods"), v.Key("among")
	switch {
	case s.Fill.By == ByCarry && !periods.Exists():
		d := by.Finding("method-needs", "nothing says how old an answer may be that is carried forward")
		d.Hint = "add periods, such as periods: 2"
		l.findings.Add(d)
	case s.Fill.By == ByCarry && among.Exists():
		l.useless(among, "an answer is carried forward within one jurisdiction", related)
	case s.Fill.By == ByMean && periods.Exists():
		l.useless(periods, "a mean is one of the same period", related)
	}
}

// checkPer holds a denominator against the indicators there are.
func (l *loader) checkPer(s source, byID map[string]source) {
	v := s.file.Get("per").Get("indicator")
	other, known := l.operand(v, byID)
	if needs, typed := s.Type.needs(); typed && v.Exists() && (slices.Contains(needs, "options") || s.Type == Date) {
		l.useless(s.file.Key("per"), fmt.Sprintf("an answer of type %s cannot be divided", s.Type), diag.Related{Pos: s.file.Get("type").Pos(), Note: "the type"})
	}
	if !known {
		return
	}
	if needs, typed := other.Type.needs(); typed && (slices.Contains(needs, "options") || other.Type == Date) {
		l.wrongOperand(v, other, "nothing can be divided by an answer of type "+string(other.Type))
	}
}

// checkGate holds a gate against the options of the other indicator.
func (l *loader) checkGate(s source, byID map[string]source) {
	v := s.file.Get("gate")
	other, known := l.operand(v.Get("indicator"), byID)
	if !known {
		return
	}
	if needs, _ := other.Type.needs(); !slices.Contains(needs, "options") {
		l.wrongOperand(v.Get("indicator"), other, "a gate needs an indicator with options")
		return
	}
	var options []string
	for _, o := range other.Options {
		options = append(options, o.ID)
	}
	for _, o := range v.Get("options").Items() {
		if o.String() != "" {
			l.checkKnown(o, options, choice{rule: "gate-option", what: "possible answer to " + string(other.ID), defined: other.file.Key("options").Pos()})
		}
	}
}

// operand returns the other indicator that a rule names, with a finding where
// there is none.
func (l *loader) operand(v yamlnode.Value, byID map[string]source) (source, bool) {
	if v.String() == "" {
		return source{}, false
	}
	if other, known := byID[v.String()]; known || l.unread {
		return other, known
	}
	var ids []string
	for _, s := range l.indicators {
		ids = append(ids, string(s.ID))
	}
	d := v.Finding("unknown-operand", fmt.Sprintf("%q is not an indicator of this framework", v.String()))
	d.Hint = diag.DidYouMean(v.String(), ids)
	l.findings.Add(d)
	return source{}, false
}

// wrongOperand finds another indicator whose type does not serve.
func (l *loader) wrongOperand(v yamlnode.Value, other source, message string) {
	d := v.Finding("operand-type", message)
	d.Hint = "name another indicator"
	d.Related = []diag.Related{{Pos: other.file.Get("type").Pos(), Note: "its type"}}
	l.findings.Add(d)
}

// checkCycle finds an indicator whose score needs its own answer, by way of
// others. The way is told at the first of its indicators by id.
func (l *loader) checkCycle(s source, byID map[string]source) {
	way := []string{string(s.ID)}
	var walk func(at source) bool
	walk = func(at source) bool {
		for _, id := range at.operands() {
			if id == s.ID {
				return true
			}
			next, known := byID[string(id)]
			if !known || slices.Contains(way, string(id)) || id < s.ID {
				continue
			}
			way = append(way, string(id))
			if walk(next) {
				return true
			}
			way = way[:len(way)-1]
		}
		return false
	}
	if s.ID == "" || !walk(s) {
		return
	}
	at := s.file.Get("gate").Get("indicator")
	if s.Per != nil {
		at = s.file.Get("per").Get("indicator")
	}
	d := at.Finding("cycle", "the score of "+string(s.ID)+" needs itself: "+strings.Join(append(way, string(s.ID)), ", "))
	d.Hint = "let one of them stand on its own"
	l.findings.Add(d)
}
