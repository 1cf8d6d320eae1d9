package indicator

import (
	"fmt"
	"path"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/indicator/succession"
	"tipscore/generator/internal/yamlnode"
)

// checkIDs finds ids that are used twice, and ids that differ from the name of
// the folder or the file that they stand in.
func (l *loader) checkIDs() {
	root := l.root
	l.checkPlace(root.Get("id"), path.Base(l.dir), "folder")
	for _, key := range []string{"levels", "bands"} {
		set := newNames(strings.TrimSuffix(key, "s"))
		for _, v := range root.Get(key).Items() {
			set.add(v.Get("id"), &l.findings)
		}
	}
	rows := newNames("node, context group and indicator")
	rows.seen[string(Overall)] = root.Get("tree").Pos()
	l.addNodes(root.Get("tree"), rows)
	for _, v := range root.Get("context").Items() {
		rows.add(v.Get("id"), &l.findings)
	}
	var files []yamlnode.Value
	for _, s := range l.indicators {
		files = append(files, s.file)
		rows.add(s.file.Get("id"), &l.findings)
		name := path.Base(s.Pos.File)
		l.checkPlace(s.file.Get("id"), strings.TrimSuffix(name, path.Ext(name)), "file")
	}
	succession.Check(files, &l.findings)
}

// addNodes takes the ids of the nodes below v into the set.
func (l *loader) addNodes(v yamlnode.Value, rows *names) {
	for _, node := range v.Get("nodes").Items() {
		rows.add(node.Get("id"), &l.findings)
		l.addNodes(node, rows)
	}
}

// checkPlace finds an id that differs from the name of its folder or file.
// People look for a definition by its id.
func (l *loader) checkPlace(id yamlnode.Value, name, what string) {
	if id.String() == "" || id.String() == name {
		return
	}
	d := id.Finding("id-name", fmt.Sprintf("the id %q differs from the name of the %s, %q", id.String(), what, name))
	d.Hint = fmt.Sprintf("rename the %s, or write %q", what, "id: "+name)
	if !yamlnode.IsID(name) {
		d.Hint = fmt.Sprintf("rename the %s to %q", what, id.String())
	}
	l.findings.Add(d)
}

// checkLevels finds levels of government that the framework does not have.
func (l *loader) checkLevels() {
	var known []string
	for _, level := range l.framework.Levels {
		known = append(known, level.ID)
	}
	for _, s := range l.indicators {
		for _, v := range s.file.Get("levels").Items() {
			if id := v.String(); id != "" {
				l.checkKnown(v, known, choice{rule: "unknown-level", what: "level of this framework", defined: l.root.Key("levels").Pos()})
			}
		}
	}
}

// choice says what a value must be one of, for the finding when it is not.
type choice struct {
	rule    string
	what    string
	defined diag.Pos
}

// checkKnown finds a value that is none of the known ones.
func (l *loader) checkKnown(v yamlnode.Value, known []string, c choice) bool {
	for _, k := range known {
		if k == v.String() {
			return true
		}
	}
	d := v.Finding(c.rule, fmt.Sprintf("%q is not a %s", v.String(), c.what))
	d.Expected = strings.Join(known, ", ")
	d.Hint = diag.DidYouMean(v.String(), known)
	d.Related = []diag.Related{{Pos: c.defined, Note: "defined here"}}
	l.findings.Add(d)
	return false
}
