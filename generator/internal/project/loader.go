package project

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"tipscore/generator/dataset"
	"tipscore/generator/diag"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/observation/register"
	"tipscore/generator/programme"
)

// Loader reads a project, again and again if need be. It keeps what it has
// decoded and reads only what has changed since. It is not safe for concurrent
// use, but everything it returns is immutable and may be.
type Loader struct {
	Project  *Project
	Progress func(done, total int) // called after every workbook, one call at a time; may be nil

	definitions *definitions
	workbooks   map[string]decoded // by file
	datasets    map[string]built   // by programme
}

// Loaded is what a project says.
type Loaded struct {
	Project    *Project
	Frameworks []*indicator.Framework // usable ones, by folder
	Programmes []*Programme           // usable ones, ascending by id
	Findings   diag.List              // everything that is wrong, sorted
	Scope      diag.Scope

	files []string        // what the findings are limited to; nil for everything
	typed map[string]bool // of these, the ones that findings name as the user has
}

// Path returns where a file that findings name lies, seen from the folder that
// the program was started in.
func (l *Loaded) Path(name string) string {
	if l.typed[name] {
		return filepath.FromSlash(name)
	}
	return filepath.Join(l.Project.Dir, filepath.FromSlash(name))
}

// Add takes in what a later stage has found. Where only some files were asked
// for, findings about others are left out.
func (l *Loaded) Add(findings diag.List) {
	if l.files != nil {
		findings = about(findings, l.files)
	}
	l.Findings = append(l.Findings, findings...).Sorted()
}

// Programme is a programme with its answers.
type Programme struct {
	*programme.Programme
	Dataset *dataset.Dataset
}

