package main

import (
	"math"
	"testing"
)

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

// The extent of the projection as its authors print it: 2.7066 by 1.3174.
func TestEqualEarthExtent(t *testing.T) {
	for _, c := range []struct{ lon, lat, x, y float64 }{
		{0, 0, 0, 0}, {180, 0, 2.70663, 0}, {-180, 0, -2.70663, 0}, {0, 90, 0, 1.31736}, {0, -90, 0, -1.31736},
	} {
		if x, y := equalEarth(c.lon, c.lat); !near(x, c.x, 1e-5) || !near(y, c.y, 1e-5) {
			t.Errorf("equalEarth(%v, %v) = %v, %v; want %v, %v", c.lon, c.lat, x, y, c.x, c.y)
		}
	}
}

// A cell of one degree has the area of the sphere's cell wherever it lies.
func TestEqualEarthKeepsAreas(t *testing.T) {
	for lat := -80.0; lat < 80; lat += 10 {
		for _, lon := range []float64{-170, 0, 100} {
			var ring []point
			for _, corner := range [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
				x, y := equalEarth(lon+corner[0], lat+corner[1])
				ring = append(ring, point{x, y})
			}
			rad := math.Pi / 180
			want := rad * (math.Sin((lat+1)*rad) - math.Sin(lat*rad))
			if got := area(ring); !near(got/want, 1, 1e-3) {
				t.Errorf("the cell at %v, %v has %v of its area", lon, lat, got/want)
			}
		}
	}
}

func TestProjectFitsThePlane(t *testing.T) {
	top, bottom := project(0, northEdge), project(0, southEdge)
	if !near(top.y, 500-bottom.y, 1e-9) || top.y < 0 || bottom.y > 500 {
		t.Errorf("the edges are at %v and %v", top.y, bottom.y)
	}
	if west, east := project(-180, 0), project(180, 0); !near(west.x, 0, 1e-9) || !near(east.x, 1000, 1e-9) {
		t.Errorf("the sides are at %v and %v", west.x, east.x)
	}
}
