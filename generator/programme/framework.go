package programme

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
)

// frameworksDir is where a project keeps its frameworks.
const frameworksDir = "indicators"

// checkID finds an id that differs from the folder or that would take the
// address of another page.
func (l *loader) checkID() {
	id, folder := l.root.Get("id"), path.Base(l.dir)
	if id.String() == "" {
		return
	}
	if id.String() != folder {
		d := id.Finding("id-name", fmt.Sprintf("the id %q differs from the name of the folder, %q", id.String(), folder))
		d.Hint = fmt.Sprintf("rename the folder, or write %q", "id: "+folder)
		l.findings.Add(d)
	}
	if slices.Contains(reservedSlugs(), id.String()) {
		d := id.Finding("reserved-name", fmt.Sprintf("%q is the address of another page", id.String()))
		d.Hint = "choose another id"
		l.findings.Add(d)
	}
}

// framework returns the framework that the programme names, or nil with a
// finding.
func (l *loader) framework() *indicator.Framework {
	v := l.root.Get("framework")
	id := v.String()
	if id == "" {
		return nil
	}
	f := l.frameworks(id)
	if f != nil {
		l.checkLanguages(f)
		return f
	}
	known := l.knownFrameworks()
	if slices.Contains(known, id) {
		d := v.Finding("framework-errors", fmt.Sprintf("the framework %q has errors of its own", id))
		d.Hint = "correct the framework first; the programme cannot be used without it"
		d.Related = []diag.Related{{Pos: diag.Pos{File: path.Join(frameworksDir, id, "framework.yaml")}, Note: "the framework"}}
		l.findings.Add(d)
		return nil
	}
	d := v.Finding("unknown-framework", fmt.Sprintf("there is no framework %q", id))
	d.Expected = strings.Join(known, ", ")
	d.Hint = diag.DidYouMean(id, known)
	l.findings.Add(d)
	return nil
}

// knownFrameworks returns the ids of the frameworks that the project has.
func (l *loader) knownFrameworks() []string {
	files, err := fs.Glob(l.fsys, frameworksDir+"/*/framework.yaml")
	if err != nil {
		return nil
	}
	for i, name := range files {
		files[i] = path.Base(path.Dir(name))
	}
	return files
}

// checkLanguages finds languages in which the framework has no texts.
func (l *loader) checkLanguages(f *indicator.Framework) {
	for _, v := range l.root.Get("languages").Items() {
		if v.String() == "" || slices.Contains(f.Languages, v.String()) {
			continue
		}
		d := v.Finding("framework-language", fmt.Sprintf("the framework %q has no texts in %q", f.ID, v.String()))
		d.Expected = strings.Join(f.Languages, ", ")
		d.Hint = diag.DidYouMean(v.String(), f.Languages)
		d.Related = []diag.Related{{Pos: f.Pos, Note: "the framework"}}
		l.findings.Add(d)
	}
}
