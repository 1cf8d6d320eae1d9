package main

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
)

// The copies of a workbook beside the first.
const (
	secondCoder = 2
	adjudicator = 3
)

// forms returns the workbooks of jurisdiction j in period t: one, or in the
// last quarter of some places also a second coder's and, all but once, an
// adjudicator's.
func (c *country) forms(j, t int) []entry.Form {
	first := c.form(j, t)
	if !c.codedTwice(j, t) {
		return []entry.Form{first}
	}
	second := c.again(first)
	all := []entry.Form{first, second}
	if d := c.decided(first, second); len(d.Answers) > 0 && c.id(j) != "XTV-E1" { // where nobody has decided yet
		all = append(all, d)
	}
	return all
}

// codedTwice says whether two coders filled in the workbook independently.
func (c *country) codedTwice(j, t int) bool {
	last := len(c.Periods) - 1
	return t == last && slices.Contains(strings.Fields("XTV XTV-N XTV-N1 XTV-N2 XTV-E1 XTV-S1"), c.id(j))
}

// again returns the form as a second coder filled it in, who saw the same
// sources and not the first coder's answers: one rubric in nine is a level off.
func (c *country) again(f entry.Form) entry.Form {
	f.Copy, f.Registers = secondCoder, nil
	f.Answers = c.rewritten(f, fmt.Sprintf("k-%02d", f.Jurisdiction+1), func(o *observation.Observation) bool {
		i := o.Indicator
		d := dice(c.id(f.Jurisdiction), string(i.ID), "second")
		if i.Type == indicator.Rubric && o.State.HasValue() && d.Float64() < 1.0/9 {
			at := slices.IndexFunc(i.Options, func(x indicator.Option) bool { return x.ID == o.Value.Option })
			o.Value.Option = i.Options[min(len(i.Options)-1, max(0, at+2*d.IntN(2)-1))].ID
		}
		return true
	})
	return f
}

// decided returns the form of the adjudicator, who answered where two coders
// differ: every other time as the second did.
func (c *country) decided(first, second entry.Form) entry.Form {
	n := 0
	out := first
	out.Copy, out.Registers = adjudicator, nil
	out.Answers = c.rewritten(first, "a-01", func(o *observation.Observation) bool {
		other := second.Answers[o.Indicator.ID]
		if other.Value == o.Value {
			return false
		}
		if n++; n%2 == 0 {
			o.Value = other.Value
		}
		return true
	})
	return out
}

// rewritten returns the answers of a form as another person gave them, without
// those that the function leaves out.
func (c *country) rewritten(f entry.Form, code string, change func(*observation.Observation) bool) map[indicator.ID]observation.Observation {
	out := map[indicator.ID]observation.Observation{}
	for _, i := range c.Framework.All {
		o, given := f.Answers[i.ID]
		if !given {
			continue
		}
		if o.Monitor, o.Comment = code, ""; change(&o) {
			out[i.ID] = o
		}
	}
	return out
}
