package release

import (
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/scorecard"
)

// Tables lists the kinds of data files with their columns, in the order in
// which they are offered. The meaning of each column is told on the site's
// data page, in every language.
func Tables() []struct {
	Name    string
	Columns []string
} {
	return []struct {
		Name    string
		Columns []string
	}{
		{"scores", scoreColumns},
		{"answers", answerColumns},
		{"jurisdictions", []string{"jurisdiction", "slug", "level", "parent", "region", "name_*"}},
		{"indicators", indicatorColumns},
		{"sources", sourceColumns},
		{"jurisdiction", jurisdictionColumns},
	}
}

var (
	scoreColumns        = []string{"jurisdiction", "period", "node", "score", "coverage", "rank", "band"}
	answerColumns       = []string{"jurisdiction", "period", "indicator", "value", "state", "sources"}
	indicatorColumns    = []string{"indicator", "version", "parent", "type", "direction", "actor", "weight", "reference"}
	sourceColumns       = []string{"source", "title", "publisher", "date", "url", "licence", "citation"}
	jurisdictionColumns = []string{"period", "row", "value", "state", "score", "coverage", "rank", "band", "sources"}
)

func tablesOf(p *disclosure.Public) []table {
	dir := "data/" + p.Programme().ID + "/"
	out := []table{
		{dir + "scores.csv", "scores", scoreColumns, scoreRows},
		{dir + "answers.csv", "answers", answerColumns, answerRows},
		{dir + "jurisdictions.csv", "jurisdictions", placeColumns(p), placeRows},
		{dir + "indicators.csv", "indicators", indicatorColumns, indicatorRows},
		{dir + "sources.csv", "sources", sourceColumns, sourceRows},
	}
	for j := range p.Programme().Jurisdictions {
		out = append(out, table{
			JurisdictionFile(p, j), "jurisdiction", jurisdictionColumns,
			func(p *disclosure.Public, emit func([]string) error) error { return jurisdictionRows(p, j, emit) },
		})
	}
	return out
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
				if err := emit([]string{string(pr.Jurisdictions[j].ID), period, node.ID, s[0], s[1], s[2], s[3]}); err != nil {
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
					if err := emit(row); err != nil {
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

func placeColumns(p *disclosure.Public) []string {
	out := []string{"jurisdiction", "slug", "level", "parent", "region"}
	for _, lang := range p.Programme().Languages {
		out = append(out, "name_"+lang)
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
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

func indicatorRows(p *disclosure.Public, emit func([]string) error) error {
	for _, i := range p.Programme().Framework.All {
		weight := ""
		if i.Scored() {
			weight = number(i.Weight)
		}
		row := []string{string(i.ID), strconv.Itoa(i.Version), i.Parent, string(i.Type), string(i.Direction), string(i.Actor), weight, text(i.Reference.Text.In(p.Programme().Languages[0], ""))}
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
		a := p.Answer(j, 0, i)
		if err := emit([]string{"", string(i.ID), Value(i, a), a.State.String(), "", "", "", "", join(a.Sources)}); err != nil {
			return err
		}
	}
	for t := range pr.Periods {
		period := pr.Periods[t].String()
		for n, node := range p.Nodes() {
			s := scoreFields(p, j, t, n)
			row := []string{period, node.ID, "", "", s[0], s[1], s[2], s[3], ""}
			if i := node.Indicator; i != nil {
				a := p.Answer(j, t, i)
				row[2], row[3], row[8] = Value(i, a), a.State.String(), join(a.Sources)
			}
			if err := emit(row); err != nil {
				return err
			}
		}
		for _, i := range pr.Framework.All {
			if i.Scored() || i.Timing == indicator.Standing {
				continue
			}
			a := p.Answer(j, t, i)
			if err := emit([]string{period, string(i.ID), Value(i, a), a.State.String(), "", "", "", "", join(a.Sources)}); err != nil {
				return err
			}
		}
	}
	return nil
}

func join(ids []observation.SourceID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return text(strings.Join(out, ";"))
}