// Programme returns the programme with the id, or nil.
func (l *Loaded) Programme(id string) *Programme {
	for _, p := range l.Programmes {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// UnknownProgrammeError says that a project has no programme of that id.
type UnknownProgrammeError struct {
	ID    string
	Known []string // the ids there are
}

func (e *UnknownProgrammeError) Error() string {
	return fmt.Sprintf("the project has no programme %q", e.ID)
}

// Load reads the programmes with the ids and the frameworks they use, or
// everything in the project if there are no ids. Findings are about what was
// read. An id that does not exist gives an [UnknownProgrammeError].
func (l *Loader) Load(ctx context.Context, ids ...string) (*Loaded, error) {
	state, err := l.refresh()
	if err != nil {
		return nil, err
	}
	chosen, err := l.choose(ids)
	if err != nil {
		return nil, err
	}
	out := &Loaded{Project: l.Project, Findings: l.definitionFindings(chosen, len(ids) == 0)}
	for _, f := range l.definitions.frameworks {
		if f.Framework != nil && !f.findings.HasErrors() && (len(ids) == 0 || uses(chosen, f.Framework)) {
			out.Frameworks = append(out.Frameworks, f.Framework)
		}
	}
	if err := l.decode(ctx, chosen, state); err != nil {
		return nil, err
	}
	l.buildAll(chosen)
	for _, def := range chosen {
		if def.Programme == nil {
			out.Findings.Add(doubtIn(def.findings).notJudged())
			continue
		}
		l.assemble(out, def)
	}
	out.Findings = out.Findings.Sorted()
	return out, nil
}

// refresh reads the definitions if any has changed, and returns the state of
// all files.
func (l *Loader) refresh() (snapshot, error) {
	state, err := l.Project.take()
	if err != nil {
		return nil, err
	}
	if l.definitions != nil && l.definitions.state.equal(state.definitions(l.definitions.workbooks())) {
		return state, nil
	}
	d, err := l.Project.readDefinitions(state)
	if err != nil {
		return nil, err
	}
	// Answers point into the definitions that they were decoded with.
	l.definitions, l.workbooks, l.datasets = d, map[string]decoded{}, map[string]built{}
	return state, nil
}

// choose returns the programmes with the ids, or all.
func (l *Loader) choose(ids []string) ([]definition, error) {
	if len(ids) == 0 {
		return l.definitions.programmes, nil
	}
	var known []string
	for _, p := range l.definitions.programmes {
		known = append(known, p.id)
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return nil, &UnknownProgrammeError{id, known}
		}
	}
	var chosen []definition
	for _, p := range l.definitions.programmes {
		if slices.Contains(ids, p.id) {
			chosen = append(chosen, p)
		}
	}
	return chosen, nil
}

// definitionFindings returns the findings about the YAML files of the chosen
// programmes and their frameworks. A framework that cannot be used belongs to
// nobody, and keeps every programme from being used, so it always counts.
func (l *Loader) definitionFindings(chosen []definition, all bool) (list diag.List) {
	if all {
		list.Add(l.definitions.stray...)
	}
	for _, f := range l.definitions.frameworks {
		if all || f.Framework == nil || uses(chosen, f.Framework) {
			list.Add(f.findings...)
		}
	}
	for _, p := range chosen {
		list.Add(p.findings...)
	}
	return list
}

func uses(programmes []definition, f *indicator.Framework) bool {
	return slices.ContainsFunc(programmes, func(p definition) bool { return p.Programme != nil && p.Base == f })
}

// built is a dataset with the workbooks it was made from.
type built struct {
	from     []*content
	whole    bool // every workbook could be read
	dataset  *dataset.Dataset
	findings diag.List
}

// buildAll makes the datasets of the programmes whose answers have changed, each
// on a core of its own.
func (l *Loader) buildAll(chosen []definition) {
	made := make([]*built, len(chosen))
	var builders sync.WaitGroup
	for n, def := range chosen {
		if def.Programme == nil || def.Framework == nil {
			continue
		}
		from := l.contents(def)
		whole := len(def.doubt) == 0 && len(from) == len(def.Workbooks)
		if b, ok := l.datasets[def.id]; !ok || b.whole != whole || !slices.Equal(b.from, from) {
			builders.Go(func() {
				b := build(def, from, whole)
				made[n] = &b
			})
		}
	}
	builders.Wait()
	for n, b := range made {
		if b != nil {
			l.datasets[chosen[n].id] = *b
		}
	}
}

// contents returns what the workbooks of a programme say that could be read.
func (l *Loader) contents(def definition) (from []*content) {
	for _, name := range def.Workbooks {
		if w := l.workbooks[name]; w.answers != nil {
			from = append(from, w.answers)
		}
	}
	return from
}

// assemble adds a programme with the findings about its workbooks.
func (l *Loader) assemble(out *Loaded, def definition) {
	var findings diag.List
	for _, name := range def.Workbooks {
		w := l.workbooks[name]
		findings.Add(w.findings...)
		out.Scope.Workbooks++
		out.Scope.Answers += w.count()
	}
	if def.Framework == nil {
		out.report(def, findings)
		return
	}
	b := l.datasets[def.id]
	findings.Add(b.findings...)
	out.report(def, findings)
	if def.sound {
		out.Programmes = append(out.Programmes, &Programme{def.Programme, b.dataset})
	}
}

// report adds the findings about a programme's answers that hold.
func (l *Loaded) report(def definition, findings diag.List) {
	hold, rest := def.doubt.split(findings)
	l.Findings.Add(hold...)
	if len(rest) > 0 || def.Framework == nil {
		l.Findings.Add(def.doubt.notJudged())
	}
}

// build makes a dataset. What no workbook says can only be found where all
// could be read.
func build(def definition, from []*content, whole bool) built {
	b := built{from: from, whole: whole}
	observations, sources := join(from)
	registers := register.Registers{}
	for _, c := range from {
		for name, entries := range c.registers {
			registers[name] = append(registers[name], entries...)
		}
	}
	twice := register.Settle(registers)
	answers, differing := register.Answers(def.Programme, registers, observations)
	all := append(slices.Clip(observations), answers...)
	b.dataset, b.findings = dataset.Build(def.Programme, def.doubt.without(all), sources)
	b.dataset.Keep(registers)
	b.findings.Add(twice...)
	b.findings.Add(differing...)
	if whole {
		b.findings.Add(b.dataset.Check(unread(from))...)
	}
	return b
}

// unread joins what the workbooks seem to say in cells that could not be read.
func unread(from []*content) (all observation.Unread) {
	for _, a := range from {
		all.Add(a.Unread)
	}
	return all
}

// join puts what the workbooks say behind each other. The answers of each
// workbook are then a part of the whole, so that memory holds them once: those
// of a national deployment have 90 MB.
func join(from []*content) (observations []observation.Observation, sources []observation.Source) {
	if len(from) == 1 {
		return from[0].Observations, from[0].Sources
	}
	n := 0
	for _, a := range from {
		n += len(a.Observations)
	}
	observations = make([]observation.Observation, 0, n)
	for _, a := range from {
		first := len(observations)
		observations = append(observations, a.Observations...)
		a.Observations = slices.Clip(observations[first:])
		sources = append(sources, a.Sources...)
	}
	return observations, sources
}
