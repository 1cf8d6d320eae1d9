package programme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
)

// workbooks finds the files that the patterns name, sorted and each once.
func (l *loader) workbooks(p *Programme) error {
	for _, pattern := range l.root.Get("workbooks").Items() {
		files, err := fs.Glob(l.fsys, path.Join(l.dir, pattern.String()))
		if err != nil {
			continue
		}
		files = slices.DeleteFunc(files, isLock)
		if len(files) == 0 {
			d := pattern.Finding("no-workbook", "no file matches "+pattern.String())
			d.Severity = diag.Warning
			l.findings.Add(d)
		}
		p.Workbooks = append(p.Workbooks, files...)
	}
	slices.Sort(p.Workbooks)
	p.Workbooks = slices.Compact(p.Workbooks)
	return nil
}

// isLock reports whether the file is one that an office program keeps beside
// an open workbook, or is hidden.
func isLock(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".")
}
