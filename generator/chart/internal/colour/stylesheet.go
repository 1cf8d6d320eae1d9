package colour

import (
	"slices"
	"strconv"
	"strings"

	"tipscore/generator/chart/internal/svg"
)

// rule is a CSS rule; "$name" in the declarations is a colour of the palette.
type rule struct{ selector, declarations string }

// rules returns the rules that dress a drawing, in order: later ones win.
func rules() []rule { return slices.Concat(textRules(), strokeRules(), fillRules()) }

func textRules() []rule {
	return []rule{
		{".c", "display:block;box-sizing:border-box;width:100%;max-width:45rem;overflow:visible"},
		{".c,.c-file", "fill:$ink;font-size:13px;letter-spacing:normal"},
		{".c-map", "max-width:none"},
		{".c-tiles", "max-width:26rem;margin-block-end:.6rem"},
		{".c-axis", "fill:$muted;font-size:12px"},
		{".c-axis-size", "font-size:12px"},
		{".c-key", "font-size:12px"},
		{".c-sign", "font-size:12px;fill:$muted"},
		{".c-break-note", "font-style:italic"},
		{".c-muted", "fill:$muted"},
		{".c-strong", "font-weight:700;fill:$ink"},
		{".c-num", "font-weight:700;fill:$ink"},
		{".c-halo", "paint-order:stroke;stroke:$bg;stroke-width:3px;stroke-linejoin:round"},
		{".c-head", "font-size:17px;font-weight:700"},
		{".c-source", "font-size:12px;fill:$muted"},
	}
}

func strokeRules() []rule {
	return []rule{
		{".c-grid", "stroke:$grid"},
		{".c-base", "stroke:$axis"},
		{".c-tick", "stroke:$axis"},
		{".c-event", "stroke:$muted;stroke-dasharray:2 2"},
		{".c-break", "stroke:$ink;stroke-dasharray:6 3"},
		{".c-leader", "stroke:$axis"},
		{".c-mark-halo", "stroke:$bg;stroke-width:5"},
		{".c-mark", "stroke:$ink;stroke-width:2"},
		{".c-line", "fill:none;stroke-width:2;stroke-linejoin:round;vector-effect:non-scaling-stroke"},
		{".c-dots,.c-mark-dots,.c-hi,.c-hi-ring", "fill:none;stroke-linecap:round;vector-effect:non-scaling-stroke"},
		{".c-dots", "stroke-width:7"},
		{".c-square", "stroke-linecap:square;stroke-width:6"},
		{".c-line-1,.c-mark-dots", "stroke:$line-1"},
		{".c-line-2,.c-hi", "stroke:$line-2"},
		{".c-line-3", "stroke:$line-3"},
		{".c-line-4", "stroke:$line-4"},
		{".c-span", "fill:none;stroke:$ink;stroke-width:3;stroke-linecap:round;vector-effect:non-scaling-stroke"},
		{".c-hi-ring", "stroke:$ink"},
		{".c-rug", "stroke-linecap:butt"},
		{".c-hole", "stroke:$bg;stroke-width:3.5"},
		{".c-dash-2", "stroke-dasharray:7 3"},
		{".c-dash-3", "stroke-dasharray:2 3"},
		{".c-dash-4", "stroke-dasharray:9 3 2 3"},
		{".c-dash-5", "stroke-dasharray:14 4"},
		{".c-dash-6", "stroke-dasharray:4 2"},
	}
}

func fillRules() []rule {
	r := []rule{
		{".c-band", "fill:$band"},
		{".c-track", "fill:$band;stroke:$axis"},
		{".c-bar", "fill:$line-1"},
	}
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		r = append(r, rule{".c-step-" + n, "fill:$step-" + n + ";stroke:$outline"}, rule{".c-on-" + n, "fill:$on-" + n})
	}
	for _, n := range []string{"1", "2", "3"} {
		r = append(r, rule{".c-state-" + n, "fill:$state-" + n + ";stroke:$outline"}, rule{".c-on-state-" + n, "fill:$on-state-" + n})
	}
	return append(r,
		rule{".c-none,.c-hidden", "stroke:$outline"},
		rule{".c-columns .c-none,.c-columns .c-hidden", "stroke:none"},
		rule{".c-na", "fill:none"},
		rule{".c-na-mark", "stroke:$muted;stroke-width:2"},
		rule{".c-unassessed", "fill:$bg;stroke:$outline;stroke-dasharray:2 2"},
		rule{".c-hatch-bg", "fill:$bg"},
		rule{".c-hatch", "fill:none;stroke:$hatch"},
		rule{".c-map path,.c-map circle", "stroke-width:.6;vector-effect:non-scaling-stroke"},
		rule{".c-map .c-na,.c-tiles .c-na,.c-legend .c-na", "fill:$bg;stroke:$outline"},
		rule{".c-legend .c-na-mark", "display:none"}, // land of that look has none
		rule{".c-map .c-hatch", "stroke-width:2.5;vector-effect:none"},
		rule{".c-map .c-current", "stroke:$ink;stroke-width:2.5"},
		rule{".c-target", "fill:transparent;stroke:none"},
	)
}

