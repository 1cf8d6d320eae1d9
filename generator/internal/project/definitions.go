package project

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/programme"
)

// definitions are all YAML files of a project, read and checked.
type definitions struct {
	state      snapshot
	frameworks []framework
	programmes []definition
	stray      diag.List // folders that are neither, or that there is no programme at all
}

type framework struct {
	*indicator.Framework // nil if it cannot be read at all
	findings             diag.List
}

// definition is a programme before its workbooks are read.
type definition struct {
	*programme.Programme // nil if it cannot be read at all
	id                   string
	findings             diag.List
	sound                bool  // there is no error in it or in its framework
	doubt                doubt // the files among them by which answers cannot be judged
}

// readDefinitions reads all frameworks and programmes.
func (p *Project) readDefinitions(state snapshot) (*definitions, error) {
	d := &definitions{}
	ids, without, err := p.folders(indicatorsDir, frameworkFile)
	if err != nil {
		return nil, err
	}
	d.stray = strayFolders(indicatorsDir, frameworkFile, without)
	if d.frameworks, err = p.readFrameworks(ids); err != nil {
		return nil, err
	}
	ids, without, err = p.folders(dataDir, programmeFile)
	if err != nil {
		return nil, err
	}
	d.stray = append(d.stray, strayFolders(dataDir, programmeFile, without)...)
	if len(ids) == 0 {
		d.stray.Add(diag.Diagnostic{
			Rule: "no-programme", Severity: diag.Warning, Pos: diag.Pos{File: dataDir},
			Message: "the project has no programme; no workbook is read",
			Hint:    "a programme is a folder here with a " + programmeFile,
		})
	}
	for _, id := range ids {
		def := definition{id: id}
		if def.Programme, def.findings, err = programme.Load(p.FS, path.Join(dataDir, id), d.framework); err != nil {
			return nil, fmt.Errorf("load programme %s: %w", id, err)
		}
		if def.Programme != nil {
			def.findings = append(def.findings, unnamed(state.below(path.Join(dataDir, id)), def)...)
			def.judge(d.frameworks)
		}
		d.programmes = append(d.programmes, def)
	}
	for i := range d.programmes {
		d.checkBeside(&d.programmes[i])
	}
	d.state = state.definitions(d.workbooks())
	return d, nil
}

// readFrameworks reads the frameworks, each on a core of its own.
func (p *Project) readFrameworks(ids []string) ([]framework, error) {
	all, errs := make([]framework, len(ids)), make([]error, len(ids))
	var readers sync.WaitGroup
	for n, id := range ids {
		readers.Go(func() {
			all[n].Framework, all[n].findings, errs[n] = indicator.Load(p.FS, path.Join(indicatorsDir, id))
		})
	}
	readers.Wait()
	for n, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("load framework %s: %w", ids[n], err)
		}
	}
	return all, nil
}

// checkBeside finds results of other programmes that are to be shown and do not
// exist.
func (d *definitions) checkBeside(def *definition) {
	if def.Programme == nil {
		return
	}
	for _, b := range def.Beside {
		var known []string
		var other *programme.Programme
		for _, p := range d.programmes {
			known = append(known, p.id)
			if p.id == b.Programme {
				other = p.Programme
			}
		}
		f := diag.Diagnostic{Rule: "beside", Pos: b.Pos, Got: b.Programme}
		switch {
		case !slices.Contains(known, b.Programme):
			f.Message = fmt.Sprintf("the project has no programme %q", b.Programme)
			f.Expected, f.Hint = strings.Join(known, ", "), diag.DidYouMean(b.Programme, known)
		case other == nil || other.Jurisdictions == nil || other.Jurisdiction(b.Jurisdiction) != nil:
			continue
		default:
			f.Got = string(b.Jurisdiction)
			f.Message = fmt.Sprintf("the programme %q has no jurisdiction %q", b.Programme, b.Jurisdiction)
			f.Expected = "an id of its table of jurisdictions"
		}
		def.findings.Add(f)
		def.sound = false
	}
}

// judge notes which files are in doubt, and drops the findings that rest on one
// of them.
func (d *definition) judge(frameworks []framework) {
	var of diag.List
	for _, f := range frameworks {
		if f.Framework != nil && f.Framework == d.Base {
			of = f.findings
		}
	}
	d.findings, _ = doubtIn(of).split(d.findings)
	d.doubt = doubtIn(of, d.findings)
	d.findings, _ = d.doubt.split(d.findings)
	d.sound = !of.HasErrors() && !d.findings.HasErrors()
}

// framework returns the framework with the id, or nil.
func (d *definitions) framework(id string) *indicator.Framework {
	for _, f := range d.frameworks {
		if f.Framework != nil && f.ID == id {
			return f.Framework
		}
	}
	return nil
}

// workbooks returns the set of all workbook files.
func (d *definitions) workbooks() map[string]bool {
	files := map[string]bool{}
	for _, p := range d.programmes {
		if p.Programme != nil {
			for _, name := range p.Workbooks {
				files[name] = true
			}
		}
	}
	return files
}

// strayFolders reports folders that hold no definition: whatever is in them
// would be passed over in silence.
func strayFolders(dir, file string, names []string) (list diag.List) {
	for _, name := range names {
		list.Add(diag.Diagnostic{
			Rule: "folder-without-definition", Severity: diag.Warning,
			Pos:     diag.Pos{File: path.Join(dir, name)},
			Message: "the folder has no " + file + "; nothing in it is read",
			Hint:    "add " + file + ", or move the folder elsewhere",
		})
	}
	return list
}

// unnamed reports spreadsheets in a programme's folder that it does not name,
// but for those that the programme has reported itself.
func unnamed(files []string, def definition) (list diag.List) {
	told := map[string]bool{}
	for _, f := range def.findings {
		told[f.Pos.File] = true
	}
	for _, j := range def.Jurisdictions {
		told[j.Pos.File] = true // the table of places may be a workbook
	}
	for _, name := range files {
		base := path.Base(name)
		switch strings.ToLower(path.Ext(name)) {
		case ".xlsx", ".xlsm", ".xls", ".ods":
		default:
			continue
		}
		if slices.Contains(def.Workbooks, name) || told[name] || strings.HasPrefix(base, "~$") {
			continue
		}
		list.Add(diag.Diagnostic{
			Rule: "unread-workbook", Severity: diag.Warning, Pos: diag.Pos{File: name},
			Message: "no pattern under workbooks in " + programmeFile + " matches this file; it is not read",
			Hint:    "if it has answers, name it there; if not, move it elsewhere",
		})
	}
	return list
}

// Definition returns the programme with the id without its answers, or nil if
// its definitions are not usable. It opens no workbook.
func (p *Project) Definition(id string) (*programme.Programme, error) {
	state, err := p.take()
	if err != nil {
		return nil, err
	}
	d, err := p.readDefinitions(state)
	if err != nil {
		return nil, err
	}
	for _, def := range d.programmes {
		if def.id == id && def.sound {
			return def.Programme, nil
		}
	}
	return nil, nil
}
