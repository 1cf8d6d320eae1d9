package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
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
	if len(e.Known) == 0 {
		return "the project has no programme"
	}
	what := "there are"
	if e.Path != "" {
		what = e.Path + " could belong to any of"
	}
	return fmt.Sprintf("%s %d programmes: %s", what, len(e.Known), strings.Join(e.Known, ", "))
}

// LoadFiles checks only the given workbooks, which may lie outside the project,
// such as one that a monitor has just sent. A file inside data/<programme>/
// belongs to that programme; another one to the programme with the id, or to
// the only one there is. Findings are about these files alone; findings about
// definitions join them only where those keep answers from being judged.
//
// One of a programme's own workbooks is judged together with the others, so
// that an answer given in two of them is found. A file from elsewhere is judged
// by itself, since it may be a newer copy of one of them; it may cite the
// sources that they describe.
//
// A path that cannot be a workbook gives a [FileError]; an unclear programme a
// [ChooseError].
func (l *Loader) LoadFiles(ctx context.Context, id string, paths []string) (*Loaded, error) {
	state, err := l.refresh()
	if err != nil {
		return nil, err
	}
	files := outside{}
	out := &Loaded{Project: l.Project, files: []string{}, typed: map[string]bool{}}
	chosen := map[string][]string{} // by programme
	for _, p := range paths {
		name, err := l.Project.nameOf(p)
		if err != nil {
			return nil, err
		}
		if files[name] != "" {
			continue // named twice
		}
		files[name] = p
		out.typed[name] = name == filepath.ToSlash(p)
		programme, err := l.programmeOf(name, p, id)
		if err != nil {
			return nil, err
		}
		chosen[programme] = append(chosen[programme], name)
		out.files = append(out.files, name)
	}
	c := fileCheck{l, state, files, out}
	for _, def := range l.definitions.programmes {
		if err := c.check(ctx, def, chosen[def.id]); err != nil {
			return nil, err
		}
	}
	out.Findings = out.Findings.Sorted()
	return out, nil
}

// fileCheck is one call of LoadFiles.
type fileCheck struct {
	*Loader
	state snapshot
	files outside
	out   *Loaded
}

// check adds the findings about files of one programme.
func (c fileCheck) check(ctx context.Context, def definition, names []string) error {
	if len(names) == 0 {
		return nil
	}
	c.out.Scope.Workbooks += len(names)
	if !def.sound {
		c.out.Findings.Add(c.definitionFindings([]definition{def}, false)...)
	}
	if def.Programme == nil {
		return nil
	}
	own, foreign := divide(names, def.Workbooks)
	if err := c.own(ctx, def, own); err != nil {
		return err
	}
	return c.foreign(ctx, def, foreign)
}

// divide parts the names into those that are among the workbooks and others.
func divide(names, workbooks []string) (own, foreign []string) {
	for _, n := range names {
		if slices.Contains(workbooks, n) {
			own = append(own, n)
		} else {
			foreign = append(foreign, n)
		}
	}
	return own, foreign
}

// own adds the findings about some of a programme's own workbooks.
func (c fileCheck) own(ctx context.Context, def definition, names []string) error {
	if len(names) == 0 {
		return nil
	}
	if err := c.decode(ctx, []definition{def}, c.state); err != nil {
		return err
	}
	var all Loaded
	c.buildAll([]definition{def})
	c.assemble(&all, def)
	c.out.Add(all.Findings)
	c.out.Programmes = append(c.out.Programmes, all.Programmes...)
	for _, n := range names {
		c.out.Scope.Answers += c.workbooks[n].count()
	}
	return nil
}

// about returns the findings that are in one of the files or point there.
func about(findings diag.List, files []string) (list diag.List) {
	for _, d := range findings {
		if slices.Contains(files, d.Pos.File) ||
			slices.ContainsFunc(d.Related, func(r diag.Related) bool { return slices.Contains(files, r.Pos.File) }) {
			list.Add(d)
		}
	}
	return list
}

