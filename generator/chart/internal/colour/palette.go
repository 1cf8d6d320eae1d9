// Package colour holds the colours of the charts as data, and the style sheet
// made from them. The tests hold that the colours can be told apart by readers
// with any kind of sight, and that texts have the contrast they need.
package colour

// Colour is a named colour of the charts: the CSS custom property is "--c-"
// and the name.
type Colour struct {
	Name  string
	Light string // on a white page, in print and in downloaded pictures
	Dark  string // where the reader's system asks for dark
}

// Palette returns the colours. Ordered ones (step, state) and the lines differ
// from each other by a CIEDE2000 of 12 or more for normal sight, the three
// kinds of colour blindness and in grey; a test holds that. Steps 1 to 5 run
// from weak to strong. The light steps are viridis (van der Walt and Smith,
// 2015) reversed; the others were searched for with the same measure.
func Palette() []Colour {
	return []Colour{
		{"bg", "#ffffff", "#12161b"},
		{"ink", "#0b0c0c", "#f3f5f7"},
		{"muted", "#505a5f", "#aeb8bf"},
		{"grid", "#dde1e4", "#2c343b"},
		{"axis", "#6b757b", "#98a2a9"},
		{"outline", "#505a5f", "#98a2a9"},
		{"hatch", "#8a949b", "#8a949b"},
		{"band", "#f2f4f6", "#1a2128"},

		{"step-1", "#fde725", "#f7fbb8"},
		{"step-2", "#5ec962", "#7ace60"},
		{"step-3", "#21918c", "#4797a4"},
		{"step-4", "#3b528b", "#4068b0"},
		{"step-5", "#440154", "#563468"},
		{"on-1", "#0b0c0c", "#0b0c0c"},
		{"on-2", "#0b0c0c", "#0b0c0c"},
		{"on-3", "#0b0c0c", "#0b0c0c"},
		{"on-4", "#ffffff", "#ffffff"},
		{"on-5", "#ffffff", "#ffffff"},

		{"state-1", "#9a3b2e", "#a14834"}, // not met
		{"state-2", "#e47614", "#f08420"}, // partly met
		{"state-3", "#02113d", "#eaf2fa"}, // met
		{"on-state-1", "#ffffff", "#ffffff"},
		{"on-state-2", "#0b0c0c", "#0b0c0c"},
		{"on-state-3", "#ffffff", "#0b0c0c"},

		{"line-1", "#12436d", "#498fba"}, // with line-2 the pair for two series
		{"line-2", "#f46a25", "#e0af6f"},
		{"line-3", "#317a5a", "#10714a"},
		{"line-4", "#290224", "#fdf4fc"},
	}
}

// Property returns the CSS custom property of a colour, which stands for it in
// an option: the script of the page puts the value in, so that an explored chart
// follows the reader's scheme as the drawing does.
func Property(name string) string { return "--c-" + name }
