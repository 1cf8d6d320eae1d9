package pages

import (
	"slices"
	"testing"
)

func TestChangeView(t *testing.T) {
	for d, want := range map[float64]ChangeView{
		8.34: {Known: true, Text: "+8.3", Way: "up"},
		-5:   {Known: true, Text: "−5.0", Way: "down"},
		0:    {Known: true, Text: "0.0", Way: "level"},
	} {
		if got := changeView(d, 1); got != want {
			t.Errorf("changeView(%v) = %+v, want %+v", d, got, want)
		}
	}
}

func TestDatesComeBeforeMissingOnes(t *testing.T) {
	row := func(date string) AnswerRow { return AnswerRow{Answer: AnswerView{ISODate: date}} }
	rows := []AnswerRow{row(""), row("2008-02-05"), row(""), row("1999-12-31")}
	slices.SortStableFunc(rows, byDate)
	for i, want := range []string{"1999-12-31", "2008-02-05", "", ""} {
		if got := rows[i].Answer.ISODate; got != want {
			t.Errorf("row %d has the date %q, want %q", i, got, want)
		}
	}
}
