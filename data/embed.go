// Package data holds the programmes that ship with tipscore. One of them is
// embedded, so that one binary can make a full example out of nothing.
package data

import "embed"

// FS has the folder of the invented programme demonstration.
//
//go:embed demonstration
var FS embed.FS
