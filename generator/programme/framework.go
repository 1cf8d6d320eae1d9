package programme

import "tipscore/generator/indicator"

// framework returns the framework that the programme names, or nil.
func (l *loader) framework() *indicator.Framework {
	return l.frameworks(l.root.Get("framework").String())
}
