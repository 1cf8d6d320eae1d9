// Package site holds the Hugo site that ships with tipscore: configuration,
// editorial content, words in every language, styles and scripts. A file of the
// same name in a project's own site folder wins.
package site

import "embed"

// FS is the content of this folder. The bundle for exploring charts is in
// static/explore when the binary was built with npm at hand, and absent
// otherwise.
//
//go:embed hugo.yaml all:content i18n workbook all:static
var FS embed.FS
