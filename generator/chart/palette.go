package chart

import "tipscore/generator/chart/internal/colour"

// Colour is a named colour of the charts: the CSS custom property is "--c-"
// and the name.
type Colour = colour.Colour

// Palette returns the colours with their classes' names. Steps 1 to 5 run from
// weak to strong.
func Palette() []Colour { return colour.Palette() }

// Stylesheet returns the CSS of the charts for the site's style sheet: the
// colours as custom properties, light, dark, for print and for forced colours,
// and the rules of the classes. The text is the same on every call.
//
// Put a chart into an element of class "c-box": its width decides whether the
// labels for phones or for desk screens are shown.
func Stylesheet() string { return colour.Stylesheet() }
