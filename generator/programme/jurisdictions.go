package programme

import (
	"cmp"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

// jurisdictions reads the table of the scored governments.
func (l *loader) jurisdictions(p *Programme) error {
	t, err := l.table("jurisdictions")
	if err != nil || t == nil || !l.checkColumns(t, jurisdictionColumns(p.Languages)) {
		return err
	}
	l.checkJurisdictions(t, p)
	for _, r := range t.rows {
		p.Jurisdictions = append(p.Jurisdictions, l.jurisdiction(r, p.Languages))
	}
	l.checkPlaces(t, p)
	if len(t.rows) == 0 {
		l.findings.Add(diag.Diagnostic{
			Rule: "empty-file", Pos: t.header.pos[0], Message: "the table has columns and no rows",
			Hint: "write a row for every jurisdiction",
		})
	}
	slices.SortStableFunc(p.Jurisdictions, func(a, b Jurisdiction) int { return cmp.Compare(a.ID, b.ID) })
	p.byID = make(map[JurisdictionID]int, len(p.Jurisdictions))
	for i, j := range p.Jurisdictions {
		p.byID[j.ID] = i
	}
	return nil
}

// jurisdiction returns the jurisdiction in the row.
func (l *loader) jurisdiction(r record, languages []string) Jurisdiction {
	id, pos := r.get("id")
	j := Jurisdiction{ID: JurisdictionID(id), Name: indicator.Text{}, Pos: pos}
	j.Slug, _ = r.get("slug")
	j.Level, _ = r.get("level")
	j.Region, _ = r.get("region")
	parent, _ := r.get("parent")
	j.Parent = JurisdictionID(parent)
	for _, lang := range languages {
		if name, _ := r.get(nameColumn(lang)); name != "" {
			j.Name[lang] = name
		}
	}
	j.Population = l.whole(r, "population", maxPeople)
	j.PopulationYear = l.whole(r, "population_year", maxYear)
	j.Tile = l.tile(r)
	j.From, j.To = l.validity(r)
	successor, _ := r.get("successor")
	j.Successor = JurisdictionID(successor)
	return j
}
