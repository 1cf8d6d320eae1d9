package programme

import (
	"io/fs"
	"path"

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
// The Programme is nil when programme.yaml cannot be read at all. With other
// errors it holds what could be read, so that workbooks can be checked in the
// same run; it must be neither scored nor published then, and a finding that
// rests on a file with an error need not be true.
func Load(fsys fs.FS, dir string, frameworks func(id string) *indicator.Framework) (*Programme, diag.List, error) {
	l := &loader{fsys: fsys, dir: path.Clean(dir), frameworks: frameworks}
	p, err := l.read()
	if err != nil {
		return nil, nil, err
	}
	return p, l.findings.Sorted(), nil
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
	p.Base = l.framework()
	p.Framework = l.adapted(p.Base)
	p.Periods = l.periods()
	p.Rollup = l.rollup()
	p.Starts = l.starts(p.Framework)
	for _, v := range root.Get("beside").Items() {
		p.Beside = append(p.Beside, Beside{
			Programme: v.Get("programme").String(), Jurisdiction: JurisdictionID(v.Get("jurisdiction").String()),
			Pos: v.Get("programme").Pos(),
		})
	}
	for _, v := range root.Get("adjudicators").Items() {
		p.Adjudicators = append(p.Adjudicators, v.String())
	}
	for _, step := range []func(*Programme) error{l.jurisdictions, l.shapes, l.workbooks, l.breaks, l.bases} {
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
		Citation:   root.Get("citation").Citation(),
		Licence:    root.Get("licence").Text(),
		Credits:    root.Get("credits").Text(),
		Publisher:  root.Get("publisher").Text(),
		Contact:    root.Get("contact").String(),
		Invented:   root.Get("invented").Boolean(),
		Pos:        root.Get("id").Pos(),
		PeriodsPos: root.Get("periods").Pos(),
	}
}
