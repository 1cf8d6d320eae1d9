package chart

import (
	"math"
	"strconv"
)

type extent struct{ minX, minY, maxX, maxY float64 }

// bounds returns the extent of a path, and false if it has no corner.
func bounds(path string) (extent, bool) {
	e := extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, ring := range rings(path) {
		for _, c := range ring {
			e.minX, e.maxX = math.Min(e.minX, c.X), math.Max(e.maxX, c.X)
			e.minY, e.maxY = math.Min(e.minY, c.Y), math.Max(e.maxY, c.Y)
		}
	}
	return e, e.maxX >= e.minX
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
	return v, s[i:], err == nil && finite(v)
}
