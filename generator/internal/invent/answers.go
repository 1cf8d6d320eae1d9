package main

import (
	"fmt"
	"math"
	"slices"

	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
)

// form fills in the workbook of jurisdiction j in period t.
func (c *country) form(j, t int) entry.Form {
	f := entry.Form{Programme: c.Programme, Jurisdiction: j, Period: t, Standing: true,
		Answers: map[indicator.ID]observation.Observation{}, Before: map[indicator.ID]string{}}
	f.Sources = c.sources(j, t)
	for _, i := range c.Framework.All {
		if i.Computed != nil || !slices.Contains(i.Levels, c.Jurisdictions[j].Level) {
			continue
		}
		if o, given := c.answer(j, t, i); given {
			f.Answers[i.ID] = o
		}
		if t > 0 && c.reports(j, t-1) {
			if before, given := c.answer(j, t-1, i); given {
				f.Before[i.ID] = before.Typed()
			}
		}
	}
	f.Registers = c.registers(j, t)
	return f
}

// answer makes up the answer of jurisdiction j in period t to an indicator, if
// the monitors gave one.
func (c *country) answer(j, t int, i *indicator.Indicator) (observation.Observation, bool) {
	o := observation.Observation{Jurisdiction: j, Period: t, Indicator: i, State: c.state(j, t, i), Monitor: c.monitor(j)}
	if o.State == observation.NotAssessed && dice(c.id(j), c.Periods[t].String(), string(i.ID), "blank").Float64() < 0.5 {
		return o, false // not even the state was filled in
	}
	if o.State.HasValue() {
		c.value(&o.Value, j, t, i)
		if c.small(&o) && !c.showsSmall(j, t) {
			o.Value, o.State = observation.Value{}, observation.NotApplicable // too few cases to ask
		}
	}
	if o.State.HasValue() {
		o.Sources = c.cited(j, t, i)
	}
	if o.Comment = comments[c.id(j)+" "+c.Periods[t].String()+" "+string(i.ID)]; o.Comment == "" && o.State == observation.Withheld {
		o.Comment = "asked in writing, no answer within the legal time"
	}
	return o, true
}

// small reports whether a share of people or cases has a part so small that the
// privacy gate hides it, with every score that it goes into. In a country of
// towns nearly all would be hidden, and little be left to show.
func (c *country) small(o *observation.Observation) bool {
	within := func(x float64) bool { return x > 0 && x < float64(c.Policy.MinCell) }
	v := o.Value
	return o.Indicator.HidesSmallCounts() && v.HasParts &&
		(within(v.Denominator) || o.Indicator.Type == indicator.Percent && (within(v.Numerator) || within(v.Denominator-v.Numerator)))
}

// showsSmall says where small counts stay, so that it can be seen what hiding
// them costs.
func (c *country) showsSmall(j, t int) bool {
	return c.id(j) == "XTV-E3" && c.Periods[t].Year == 2024 || c.id(j) == "XTV-N" && t == len(c.Periods)-2
}

// comments are notes of monitors, for their colleagues only.
var comments = map[string]string{
	"XTV-N4 2024-Q3 prt-15": "يوجد مترجم فوري في المستشفى فقط",
	"XTV-N2 2024-Q2 neg-02": "two coders agreed; letter to the council sent on 3 July",
	"XTV-E3 2024-Q1 com-01": "the name of the municipality does not fit on the form",
	"XTV-E 2024-Q4 prs-05":  "the court confirmed in writing that it gave no judgment in the quarter",
}

// fallen are the places in which nobody was convicted in the last quarter. The
// monitors of one of them say why; of the other, check asks whether it is right.
var fallen = []string{"XTV-E", "XTV-S"}

// state makes up why there is no answer, where there is none. The more open a
// government, the fewer.
func (c *country) state(j, t int, i *indicator.Indicator) observation.State {
	if i.RedLine != nil {
		return observation.Observed
	}
	x := dice(c.id(j), c.Periods[t].String(), string(i.ID), "state").Float64()
	closed := 1 - c.openness[j]
	steps := []struct {
		share float64
		state observation.State
	}{
		{0.012, observation.NotApplicable}, {0.10 * closed, observation.NotAvailable}, {0.07 * closed, observation.Withheld},
		{0.06 * closed, observation.NotAssessed}, {0.04, observation.Estimated},
	}
	if i.HidesSmallCounts() {
		steps = append(steps, struct {
			share float64
			state observation.State
		}{0.02, observation.Suppressed})
	}
	for _, s := range steps {
		if x < s.share {
			return s.state
		}
		x -= s.share
	}
	return observation.Observed
}

