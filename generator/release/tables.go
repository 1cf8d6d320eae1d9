package release

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard"
)

// Kind is a kind of data files with its columns. A column whose name ends in an
// asterisk stands for several.
type Kind struct {
	Name     string
	Columns  []string
	Register bool // its columns are the parts of an entry
}

// Tables lists the kinds of data files in the order in which they are offered.
// The meaning of each column is told on the site's data page, in every language.
func Tables() []Kind {
	out := []Kind{
		{Name: "scores", Columns: scoreColumns},
		{Name: "answers", Columns: answerColumns},
		{Name: "jurisdictions", Columns: placeColumns},
		{Name: "rollups", Columns: rollupColumns},
		{Name: "indicators", Columns: indicatorColumns},
		{Name: "sources", Columns: sourceColumns},
		{Name: "jurisdiction", Columns: jurisdictionColumns},
	}
	for _, name := range indicator.Registers() {
		out = append(out, Kind{Name: name, Columns: shortColumns(name), Register: true})
	}
	return out
}

var (
	placeColumns        = []string{"jurisdiction", "slug", "level", "parent", "region", "name_*", "population", "population_year", "valid_from", "valid_to", "successor"}
	rollupColumns       = []string{"jurisdiction", "period", "node", "children", "assessed", "coverage", "rollup"}
	scoreColumns        = append([]string{"jurisdiction", "period", "node", "score", "coverage", "rank", "band"}, firmColumns...)
	answerColumns       = append([]string{"jurisdiction", "period", "indicator", "value", "state", "sources"}, valueColumns...)
	indicatorColumns    = []string{"indicator", "version", "parent", "type", "direction", "actor", "weight", "reference", "title_*", "unit_*"}
	sourceColumns       = []string{"source", "title", "publisher", "date", "url", "licence", "citation"}
	jurisdictionColumns = slices.Concat([]string{"period", "node", "value", "state", "score", "coverage", "rank", "band", "sources"}, valueColumns, firmColumns)

	// valueColumns are what belongs to a value. Columns are only ever added at the
	// end of a table, so these stand apart from the value.
	valueColumns = []string{"unit", "currency", "numerator", "denominator"}

	// firmColumns tell what a score rests on, and how far it and its rank depend on
	// choices of the method.
	firmColumns = []string{"filled", "likely_low", "likely_high", "rank_low", "rank_high"}
)

func tablesOf(p *disclosure.Public) []table {
	dir := "data/" + p.Programme().ID + "/"
	out := []table{
		{path: dir + "scores.csv", name: "scores", columns: scoreColumns, rows: scoreRows},
		{path: dir + "answers.csv", name: "answers", columns: answerColumns, rows: answerRows},
		{path: dir + "jurisdictions.csv", name: "jurisdictions", columns: inLanguages(p, placeColumns), rows: placeRows},
		{path: dir + "indicators.csv", name: "indicators", columns: inLanguages(p, indicatorColumns), rows: indicatorRows},
		{path: dir + "sources.csv", name: "sources", columns: sourceColumns, rows: sourceRows},
	}
	if p.Programme().Rollup != nil {
		out = append(out, table{path: dir + "rollups.csv", name: "rollups", columns: rollupColumns, rows: rollupRows})
	}
	out = append(out, registerTables(p)...)
	for j := range p.Programme().Jurisdictions {
		out = append(out, table{
			path: JurisdictionFile(p, j), name: "jurisdiction", columns: jurisdictionColumns,
			rows: func(p *disclosure.Public, emit func([]string) error) error { return jurisdictionRows(p, j, emit) },
		})
	}
	return append(out, calculationTables(p)...)
}

// JurisdictionFile returns the path of the data file of jurisdiction j.
func JurisdictionFile(p *disclosure.Public, j int) string {
	pr := p.Programme()
	return "data/" + pr.ID + "/jurisdictions/" + pr.Jurisdictions[j].Slug + ".csv"
}

