package chart

// fileWidth is the width of a downloaded picture without its margins. In it one
// unit of a plot is one pixel.
const (
	fileWidth  = 672
	fileMargin = 24
)

// Standalone returns a chart as a file of its own: all drawings of the figure
// under each other with title and source as visible text, and with the colours
// of the white page written into an embedded style sheet, so that it looks
// right in a browser, an editor or a report, without the site.
func Standalone(f Figure) string {
	h, parts := f.base(), f.parts()
	y := 46.0
	if h.Title == "" {
		y = fileMargin
	}
	tops := make([]float64, len(parts))
	for i, d := range parts {
		tops[i] = y
		y += fileHeight(d.canvas()) + 12
	}
	if h.Source != "" {
		y += 16
	}
	p := newPen(h)
	p.openFile(h, y+fileMargin-12)
	left := float64(fileMargin)
	if h.RTL {
		left += fileWidth
	}
	p.fileText("c-head", left, 30, fit(h.Title, 17, fileWidth/boldFactor))
	for i, d := range parts {
		c := d.canvas()
		x := fileMargin + c.start
		if h.RTL {
			x = fileMargin + c.end
		}
		p.s(`<svg class="`).s(c.class).s(`" overflow="visible" x="`).n(x).s(`" y="`).n(tops[i]).
			s(`" width="`).n(fileWidth - c.start - c.end).s(`" height="`).n(fileHeight(c))
		if c.plane {
			p.s(`" viewBox="0 0 1000 `).n(c.height)
		}
		p.s(`">`)
		d.draw(p)
		p.s(`</svg>`)
		p.id += "-l" // patterns of the next drawing need ids of their own
	}
	p.fileText("c-source", left, y+fileMargin-26, fit(h.Source, smallSize, fileWidth))
	p.s("</svg>\n")
	return string(p.b)
}

// fileHeight returns the height of a drawing in a downloaded picture.
func fileHeight(c canvas) float64 {
	if c.plane {
		return c.height * fileWidth / planeWidth
	}
	return c.height
}

// openFile writes the root element of a picture that stands alone.
func (p *pen) openFile(h Head, height float64) {
	p.s(`<svg xmlns="http://www.w3.org/2000/svg" class="c-file" width="720" height="`).n(height).
		s(`" viewBox="0 0 720 `).n(height).s(`" role="img" aria-labelledby="`).s(p.id).s(`-t`)
	if h.Desc != "" {
		p.s(` `).s(p.id).s(`-d`)
	}
	if h.Lang != "" {
		p.s(`" lang="`).esc(h.Lang)
	}
	if h.RTL {
		p.s(`" direction="rtl`)
	}
	p.s(`" font-size="13" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif">`)
	p.names(h)
	p.s("<style>\n").s(css(rules(), func(c Colour) string { return c.Light }))
	p.s(".c-narrow{display:none}\n</style>")
	p.s(`<rect class="c-hatch-bg" width="100%" height="100%"/>`)
}

func (p *pen) fileText(class string, x, y float64, text string) {
	if text == "" {
		return
	}
	p.s(`<text class="`).s(class).s(`" x="`).n(x).s(`" y="`).n(y).s(`">`).esc(text).s(`</text>`)
}
