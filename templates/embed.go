// Package templates holds the Hugo templates that ship with tipscore. A file of
// the same name in a project's own templates folder wins.
package templates

import "embed"

// FS is the content of this folder.
//
//go:embed all:*
var FS embed.FS
