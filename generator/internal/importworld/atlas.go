package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
)

// point is a place: on the plane of the map in its units, with y pointing down,
// or, before projection, a longitude and a latitude in degrees.
type point struct{ x, y float64 }

// polygon is an outer ring and its holes. Each ring ends where it begins.
type polygon [][]point

// feature is a named piece of the atlas.
type feature struct {
	name     string
	polygons []polygon
}

// topology is the part of the TopoJSON format (specification 1.0, Bostock and
// Metcalf 2013) that the atlas uses. Neighbours share arcs, so that a line
// simplified once stays the same line for both.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type       string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
}

// readAtlas reads the countries of a world-atlas file, simplified and on the
// plane of the map.
func readAtlas(fsys fs.FS, name string) ([]feature, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	arcs := t.arcs()
	var features []feature
	for _, g := range t.Objects.Countries.Geometries {
		f := feature{name: g.Properties.Name}
		var indexes [][][]int
		switch g.Type {
		case "Polygon":
			indexes = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &indexes[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &indexes)
		default:
			err = fmt.Errorf("a geometry of type %q", g.Type)
		}
		if err == nil {
			f.polygons, err = assemble(indexes, arcs)
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %q: %w", name, f.name, err)
		}
		features = append(features, f)
	}
	return features, nil
}

// arcs returns the arcs in degrees, simplified. In the file the first point of
// an arc is absolute and the others are steps, all in whole numbers of the
// transform's scale.
func (t *topology) arcs() [][]point {
	arcs := make([][]point, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			arcs[i] = append(arcs[i], point{
				x*t.Transform.Scale[0] + t.Transform.Translate[0],
				y*t.Transform.Scale[1] + t.Transform.Translate[1],
			})
		}
		arcs[i] = unwrap(arcs[i])
		kept := simplify(projectAll(arcs[i]), leastArea)
		for k, n := range kept {
			arcs[i][k] = arcs[i][n]
		}
		arcs[i] = arcs[i][:len(kept)]
	}
	return arcs
}

// assemble joins the arcs of each ring, and draws the polygons on the plane. A
// negative index -n-1 is arc n from its end.
func assemble(indexes [][][]int, arcs [][]point) ([]polygon, error) {
	var polygons []polygon
	for _, rings := range indexes {
		var p polygon
		for _, ring := range rings {
			var points []point
			for _, i := range ring {
				backwards := i < 0
				if backwards {
					i = -i - 1
				}
				if i >= len(arcs) {
					return nil, fmt.Errorf("there is no arc %d", i)
				}
				points = appendArc(points, arcs[i], backwards)
			}
			p = append(p, unwrap(points))
		}
		polygons = append(polygons, onPlane(p)...)
	}
	return polygons, nil
}

// appendArc appends an arc, whose first point is the last one of points.
func appendArc(points, arc []point, backwards bool) []point {
	if len(points) > 0 {
		points = points[:len(points)-1]
	}
	for i := range arc {
		if backwards {
			i = len(arc) - 1 - i
		}
		points = append(points, arc[i])
	}
	return points
}

// unwrap lets the longitudes of a line run on past 180 degrees instead of
// jumping to the other side of the map.
func unwrap(line []point) []point {
	line = slices.Clone(line)
	for i := 1; i < len(line); i++ {
		for line[i].x-line[i-1].x > 180 {
			line[i].x -= 360
		}
		for line[i].x-line[i-1].x < -180 {
			line[i].x += 360
		}
	}
	return line
}

// onPlane projects a polygon, cut in two where it runs over the edge of the
// map. The holes stay with the part that the polygon begins in: no land with a
// hole lies across the edge. A ring around a pole does not close and is left
// uncut.
func onPlane(p polygon) []polygon {
	var parts []polygon
	outer := p[0]
	closes := outer[0] == outer[len(outer)-1]
	for _, turn := range []float64{0, 360, -360} {
		var ring []point
		for _, q := range outer {
			ring = append(ring, point{q.x - turn, q.y})
		}
		if closes {
			ring = clip(clip(ring, eastOf(-180)), westOf(180))
		}
		if turn != 0 && (!closes || area(ring) == 0) {
			continue
		}
		part := polygon{projectAll(ring)}
		if turn == 0 {
			for _, hole := range p[1:] {
				part = append(part, projectAll(hole))
			}
		}
		parts = append(parts, part)
	}
	return parts
}