// foreign adds the findings about files that are not a programme's own.
func (c fileCheck) foreign(ctx context.Context, def definition, names []string) error {
	var tasks []*task
	for _, n := range names {
		tasks = append(tasks, &task{name: n, programme: def.Programme})
	}
	if err := c.run(ctx, c.files, tasks); err != nil {
		return err
	}
	var from []*content
	var findings diag.List
	for _, t := range tasks {
		findings.Add(t.result.findings...)
		c.out.Scope.Answers += t.result.count()
		if t.result.answers != nil {
			from = append(from, t.result.answers)
		}
	}
	c.out.report(def, findings)
	if len(from) == 0 {
		return nil
	}
	if citesOthers(from) {
		if err := c.decode(ctx, []definition{def}, c.state); err != nil {
			return err
		}
		from = append(from, c.sourcesOf(def, from))
	}
	b := build(def, from, len(def.doubt) == 0 && !c.anyUnread(def))
	hold, _ := def.doubt.split(b.findings)
	c.out.Add(hold)
	if def.sound {
		c.out.Programmes = append(c.out.Programmes, &Programme{def.Programme, b.dataset})
	}
	return nil
}

// anyUnread reports whether one of the programme's own workbooks was tried and
// could not be read.
func (l *Loader) anyUnread(def definition) bool {
	return slices.ContainsFunc(def.Workbooks, func(name string) bool {
		w, tried := l.workbooks[name]
		return tried && w.answers == nil
	})
}

// citesOthers reports whether an answer or an entry of a register cites a
// source that is not described.
func citesOthers(from []*content) bool {
	known := described(from)
	unknown := func(id observation.SourceID) bool { return !known[id] }
	for _, a := range from {
		for i := range a.Observations {
			if slices.ContainsFunc(a.Observations[i].Sources, unknown) {
				return true
			}
		}
		for _, entries := range a.registers {
			if slices.ContainsFunc(entries, func(e register.Entry) bool { return slices.ContainsFunc(e.Sources, unknown) }) {
				return true
			}
		}
	}
	return false
}

func described(from []*content) map[observation.SourceID]bool {
	known := map[observation.SourceID]bool{}
	for _, a := range from {
		for i := range a.Sources {
			known[a.Sources[i].ID] = true
		}
	}
	return known
}

// sourcesOf returns the sources in a programme's own workbooks that the other
// answers do not describe themselves.
func (l *Loader) sourcesOf(def definition, from []*content) *content {
	known := described(from)
	out := &content{Answers: &observation.Answers{}}
	for _, name := range def.Workbooks {
		if a := l.workbooks[name].answers; a != nil {
			for _, s := range a.Sources {
				if !known[s.ID] {
					out.Sources = append(out.Sources, s)
				}
			}
		}
	}
	return out
}

// programmeOf returns the id of the programme that a file belongs to.
func (l *Loader) programmeOf(name, path, id string) (string, error) {
	if rest, ok := strings.CutPrefix(name, dataDir+"/"); ok && id == "" {
		id, _, _ = strings.Cut(rest, "/")
		if _, err := l.choose([]string{id}); err != nil {
			id = ""
		}
	}
	if id != "" {
		_, err := l.choose([]string{id})
		return id, err
	}
	if len(l.definitions.programmes) == 1 {
		return l.definitions.programmes[0].id, nil
	}
	e := &ChooseError{Path: path}
	for _, p := range l.definitions.programmes {
		e.Known = append(e.Known, p.id)
	}
	return "", e
}

// nameOf returns the name that a file has in findings: its path in the project
// if it lies inside, else the path as typed, with slashes.
func (p *Project) nameOf(file string) (string, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		hint := "files are looked for in the folder that you are in"
		if other := filepath.Join(p.Dir, file); other != filepath.Clean(file) {
			if _, err := os.Stat(other); err == nil {
				hint = "did you mean " + other + "?"
			}
		}
		return "", &FileError{file, "does not exist", hint}
	case err != nil:
		return "", &FileError{file, "cannot be opened: " + reason(err), "name a file that you can read"}
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
