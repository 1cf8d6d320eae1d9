package main

import (
	"math"

	"tipscore/generator/programme"
)

// The Equal Earth projection (Šavrič, Patterson and Jenny 2018, "The Equal
// Earth map projection", International Journal of Geographical Information
// Science 33(3), 454-465, equations 2 to 8): areas keep their proportions, so
// that colour on the map does not favour the far north.
const (
	equalEarth1 = 1.340264
	equalEarth2 = -0.081106
	equalEarth3 = 0.000893
	equalEarth4 = 0.003796
)

// The map reaches from northEdge to southEdge, without Antarctica, which
// leaves the plane with a margin above and below.
const (
	northEdge = 83.7
	southEdge = -56
)

// equalEarth returns the plane coordinates of a place, y pointing north. The
// equator is 2.7066 long on either side: equalEarth(180, 0) is (2.7066, 0).
func equalEarth(lon, lat float64) (x, y float64) {
	theta := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat*math.Pi/180))
	t2 := theta * theta
	t6 := t2 * t2 * t2
	x = 2 * math.Sqrt(3) * lon * math.Pi / 180 * math.Cos(theta) /
		(3 * (9*equalEarth4*t6*t2 + 7*equalEarth3*t6 + 3*equalEarth2*t2 + equalEarth1))
	y = theta * (equalEarth1 + equalEarth2*t2 + t6*(equalEarth3+equalEarth4*t2))
	return x, y
}

// project returns the place on the map: as wide as the plane, and centred
// between its edges.
func project(lon, lat float64) point {
	widest, _ := equalEarth(180, 0)
	scale := programme.MapWidth / (2 * widest)
	_, north := equalEarth(0, northEdge)
	_, south := equalEarth(0, southEdge)
	x, y := equalEarth(lon, lat)
	return point{
		x: programme.MapWidth/2 + scale*x,
		y: programme.MapHeight/2 + scale*((north+south)/2-y),
	}
}

func projectAll(degrees []point) []point {
	plane := make([]point, len(degrees))
	for i, p := range degrees {
		plane[i] = project(p.x, p.y)
	}
	return plane
}
