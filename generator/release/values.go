package release

import (
	"fmt"
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
)

// Value writes a published answer the way data files and machines want it: an
// option's id, a plain decimal number, an ISO date, or "" without a value.
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
	case indicator.Money:
		return strings.TrimSpace(number(a.Value.Number) + " " + a.Value.Currency.String())
	}
	return number(a.Value.Number)
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
