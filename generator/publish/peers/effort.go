package peers

import (
	"slices"

	"tipscore/generator/indicator"
)

// OfProgramme reports whether a group is about the programme's own doing.
func OfProgramme(g *indicator.Group) bool {
	return len(g.Indicators) > 0 && !slices.ContainsFunc(g.Indicators, func(i *indicator.Indicator) bool { return i.Actor != indicator.Programme })
}

// HasEffort reports whether the programme has such a page: figures about its
// own doing, or registers.
func (e *Edition) HasEffort() bool {
	return slices.ContainsFunc(e.Def.Framework.Context, OfProgramme) || len(e.Registers()) > 0
}

// Registers returns the names of the registers that have entries.
func (e *Edition) Registers() []string {
	return slices.DeleteFunc(indicator.Registers(), func(name string) bool { return len(e.Public.Records(name)) == 0 })
}
