// Package plane is the geometry of the maps: a plane of 1000 by 500 units, paths
// of straight lines on it, and the dots of small states.
//
//	coast := plane.Outline([]string{"M0 0h40v40h-40z", "M40 0h40v40h-40z"}, 4) // "M0 0l80 0 0 40-80 0z"
//	dots := plane.Settle([]plane.Spot{{330, 230}, {331, 233}})                  // moved apart
//
// Invariants: nothing here fails or loops on malformed data, and results depend
// on the order of the input alone.
package plane

import (
	"math"
	"strconv"
)

// The size of the plane on which maps are drawn, in units.
const (
	Width  = 1000
	Height = 500
)

// Spot is a place on the plane.
type Spot struct{ X, Y float64 }

// Finite tells whether both coordinates are numbers.
func (s Spot) Finite() bool {
	return math.Abs(s.X) <= math.MaxFloat64 && math.Abs(s.Y) <= math.MaxFloat64
}

// Within returns the nearest place on the plane.
func (s Spot) Within() Spot {
	return Spot{math.Max(0, math.Min(Width, s.X)), math.Max(0, math.Min(Height, s.Y))}
}

// Bounds returns the middle of a path and its larger side, and false if it has
// no corner.
func Bounds(path string) (middle Spot, across float64, ok bool) {
	low, high := Spot{math.Inf(1), math.Inf(1)}, Spot{math.Inf(-1), math.Inf(-1)}
	for _, ring := range rings(path) {
		for _, c := range ring {
			low.X, high.X = math.Min(low.X, c.X), math.Max(high.X, c.X)
			low.Y, high.Y = math.Min(low.Y, c.Y), math.Max(high.Y, c.Y)
			ok = true
		}
	}
	return Spot{(low.X + high.X) / 2, (low.Y + high.Y) / 2}, math.Max(high.X-low.X, high.Y-low.Y), ok
}

// rings returns the corners of a path of straight lines: M, L, H, V and Z, as
// absolute and as relative commands. It stops at anything else.
func rings(path string) [][]Spot {
	var out [][]Spot
	var at, first Spot
	command := byte(0)
	for path != "" {
		switch c := path[0]; {
		case c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r':
			path = path[1:]
			continue
		case c == 'z' || c == 'Z':
			at, command, path = first, 'z', path[1:]
			continue
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			command, path = c, path[1:]
			continue
		}
		next, rest, ok := corner(command, at, path)
		if !ok {
			return out
		}
		if command|0x20 == 'm' {
			out, first = append(out, nil), next
			command-- // M is followed by L, m by l
		} else if len(out) == 0 {
			return nil
		}
		out[len(out)-1] = append(out[len(out)-1], next)
		at, path = next, rest
	}
	return out
}

// corner reads the numbers of one command and returns where it leads.
func corner(command byte, at Spot, path string) (Spot, string, bool) {
	base := Spot{}
	if command >= 'a' {
		base = at
	}
	a, path, ok := number(path)
	switch command | 0x20 {
	case 'h':
		return Spot{base.X + a, at.Y}, path, ok
	case 'v':
		return Spot{at.X, base.Y + a}, path, ok
	case 'm', 'l':
		b, path, ok2 := number(path)
		return Spot{base.X + a, base.Y + b}, path, ok && ok2
	}
	return at, path, false
}

// number reads a number as SVG writes them: "1-2" is two, and so is "1.5.5".
func number(s string) (float64, string, bool) {
	for s != "" && (s[0] == ' ' || s[0] == ',' || s[0] == '\n' || s[0] == '\t' || s[0] == '\r') {
		s = s[1:]
	}
	i, point := 0, false
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			continue
		case (c == '-' || c == '+') && i == 0:
			continue
		case c == '.' && !point:
			point = true
			continue
		}
		break
	}
	v, err := strconv.ParseFloat(s[:i], 64)
	return v, s[i:], err == nil && math.Abs(v) <= math.MaxFloat64
}
