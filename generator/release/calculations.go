package release

import (
	"io"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
)

// CalculationFile returns the path of the calculation of jurisdiction j in
// period t.
func CalculationFile(p *disclosure.Public, j, t int) string {
	pr := p.Programme()
	return "data/" + pr.ID + "/calculations/" + pr.Jurisdictions[j].Slug + "/" + pr.Periods[t].String() + ".json"
}

// calculationTables returns a file for every jurisdiction and scored period.
func calculationTables(p *disclosure.Public) (list []table) {
	for _, at := range p.Calculations() {
		list = append(list, table{
			path: CalculationFile(p, at.Jurisdiction, at.Period), name: "calculation",
			document: func(p *disclosure.Public, notice indicator.Text, w io.Writer) error {
				c := p.Calculation(at.Jurisdiction, at.Period)
				c.Notice = notice
				return c.WriteLine(w)
			},
		})
	}
	return list
}

// notice returns the marks by language, nil for real data.
func (j *job) notice() indicator.Text {
	var out indicator.Text
	for k, mark := range j.marks {
		if out == nil {
			out = indicator.Text{}
		}
		out[j.programme.Programme().Languages[k]] = mark
	}
	return out
}
