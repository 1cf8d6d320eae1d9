// Package yamlnode reads the project's YAML files so that everything found in
// them has a file, a line and a column.
//
// It works in three steps, each of which collects findings and goes on. [Read]
// takes one small file apart and refuses what a definition never needs:
// several documents, aliases, tags, deep nesting. [Checker.Check] holds the
// tree against a [Mapping], which names every key with its type; unknown keys,
// missing keys, wrong types and missing translations are found here and
// nowhere else. The getters of [Value] then read the tree without a word: what
// is absent or malformed comes back as the zero value, since the check has
// already spoken about it.
//
//	band := yamlnode.Mapping{Name: "band", Keys: []yamlnode.Key{
//		{Name: "id", Type: yamlnode.ID, Required: true},
//		{Name: "from", Type: yamlnode.Number, Required: true},
//	}}
//	root, err := yamlnode.Read(fsys, "indicators/x/framework.yaml", &findings)
//	checker := yamlnode.Checker{Findings: &findings}
//	checker.Check(root, band)
//	from := root.Get("from").Number(0)
//
// Invariants: no input makes the package panic; a file costs at most
// [MaxBytes]; a position counts characters, not bytes, from 1.
package yamlnode
