package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
)

// land is what the map shows in one row.
type land struct {
	jurisdiction string // "" for land without one
	polygons     []polygon
	dot          point // where there are no polygons
}

// makeMap makes map.csv: a row for every jurisdiction and for other land that
// is large enough to be seen.
func makeMap(atlas fs.FS, name string, programme fs.FS) (file, tally, error) {
	t := tally{workbook: "map.csv", states: map[string]int{}}
	w, err := loadWorld(programme)
	if err != nil {
		return file{}, t, err
	}
	features, err := readAtlas(atlas, name)
	if err != nil {
		return file{}, t, err
	}
	t.read = len(features)
	lands, err := divide(w, features, &t)
	if err != nil {
		return file{}, t, err
	}
	rows := [][]string{{"jurisdiction", "x", "y", "path"}}
	for _, l := range lands {
		r, kind := l.row()
		t.states[kind]++
		if r != nil {
			rows = append(rows, r)
		}
	}
	data, err := writeTable(rows)
	return file{"map.csv", data}, t, err
}

// divide gives every polygon of the atlas to its land, in the order of
// jurisdictions, with other land at the end.
func divide(w *world, features []feature, t *tally) ([]land, error) {
	claims, err := readTable(judgements, "tables/atlas.csv", "feature", "lon", "lat", "south_of", "jurisdiction", "note")
	if err != nil {
		return nil, err
	}
	d := division{rest: map[string][]polygon{}, lands: map[string]*land{}, tally: t}
	for _, f := range features {
		d.rest[f.name] = append(d.rest[f.name], f.polygons...)
	}
	// The claims to a part of a feature go before those to the whole.
	for _, whole := range []bool{false, true} {
		for _, r := range claims.rows {
			isWhole := r.get("lon") == "" && r.get("south_of") == ""
			if isWhole != whole {
				continue
			}
			if err := d.claim(r); err != nil {
				return nil, r.errorf("%w", err)
			}
		}
	}
	for _, f := range features {
		if len(d.rest[f.name]) > 0 {
			t.drop(f.name)
		}
	}
	for _, id := range w.members {
		if d.lands[id] == nil {
			return nil, fmt.Errorf("the map has no place for %s: give it one in tables/atlas.csv", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.lands)) {
		if !w.ids[id] {
			return nil, fmt.Errorf("tables/atlas.csv: %q is no jurisdiction", id)
		}
		d.done = append(d.done, *d.lands[id])
	}
	return append(d.done, d.other...), nil
}

// division is the state of dividing the atlas.
type division struct {
	rest  map[string][]polygon // what is left of each feature
	lands map[string]*land     // by jurisdiction
	done  []land
	other []land
	tally *tally
}

// claim gives the land of one row of tables/atlas.csv to its jurisdiction.
func (d *division) claim(r row) error {
	name := r.get("feature")
	lon, lat, south, err := numbers(r)
	if err != nil {
		return err
	}
	if name == "" {
		d.give(r.get("jurisdiction"), nil, project(lon, lat))
		return nil
	}
	have, known := d.rest[name]
	if !known {
		return fmt.Errorf("the atlas has no feature %q", name)
	}
	var taken, left []polygon
	switch {
	case r.get("south_of") != "":
		taken, left = cut(have, project(0, south).y)
	case r.get("lon") != "":
		taken, left = pick(have, project(lon, lat))
	default:
		taken = have
	}
	if len(taken) == 0 {
		return fmt.Errorf("there is no such part of %q", name)
	}
	d.rest[name] = left
	d.give(r.get("jurisdiction"), taken, point{})
	return nil
}

func (d *division) give(id string, polygons []polygon, dot point) {
	if id == "" {
		d.other = append(d.other, land{polygons: polygons})
		return
	}
	if d.lands[id] == nil {
		d.lands[id] = &land{jurisdiction: id, dot: dot}
	}
	d.lands[id].polygons = append(d.lands[id].polygons, polygons...)
}

// numbers reads the cells of a row that hold degrees; empty ones are 0.
func numbers(r row) (lon, lat, south float64, err error) {
	for _, cell := range []struct {
		column string
		n      *float64
	}{{"lon", &lon}, {"lat", &lat}, {"south_of", &south}} {
		text := r.get(cell.column)
		if text == "" {
			continue
		}
		if *cell.n, err = strconv.ParseFloat(text, 64); err != nil {
			return 0, 0, 0, fmt.Errorf("%q is no number of degrees", text)
		}
	}
	return lon, lat, south, nil
}

// pick divides polygons into the one that holds the point and the others.
func pick(polygons []polygon, at point) (taken, left []polygon) {
	for _, p := range polygons {
		if p.contains(at) {
			taken = append(taken, p)
		} else {
			left = append(left, p)
		}
	}
	return taken, left
}

// cut divides polygons along a horizontal line into what is below and above.
// Holes are left out of both; no polygon that is cut has one.
func cut(polygons []polygon, y float64) (taken, left []polygon) {
	for _, p := range polygons {
		if ring := clip(p[0], below(y)); ring != nil {
			taken = append(taken, polygon{ring})
		}
		if ring := clip(p[0], above(y)); ring != nil {
			left = append(left, polygon{ring})
		}
	}
	return taken, left
}

// row returns the row of the map and its kind; the row is nil for other land
// that is too small to be seen.
func (l land) row() ([]string, string) {
	path := outline(l.polygons)
	if path == "" && l.jurisdiction == "" {
		return nil, "too small to be drawn"
	}
	at := l.dot
	if len(l.polygons) > 0 {
		at = middle(l.polygons)
	}
	kind := "outline"
	switch {
	case l.jurisdiction == "":
		kind = "other land"
	case path == "":
		kind = "dot"
	}
	cell := func(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }
	return []string{cmp.Or(l.jurisdiction, ""), cell(at.x), cell(at.y), path}, kind
}