// value makes up an answer of the indicator's type.
func (c *country) value(v *observation.Value, j, t int, i *indicator.Indicator) {
	x := c.level(j, t, i)
	switch i.Type {
	case indicator.Rubric, indicator.Category:
		v.Option = i.Options[min(len(i.Options)-1, int(x*float64(len(i.Options))))].ID
	case indicator.YesNo:
		v.Option = "no"
		if i.RedLine == nil && x > 0.45 || i.RedLine != nil && crossed(c.id(j), c.Periods[t].String(), i.ID) {
			v.Option = "yes"
		}
	case indicator.Count:
		v.Number = c.count(j, t, i)
	case indicator.Days:
		v.Number = math.Round(1100 - 850*x)
	case indicator.Date:
		v.Date = c.day(t, 1-x)
	case indicator.Money:
		v.Currency = observation.Currency{'X', 'T', 'C'}
		c.money(v, j, t, i, x)
	default:
		c.share(v, j, t, i, x)
	}
}

// crossed says which red lines were crossed, where and when.
func crossed(j, t string, i indicator.ID) bool {
	switch string(i) {
	case "neg-02":
		return j == "XTV-N2" && t >= "2024-Q1" && t <= "2024-Q2"
	case "neg-01":
		return j == "XTV-E" && t >= "2023-Q4"
	}
	return false
}

// cases returns a number that grows with the population and differs from
// quarter to quarter: 1 for every so many inhabitants.
func (c *country) cases(j, t int, what string, every float64) float64 {
	d := dice(c.id(j), c.Periods[t].String(), what)
	return math.Round(c.people(j, every) * (0.7 + 0.6*d.Float64()))
}

// count makes up a number of people, cases or sittings.
func (c *country) count(j, t int, i *indicator.Indicator) float64 {
	switch i.ID {
	case "bas-01": // counted since the law, so never less than before
		total := c.people(j, 900)
		for k := 0; k <= t; k++ {
			total += c.cases(j, k, "identified", 3_500)
		}
		return total
	case "prt-02":
		return c.identified(j, t)
	case "prs-05":
		if t == len(c.Periods)-1 && slices.Contains(fallen, c.id(j)) {
			return 0
		}
	case "pri-02":
		return math.Round(5 * c.level(j, t, i))
	}
	return c.cases(j, t, string(i.ID), 6_000)
}

// identified is how many victims were identified in the quarter. From the break
// on, presumed victims are counted with them.
func (c *country) identified(j, t int) float64 {
	n := c.cases(j, t, "identified", 3_500)
	if c.Periods[t].Year > 2023 || c.Periods[t].Year == 2023 && c.Periods[t].Part >= 3 {
		n = math.Round(1.6 * n)
	}
	return n
}

// share makes up a share or a rate by its parts: a part of the cases, people or
// places that the indicator speaks of.
func (c *country) share(v *observation.Value, j, t int, i *indicator.Indicator, x float64) {
	whole := c.cases(j, t, string(i.ID)+" whole", 9_000)
	switch {
	case i.ID == "bas-03":
		whole = 10
	case i.ID == "prv-05":
		whole = math.Round(c.people(j, 25_000)) // employed persons, in 10,000
	case i.HidesSmallCounts():
		whole = c.identified(j, t)
	case i.Suppression == "none" && i.Type == indicator.Percent:
		whole += 12
	}
	if i.ID == "cap-02" && c.id(j) == "XTV-S1" && c.Periods[t].String() == "2023-Q4" {
		v.Numerator, v.Denominator = 48, 80 // as corrected: see corrections.csv
	} else {
		v.Numerator, v.Denominator = math.Round(whole*x), whole
	}
	v.HasParts = true
	if v.Number = v.Numerator / v.Denominator; i.Type == indicator.Percent {
		v.Number = 100 * v.Numerator / v.Denominator
	}
}

// money makes up a sum, with what it was spent on where the indicator asks.
func (c *country) money(v *observation.Value, j, t int, i *indicator.Indicator, x float64) {
	switch {
	case !i.InParts():
		v.Number = 1000 * c.cases(j, t, string(i.ID), 30_000)
		return
	case i.HidesSmallCounts():
		v.Denominator = c.identified(j, t)
		v.Numerator = math.Round(2200*x) * v.Denominator
	default:
		v.Denominator = c.people(j, 1_000)
		v.Numerator = math.Round(420*x) * v.Denominator
	}
	v.HasParts, v.Number = true, v.Numerator/v.Denominator
}

// day makes up a day before the end of period t: the older, the higher the age
// from 0 to 1, up to four years.
func (c *country) day(t int, age float64) observation.Date {
	_, last := c.Periods[t].Months()
	month := last - 1 - int(48*age)
	d, ok := observation.NewDate(month/12, month%12+1, 15)
	if !ok {
		panic(fmt.Sprintf("there is no month %d", month))
	}
	return d
}

// monitor is the code of who filled in the workbooks of jurisdiction j.
func (c *country) monitor(j int) string { return fmt.Sprintf("m-%02d", j+1) }
