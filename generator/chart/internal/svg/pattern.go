package svg

// OpenPattern begins a pattern of slanted squares of a size. Its id is the
// chart's with a suffix.
func (p *Pen) OpenPattern(suffix string, size float64) {
	p.S(`<pattern id="`).S(p.ID).S(`-`).S(suffix).S(`" width="`).N(size).S(`" height="`).N(size).
		S(`" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c-hatch-bg" width="`).
		N(size).S(`" height="`).N(size).S(`"/>`)
}