// css writes the rules with every colour as value returns it.
func css(rules []rule, value func(Colour) string) string {
	var pairs []string
	for _, c := range Palette() {
		pairs = append(pairs, "$"+c.Name, value(c))
	}
	colours := strings.NewReplacer(pairs...)
	var b strings.Builder
	for _, r := range rules {
		b.WriteString(r.selector + "{" + colours.Replace(r.declarations) + "}\n")
	}
	return b.String()
}

// FileCSS returns the rules with the colours of the white page, for a picture
// that stands alone.
func FileCSS() string { return css(rules(), func(c Colour) string { return c.Light }) }

// Stylesheet returns the CSS of the charts for the site's style sheet: the
// colours as custom properties, light, dark, for print and for forced colours,
// and the rules of the classes. The text is the same on every call.
//
// Put a chart into an element of class "c-box": its width decides whether the
// labels for phones or for desk screens are shown.
func Stylesheet() string {
	var b strings.Builder
	properties := func(value func(Colour) string) string {
		var list []string
		for _, c := range Palette() {
			if v := value(c); v != "" {
				list = append(list, "--c-"+c.Name+":"+v)
			}
		}
		return ":root{" + strings.Join(list, ";") + "}"
	}
	b.WriteString(properties(func(c Colour) string { return c.Light }) + "\n")
	b.WriteString("@media screen and (prefers-color-scheme:dark){" + properties(func(c Colour) string { return c.Dark }) + "}\n")
	b.WriteString("@media (prefers-contrast:more){:root{--c-grid:var(--c-axis);--c-muted:var(--c-ink);--c-axis:var(--c-ink);--c-outline:var(--c-ink);--c-hatch:var(--c-ink)}}\n")
	b.WriteString("@media (forced-colors:active){" + properties(forced) + "}\n")
	b.WriteString(css(rules(), func(c Colour) string { return "var(--c-" + c.Name + ")" }))
	b.WriteString(padding() + `.c-box{container-type:inline-size}
.c-wide{display:none}
@container (min-width:37.5rem){.c-wide{display:inline}.c-narrow{display:none}}
.c-map a:focus{outline:none}
.c-map a:focus path,.c-map a:focus circle{stroke:var(--c-ink);stroke-width:4}
.c-map a:hover path,.c-map a:hover circle{stroke:var(--c-ink);stroke-width:2}
.c-tiles a:focus{outline:none}
.c-tiles a:focus rect{stroke:var(--c-ink);stroke-width:3}
.c-tiles a:hover rect{stroke:var(--c-ink);stroke-width:2}
@media print{.c{break-inside:avoid;print-color-adjust:exact}}
`)
	return b.String()
}

// padding returns the rules of the margins.
func padding() string {
	var b strings.Builder
	for width := svg.MarginStep; width <= svg.MarginMost; width += svg.MarginStep {
		for _, side := range []string{"start", "end"} {
			b.WriteString("." + svg.MarginClass(side, float64(width)) + "{padding-inline-" + side + ":" + strconv.Itoa(width) + "px}")
		}
	}
	return b.String() + "\n"
}

// forced returns the system colour that stands for a colour where the reader's
// system sets its own, or "" to keep it: steps and states keep their fill, with
// an outline in the reader's colour.
func forced(c Colour) string {
	switch c.Name {
	case "bg", "band":
		return "Canvas"
	case "ink", "muted", "axis", "outline", "hatch", "line-1", "line-2", "line-3", "line-4":
		return "CanvasText"
	case "grid":
		return "GrayText"
	}
	return ""
}
