package figures

import (
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"tipscore/generator/chart"
	"tipscore/generator/publish/peers"
)

// Map colours the programme's map by the overall score of a period. It is
// empty for a programme without a map.
func (a *Artist) Map(t int) Figure {
	if len(a.Def.Shapes) == 0 {
		return Figure{}
	}
	m := chart.Map{Steps: a.namedSteps(), LabelHead: a.Word("name"), ValueHead: a.Word("score")}
	m.Head = a.chartHead("map-chart", a.Phrase("map-title", "period", a.Period(t)), a.Word("map-alt"))
	for _, s := range a.Def.Shapes {
		shape := chart.Shape{Path: s.Path}
		if s.Path == "" {
			shape.Dot = chart.Spot{X: s.X, Y: s.Y}
		}
		if j := a.Def.Index(s.Jurisdiction); j >= 0 {
			shape.Name, shape.Href = a.Name(j), a.PlaceURL(j)
			shape.Point = a.scorePoint(a.Score(j, t, a.Overall))
		}
		m.Shapes = append(m.Shapes, shape)
	}
	out := a.figure(m.Head, "", m)
	out.SVG += template.HTML(m.Legend())
	// Land that is no jurisdiction is drawn and has nothing to tell.
	out.Table.Rows = slices.DeleteFunc(out.Table.Rows, func(row []string) bool { return row[0] == "" })
	sortByName(out.Table.Rows)
	return out
}

func sortByName(rows [][]string) {
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(peers.Fold(a[0]), peers.Fold(b[0])) })
}

// shortID is how many characters an id may have to stand for a name in a square,
// as the codes of countries and provinces do.
const shortID = 4

// Tiles colours one square for each jurisdiction of a level by the overall score
// of period t. It is empty for a programme with outlines, and for a level with
// fewer than two squares.
func (a *Artist) Tiles(p *peers.Group, t int) Figure {
	m := chart.Tiles{Steps: a.namedSteps(), LabelHead: a.Word("name"), ValueHead: a.Word("score")}
	for j, at := range a.Def.Jurisdictions {
		if a.Of[j] != p || at.Tile == nil || !a.Def.Exists(j, t) {
			continue
		}
		s := chart.Square{
			Name: a.Name(j), Column: at.Tile.X, Row: at.Tile.Y, Href: a.PlaceURL(j),
			Point: a.scorePoint(a.Score(j, t, a.Overall)),
		}
		if s.Point.Gap == chart.NotAssessed {
			s.Point.Gap = chart.NoData // a hatch is seen from afar
		}
		if utf8.RuneCountInString(string(at.ID)) <= shortID {
			s.Short = string(at.ID)
		}
		m.Squares = append(m.Squares, s)
	}
	if len(a.Def.Shapes) > 0 || len(m.Squares) < 2 {
		return Figure{}
	}
	title := a.Phrase("tiles-title", "period", a.Period(t))
	if len(a.Groups) > 1 {
		title += ": " + a.Text(p.Level.Title)
	}
	m.Head = a.chartHead("tile-map-"+p.Level.ID, title, a.Word("tiles-alt"))
	out := a.figure(m.Head, "", m)
	out.SVG += template.HTML(m.Legend())
	sortByName(out.Table.Rows)
	return out
}