func scoreRows(p *disclosure.Public, emit func([]string) error) error {
	pr := p.Programme()
	for j := range pr.Jurisdictions {
		for t := range pr.Periods {
			period := pr.Periods[t].String()
			for n, node := range p.Nodes() {
				s := scoreFields(p, j, t, n)
				row := []string{string(pr.Jurisdictions[j].ID), period, node.ID, s[0], s[1], s[2], s[3]}
				if err := emit(append(row, firmFields(p, j, t, n)...)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// scoreFields returns score, coverage, rank and band, "" for what is unknown.
func scoreFields(p *disclosure.Public, j, t, n int) [4]string {
	r := p.Result(j, t, n)
	if !r.Applies {
		return [4]string{}
	}
	out := [4]string{1: number(scorecard.Round(r.Coverage, 4))}
	if r.Score.Known {
		out[0] = number(p.Published(r.Score))
	}
	if r.Rank > 0 {
		out[2] = strconv.Itoa(r.Rank)
	}
	if r.Band >= 0 {
		out[3] = p.Programme().Framework.Bands[r.Band].ID
	}
	return out
}

// firmFields returns the values of firmColumns. Only the overall score has
// intervals.
func firmFields(p *disclosure.Public, j, t, n int) []string {
	out := make([]string, len(firmColumns))
	if p.Result(j, t, n).Filled {
		out[0] = "yes"
	}
	if n > 0 {
		return out
	}
	f, ok := p.Firm(j, t)
	if !ok {
		return out
	}
	places := p.Programme().Framework.Rounding.Decimals
	out[1], out[2] = number(scorecard.Round(f.Score.Low, places)), number(scorecard.Round(f.Score.High, places))
	if f.Ranked {
		out[3], out[4] = number(math.Floor(f.Rank.Low)), number(math.Ceil(f.Rank.High))
	}
	return out
}

func answerRows(p *disclosure.Public, emit func([]string) error) error {
	pr := p.Programme()
	for j := range pr.Jurisdictions {
		for _, i := range pr.Framework.All {
			for t := range pr.Periods {
				period := pr.Periods[t].String()
				if i.Timing == indicator.Standing {
					period = ""
				}
				a := p.Answer(j, t, i)
				if a.State != observation.NotAssessed || len(a.Sources) > 0 {
					row := []string{string(pr.Jurisdictions[j].ID), period, string(i.ID), Value(i, a), a.State.String(), join(a.Sources)}
					if err := emit(append(row, valueFields(p, i, a)...)); err != nil {
						return err
					}
				}
				if i.Timing == indicator.Standing {
					break
				}
			}
		}
	}
	return nil
}

// inLanguages writes out columns whose names end in an asterisk: one for every
// language of the programme.
func inLanguages(p *disclosure.Public, columns []string) []string {
	var out []string
	for _, c := range columns {
		stem, several := strings.CutSuffix(c, "*")
		if !several {
			out = append(out, c)
			continue
		}
		for _, lang := range p.Programme().Languages {
			out = append(out, stem+lang)
		}
	}
	return out
}

func placeRows(p *disclosure.Public, emit func([]string) error) error {
	pr := p.Programme()
	for _, j := range pr.Jurisdictions {
		row := []string{string(j.ID), j.Slug, j.Level, string(j.Parent), j.Region}
		for _, lang := range pr.Languages {
			row = append(row, text(j.Name.In(lang, pr.Languages[0])))
		}
		row = append(row, whole(j.Population), whole(j.PopulationYear), j.From.String(), j.To.String(), string(j.Successor))
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

// whole writes a number of which 0 means unknown.
func whole(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// rollupRows writes one number for the places in each place. It is made of
// published scores, and never the score of the place itself.
func rollupRows(p *disclosure.Public, emit func([]string) error) error {
	pr := p.Programme()
	for j := range pr.Jurisdictions {
		for t := range pr.Periods {
			for n, node := range p.Nodes() {
				r, ok := p.Rollup(j, t, n)
				if node.Indicator != nil || !ok || r.Children == 0 {
					continue
				}
				row := []string{
					string(pr.Jurisdictions[j].ID), pr.Periods[t].String(), node.ID,
					strconv.Itoa(r.Children), strconv.Itoa(r.Assessed), number(scorecard.Round(r.Coverage, 4)), "",
				}
				if r.Score.Known {
					row[6] = number(p.Published(r.Score))
				}
				if err := emit(row); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func indicatorRows(p *disclosure.Public, emit func([]string) error) error {
	languages := p.Programme().Languages
	for _, i := range p.Programme().Framework.All {
		weight := ""
		if i.Scored() {
			weight = number(i.Weight)
		}
		row := []string{string(i.ID), strconv.Itoa(i.Version), i.Parent, string(i.Type), string(i.Direction), string(i.Actor), weight, text(i.Reference.Text.In(languages[0], ""))}
		for _, texts := range []indicator.Text{i.Title, i.Unit} {
			for _, lang := range languages {
				row = append(row, text(texts.In(lang, languages[0])))
			}
		}
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

func sourceRows(p *disclosure.Public, emit func([]string) error) error {
	for _, s := range p.Sources() {
		row := []string{text(string(s.ID)), text(s.Title), text(s.Publisher), text(s.Date), s.URL, text(s.Licence), text(s.Citation)}
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

// jurisdictionRows writes everything about one jurisdiction: its scores and
// its answers, by period.
func jurisdictionRows(p *disclosure.Public, j int, emit func([]string) error) error {
	pr := p.Programme()
	for _, i := range pr.Framework.All {
		if i.Timing != indicator.Standing {
			continue
		}
		if err := emit(answerFields(p, "", i, p.Answer(j, 0, i))); err != nil {
			return err
		}
	}
	for t := range pr.Periods {
		period := pr.Periods[t].String()
		for n, node := range p.Nodes() {
			s := scoreFields(p, j, t, n)
			row := append([]string{period, node.ID}, make([]string, len(jurisdictionColumns)-2)...)
			if i := node.Indicator; i != nil {
				row = answerFields(p, period, i, p.Answer(j, t, i))
			}
			copy(row[4:], s[:])
			copy(row[len(row)-len(firmColumns):], firmFields(p, j, t, n))
			if err := emit(row); err != nil {
				return err
			}
		}
		for _, i := range pr.Framework.All {
			if i.Scored() || i.Timing == indicator.Standing {
				continue
			}
			if err := emit(answerFields(p, period, i, p.Answer(j, t, i))); err != nil {
				return err
			}
		}
	}
	return nil
}

// answerFields returns a row of the table "jurisdiction" about an answer, without
// a score.
func answerFields(p *disclosure.Public, period string, i *indicator.Indicator, a disclosure.Answer) []string {
	row := []string{period, string(i.ID), Value(i, a), a.State.String(), "", "", "", "", join(a.Sources)}
	return slices.Concat(row, valueFields(p, i, a), make([]string, len(firmColumns)))
}

func join(ids []observation.SourceID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return text(strings.Join(out, ";"))
}
