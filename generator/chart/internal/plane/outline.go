package plane

import (
	"math"
	"strconv"
)

// Outline returns one path for the coast of all the paths: their corners on a
// grid of the given number of units, without the borders between them and
// without islands smaller than the grid.
func Outline(paths []string, grid float64) string {
	if !(grid > 0) {
		grid = 1
	}
	coast := dissolve(paths, grid)
	var b []byte
	for _, ring := range coast {
		b = appendRing(b, ring, grid)
	}
	return string(b)
}

// cell is a corner on the grid of an outline.
type cell struct{ x, y int }

// dissolve returns the rings around all the shapes. A border appears once in
// each direction, because all shapes turn the same way round, and the two cancel
// out.
func dissolve(paths []string, grid float64) [][]cell {
	type edge struct{ from, to cell }
	count := map[edge]int{}
	var order []edge
	for _, path := range paths {
		for _, ring := range rings(path) {
			snapped := snap(ring, grid)
			for i, from := range snapped {
				e := edge{from, snapped[(i+1)%len(snapped)]}
				if back := (edge{e.to, e.from}); count[back] > 0 {
					count[back]--
					continue
				}
				count[e]++
				order = append(order, e)
			}
		}
	}
	next := map[cell][]cell{}
	var starts []cell
	for _, e := range order {
		if count[e] > 0 {
			count[e]--
			next[e.from] = append(next[e.from], e.to)
			starts = append(starts, e.from)
		}
	}
	var out [][]cell
	for _, at := range starts {
		var ring []cell
		for len(next[at]) > 0 {
			ring = append(ring, at)
			to := next[at][0]
			next[at] = next[at][1:]
			at = to
		}
		out = append(out, straighten(ring))
	}
	return out
}

// snap moves corners to the grid and leaves out repeated ones.
func snap(ring []Spot, grid float64) []cell {
	var out []cell
	for _, c := range ring {
		at := cell{int(math.Round(c.X / grid)), int(math.Round(c.Y / grid))}
		if n := len(out); n == 0 || out[n-1] != at {
			out = append(out, at)
		}
	}
	for len(out) > 1 && out[len(out)-1] == out[0] {
		out = out[:len(out)-1]
	}
	return out
}

// straighten leaves out the corners that lie on a line between their neighbours.
func straighten(ring []cell) []cell {
	var out []cell
	for _, c := range ring {
		for n := len(out); n > 1; n = len(out) {
			a, b := out[n-2], out[n-1]
			if (b.x-a.x)*(c.y-b.y) != (b.y-a.y)*(c.x-b.x) {
				break
			}
			out = out[:n-1]
		}
		out = append(out, c)
	}
	return out
}

// appendRing adds a ring with relative steps, if three corners are left of it.
func appendRing(b []byte, ring []cell, grid float64) []byte {
	if len(ring) < 3 {
		return b
	}
	b = append(b, 'M')
	b = appendPair(b, float64(ring[0].x)*grid, float64(ring[0].y)*grid)
	for i := 1; i < len(ring); i++ {
		if i == 1 {
			b = append(b, 'l')
		}
		dx, dy := float64(ring[i].x-ring[i-1].x)*grid, float64(ring[i].y-ring[i-1].y)*grid
		if i > 1 && dx >= 0 {
			b = append(b, ' ')
		}
		b = appendPair(b, dx, dy)
	}
	return append(b, 'z')
}

func appendPair(b []byte, x, y float64) []byte {
	b = strconv.AppendFloat(b, x, 'f', -1, 64)
	if y >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendFloat(b, y, 'f', -1, 64)
}
