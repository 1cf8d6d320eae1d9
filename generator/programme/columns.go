package programme

import (
	"fmt"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// columns says which columns a table has.
type columns struct {
	required []string
	optional []string
}

// jurisdictionColumns returns the columns of the table of jurisdictions.
func jurisdictionColumns(languages []string) columns {
	c := columns{required: []string{"id", "slug", "level"}, optional: []string{
		"parent", "region", "population", "population_year", "tile_x", "tile_y", "valid_from", "valid_to", "successor"}}
	for _, lang := range languages {
		c.required = append(c.required, nameColumn(lang))
	}
	return c
}

// nameColumn returns the column of the names in the language.
func nameColumn(lang string) string { return "name_" + lang }

// shapeColumns returns the columns of the map.
func shapeColumns() columns {
	return columns{required: []string{"jurisdiction", "x", "y", "path"}}
}

// checkColumns finds columns that are unknown, twice or missing, and rows that
// do not fit them. It reports whether the rows can be read by their columns.
func (l *loader) checkColumns(t *table, c columns) bool {
	known := slices.Concat(c.required, c.optional)
	ok, meant := true, map[string]bool{}
	for i, name := range t.columns {
		pos := t.header.pos[i]
		d := diag.Diagnostic{Pos: pos, Got: name}
		switch first := slices.Index(t.columns, name); {
		case !slices.Contains(known, name):
			d.Rule, d.Message = "unknown-column", fmt.Sprintf("%q is not a column of this table", name)
			d.Expected = strings.Join(known, ", ")
			d.Hint = diag.DidYouMean(name, known)
			meant[diag.Suggest(name, known)] = true
		case first < i:
			d.Rule, d.Message = "duplicate-column", fmt.Sprintf("the column %q stands here a second time", name)
			d.Hint = "remove one of the two"
			d.Related = []diag.Related{{Pos: t.header.pos[first], Note: "first here"}}
		default:
			continue
		}
		l.findings.Add(d)
		ok = false
	}
	for _, name := range c.required {
		if slices.Contains(t.columns, name) || meant[name] {
			continue
		}
		d := diag.Diagnostic{Rule: "missing-column", Pos: t.header.pos[0]}
		d.Message = fmt.Sprintf("the table has no column %q", name)
		d.Expected = strings.Join(known, ", ")
		l.findings.Add(d)
		ok = false
	}
	return ok && l.checkWidth(t)
}

// checkWidth finds rows with more or fewer fields than columns, in which every
// field after the mistake stands in the wrong column.
func (l *loader) checkWidth(t *table) bool {
	ok := true
	for _, r := range t.rows {
		if len(r.fields) == len(t.columns) {
			continue
		}
		ok = false
		d := diag.Diagnostic{Rule: "row-length", Pos: r.pos[0]}
		d.Message = fmt.Sprintf("the row has %d fields, and the table has %d columns", len(r.fields), len(t.columns))
		d.Hint = `put a text with a comma in it between double quotes`
		d.Related = []diag.Related{{Pos: t.header.pos[0], Note: "the columns"}}
		l.findings.Add(d)
	}
	return ok
}
