package release

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// RegisterFile returns the path of the data file of a register, in the format
// "csv" or "json".
func RegisterFile(p *disclosure.Public, register, format string) string {
	return "data/" + p.Programme().ID + "/" + register + "." + format
}

// registerTables returns the files of the registers that have entries, each in
// both formats.
func registerTables(p *disclosure.Public) (list []table) {
	for _, name := range indicator.Registers() {
		if len(p.Records(name)) == 0 {
			continue
		}
		rows := func(p *disclosure.Public, emit func([]string) error) error { return recordRows(p, name, emit) }
		list = append(list,
			table{path: RegisterFile(p, name, "csv"), name: name, columns: recordColumns(name), rows: rows},
			table{path: RegisterFile(p, name, "json"), name: name})
	}
	return list
}

// recordColumns returns the columns of a register's file. A commitment belongs
// to no period.
func recordColumns(register string) []string {
	out := []string{"jurisdiction"}
	if register != "commitments" {
		out = append(out, "period")
	}
	return append(append(out, disclosure.RecordColumns(register)...), "sources")
}

// shortColumns is recordColumns with one name for the sectors at a meeting.
func shortColumns(register string) []string {
	var out []string
	for _, c := range recordColumns(register) {
		if strings.HasPrefix(c, disclosure.Present) {
			c = disclosure.Present + "*"
		}
		out = append(out, c)
	}
	return slices.Compact(out)
}

func recordRows(p *disclosure.Public, register string, emit func([]string) error) error {
	for _, r := range p.Records(register) {
		row := []string{string(p.Programme().Jurisdictions[r.Jurisdiction].ID)}
		if r.Period >= 0 {
			row = append(row, p.Programme().Periods[r.Period].String())
		}
		for _, column := range disclosure.RecordColumns(register) {
			row = append(row, recordField(r, column))
		}
		if err := emit(append(row, join(cited(p, r)))); err != nil {
			return err
		}
	}
	return nil
}

// cited returns the published sources of an entry.
func cited(p *disclosure.Public, r disclosure.Record) []observation.SourceID {
	list := []observation.SourceID{}
	for _, id := range r.Sources {
		if p.Source(id) != nil {
			list = append(list, id)
		}
	}
	return list
}

// recordField returns a part of an entry, "" where nothing was written down.
func recordField(r disclosure.Record, column string) string {
	if n, counted := r.Numbers[column]; counted {
		return number(n)
	}
	if d, dated := r.Dates[column]; dated {
		return d.String()
	}
	if word := r.Words[column]; word != "" {
		return word
	}
	return text(r.Texts[column])
}

// json writes the entries of a register, with what nobody wrote down left out,
// and counts them.
func (j *job) json(w io.Writer) (rows int, err error) {
	p := j.programme.Programme()
	file := struct {
		Programme string            `json:"programme"`
		Register  string            `json:"register"`
		Invented  map[string]string `json:"invented,omitempty"` // the notice by language
		Records   []map[string]any  `json:"records"`
	}{Programme: p.ID, Register: j.name}
	for k, mark := range j.marks {
		if file.Invented == nil {
			file.Invented = map[string]string{}
		}
		file.Invented[p.Languages[k]] = mark
	}
	for _, r := range j.programme.Records(j.name) {
		one := map[string]any{"jurisdiction": p.Jurisdictions[r.Jurisdiction].ID, "sources": cited(j.programme, r)}
		if r.Period >= 0 {
			one["period"] = p.Periods[r.Period].String()
		}
		for _, column := range disclosure.RecordColumns(j.name) {
			if n, counted := r.Numbers[column]; counted {
				one[column] = n
			} else if d, dated := r.Dates[column]; dated {
				one[column] = d.String()
			} else if said := r.Words[column] + r.Texts[column]; said != "" {
				one[column] = said
			}
		}
		file.Records = append(file.Records, one)
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return len(file.Records), out.Encode(file)
}
