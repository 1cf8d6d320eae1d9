package entry

import (
	"strings"

	"tipscore/generator/observation/register"
	"tipscore/generator/workbook"
)

// Of returns an entry of a register as it is filled in again.
func Of(e *register.Entry) Entry {
	out := Entry{}
	for column, text := range e.Texts {
		out[column] = text
	}
	for column, word := range e.Words {
		out[column] = word
	}
	for column, number := range e.Numbers {
		out[column] = number
	}
	for column, day := range e.Dates {
		out[column] = workbook.Date{Year: int(day.Year), Month: int(day.Month), Day: int(day.Day)}
	}
	var ids []string
	for _, id := range e.Sources {
		ids = append(ids, string(id))
	}
	if len(ids) > 0 {
		out["sources"] = strings.Join(ids, "; ")
	}
	return out
}
