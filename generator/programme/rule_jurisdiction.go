package programme

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

var (
	jurisdictionShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]{0,63}$`)
	slugShape         = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)
	periodLike        = regexp.MustCompile(`^[0-9]{4}`)
)

// reservedSlugs are the names of the pages that stand beside the pages of the
// jurisdictions, and so cannot be the address of one.
func reservedSlugs() []string {
	return []string{"indicators", "methodology", "downloads", "data", "sources", "about", "compare", "releases",
		"what-we-track", "community-effort", "commitments", "meetings", "trainings", "campaigns"}
}

// checkJurisdictions holds every row against its columns, then the rows
// against each other.
func (l *loader) checkJurisdictions(t *table, p *Programme) {
	var levels []string
	if p.Framework != nil {
		for _, level := range p.Framework.Levels {
			levels = append(levels, level.ID)
		}
	}
	ids, slugs := map[string]diag.Pos{}, map[string]diag.Pos{}
	for _, r := range t.rows {
		l.checkJurisdictionID(r, ids)
		l.checkSlug(r, slugs)
		l.checkLevel(r, p.Framework, levels)
		l.checkNames(r, p.Languages)
	}
	l.checkParents(t)
}

// checkJurisdictionID holds an id against its shape and the ids before it.
// Ids become names of files, which some systems compare without case.
func (l *loader) checkJurisdictionID(r record, seen map[string]diag.Pos) {
	id, pos := r.get("id")
	d := diag.Diagnostic{Pos: pos, Got: id}
	first, taken := seen[strings.ToLower(id)]
	switch {
	case id == "":
		d.Rule, d.Message = "empty-value", "the jurisdiction has no id"
		d.Hint = "write its code, such as DOM"
	case !jurisdictionShape.MatchString(id):
		d.Rule, d.Message = "id-shape", fmt.Sprintf("%q is not the id of a jurisdiction", id)
		d.Expected = "letters a to z, digits and hyphens, at most 64"
	case taken:
		d.Rule, d.Message = "duplicate-id", fmt.Sprintf("the id %q is used twice", id)
		d.Expected = "a different id for every jurisdiction"
		d.Related = []diag.Related{{Pos: first, Note: "first used here"}}
	default:
		seen[strings.ToLower(id)] = pos
		return
	}
	l.findings.Add(d)
}

// checkSlug holds the name in addresses against its shape, the names before it
// and the pages that stand beside it.
func (l *loader) checkSlug(r record, seen map[string]diag.Pos) {
	slug, pos := r.get("slug")
	d := diag.Diagnostic{Pos: pos, Got: slug}
	first, taken := seen[slug]
	switch {
	case slug == "":
		d.Rule, d.Message = "empty-value", "the jurisdiction has no slug"
		d.Hint = "write its name as it shall stand in addresses, such as dominican-republic"
	case !slugShape.MatchString(slug):
		d.Rule, d.Message = "slug-shape", fmt.Sprintf("%q cannot stand in an address", slug)
		d.Expected = "lower-case letters a to z, digits and hyphens, at most 64"
	case slices.Contains(reservedSlugs(), slug):
		d.Rule, d.Message = "reserved-name", fmt.Sprintf("%q is the address of another page", slug)
		d.Hint = fmt.Sprintf("choose another, such as %q", slug+"-1")
	case periodLike.MatchString(slug):
		d.Rule, d.Message = "reserved-name", fmt.Sprintf("%q looks like the address of a period", slug)
		d.Hint = "begin it with a letter"
	case taken:
		d.Rule, d.Message = "duplicate-slug", fmt.Sprintf("the slug %q is used twice", slug)
		d.Expected = "a different slug for every jurisdiction"
		d.Related = []diag.Related{{Pos: first, Note: "first used here"}}
	default:
		seen[slug] = pos
		return
	}
	l.findings.Add(d)
}

// checkLevel finds a level of government that the framework does not have.
func (l *loader) checkLevel(r record, f *indicator.Framework, levels []string) {
	level, pos := r.get("level")
	if levels == nil || slices.Contains(levels, level) {
		return
	}
	d := diag.Diagnostic{Rule: "unknown-level", Pos: pos, Got: level, Expected: strings.Join(levels, ", ")}
	d.Message = fmt.Sprintf("%q is not a level of the framework", level)
	d.Hint = diag.DidYouMean(level, levels)
	d.Related = []diag.Related{{Pos: f.Levels[0].Pos, Note: "the levels"}}
	if level == "" {
		d.Rule, d.Message = "empty-value", "the jurisdiction has no level"
	}
	l.findings.Add(d)
}

// checkNames finds names that are missing or more than a line.
func (l *loader) checkNames(r record, languages []string) {
	id, _ := r.get("id")
	for _, lang := range languages {
		name, pos := r.get(nameColumn(lang))
		if name == "" {
			l.findings.Add(diag.Diagnostic{
				Rule: "missing-name", Pos: pos, Message: fmt.Sprintf("%s has no name in %s", id, lang),
				Expected: "a name in " + strings.Join(languages, ", "),
			})
		}
	}
	for i, field := range r.fields {
		if strings.ContainsAny(strings.TrimSpace(field), "\n\r\t") {
			l.findings.Add(diag.Diagnostic{
				Rule: "line-break", Pos: r.pos[i], Got: field,
				Message: fmt.Sprintf("the %s has a line break or a tab in it", r.columns[i]), Hint: "write it on one line",
			})
		}
	}
}

// checkParents finds parents that do not exist and parents in a circle.
func (l *loader) checkParents(t *table) {
	rows := map[string]record{}
	var known []string
	for _, r := range t.rows {
		if id, _ := r.get("id"); id != "" {
			known = append(known, id)
			rows[id] = r
		}
	}
	for _, r := range t.rows {
		parent, pos := r.get("parent")
		if _, ok := rows[parent]; parent == "" || ok {
			continue
		}
		d := diag.Diagnostic{Rule: "unknown-parent", Pos: pos, Got: parent, Hint: diag.DidYouMean(parent, known)}
		d.Message = fmt.Sprintf("%q is not a jurisdiction of this table", parent)
		d.Expected = "the id of another row, or nothing"
		l.findings.Add(d)
	}
	l.checkCycles(t, rows)
}

// checkCycles finds jurisdictions that are their own parent, directly or
// through others. Each circle is told once, at its first row.
func (l *loader) checkCycles(t *table, rows map[string]record) {
	done := map[string]bool{}
	for _, r := range t.rows {
		id, _ := r.get("id")
		var way []string
		for next, known := rows[id]; known && !done[id]; next, known = rows[id] {
			done[id] = true
			way = append(way, id)
			id, _ = next.get("parent")
		}
		at := slices.Index(way, id)
		if at < 0 {
			continue
		}
		circle := append(way[at:], id)
		_, pos := rows[id].get("parent")
		d := diag.Diagnostic{Rule: "parent-cycle", Pos: pos, Got: circle[1]}
		d.Message = "the parents go round in a circle: " + strings.Join(circle, ", ")
		d.Hint = "leave the parent of the highest one empty"
		for _, other := range circle[1 : len(circle)-1] {
			_, pos := rows[other].get("parent")
			d.Related = append(d.Related, diag.Related{Pos: pos, Note: "the parent of " + other})
		}
		l.findings.Add(d)
	}
}
