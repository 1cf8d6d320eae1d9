package programme

import (
	"fmt"
	"regexp"
	"strconv"

	"tipscore/generator/diag"
)

// coordinateShape is a plain decimal number: no exponent, infinity or NaN.
var coordinateShape = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// shapes reads the map, if the programme has one.
func (l *loader) shapes(p *Programme) error {
	if !l.root.Get("map").Exists() {
		return nil
	}
	t, err := l.table("map")
	if err != nil || t == nil || !l.checkColumns(t, shapeColumns()) {
		return err
	}
	var known []string
	for _, j := range p.Jurisdictions {
		known = append(known, string(j.ID))
	}
	seen := map[string]diag.Pos{}
	for _, r := range t.rows {
		l.checkShapeID(r, p, known, seen)
		id, _ := r.get("jurisdiction")
		s := Shape{Jurisdiction: JurisdictionID(id)}
		s.X = l.coordinate(r, "x", MapWidth)
		s.Y = l.coordinate(r, "y", MapHeight)
		s.Path = l.outline(r)
		p.Shapes = append(p.Shapes, s)
	}
	return nil
}

// checkShapeID finds a shape of an unknown jurisdiction, or a second one of
// the same. Land that belongs to none has no id.
func (l *loader) checkShapeID(r record, p *Programme, known []string, seen map[string]diag.Pos) {
	id, pos := r.get("jurisdiction")
	if id == "" {
		return
	}
	d := diag.Diagnostic{Pos: pos, Got: id}
	first, taken := seen[id]
	switch {
	case taken:
		d.Rule, d.Message = "duplicate-shape", fmt.Sprintf("%s stands on the map twice", id)
		d.Hint = "put all its land into one path"
		d.Related = []diag.Related{{Pos: first, Note: "first here"}}
	case p.byID != nil && p.Index(JurisdictionID(id)) < 0:
		d.Rule, d.Message = "unknown-jurisdiction", fmt.Sprintf("%q is not a jurisdiction of this programme", id)
		d.Expected = "the id of a jurisdiction, or nothing for other land"
		d.Hint = diag.DidYouMean(id, known)
	default:
		seen[id] = pos
		return
	}
	l.findings.Add(d)
}

// coordinate returns the number in the column, with a finding where it is none
// or off the plane. Land that belongs to nobody needs no point.
func (l *loader) coordinate(r record, column string, high float64) float64 {
	s, pos := r.get(column)
	if id, _ := r.get("jurisdiction"); id == "" && s == "" {
		return 0
	}
	d := diag.Diagnostic{Pos: pos, Got: s, Expected: fmt.Sprintf("a number from 0 to %g", high)}
	if !coordinateShape.MatchString(s) {
		d.Rule, d.Message = "wrong-type", fmt.Sprintf("%s is %q instead of a number", column, s)
		l.findings.Add(d)
		return 0
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 0 || n > high {
		d.Rule, d.Message = "off-the-map", fmt.Sprintf("%s is %s, which is off the map", column, s)
		l.findings.Add(d)
	}
	return n
}

// outline returns the path in the row, with a finding where it is no path data
// or leaves the plane. The text goes into the pages as it is, so nothing else
// may pass.
func (l *loader) outline(r record) string {
	path, pos := r.get("path")
	if path == "" {
		return ""
	}
	problem := checkPath(path)
	if problem == "" {
		return path
	}
	l.findings.Add(diag.Diagnostic{
		Rule: "map-path", Pos: pos, Message: "the path is not an outline on the map: " + problem,
		Expected: "SVG path data that begins with M, inside the plane of the map",
	})
	return ""
}
