package disclosure

import (
	"maps"
	"slices"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
)

// Record is an entry of a register as the public may see it. People in it are
// counted by what they do, never named, so that its numbers need no bound; its
// texts are scanned as those of sources are. Of survivors at a meeting only
// that they were there is told, never how many: in a small town one of them
// could be known.
type Record struct {
	Jurisdiction int
	Period       int // -1 for commitments
	Texts        map[string]string
	Words        map[string]string
	Numbers      map[string]float64
	Dates        map[string]observation.Date
	Sources      []observation.SourceID
}

// Records returns the entries of a register, in the order of their rows.
func (p *Public) Records(name string) []Record { return p.records[name] }

// RecordColumns returns what is published of an entry of a register besides its
// place, its period and its sources, in the order in which it is told.
func RecordColumns(register string) []string {
	switch register {
	case "commitments":
		return []string{"text", "body", "made_on", "due", "measure", "status"}
	case "meetings":
		out := []string{"date", "held", "minutes", "decision_maker"}
		for _, sector := range indicator.TableSectors() {
			out = append(out, Present+sector)
		}
		return append(out, "decisions", "follow_up", "actions_due", "actions_done")
	case "trainings":
		return []string{"sector", "date", "sessions", "organisations", "participants", "sat", "passed"}
	case "campaigns":
		return []string{"place", "channel", "from", "to", "reach", "alternatives"}
	}
	return nil
}

// Present is what the names of columns begin with that count the people of a
// sector at a meeting.
const Present = "n_"

// publicRecords returns the entries of all registers without personal data in
// their texts.
func publicRecords(d *dataset.Dataset) (map[string][]Record, diag.List) {
	out := map[string][]Record{}
	var list diag.List
	for _, name := range indicator.Registers() {
		for _, e := range d.Register(name) {
			r := Record{e.Jurisdiction, e.Period, maps.Clone(e.Texts), e.Words, e.Numbers, e.Dates, e.Sources}
			for _, column := range slices.Sorted(maps.Keys(e.Texts)) {
				if clean := redact(e.Texts[column]); clean != e.Texts[column] {
					list.Add(personalRecord(name, column, e))
					r.Texts[column] = clean
				}
			}
			r.Numbers, r.Words = withoutSurvivors(e)
			out[name] = append(out[name], r)
		}
	}
	return out, list
}

// survivors is the column that counts survivors at a meeting.
const survivors = Present + "survivors"

// withoutSurvivors returns the numbers and words of an entry with "yes" in
// place of the number of survivors.
func withoutSurvivors(e register.Entry) (map[string]float64, map[string]string) {
	if _, counted := e.Numbers[survivors]; !counted {
		return e.Numbers, e.Words
	}
	numbers, words := maps.Clone(e.Numbers), maps.Clone(e.Words)
	if words == nil {
		words = map[string]string{}
	}
	if numbers[survivors] > 0 {
		words[survivors] = "yes"
	}
	delete(numbers, survivors)
	return numbers, words
}

func personalRecord(name, column string, e register.Entry) diag.Diagnostic {
	return diag.Diagnostic{
		Rule: "personal-data", Severity: diag.Warning, Pos: e.Pos, Got: e.Texts[column],
		Message:  "the " + column + " of this entry in " + name + " holds an e-mail address or a telephone number",
		Expected: "texts without ways to reach a person",
		Hint:     "take it out of the workbook; it is left out of everything published",
	}
}

// Statuses lists how far a commitment can have come.
func Statuses() []string { return register.Statuses() }
