package community

import (
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
)

// Link leads to another page.
type Link struct{ Title, URL string }

// Scribe writes for one page in one language.
type Scribe struct {
	Text      func(indicator.Text) string
	Word      func(key string) string
	Place     func(j int) Link
	Indicator func(*indicator.Indicator) Link
	Sources   func([]observation.SourceID) []Link
	Register  func(name string) Link
}
