package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tipscore/generator/observation"
)

// FileError says that a file cannot be checked as a workbook.
type FileError struct{ Path, Reason, Hint string }

func (e *FileError) Error() string { return e.Path + " " + e.Reason }

// ChooseError says that it is unclear which programme a file belongs to.
type ChooseError struct {
	Path  string   // "" if the question is not about a file
	Known []string // the programmes there are
}

func (e *ChooseError) Error() string {
	what := "there are"
	if e.Path != "" {
		what = e.Path + " could belong to any of"
	}
	return fmt.Sprintf("%s %d programmes: %s", what, len(e.Known), strings.Join(e.Known, ", "))
}

// LoadFiles reads only the given workbooks, which may lie outside the project,
// such as one that a monitor has just sent. A file inside data/<programme>/
// belongs to that programme; another one to the programme with the id, or to
// the only one there is. Findings are about these files, and about definitions
// only where those keep a file from being read.
//
// A path that cannot be a workbook gives a [FileError]; an unclear programme a
// [ChooseError].
func (l *Loader) LoadFiles(ctx context.Context, id string, paths []string) (*Loaded, error) {
	if _, err := l.refresh(); err != nil {
		return nil, err
	}
	files := outside{}
	out := &Loaded{Project: l.Project}
	byProgramme := map[string][]*task{}
	var tasks []*task
	for _, p := range paths {
		name, err := l.Project.nameOf(p)
		if err != nil {
			return nil, err
		}
		if files[name] != "" {
			continue // named twice
		}
		files[name] = p
		def, err := l.programmeOf(name, p, id)
		if err != nil {
			return nil, err
		}
		t := &task{name: name, programme: def.Programme}
		byProgramme[def.id] = append(byProgramme[def.id], t)
		if def.Programme != nil {
			tasks = append(tasks, t)
		}
	}
	if err := l.run(ctx, files, tasks); err != nil {
		return nil, err
	}
	for _, def := range l.definitions.programmes {
		l.join(out, def, byProgramme[def.id])
	}
	out.Findings = out.Findings.Sorted()
	return out, nil
}

// join adds the files of one programme to what was loaded.
func (l *Loader) join(out *Loaded, def definition, files []*task) {
	if len(files) == 0 {
		return
	}
	out.Scope.Workbooks += len(files)
	if def.Programme == nil {
		out.Findings.Add(l.definitionFindings([]definition{def}, false)...)
		return
	}
	var from []*observation.Answers
	for _, t := range files {
		out.Findings.Add(t.result.findings...)
		if t.result.answers != nil {
			from = append(from, t.result.answers)
			out.Scope.Answers += len(t.result.answers.Observations)
		}
	}
	b := build(def.Programme, from)
	out.Findings.Add(b.findings...)
	out.Programmes = append(out.Programmes, &Programme{def.Programme, b.dataset})
}

// programmeOf returns the programme that a file belongs to.
func (l *Loader) programmeOf(name, path, id string) (definition, error) {
	if rest, ok := strings.CutPrefix(name, dataDir+"/"); ok && id == "" {
		id, _, _ = strings.Cut(rest, "/")
		if _, err := l.choose([]string{id}); err != nil {
			id = ""
		}
	}
	if id != "" {
		chosen, err := l.choose([]string{id})
		if err != nil {
			return definition{}, err
		}
		return chosen[0], nil
	}
	if len(l.definitions.programmes) == 1 {
		return l.definitions.programmes[0], nil
	}
	e := &ChooseError{Path: path}
	for _, p := range l.definitions.programmes {
		e.Known = append(e.Known, p.id)
	}
	return definition{}, e
}

// nameOf returns the name that a file has in findings: its path in the project
// if it lies inside, else the path as typed, with slashes.
func (p *Project) nameOf(file string) (string, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", &FileError{file, "does not exist", ""}
	case err != nil:
		return "", fmt.Errorf("check %s: %w", file, err)
	case info.IsDir():
		return "", &FileError{file, "is a folder", "name workbooks, or the project with --source"}
	}
	if ext := strings.ToLower(filepath.Ext(file)); ext == ".yaml" || ext == ".yml" {
		return "", &FileError{file, "is a definition, not a workbook", "run check without files: it reads all definitions"}
	}
	dir, err := filepath.Abs(p.Dir)
	if err != nil {
		return "", fmt.Errorf("check %s: %w", file, err)
	}
	full, err := filepath.Abs(file)
	if err != nil {
		return "", fmt.Errorf("check %s: %w", file, err)
	}
	if inside, err := filepath.Rel(dir, full); err == nil && filepath.IsLocal(inside) {
		return filepath.ToSlash(inside), nil
	}
	return filepath.ToSlash(file), nil
}

// outside is a file system of a few files anywhere on the disk, by the names
// that findings call them. Its names need not be valid for other file systems.
type outside map[string]string

// Open opens the file with the name.
func (o outside) Open(name string) (fs.File, error) {
	path, ok := o[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return os.Open(path)
}
