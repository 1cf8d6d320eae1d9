package indicator

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/internal/yamlnode"
)

// frameworkFile is the name of the file that every framework has.
const frameworkFile = "framework.yaml"

// Load reads and checks the framework in the directory, such as
// "indicators/national-policy": framework.yaml, and every other .yaml file
// below it as an indicator. It returns all findings at once, in order.
//
// The Framework is nil when framework.yaml cannot be read at all. With other
// errors it holds what could be read, so that workbooks can be checked in the
// same run; it must be neither scored nor published then, and a finding that
// rests on a file with an error need not be true.
func Load(fsys fs.FS, dir string) (*Framework, diag.List, error) {
	l := &loader{fsys: fsys, dir: path.Clean(dir)}
	if err := l.readFramework(); err != nil {
		return nil, nil, err
	}
	files, err := l.indicatorFiles()
	if err != nil {
		return nil, nil, err
	}
	for _, name := range files {
		if err := l.readIndicator(name); err != nil {
			return nil, nil, err
		}
	}
	l.check()
	if !l.root.Exists() {
		return nil, l.findings.Sorted(), nil
	}
	return l.assemble(), l.findings.Sorted(), nil
}

// check looks across keys and files, once all are read.
func (l *loader) check() {
	if !l.root.Exists() {
		return
	}
	l.checkIDs()
	l.checkLevels()
	l.checkBands()
	l.checkParents()
	l.checkTypes()
	l.checkOptions()
	l.checkScoring()
	l.checkSelections()
	l.checkComputed()
	l.checkMethods()
}

// loader holds what has been read of one framework.
type loader struct {
	fsys       fs.FS
	dir        string
	findings   diag.List
	root       yamlnode.Value // framework.yaml; absent if it could not be read
	framework  *Framework
	indicators []source
	unread     bool // an indicator's file could not be read
}

// source is one indicator with the file that it was read from.
type source struct {
	*Indicator
	file yamlnode.Value
}

// checker returns a checker for the texts of this framework.
func (l *loader) checker() *yamlnode.Checker {
	return &yamlnode.Checker{Languages: l.framework.Languages, Findings: &l.findings}
}

// readFramework reads framework.yaml.
func (l *loader) readFramework() error {
	root, err := yamlnode.Read(l.fsys, path.Join(l.dir, frameworkFile), &l.findings)
	if err != nil {
		return err
	}
	l.root = root
	l.framework = &Framework{Languages: root.Get("languages").Languages()}
	if root.Exists() {
		l.checker().Check(root, FrameworkSchema())
	}
	decodeFramework(l.framework, root)
	return nil
}

// readIndicator reads the file of one indicator.
func (l *loader) readIndicator(name string) error {
	file, err := yamlnode.Read(l.fsys, name, &l.findings)
	if err != nil {
		return err
	}
	if !file.Exists() {
		l.unread = true
		return nil
	}
	l.checker().Check(file, Schema())
	l.indicators = append(l.indicators, source{decodeIndicator(file), file})
	return nil
}

// indicatorFiles returns the indicator files below the directory, sorted.
func (l *loader) indicatorFiles() ([]string, error) {
	if !l.root.Exists() {
		return nil, nil // without the framework nothing in them can be judged
	}
	var files []string
	err := fs.WalkDir(l.fsys, l.dir, func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return err
		case strings.HasPrefix(base, ".") && name != l.dir:
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() || name == path.Join(l.dir, frameworkFile):
		case path.Ext(base) == ".yaml":
			files = append(files, name)
		case path.Ext(base) == ".yml":
			l.findings.Add(diag.Diagnostic{
				Rule: "file-name", Severity: diag.Warning, Pos: diag.Pos{File: name},
				Message: "the file is not read, because its name ends in .yml",
				Hint:    "rename it to end in .yaml",
			})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", l.dir, err)
	}
	slices.Sort(files)
	return files, nil
}
