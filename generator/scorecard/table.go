package scorecard

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
	"tipscore/generator/scorecard/method"
)

// Row is one line of the score table.
type Row struct {
	Programme    string
	Jurisdiction string
	Period       string
	Node         string
	Result       Result
	Band         string // id of the band, "" without a score
}

// Columns are the names of the score table's columns.
func Columns() []string {
	return []string{"jurisdiction", "period", "node", "score", "coverage", "rank", "band", "filled", "programme"}
}

// Rows goes through the score table: one row for every jurisdiction, period
// and node, with or without a score, ordered by jurisdiction id, period and
// the order of Nodes.
func (s *Scorecard) Rows() iter.Seq[Row] {
	p := s.data.Programme
	periods := make([]string, len(p.Periods))
	for t, period := range p.Periods {
		periods[t] = period.String()
	}
	return func(yield func(Row) bool) {
		for j := range p.Jurisdictions {
			for t := range periods {
				for n := range s.Nodes {
					r := s.Result(j, t, n)
					row := Row{p.ID, string(p.Jurisdictions[j].ID), periods[t], s.Nodes[n].ID, r, s.bandID(r)}
					if !yield(row) {
						return
					}
				}
			}
		}
	}
}

// bandID returns the id of the result's band, "" without one.
func (s *Scorecard) bandID(r Result) string {
	if r.Band < 0 {
		return ""
	}
	return s.data.Programme.Framework.Bands[r.Band].ID
}

// WriteCSV writes the score table with a header. Fields of what is not known
// are empty: the score and the band without a score, the rank of the unranked,
// the coverage where nothing applies.
func (s *Scorecard) WriteCSV(w io.Writer) error { return WriteCSV(w, s.Rows()) }

// WriteCSV writes some rows of a score table, as [Scorecard.WriteCSV] writes
// all of them.
func WriteCSV(w io.Writer, rows iter.Seq[Row]) error {
	out := csv.NewWriter(w)
	line := Columns()
	err := out.Write(line)
	for row := range rows {
		if err != nil {
			break
		}
		r, score, coverage, rank, filled := row.Result, "", "", "", ""
		if r.Score.Known {
			score = method.Number(r.Score.Value)
		}
		if r.Applies {
			coverage = method.Number(r.Coverage)
		}
		if r.Rank > 0 {
			rank = strconv.Itoa(r.Rank)
		}
		if r.Filled {
			filled = "yes"
		}
		line = append(line[:0], row.Jurisdiction, row.Period, row.Node, score, coverage, rank, row.Band, filled, row.Programme)
		err = out.Write(line)
	}
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	if err != nil {
		return fmt.Errorf("write scores as CSV: %w", err)
	}
	return nil
}

// WriteJSON writes the score table as an array of objects, one a line, with
// null for what is not known. It never holds more than one row.
func (s *Scorecard) WriteJSON(w io.Writer) error { return WriteJSON(w, s.Rows()) }

// WriteJSON writes some rows of a score table, as [Scorecard.WriteJSON] writes
// all of them.
func WriteJSON(w io.Writer, rows iter.Seq[Row]) error {
	out := bufio.NewWriter(w)
	j := jsonRow{ids: map[string]string{"": "null"}}
	separator := "[\n"
	for row := range rows {
		out.WriteString(separator)
		if _, err := out.Write(j.write(row)); err != nil {
			return fmt.Errorf("write scores as JSON: %w", err)
		}
		separator = ",\n"
	}
	if separator == "[\n" {
		out.WriteString("[")
	}
	out.WriteString("\n]\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write scores as JSON: %w", err)
	}
	return nil
}

// jsonRow writes rows into one piece of memory.
type jsonRow struct {
	text []byte
	ids  map[string]string // as JSON; a few repeat in every row
}

// write returns the row as an object, valid until the next call.
func (j *jsonRow) write(row Row) []byte {
	r := row.Result
	j.text = append(j.text[:0], `{"jurisdiction":`...)
	j.id(row.Jurisdiction)
	j.text = append(j.text, `,"period":`...)
	j.id(row.Period)
	j.text = append(j.text, `,"node":`...)
	j.id(row.Node)
	j.text = append(j.text, `,"score":`...)
	j.number(r.Score.Value, r.Score.Known)
	j.text = append(j.text, `,"coverage":`...)
	j.number(r.Coverage, r.Applies)
	j.text = append(j.text, `,"rank":`...)
	j.number(float64(r.Rank), r.Rank > 0)
	j.text = append(j.text, `,"band":`...)
	j.id(row.Band)
	j.text = append(j.text, `,"filled":`...)
	j.text = strconv.AppendBool(j.text, r.Filled)
	j.text = append(j.text, `,"programme":`...)
	j.id(row.Programme)
	return append(j.text, '}')
}

func (j *jsonRow) id(s string) {
	quoted, seen := j.ids[s]
	if !seen {
		text, _ := json.Marshal(s) // a string always has a JSON form
		quoted = string(text)
		j.ids[s] = quoted
	}
	j.text = append(j.text, quoted...)
}

func (j *jsonRow) number(x float64, known bool) {
	if !known {
		j.text = append(j.text, "null"...)
		return
	}
	j.text = method.AppendNumber(j.text, x)
}
