package programme

import (
	"cmp"
	"path"
	"slices"

	"tipscore/generator/indicator"
)

// nameColumn returns the column of the names in the language.
func nameColumn(lang string) string { return "name_" + lang }

// jurisdictions reads the table of the scored governments.
func (l *loader) jurisdictions(p *Programme) error {
	t, err := readTable(l.fsys, path.Join(l.dir, l.root.Get("jurisdictions").String()), &l.findings)
	if err != nil || t == nil {
		return err
	}
	for _, r := range t.rows {
		p.Jurisdictions = append(p.Jurisdictions, decodeJurisdiction(r, p.Languages))
	}
	slices.SortStableFunc(p.Jurisdictions, func(a, b Jurisdiction) int { return cmp.Compare(a.ID, b.ID) })
	p.byID = make(map[JurisdictionID]int, len(p.Jurisdictions))
	for i, j := range p.Jurisdictions {
		p.byID[j.ID] = i
	}
	return nil
}

// decodeJurisdiction returns the jurisdiction in the row.
func decodeJurisdiction(r record, languages []string) Jurisdiction {
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
	return j
}
