package programme

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// pathScanner reads SVG path data: a command letter, then its numbers, which
// may be repeated without the letter. SVG 2, section 9.3.
type pathScanner struct {
	rest           string
	x, y           float64 // where the pen is
	startX, startY float64 // where the outline began
}

// checkPath returns what keeps s from being path data with all its points on
// the plane of the map, or "".
func checkPath(s string) string {
	p := &pathScanner{rest: s}
	p.space()
	if p.rest == "" || p.rest[0] != 'M' && p.rest[0] != 'm' {
		return "it does not begin with M"
	}
	for p.rest != "" {
		command := p.rest[0]
		count := numbersOf(command)
		if count < 0 {
			r, _ := utf8.DecodeRuneInString(p.rest)
			return fmt.Sprintf("%q is not a command", r)
		}
		p.rest = p.rest[1:]
		for first := true; ; first = false {
			p.space()
			if !first && (count == 0 || !startsNumber(p.rest)) {
				break
			}
			numbers, ok := p.numbers(command, count)
			if !ok {
				return fmt.Sprintf("the command %c has not enough numbers", command)
			}
			if !p.move(command, numbers) {
				return fmt.Sprintf("the command %c leads off the map", command)
			}
			// The pairs that follow those of M draw lines.
			if command|0x20 == 'm' {
				command ^= 'm' ^ 'l'
			}
		}
	}
	return ""
}

// numbersOf returns how many numbers a command takes, -1 for no command.
func numbersOf(command byte) int {
	switch command | 0x20 {
	case 'z':
		return 0
	case 'h', 'v':
		return 1
	case 'm', 'l', 't':
		return 2
	case 's', 'q':
		return 4
	case 'c':
		return 6
	case 'a':
		return 7
	}
	return -1
}

// startsNumber reports whether s begins like a number.
func startsNumber(s string) bool { return s != "" && strings.IndexByte("0123456789+-.", s[0]) >= 0 }

// space skips white space and one comma.
func (p *pathScanner) space() {
	const white = " \t\n\r\f"
	p.rest = strings.TrimLeft(p.rest, white)
	if strings.HasPrefix(p.rest, ",") {
		p.rest = strings.TrimLeft(p.rest[1:], white)
	}
}

// numbers reads the numbers of a command. The flags of an arc are single
// digits, which may stand without a space between them.
func (p *pathScanner) numbers(command byte, count int) ([]float64, bool) {
	out := make([]float64, 0, 7)
	for len(out) < count {
		p.space()
		length := numberLength(p.rest)
		if flag := command|0x20 == 'a' && (len(out) == 3 || len(out) == 4); flag {
			length = min(length, 1)
		}
		n, err := strconv.ParseFloat(p.rest[:length], 64)
		if err != nil {
			return nil, false
		}
		out = append(out, n)
		p.rest = p.rest[length:]
	}
	return out, true
}

// numberLength returns how many bytes at the start of s are one number.
func numberLength(s string) int {
	i := 0
	digits := func() {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	digits()
	if i < len(s) && s[i] == '.' {
		i++
		digits()
	}
	if i+1 < len(s) && s[i]|0x20 == 'e' && strings.IndexByte("0123456789+-", s[i+1]) >= 0 {
		i += 2
		digits()
	}
	return i
}

// move takes the pen through the points of a command. It returns false when
// one of them is off the map.
func (p *pathScanner) move(command byte, n []float64) bool {
	baseX, baseY := p.x, p.y
	if command&0x20 == 0 {
		baseX, baseY = 0, 0
	}
	switch command | 0x20 {
	case 'z':
		p.x, p.y = p.startX, p.startY
	case 'h':
		p.x = baseX + n[0]
	case 'v':
		p.y = baseY + n[0]
	case 'a':
		p.x, p.y = baseX+n[5], baseY+n[6]
	default:
		for i := 0; i+1 < len(n); i += 2 {
			p.x, p.y = baseX+n[i], baseY+n[i+1]
			if !onMap(p.x, p.y) {
				return false
			}
		}
	}
	if command|0x20 == 'm' {
		p.startX, p.startY = p.x, p.y
	}
	return onMap(p.x, p.y)
}

// onMap reports whether the point is on the plane. Rounding may push a point
// on the rim a little over it.
func onMap(x, y float64) bool {
	const slack = 0.5
	return x >= -slack && x <= MapWidth+slack && y >= -slack && y <= MapHeight+slack
}
