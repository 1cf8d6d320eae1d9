package programme

import (
	"io/fs"
	"path"
	"slices"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/internal/yamlnode"
)

// programmeFile is the name of the file that every programme has.
const programmeFile = "programme.yaml"

// Load reads and checks the programme in the directory, such as "data/world":
// programme.yaml and the files that it names. The function frameworks returns
// the framework with the id, or nil. All findings come at once, in order.
//
// The Programme is nil when findings make it unusable. It is there when all
// errors are about the wording of texts, such as a missing translation, so
// that workbooks can be checked in the same run; it must be neither scored nor
// published then.
func Load(fsys fs.FS, dir string, frameworks func(id string) *indicator.Framework) (*Programme, diag.List, error) {
	l := &loader{fsys: fsys, dir: path.Clean(dir), frameworks: frameworks}
	p, err := l.read()
	if err != nil {
		return nil, nil, err
	}
	findings := l.findings.Sorted()
	if !usable(findings) {
		p = nil
	}
	return p, findings, nil
}

// loader holds what has been read of one programme.
type loader struct {
	fsys       fs.FS
	dir        string
	frameworks func(id string) *indicator.Framework
	findings   diag.List
	root       yamlnode.Value // programme.yaml
}

// read reads programme.yaml and then the files that it names.
func (l *loader) read() (*Programme, error) {
	root, err := yamlnode.Read(l.fsys, path.Join(l.dir, programmeFile), &l.findings)
	if err != nil || !root.Exists() {
		return nil, err
	}
	l.root = root
	checker := yamlnode.Checker{Languages: root.Get("languages").Languages(), Findings: &l.findings}
	checker.Check(root, Schema())
	p := decode(root)
	l.checkID()
	p.Framework = l.framework()
	p.Periods = l.periods()
	for _, step := range []func(*Programme) error{l.jurisdictions, l.shapes, l.workbooks} {
		if err := step(p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// decode fills the programme from its file. What is absent or malformed has
// been reported, and stays zero.
func decode(root yamlnode.Value) *Programme {
	return &Programme{
		ID:        root.Get("id").String(),
		Title:     root.Get("title").Text(),
		Summary:   root.Get("summary").Text(),
		Languages: root.Get("languages").Languages(),
		Policy: Policy{
			MinCell: root.Get("policy").Get("min_cell").Integer(0),
			Reason:  root.Get("policy").Get("reason").Text(),
		},
		Citation:   root.Get("citation").String(),
		Licence:    root.Get("licence").Text(),
		Credits:    root.Get("credits").Text(),
		Invented:   root.Get("invented").Boolean(),
		Pos:        root.Get("id").Pos(),
		PeriodsPos: root.Get("periods").Pos(),
	}
}

// usable reports whether all errors are about the wording of texts.
func usable(findings diag.List) bool {
	wording := []string{"missing-translation", "unknown-language", "empty-text", "line-break", "missing-name"}
	for _, d := range findings {
		if d.Severity == diag.Error && !slices.Contains(wording, d.Rule) {
			return false
		}
	}
	return true
}
