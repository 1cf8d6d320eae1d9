package programme

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// isInside reports whether the path names something inside the folder that it
// is relative to, on every operating system.
func isInside(name string) bool {
	return name != "" && !path.IsAbs(name) && !strings.ContainsAny(name, `\:`) &&
		!strings.ContainsFunc(name, yamlnode.IsControl) && !slices.Contains(strings.Split(name, "/"), "..")
}

// inside returns whether the path at v stays inside the programme's folder,
// with a finding where it does not.
func (l *loader) inside(v yamlnode.Value) bool {
	if isInside(v.String()) {
		return true
	}
	if v.String() != "" {
		d := v.Finding("path-outside", fmt.Sprintf("the path %q leads out of the programme's folder", v.String()))
		d.Expected = `a path below the folder, with slashes and without ".."`
		d.Hint = "move the file into the programme's folder"
		l.findings.Add(d)
	}
	return false
}

// table reads the CSV file that the key names. It returns nil where findings
// say why there is none.
func (l *loader) table(key string) (*table, error) {
	v := l.root.Get(key)
	if !l.inside(v) {
		return nil, nil
	}
	t, err := readTable(l.fsys, path.Join(l.dir, v.String()), &l.findings)
	if errors.Is(err, fs.ErrNotExist) {
		d := v.Finding("missing-file", fmt.Sprintf("there is no file %q", v.String()))
		d.Expected = "a file in the folder " + l.dir
		l.findings.Add(d)
		return nil, nil
	}
	if d, ok := diag.Unreadable(path.Join(l.dir, v.String()), err); ok {
		l.findings.Add(d)
		return nil, nil
	}
	return t, err
}
