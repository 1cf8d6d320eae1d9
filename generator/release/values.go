package release

import (
	"fmt"
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
)

// Value writes a published answer the way data files and machines want it: an
// option's id, a plain decimal number, an ISO date, or "" without a value. The
// currency of a sum of money has a column of its own.
func Value(i *indicator.Indicator, a disclosure.Answer) string {
	if !a.State.HasValue() {
		return ""
	}
	switch i.Type {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		return a.Value.Option
	case indicator.Date:
		d := a.Value.Date
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	return number(a.Value.Number)
}

// valueFields returns the unit (in the programme's first language), the currency
// and the parts of a published answer, in the order of valueColumns.
func valueFields(p *disclosure.Public, i *indicator.Indicator, a disclosure.Answer) []string {
	out := make([]string, len(valueColumns))
	if !a.State.HasValue() {
		return out
	}
	out[0], out[1] = text(i.Unit.In(p.Programme().Languages[0], "")), a.Value.Currency.String()
	if a.Value.HasParts {
		out[2], out[3] = number(a.Value.Numerator), number(a.Value.Denominator)
	}
	return out
}

// number writes a float in its shortest plain decimal form.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// text makes words from a workbook safe to open in a spreadsheet: a cell that
// begins like a formula gets an apostrophe in front, which spreadsheets read as
// "this is text" (OWASP, CSV Injection).
func text(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
