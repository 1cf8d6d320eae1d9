package main

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"
)

// Two neighbours that share a line (arc 0), and an island across the edge of
// the map, in the manner of world-atlas. Degrees are whole numbers here.
const smallAtlas = `{"type": "Topology", "transform": {"scale": [1, 1], "translate": [-180, -90]},
"arcs": [
 [[180, 90], [0, 5], [0, 5]],
 [[180, 100], [-10, 0], [0, -10], [10, 0]],
 [[180, 90], [10, 0], [0, 10], [-10, 0]],
 [[350, 60], [20, 0], [0, 10], [-20, 0], [0, -10]],
 [[350, 80], [-340, 0], [0, 5], [340, 0], [0, -5]]
],
"objects": {"countries": {"type": "GeometryCollection", "geometries": [
 {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
 {"type": "MultiPolygon", "arcs": [[[-1, 2]]], "properties": {"name": "East"}},
 {"type": "Polygon", "arcs": [[3]], "properties": {"name": "Edge"}},
 {"type": "Polygon", "arcs": [[4]], "properties": {"name": "Jump"}}
]}}}`

func atlasOf(text string) fstest.MapFS { return fstest.MapFS{"a.json": {Data: []byte(text)}} }

func TestReadAtlas(t *testing.T) {
	features, err := readAtlas(atlasOf(smallAtlas), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(features) != 4 {
		t.Fatalf("%d features", len(features))
	}
	west, east := features[0].polygons[0][0], features[1].polygons[0][0]
	if len(west) != 5 || len(east) != 5 {
		t.Errorf("the middle of the straight line is kept: %v, %v", west, east)
	}
	if !near(math.Abs(area(west)), math.Abs(area(east)), 1e-6) || area(west)*area(east) < 0 {
		t.Errorf("areas %v and %v of like neighbours", area(west), area(east))
	}
	for _, f := range features {
		sum := 0.0
		for _, p := range f.polygons {
			sum += math.Abs(area(p[0]))
			for _, q := range p[0] {
				if q.x < -1e-9 || q.x > 1000+1e-9 {
					t.Errorf("%s leaves the map at %v", f.name, q)
				}
			}
		}
		// No feature is wider than 20 degrees, 56 units of the plane.
		if sum > 60*60 {
			t.Errorf("%s covers %v: it runs around the map", f.name, sum)
		}
	}
	if n := len(features[2].polygons); n != 2 {
		t.Errorf("the island across the edge has %d parts", n)
	}
}

func TestReadAtlasRefuses(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`"arcs": [[3]]`, `"arcs": [[5]]`, `"Edge": there is no arc 5`},
		{`"arcs": [[3]]`, `"arcs": [["x"]]`, `"Edge"`},
		{`"type": "MultiPolygon"`, `"type": "Point"`, `a geometry of type "Point"`},
		{`{"type": "Topology"`, `{`, "read a.json"},
	} {
		text := strings.Replace(smallAtlas, c.old, c.new, 1)
		if _, err := readAtlas(atlasOf(text), "a.json"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.new, err, c.want)
		}
	}
}

func TestUnwrap(t *testing.T) {
	got := unwrap([]point{{170, 0}, {-170, 0}, {-160, 0}, {175, 0}, {-5, 0}})
	for i, want := range []float64{170, 190, 200, 175, -5} {
		if got[i].x != want {
			t.Errorf("point %d is at %v, want %v", i, got[i].x, want)
		}
	}
}
