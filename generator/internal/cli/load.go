package cli

import (
	"context"

	"tipscore/generator/diag"
	"tipscore/generator/disclosure"
	"tipscore/generator/internal/project"
	"tipscore/generator/scorecard"
)

// load reads the project of --source: the programmes with the ids, or all.
func (a *app) load(ctx context.Context, ids ...string) (*project.Loaded, error) {
	p, err := project.Open(a.source)
	if err != nil {
		return nil, err
	}
	bar := a.progress(patient, "reading definitions")
	defer bar.stop()
	l := project.Loader{Project: p, Progress: bar.workbooks}
	return l.Load(ctx, ids...)
}

// workbooks shows how many workbooks have been read.
func (p *progress) workbooks(done, total int) { p.set("read %d of %d workbooks", done, total) }

// theProgramme returns the id if there is one, else that of the project's only
// programme.
func (a *app) theProgramme(id string) (string, error) {
	if id != "" {
		return id, nil
	}
	p, err := project.Open(a.source)
	if err != nil {
		return "", err
	}
	known, err := p.Programmes()
	switch {
	case err != nil:
		return "", err
	case len(known) == 0:
		return "", usagef("a programme is a folder in data/ with a programme.yaml", "the project has no programme")
	case len(known) > 1:
		return "", &project.ChooseError{Known: known}
	}
	return known[0], nil
}

// loadOne reads one programme that must be free of errors, for a command that
// makes numbers of it: what it would have made is named in the refusal.
func (a *app) loadOne(ctx context.Context, id, what string) (*project.Programme, error) {
	loaded, err := a.load(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := a.refuse(loaded, what); err != nil {
		return nil, err
	}
	return loaded.Programme(id), nil
}

// refuse stops a command whose data have errors, with all findings; warnings
// are only counted.
func (a *app) refuse(loaded *project.Loaded, what string) error {
	if loaded.Findings.HasErrors() {
		if err := diag.WriteText(a.streams.Err, loaded.Findings, a.errOptions(loaded.Scope)); err != nil {
			return err
		}
		return &problemsError{"no " + what + ": there are errors in the data", "mend them and run the command again"}
	}
	if len(loaded.Findings) > 0 {
		a.say(loaded.Findings.Summary(loaded.Scope), "tipscore check lists them")
	}
	return nil
}

// gate scores the programmes and puts them behind the privacy gate. What the
// gate finds joins the findings of the load. Data with errors are not scored.
func gate(loaded *project.Loaded) []*disclosure.Public {
	if loaded.Findings.HasErrors() {
		return nil
	}
	var out []*disclosure.Public
	for _, p := range loaded.Programmes {
		public, findings := disclosure.Apply(p.Dataset, scorecard.Compute(p.Dataset))
		loaded.Add(findings)
		out = append(out, public)
	}
	return out
}

// outOptions returns how findings look on standard output.
func (a *app) outOptions(scope diag.Scope) diag.Options {
	return a.textOptions(a.streams.OutTerminal, scope)
}

// errOptions returns how findings look on standard error.
func (a *app) errOptions(scope diag.Scope) diag.Options {
	return a.textOptions(a.streams.ErrTerminal, scope)
}

func (a *app) textOptions(terminal bool, scope diag.Scope) diag.Options {
	return diag.Options{
		Color: !a.noColor && a.streams.colours(terminal),
		Width: a.streams.width(terminal),
		Scope: scope,
	}
}
