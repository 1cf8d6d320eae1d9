package synthetic

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"tipscore/generator/indicator"
	"tipscore/generator/workbook"
)

// answerColumns are those of the table of answers. A row fills in six to eight.
func answerColumns() []string {
	return []string{"jurisdiction", "period", "indicator", "value", "state", "comment", "sources", "monitor"}
}

func sourceColumns() []string { return []string{"id", "title", "publisher", "date", "url"} }

// writeAnswers writes the workbook of the quarters from first up to, without,
// end.
func (p *plan) writeAnswers(w io.Writer, first, end int) error {
	var rows [][]any
	for j := range p.places {
		// A district has its own numbers, whichever others there are.
		r := rand.New(rand.NewPCG(uint64(j), uint64(first)))
		for t := first; t < end; t++ {
			for _, q := range p.questions {
				rows = append(rows, p.answer(r, j, t, q))
			}
		}
	}
	sheets := []workbook.NewSheet{
		{Name: "Data", Header: answerColumns(), Rows: rows},
		{Name: "Sources", Header: sourceColumns(), Rows: p.sources(first, end)},
	}
	if p.Shared {
		return writeShared(w, sheets)
	}
	return workbook.Write(w, sheets)
}

// answer invents one row: most questions are answered, some with an estimate,
// one row in ten has a remark of its own.
func (p *plan) answer(r *rand.Rand, j, t int, q question) []any {
	row := []any{p.places[j].id, period(t), q.id(), q.value(r, quality(r, j, t)), nil, nil, p.cited(j, t, q), fmt.Sprintf("m-%03d", j%40)}
	switch chance := r.Float64(); {
	case chance < 0.04:
		row[3], row[4] = nil, "not_available"
	case chance < 0.05:
		row[3], row[4] = nil, "withheld"
	case chance < 0.06:
		row[3], row[4] = nil, "not_applicable"
	case chance < 0.09:
		row[4] = "estimated"
	}
	if r.IntN(10) == 0 {
		row[5] = fmt.Sprintf("Invented remark on line %d of the list.", r.IntN(1000))
	}
	return row
}

// quality is how well a district does, from 0 to 1. It differs between
// districts and moves slowly, so that ranks change and scores have a course.
func quality(r *rand.Rand, j, t int) float64 {
	level := 0.15 + 0.7*math.Mod(float64(j)*0.618, 1)
	course := 0.12 * math.Sin(float64(t)/6+float64(j))
	return min(max(level+course+0.15*r.NormFloat64(), 0), 1)
}

// value returns the answer of that quality.
func (q question) value(r *rand.Rand, quality float64) any {
	if options := q.options(); options != nil {
		return options[int(math.Round(quality*float64(len(options)-1)))]
	}
	switch x := quality * q.high(); q.kind {
	case indicator.Date:
		return workbook.Date{Year: firstYear - 1 - r.IntN(20), Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
	case indicator.Ratio:
		return math.Round(100*x) / 100
	case indicator.Percent:
		return max(1, math.Round(10*x)/10) // below 1 a share was probably meant, and check asks
	case indicator.Rate:
		return math.Round(10*x) / 10
	default:
		return math.Round(x)
	}
}

// Sources: a district publishes two lists a year, and there is one register of
// all districts.
func ownList(id string, year int, letter string) string {
	return fmt.Sprintf("%s-%d-%s", id, year, letter)
}

func register(year int) string { return fmt.Sprintf("register-%d", year) }

// cited cites every source of the year if there are two questions or more.
func (p *plan) cited(j, t int, q question) string {
	id, year := p.places[j].id, firstYear+t/perYear
	switch q.number % 4 {
	case 0:
		return ownList(id, year, "a") + "; " + ownList(id, year, "b")
	case 1:
		return ownList(id, year, "b") + "; " + register(year)
	}
	return ownList(id, year, "a")
}

// sources describes what the answers of the quarters cite.
func (p *plan) sources(first, end int) [][]any {
	var rows [][]any
	describe := func(id, title, publisher string, year int) {
		rows = append(rows, []any{id, title, publisher, fmt.Sprint(year), "https://example.org/" + id})
	}
	for t := first; t < end; t += perYear {
		year := firstYear + t/perYear
		describe(register(year), fmt.Sprintf("Invented register, %d", year), "Invented office of the register", year)
		for _, at := range p.places {
			for _, letter := range []string{"a", "b"} {
				title := fmt.Sprintf("Invented list %s of %s, %d", letter, at.name, year)
				describe(ownList(at.id, year, letter), title, "Invented office of "+at.name, year)
			}
		}
	}
	return rows
}
