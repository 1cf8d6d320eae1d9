package register_test

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/workbook"
)

// entryBook is an entry workbook of the town T1 with two registers.
func entryBook(t *testing.T, period string, commitment []any) []byte {
	t.Helper()
	var b bytes.Buffer
	err := workbook.Write(&b, []workbook.NewSheet{
		{Name: "Compromisos", Rows: [][]any{
			{"Código", "Qué", "Quién", "Fecha", "Estado", "Fuentes"},
			{"id", "text", "body", "made_on", "status", "sources"},
			commitment,
		}},
		{Name: "Trainings", Rows: [][]any{
			{"Sector", "Participants"}, // headings that look like keys
			{"sector", "participants"},
			{"police", 12},
		}},
		{Name: "tipscore", Hidden: true, Rows: [][]any{
			{"tipscore-entry", "1"}, {"programme", "p"}, {"jurisdiction", "T1"}, {"period", period},
			{"sheet", "Compromisos", "commitments"}, {"sheet", "Trainings", "trainings"},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decodeEntry(t *testing.T, data []byte) register.Registers {
	t.Helper()
	book, findings, err := workbook.Open(fstest.MapFS{"a.xlsx": {Data: data}}, "a.xlsx", workbook.Limits{})
	if err != nil || book == nil {
		t.Fatal(err, findings)
	}
	answers, _, err := observation.Decode(book, town())
	if err != nil {
		t.Fatal(err)
	}
	found, findings, err := register.Decode(book, answers.Reading)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return found
}

// The rows of an entry workbook say neither where nor when, and a commitment
// goes through the workbooks of many periods: the latest holds, with the
// evidence of all.
func TestEntryWorkbooks(t *testing.T) {
	day := workbook.Date{Year: 2005, Month: 3, Day: 1}
	all := decodeEntry(t, entryBook(t, "2006", []any{"c1", "A shelter", "The council", day, "fulfilled", "s2; s1"}))
	before := decodeEntry(t, entryBook(t, "2005", []any{"c1", "A shelter", "The council", day, "open", "s1"}))
	if e := all["trainings"][0]; e.Jurisdiction != 0 || e.Period != 1 || e.Numbers["participants"] != 12 {
		t.Errorf("%+v", e)
	}
	for _, entries := range [][]register.Entry{
		{all["commitments"][0], before["commitments"][0]},
		{before["commitments"][0], all["commitments"][0]},
	} {
		joined := register.Registers{"commitments": entries}
		if findings := register.Settle(joined); len(findings) > 0 {
			t.Error(findings)
		}
		kept := joined["commitments"]
		if len(kept) != 1 || kept[0].Words["status"] != "fulfilled" || !slices.Equal(kept[0].Sources, []observation.SourceID{"s1", "s2"}) {
			t.Errorf("%+v", kept)
		}
	}
	met := register.Entry{Dates: map[string]observation.Date{"date": {Year: 2005, Month: 3, Day: 1}}}
	other := register.Entry{Jurisdiction: 1, Dates: met.Dates}
	undated := register.Entry{}
	meetings := register.Registers{"meetings": {met, undated, other, undated, met}}
	if findings := register.Settle(meetings); len(findings) != 1 || findings[0].Rule != "same-meeting" || len(meetings["meetings"]) != 5 {
		t.Error(findings)
	}
	twice := register.Registers{"commitments": {before["commitments"][0], before["commitments"][0]}}
	if findings := register.Settle(twice); len(findings) != 1 || findings[0].Rule != "duplicate-commitment" {
		t.Error(findings)
	}
}
