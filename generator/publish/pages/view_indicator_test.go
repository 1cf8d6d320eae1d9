package pages

import (
	"slices"
	"testing"

	"tipscore/generator/publish/reading"
)

func TestDatesComeBeforeMissingOnes(t *testing.T) {
	row := func(date string) AnswerRow { return AnswerRow{Answer: reading.Answer{ISODate: date}} }
	rows := []AnswerRow{row(""), row("2008-02-05"), row(""), row("1999-12-31")}
	slices.SortStableFunc(rows, byDate)
	for i, want := range []string{"1999-12-31", "2008-02-05", "", ""} {
		if got := rows[i].Answer.ISODate; got != want {
			t.Errorf("row %d has the date %q, want %q", i, got, want)
		}
	}
}
