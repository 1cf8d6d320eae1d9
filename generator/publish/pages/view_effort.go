package pages

import (
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/community"
	"tipscore/generator/publish/peers"
	"tipscore/generator/publish/reading"
)

// EffortView is the page of what the community effort itself did. Nothing on it
// is part of any government's score.
type EffortView struct {
	Groups    []EffortGroup
	Registers []community.Link
}

// EffortGroup is a group of indicators about the programme's own doing.
type EffortGroup struct {
	Title, Summary string
	Indicators     []EffortRow
}

// EffortRow is one indicator with its answers, the newest first.
type EffortRow struct {
	Title, URL, Question string
	Answers              []EffortAnswer
	Since                *reading.Since // what a total counts from, nil for none
	Breaks               []reading.Break
}

// EffortAnswer is an answer for a place and a period.
type EffortAnswer struct {
	Name, URL, Period string
	Answer            reading.Answer
}

func (v *View) effort() *EffortView {
	e := v.edition()
	out := &EffortView{}
	for _, name := range e.Registers() {
		out.Registers = append(out.Registers, v.scribe().Register(name))
	}
	for _, g := range e.Def.Framework.Context {
		if !peers.OfProgramme(g) {
			continue
		}
		group := EffortGroup{Title: v.text(g.Title), Summary: v.text(g.Summary)}
		for _, i := range g.Indicators {
			group.Indicators = append(group.Indicators, v.effortRow(i))
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// effortRow lists the answers to one indicator by period, latest first, and
// name.
func (v *View) effortRow(i *indicator.Indicator) EffortRow {
	e := v.edition()
	row := EffortRow{Title: v.text(i.Title), URL: v.read.IndicatorURL(i), Question: v.text(i.Question), Since: v.read.Since(i), Breaks: v.read.AllBreaks(i)}
	for _, t := range slices.Backward(e.Answered[i.Index]) {
		for _, j := range v.byName() {
			a := e.Public.Answer(j, t, i)
			if a.State == observation.NotAssessed {
				continue
			}
			row.Answers = append(row.Answers, EffortAnswer{
				Name: v.read.Name(j), URL: v.read.PlaceURL(j), Period: e.Period(t), Answer: v.read.Answer(a, i),
			})
		}
		if i.Timing == indicator.Standing {
			break
		}
	}
	return row
}
