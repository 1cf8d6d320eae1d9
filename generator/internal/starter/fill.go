package starter

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/entry"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
	"tipscore/generator/workbook"
	"tipscore/site"
)

// made is a workbook of the new project.
type made struct {
	name string
	data []byte
}

// fill makes the workbooks of the small project, whose definitions have been
// written: the tables of invented answers are read like any others, and what
// they say is written into entry workbooks.
func fill(fsys fs.FS) ([]made, error) {
	f, findings, err := indicator.Load(fsys, "indicators/"+framework)
	if err != nil {
		return nil, err
	}
	p, more, err := programme.Load(fsys, "data/example", func(string) *indicator.Framework { return f })
	if err != nil {
		return nil, err
	}
	if findings.HasErrors() || more.HasErrors() {
		return nil, problem(findings, more)
	}
	answers, registers, err := tables(p)
	if err != nil {
		return nil, err
	}
	words, err := entry.ReadWords(p.Languages[0], site.FS)
	if err != nil {
		return nil, err
	}
	var out []made
	for j := range p.Jurisdictions {
		form := entry.Form{
			Programme: p, Jurisdiction: j, Words: words, Standing: true, Sources: answers.Sources,
			Answers: map[indicator.ID]observation.Observation{}, Registers: map[string][]entry.Entry{},
		}
		for _, o := range answers.Observations {
			if o.Jurisdiction == j {
				form.Answers[o.Indicator.ID] = o
			}
		}
		for name, entries := range registers {
			for i := range entries {
				if entries[i].Jurisdiction == j {
					form.Registers[name] = append(form.Registers[name], entry.Of(&entries[i]))
				}
			}
		}
		var b bytes.Buffer
		if err := entry.Write(&b, form); err != nil {
			return nil, err
		}
		out = append(out, made{string(p.Jurisdictions[j].ID) + ".xlsx", b.Bytes()})
	}
	return out, nil
}

// tables reads the embedded tables of answers. They are about the quarter
// 9999-Q4, which stands for whatever quarter it is now.
func tables(made *programme.Programme) (*observation.Answers, register.Registers, error) {
	p := *made
	p.Periods = []programme.Period{{Frequency: programme.Quarter, Year: 9999, Part: 4}}
	all, registers := &observation.Answers{}, register.Registers{}
	for _, name := range []string{"project/answers.csv", "project/sources.csv", "project/meetings.csv"} {
		book, findings, err := workbook.Open(project, name, workbook.Limits{})
		if err != nil || book == nil {
			return nil, nil, errors.Join(err, problem(findings))
		}
		answers, more, err := observation.Decode(book, &p)
		if err != nil {
			return nil, nil, err
		}
		entries, last, err := register.Decode(book, answers.Reading)
		if err != nil {
			return nil, nil, err
		}
		if more.HasErrors() || last.HasErrors() {
			return nil, nil, problem(more, last)
		}
		all.Observations = append(all.Observations, answers.Observations...)
		all.Sources = append(all.Sources, answers.Sources...)
		for register := range entries {
			registers[register] = append(registers[register], entries[register]...)
		}
	}
	return all, registers, nil
}

// problem is the first of some findings, as an error: what is embedded has
// none.
func problem(lists ...diag.List) error {
	for _, list := range lists {
		for _, f := range list {
			if f.Severity == diag.Error {
				return fmt.Errorf("%s: %s", f.Pos, f.Message)
			}
		}
	}
	return nil
}
