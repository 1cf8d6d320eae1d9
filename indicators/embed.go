// Package indicators holds the frameworks that ship with tipscore, embedded so
// that one binary can make a project out of nothing.
package indicators

import "embed"

// FS has a folder for each framework.
//
//go:embed */*.yaml */*/*.yaml
var FS embed.FS
