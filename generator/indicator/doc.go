// Package indicator reads what is measured and how it is scored: a framework
// with its tree of pillars and themes, its bands and rules, and its indicators,
// from the YAML files below indicators/<framework>/.
//
//	f, findings, err := indicator.Load(os.DirFS("."), "indicators/national-policy")
//	switch {
//	case err != nil:               // the tool could not read the files
//	case findings.HasErrors():     // the definitions are wrong; show findings
//	}
//	f.Indicator("3p-prosecution").Option("4").Score // 75
//
// Loading has three steps. Every file is held against its schema ([Schema],
// [FrameworkSchema]) by package yamlnode, which finds unknown and missing keys,
// wrong types and missing translations. Then each file is decoded. Then the
// rule_*.go files look across keys and files: what a type needs, whether a
// parent exists, whether the bands leave a gap.
//
// Invariants of a Framework loaded without errors: ids are unique over nodes,
// context groups and indicators; a node has either nodes or indicators, never
// neither; every scored indicator stands in the tree and every other one in a
// context group; a scored indicator has scored options or goalposts, not both;
// bands start at 0 and ascend; All is in the order of the pages and every
// Index points into it. Nothing changes after Load, so a Framework may be used
// by many goroutines.
package indicator
