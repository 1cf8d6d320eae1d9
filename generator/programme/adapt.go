package programme

import (
	"fmt"
	"math"
	"strings"
	"time"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode"
)

// adapted returns the framework as this programme uses it: with the indicators
// of its profile and with the goalposts that it sets for itself.
func (l *loader) adapted(f *indicator.Framework) *indicator.Framework {
	if f == nil {
		return nil
	}
	v := l.root.Get("profile")
	if id := v.String(); id != "" {
		profile := f.Profile(id)
		if profile == nil {
			var known []string
			for _, p := range f.Profiles {
				known = append(known, p.ID)
			}
			d := v.Finding("unknown-profile", fmt.Sprintf("the framework %q has no profile %q", f.ID, id))
			d.Expected = strings.Join(known, ", ")
			d.Hint = diag.DidYouMean(id, known)
			d.Related = []diag.Related{{Pos: f.Pos, Note: "the framework"}}
			l.findings.Add(d)
		}
		f = f.Select(profile)
	}
	posts := l.goalposts(f)
	for _, i := range f.All {
		if i.ByProgramme && posts[i.ID] == nil {
			l.findings.Add(diag.Diagnostic{
				Rule: "missing-goalposts", Pos: l.root.Get("framework").Pos(), Got: string(i.ID),
				Message: fmt.Sprintf("%s leaves its goalposts to the programme, which sets none", i.ID),
				Hint:    fmt.Sprintf("write them under goalposts: {indicator: %s, low: ..., high: ..., justification: ...}", i.ID),
				Related: []diag.Related{{Pos: i.Pos, Note: "the indicator"}},
			})
		}
	}
	return f.Override(posts)
}

// goalposts returns the goalposts that the programme sets.
func (l *loader) goalposts(f *indicator.Framework) map[indicator.ID]*indicator.Goalposts {
	out := map[indicator.ID]*indicator.Goalposts{}
	for _, v := range l.root.Get("goalposts").Items() {
		i := l.named(v.Get("indicator"), f)
		low, high := v.Get("low"), v.Get("high")
		switch {
		case i == nil:
			continue
		case !i.ByProgramme:
			d := v.Get("indicator").Finding("goalposts-set", fmt.Sprintf("the goalposts of %s are set by the framework, for every programme", i.ID))
			d.Hint = "remove these"
			d.Related = []diag.Related{{Pos: i.Pos, Note: "the indicator"}}
			l.findings.Add(d)
			continue
		case out[i.ID] != nil:
			d := v.Get("indicator").Finding("duplicate-id", fmt.Sprintf("the goalposts of %s are set twice", i.ID))
			d.Hint = "remove one of the two"
			l.findings.Add(d)
			continue
		case low.Number(math.NaN()) >= high.Number(math.NaN()):
			d := low.Finding("goalposts-order", fmt.Sprintf("the goalposts run from %s to %s", low.String(), high.String()))
			d.Expected = "a low below high"
			l.findings.Add(d)
		}
		out[i.ID] = &indicator.Goalposts{
			Low: low.Number(0), High: high.Number(0), Justification: v.Get("justification").Text(), Pos: v.Pos(),
		}
	}
	return out
}

// named returns the indicator that v names, or nil with a finding.
func (l *loader) named(v yamlnode.Value, f *indicator.Framework) *indicator.Indicator {
	id := v.String()
	if f == nil || id == "" {
		return nil
	}
	if i := f.Indicator(indicator.ID(id)); i != nil {
		return i
	}
	var known []string
	for _, i := range f.All {
		known = append(known, string(i.ID))
	}
	d := v.Finding("unknown-indicator-named", fmt.Sprintf("%q is not an indicator of this programme", id))
	d.Hint = diag.DidYouMean(id, known)
	d.Expected = "an indicator of the framework and of the profile"
	d.Related = []diag.Related{{Pos: f.Pos, Note: "the framework"}}
	l.findings.Add(d)
	return nil
}

// rollup returns how children become one number, or nil.
func (l *loader) rollup() *Rollup {
	v := l.root.Get("rollup")
	if !v.Exists() {
		return nil
	}
	return &Rollup{Method: RollupMethod(v.Get("method").String()), Coverage: v.Get("coverage").Number(0)}
}

// starts returns what cumulative counts count from. Without its start such a
// number says nothing.
func (l *loader) starts(f *indicator.Framework) (list []Start) {
	named := map[indicator.ID]bool{}
	for _, v := range l.root.Get("since").Items() {
		i := l.named(v.Get("indicator"), f)
		if i == nil {
			continue
		}
		named[i.ID] = true
		if !i.Cumulative {
			d := v.Get("indicator").Finding("not-cumulative", fmt.Sprintf("%s does not count since a date", i.ID))
			d.Hint = "remove it"
			d.Related = []diag.Related{{Pos: i.Pos, Note: "the indicator"}}
			l.findings.Add(d)
		}
		date := v.Get("date")
		at, err := time.Parse(time.DateOnly, date.String())
		if err != nil && date.String() != "" {
			d := date.Finding("date-shape", fmt.Sprintf("%q is not a date", date.String()))
			d.Expected = "a date such as 2000-10-28"
			l.findings.Add(d)
			continue
		}
		list = append(list, Start{
			Indicator: i.ID, Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Event: v.Get("event").Text(),
		})
	}
	if f == nil {
		return list
	}
	for _, i := range f.All {
		if i.Cumulative && !named[i.ID] {
			l.findings.Add(diag.Diagnostic{
				Rule: "missing-start", Pos: l.root.Get("framework").Pos(), Got: string(i.ID),
				Message: fmt.Sprintf("%s counts since a date, which the programme does not name", i.ID),
				Hint:    fmt.Sprintf("write it under since: {indicator: %s, date: ..., event: ...}", i.ID),
				Related: []diag.Related{{Pos: i.Pos, Note: "the indicator"}},
			})
		}
	}
	return list
}
