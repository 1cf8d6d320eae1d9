// Package project opens a folder that tipscore works in, and reads it: the
// one way from files to checked programmes that check, score, explain, build
// and serve share.
//
//	indicators/<framework>/   framework.yaml and a YAML file per indicator
//	data/<programme>/         programme.yaml, jurisdictions, workbooks
//	site/, templates/         the user's own pages, if any
//
//	p, err := project.Open(".")
//	loader := project.Loader{Project: p}
//	loaded, err := loader.Load(ctx) // all programmes
//	loaded.Findings                 // everything that is wrong, sorted
//	loaded.Programmes[0].Dataset    // ready for scorecard.Compute
//
// Invariants: all findings of all files come at once; the result does not
// depend on the order in which workbooks happen to be decoded; a workbook that
// has not changed is decoded once in the life of a [Loader].
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// The parts of a project.
const (
	indicatorsDir = "indicators"
	dataDir       = "data"
	frameworkFile = "framework.yaml"
	programmeFile = "programme.yaml"
)

// Project is a folder with definitions and data.
type Project struct {
	Dir string // as the user wrote it
	FS  fs.FS  // the folder's files; all positions are relative to it
}

// NotProjectError says that a folder is no project.
type NotProjectError struct {
	Dir     string
	Missing bool   // there is no such folder
	Reason  string // why it cannot be opened, "" if that is not the matter
}

func (e *NotProjectError) Error() string {
	switch {
	case e.Dir == "":
		return "the name of the project's folder is empty"
	case e.Missing:
		return fmt.Sprintf("there is no folder %s", e.Dir)
	case e.Reason != "":
		return fmt.Sprintf("%s cannot be opened as a project: %s", e.Dir, e.Reason)
	}
	return fmt.Sprintf("the folder %s is not a project: it has neither %s/ nor %s/", e.Dir, indicatorsDir, dataDir)
}

// Open returns the project in the folder, or a [NotProjectError].
func Open(dir string) (*Project, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &NotProjectError{Dir: dir, Missing: true}
	case err != nil:
		return nil, &NotProjectError{Dir: dir, Reason: reason(err)}
	case !info.IsDir():
		return nil, &NotProjectError{Dir: dir, Reason: "it is a file, not a folder"}
	}
	p := &Project{Dir: dir, FS: os.DirFS(dir)}
	for _, part := range []string{indicatorsDir, dataDir} {
		if info, err := fs.Stat(p.FS, part); err == nil && info.IsDir() {
			return p, nil
		}
	}
	return nil, &NotProjectError{Dir: dir}
}

// reason returns what the system says about a path, without the path.
func reason(err error) string {
	var e *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "you are not allowed to read it"
	case errors.As(err, &e):
		return e.Err.Error()
	}
	return err.Error()
}

// Programmes returns the ids of the programmes, which are the names of their
// folders, in order.
func (p *Project) Programmes() ([]string, error) {
	with, _, err := p.folders(dataDir, programmeFile)
	return with, err
}

// folders returns the names of the folders below dir that have the file, and
// of those that lack it, both sorted. Hidden folders do not count.
func (p *Project) folders(dir, file string) (with, without []string, err error) {
	list, err := fs.ReadDir(p.FS, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("list %s: %w", dir, err)
	}
	for _, d := range list {
		if !d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			continue
		}
		if _, err := fs.Stat(p.FS, path.Join(dir, d.Name(), file)); err == nil {
			with = append(with, d.Name())
		} else {
			without = append(without, d.Name())
		}
	}
	return with, without, nil
}
