package programme

import (
	"path"
	"strconv"
)

// shapes reads the map, if the programme has one.
func (l *loader) shapes(p *Programme) error {
	name := l.root.Get("map").String()
	if name == "" {
		return nil
	}
	t, err := readTable(l.fsys, path.Join(l.dir, name), &l.findings)
	if err != nil || t == nil {
		return err
	}
	for _, r := range t.rows {
		id, _ := r.get("jurisdiction")
		s := Shape{Jurisdiction: JurisdictionID(id)}
		x, _ := r.get("x")
		y, _ := r.get("y")
		s.X, _ = strconv.ParseFloat(x, 64)
		s.Y, _ = strconv.ParseFloat(y, 64)
		s.Path, _ = r.get("path")
		p.Shapes = append(p.Shapes, s)
	}
	return nil
}
