package trace

import (
	"fmt"
	"strings"

	"tipscore/generator/indicator"
	"tipscore/generator/scorecard/method"
)

// value writes the answer of an indicator as a monitor gave it.
func (x *traceWriter) value(st *Step) string {
	v, i := st.Answer.Value, st.Indicator
	unit := i.Unit.In(x.lang, x.fallback)
	switch {
	case v.Option != "":
		text := v.Option
		if o := i.Option(v.Option); o != nil {
			text += ` "` + o.Title.In(x.lang, x.fallback) + `"`
		}
		ids := make([]string, len(i.Options))
		for k, o := range i.Options {
			ids[k] = o.ID
		}
		return text + ", one of " + strings.Join(ids, ", ")
	case i.Type == indicator.Date:
		return v.Date.String()
	case i.Type == indicator.Money && v.HasParts:
		return fmt.Sprintf("%s %s for %s, which is %s %s", method.Number(v.Numerator), v.Currency, method.Number(v.Denominator),
			method.Number(v.Number), strings.TrimSpace(v.Currency.String()+" "+unit))
	case i.Type == indicator.Money:
		return strings.TrimSpace(method.Number(v.Number) + " " + v.Currency.String() + " " + unit)
	case v.HasParts:
		return strings.TrimSpace(fmt.Sprintf("%s of %s, which is %s %s",
			method.Number(v.Numerator), method.Number(v.Denominator), method.Number(v.Number), unit))
	}
	return strings.TrimSpace(method.Number(v.Number) + " " + unit)
}

// rule writes the calculation of an indicator score.
func (x *traceWriter) rule(st *Step) string {
	r := st.Rule
	if r.Filled {
		return fmt.Sprintf("filled in for the missing answer: %s, worth %s points", method.Number(r.Measured), method.Number(st.Result.Score.Value))
	}
	if n := r.Normalise; n != nil {
		return fmt.Sprintf("%s by %s among %s over %s is worth %s points", method.Number(r.Measured), n.Method, n.Among, n.Over, method.Number(st.Result.Score.Value))
	}
	if g := st.Indicator.Gate; g != nil && st.Result.Score.Value == 0 {
		return fmt.Sprintf("counts only if the answer to %s is one of %s", g.Indicator, strings.Join(g.Options, ", "))
	}
	if r.Option != nil {
		return fmt.Sprintf("answer %s is worth %s points", r.Option.ID, method.Number(r.Option.Score))
	}
	g, sign := r.Goalposts, ""
	if g.Log {
		sign = "ln "
	}
	low, high, measured := sign+method.Number(g.Low), sign+method.Number(g.High), sign+method.Number(r.Measured)
	text := fmt.Sprintf("(%s - %s) / (%s - %s) x 100", measured, low, high, low)
	if r.Direction == indicator.Down {
		text = fmt.Sprintf("(%s - %s) / (%s - %s) x 100", high, measured, high, low)
	}
	if r.Measured < g.Low || r.Measured > g.High {
		text += ", kept within 0 and 100,"
	}
	text += " is " + method.Number(st.Result.Score.Value)
	if r.Age {
		text = fmt.Sprintf("%s months old at the end of %s; ", method.Number(r.Measured), x.Period) + text
	}
	return text
}
