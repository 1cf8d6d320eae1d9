package chart

import (
	"tipscore/generator/chart/internal/colour"
	"tipscore/generator/chart/internal/svg"
)

// fileMargin surrounds a downloaded picture.
const fileMargin = 24

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
	p := svg.NewPen(h.name())
	openFile(p, h, y+fileMargin-12)
	left := float64(fileMargin)
	if h.RTL {
		left += svg.FileWidth
	}
	fileText(p, "c-head", Spot{left, 30}, svg.Fit(h.Title, 17, svg.FileWidth/svg.BoldFactor))
	for i, d := range parts {
		c := d.canvas()
		x := fileMargin + c.Start
		if h.RTL {
			x = fileMargin + c.End
		}
		p.S(`<svg class="`).S(c.Class).S(`" overflow="visible" x="`).N(x).S(`" y="`).N(tops[i]).
			S(`" width="`).N(svg.FileWidth - c.Start - c.End).S(`" height="`).N(fileHeight(c))
		if c.Plane > 0 {
			p.S(`" viewBox="0 0 `).N(c.Plane).S(` `).N(c.Height)
		}
		p.S(`">`)
		d.draw(p)
		p.S(`</svg>`)
		p.ID += "-l" // patterns of the next drawing need ids of their own
	}
	fileText(p, "c-source", Spot{left, y + fileMargin - 26}, svg.Fit(h.Source, svg.SmallSize, svg.FileWidth))
	p.S("</svg>\n")
	return p.String()
}

// fileHeight returns the height of a drawing in a downloaded picture.
func fileHeight(c svg.Canvas) float64 {
	if c.Plane > 0 {
		return c.Height * svg.FileWidth / c.Plane
	}
	return c.Height
}

// openFile writes the root element of a picture that stands alone.
func openFile(p *svg.Pen, h Head, height float64) {
	p.S(`<svg xmlns="http://www.w3.org/2000/svg" class="c-file" width="720" height="`).N(height).
		S(`" viewBox="0 0 720 `).N(height).S(`" role="img" aria-labelledby="`).S(p.ID).S(`-t`)
	if h.Desc != "" {
		p.S(` `).S(p.ID).S(`-d`)
	}
	if h.Lang != "" {
		p.S(`" lang="`).Esc(h.Lang)
	}
	if h.RTL {
		p.S(`" direction="rtl`)
	}
	p.S(`" font-size="13" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif">`)
	p.Names(h.name())
	p.S("<style>\n").S(colour.FileCSS())
	p.S(".c-narrow{display:none}\n</style>")
	p.S(`<rect class="c-hatch-bg" width="100%" height="100%"/>`)
}

func fileText(p *svg.Pen, class string, at Spot, text string) {
	if text == "" {
		return
	}
	p.S(`<text class="`).S(class).S(`" x="`).N(at.X).S(`" y="`).N(at.Y).S(`">`).Esc(text).S(`</text>`)
}
