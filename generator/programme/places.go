package programme

import (
	"fmt"
	"strconv"

	"tipscore/generator/diag"
)

// The largest numbers in the table of jurisdictions.
const (
	maxPeople = 2_000_000_000
	maxYear   = 9999
	maxTile   = 99
)

// whole returns the whole number in the column, 0 where it is empty, with a
// finding where it is none.
func (l *loader) whole(r record, column string, most int) int {
	s, pos := r.get(column)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err == nil && n >= 0 && n <= most {
		return n
	}
	l.findings.Add(diag.Diagnostic{
		Rule: "wrong-type", Pos: pos, Got: s,
		Message:  fmt.Sprintf("%s is %q instead of a whole number", column, s),
		Expected: fmt.Sprintf("a whole number from 0 to %d, without commas or points", most),
	})
	return 0
}

// tile returns the place on a tile map, nil where there is none.
func (l *loader) tile(r record) *Tile {
	x, pos := r.get("tile_x")
	y, _ := r.get("tile_y")
	if x == "" && y == "" {
		return nil
	}
	if x == "" || y == "" {
		l.findings.Add(diag.Diagnostic{
			Rule: "half-tile", Pos: pos, Message: "the place on the tile map has only one of its two numbers",
			Hint: "fill in both tile_x and tile_y, or neither",
		})
		return nil
	}
	return &Tile{X: l.whole(r, "tile_x", maxTile), Y: l.whole(r, "tile_y", maxTile)}
}

// validity returns the first and the last period in which the place exists.
func (l *loader) validity(r record) (from, to Period) {
	from, to = l.boundary(r, "valid_from"), l.boundary(r, "valid_to")
	first, _ := from.Months()
	_, last := to.Months()
	if !from.IsZero() && !to.IsZero() && last < first {
		s, pos := r.get("valid_to")
		l.findings.Add(diag.Diagnostic{
			Rule: "validity-order", Pos: pos, Got: s, Message: "the place ends before it begins",
			Hint: "exchange valid_from and valid_to, or correct one",
		})
	}
	return from, to
}

func (l *loader) boundary(r record, column string) Period {
	s, pos := r.get(column)
	if s == "" {
		return Period{}
	}
	p, err := ParsePeriod(s)
	if err != nil {
		l.findings.Add(diag.Diagnostic{
			Rule: "period-shape", Pos: pos, Got: s, Message: err.Error(),
			Expected: "a year, half-year, quarter or month, such as 2006 or 2006-07",
		})
	}
	return p
}

// checkPlaces holds the rows against each other, once all are known: what
// became of a place, places on one tile, and people where they count.
func (l *loader) checkPlaces(t *table, p *Programme) {
	ids := map[string]bool{}
	for _, r := range t.rows {
		id, _ := r.get("id")
		ids[id] = true
	}
	for i, r := range t.rows {
		l.checkSuccessor(r, ids)
		j := &p.Jurisdictions[i]
		if first := sameTile(p, i); first != nil {
			_, pos := r.get("tile_x")
			l.findings.Add(diag.Diagnostic{
				Rule: "duplicate-tile", Pos: pos, Message: "two places stand on one tile of the map",
				Hint: "move one of them", Related: []diag.Related{{Pos: first.Pos, Note: "the first"}},
			})
		}
		if p.Rollup != nil && p.Rollup.Method == PopulationMean && j.Parent != "" {
			s, pos := r.get("population")
			if s != "" {
				continue
			}
			l.findings.Add(diag.Diagnostic{
				Rule: "missing-population", Pos: pos,
				Message: fmt.Sprintf("%s has no population, and counts with it in the roll-up of %s", j.ID, j.Parent),
				Hint:    "fill in the population and its year, or write method: plain under rollup",
				Related: []diag.Related{{Pos: l.root.Key("rollup").Pos(), Note: "the roll-up"}},
			})
		}
	}
}

// sameTile returns the first place that shares its tile with place i, or nil.
// Each level of government has a map of its own, and a place may take the tile
// of one that is gone.
func sameTile(p *Programme, i int) *Jurisdiction {
	at := &p.Jurisdictions[i]
	for k := range p.Jurisdictions[:i] {
		j := &p.Jurisdictions[k]
		if at.Tile != nil && j.Tile != nil && *at.Tile == *j.Tile && at.Level == j.Level && !at.after(j) && !j.after(at) {
			return j
		}
	}
	return nil
}

// after reports whether a place began when another had ended.
func (j *Jurisdiction) after(other *Jurisdiction) bool {
	from, _ := j.From.Months()
	_, to := other.To.Months()
	return !j.From.IsZero() && !other.To.IsZero() && from > to
}

// checkSuccessor holds what a place became against the places there are.
func (l *loader) checkSuccessor(r record, ids map[string]bool) {
	s, pos := r.get("successor")
	if s == "" {
		return
	}
	id, _ := r.get("id")
	to, _ := r.get("valid_to")
	d := diag.Diagnostic{Rule: "successor", Pos: pos, Got: s}
	switch {
	case s == id:
		d.Message, d.Hint = "the place is its own successor", "name another place, or leave the cell empty"
	case !ids[s]:
		d.Message, d.Expected = fmt.Sprintf("%q is not a jurisdiction of this table", s), "the id of another row, or nothing"
	case to == "":
		d.Message, d.Hint = "the place has a successor and no end", "fill in valid_to, the last period in which it existed"
	default:
		return
	}
	l.findings.Add(d)
}
