package register

import (
	"fmt"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/programme"
)

// Answers returns the answers that the registers give to the indicators that
// are computed from them, for every jurisdiction and period with an entry and
// no answer that was typed in. A typed answer stands, and a finding says so
// where the register gives another figure.
//
// Worked number: two trainings of the police with 12 and 15 participants, of
// whom 20 passed of 25 who sat, give 27 participants and 20 / 25 = 80 %.
func Answers(p *programme.Programme, all Registers, typedIn []observation.Observation) ([]observation.Observation, diag.List) {
	type key struct{ j, t, i int }
	have := map[key]*observation.Observation{}
	for k := range typedIn {
		o := &typedIn[k]
		if o.Indicator.Computed != nil && o.Period >= 0 {
			have[key{o.Jurisdiction, o.Period, o.Indicator.Index}] = o
		}
	}
	var out []observation.Observation
	var findings diag.List
	for _, i := range p.Framework.All {
		if i.Computed == nil {
			continue
		}
		for _, g := range grouped(all[i.Computed.Register]) {
			if !asked(i, p.Jurisdictions[g[0].Jurisdiction].Level) {
				continue
			}
			o, ok := computed(i, g)
			if !ok {
				continue
			}
			if t := have[key{o.Jurisdiction, o.Period, i.Index}]; t == nil {
				out = append(out, o)
			} else if t.State.HasValue() && t.Value.Number != o.Value.Number {
				findings.Add(differs(p, t, &o))
			}
		}
	}
	return out, findings
}

func asked(i *indicator.Indicator, level string) bool {
	return len(i.Levels) == 0 || slices.Contains(i.Levels, level)
}

func differs(p *programme.Programme, t, o *observation.Observation) diag.Diagnostic {
	subject := fmt.Sprintf("%s %s %s", p.Jurisdictions[t.Jurisdiction].ID, p.Periods[t.Period], t.Indicator.ID)
	return diag.Diagnostic{
		Rule: "computed-differs", Pos: t.Pos, Got: t.Typed(), Subject: subject,
		Message: fmt.Sprintf("%s is typed as %s, and the register %s gives %s", subject, t.Typed(), t.Indicator.Computed.Register, o.Typed()),
		Hint:    "delete the typed answer, so that the register counts; or correct the register",
		Related: []diag.Related{{Pos: o.Pos, Note: "the register"}, {Pos: t.Indicator.Computed.Pos, Note: "rule"}},
	}
}

// grouped returns the entries by jurisdiction and period, in order.
func grouped(entries []Entry) [][]Entry {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b Entry) int {
		if a.Jurisdiction != b.Jurisdiction {
			return a.Jurisdiction - b.Jurisdiction
		}
		return a.Period - b.Period
	})
	var groups [][]Entry
	for k, e := range sorted {
		if e.Period < 0 {
			continue // a commitment belongs to no period
		}
		if k > 0 && len(groups) > 0 && sorted[k-1].Jurisdiction == e.Jurisdiction && sorted[k-1].Period == e.Period {
			groups[len(groups)-1] = append(groups[len(groups)-1], e)
			continue
		}
		groups = append(groups, []Entry{e})
	}
	return groups
}

// computed returns the answer that entries of one jurisdiction and period give.
func computed(i *indicator.Indicator, entries []Entry) (observation.Observation, bool) {
	c := i.Computed
	if c.Sectors != nil {
		entries = slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !slices.Contains(c.Sectors, e.Words["sector"]) })
	}
	if len(entries) == 0 {
		return observation.Observation{}, false
	}
	o := observation.Observation{
		Jurisdiction: entries[0].Jurisdiction, Period: entries[0].Period, Indicator: i, State: observation.Observed, Pos: entries[0].Pos,
	}
	for _, e := range entries {
		for _, s := range e.Sources {
			if !slices.Contains(o.Sources, s) {
				o.Sources = append(o.Sources, s)
			}
		}
	}
	if c.Value != "" {
		n, ok := measure(c.Value, entries)
		o.Value.Number = n
		return o, ok
	}
	above, ok := measure(c.Numerator, entries)
	below, both := measure(c.Denominator, entries)
	if !ok || !both || below == 0 {
		return o, false
	}
	o.Value.Numerator, o.Value.Denominator, o.Value.HasParts = above, below, true
	o.Value.Number = above / below
	if i.Type == indicator.Percent {
		o.Value.Number *= 100
	}
	return o, true
}

// measure counts something in entries. The false result is for what nobody
// wrote down in one of them: a sum over the others would be too low.
func measure(name string, entries []Entry) (float64, bool) {
	yes := func(column string) (float64, bool) {
		n := 0.0
		for _, e := range entries {
			if e.Words[column] == "yes" && e.Words["held"] != "no" {
				n++
			}
		}
		return n, true
	}
	switch name {
	case "planned", "campaigns":
		return float64(len(entries)), true
	case "held":
		return yes("held")
	case "with-minutes":
		return yes("minutes")
	case "with-decision-maker":
		return yes("decision_maker")
	case "sectors-listed":
		return float64(len(indicator.TableSectors())), true
	case "sectors-present":
		return present(entries)
	case "actions-due", "actions-done":
		return sum(map[string]string{"actions-due": "actions_due", "actions-done": "actions_done"}[name], entries)
	}
	return sum(name, entries)
}

func sum(column string, entries []Entry) (float64, bool) {
	total := 0.0
	for _, e := range entries {
		n, known := e.Numbers[column]
		if !known {
			return 0, false
		}
		total += n
	}
	return total, true
}

// present counts the sectors that sat in at least half of the meetings held.
func present(entries []Entry) (float64, bool) {
	held := 0
	seats := map[string]int{}
	for _, e := range entries {
		if e.Words["held"] != "yes" {
			continue
		}
		held++
		for _, s := range indicator.TableSectors() {
			if e.Numbers[sectorColumn(s)] > 0 {
				seats[s]++
			}
		}
	}
	if held == 0 {
		return 0, false
	}
	n := 0.0
	for _, s := range indicator.TableSectors() {
		if 2*seats[s] >= held {
			n++
		}
	}
	return n, true
}
