package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/internal/atomicfile"
	"tipscore/generator/internal/project"
	"tipscore/generator/publish"
)

// The exit statuses. They are part of what scripts rely on.
const (
	exitFine        = 0
	exitProblems    = 1 // in the user's data
	exitUsage       = 2
	exitFailure     = 3
	exitInterrupted = 130 // as shells report a program ended by Ctrl-C
)

// exitHelp describes the exit statuses at the end of every help text.
const exitHelp = `Exit status:
  0 fine, 1 problems in your data, 2 wrong usage, 3 tipscore itself failed`

// usageError says that a command was called wrongly.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// usagef returns a usage error with a hint; the hint may be "".
func usagef(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// problemsError says that the user's data have problems, which have been
// written already. It may have a message about what was not done.
type problemsError struct{ message, hint string }

func (e *problemsError) Error() string { return e.message }

// fail writes an error for the user and returns the exit status that it means.
// Errors from before a command began to run are wrong usage.
func (a *app) fail(err error) int {
	var problems *problemsError
	if errors.As(err, &problems) {
		a.say(problems.message, problems.hint)
		return exitProblems
	}
	if errors.Is(err, context.Canceled) {
		return exitInterrupted
	}
	var own *publish.TemplateError
	if errors.As(err, &own) {
		a.say("the site cannot be made: "+err.Error(), "correct "+own.File+", or remove it")
		return exitProblems
	}
	if u := a.usageOf(err); u != nil {
		a.say(u.message, u.hint)
		return exitUsage
	}
	a.say(err.Error(), "")
	return exitFailure
}

// usageOf returns the wrong usage that an error stands for, or nil.
func (a *app) usageOf(err error) *usageError {
	var (
		usage    *usageError
		folder   *project.NotProjectError
		unknown  *project.UnknownProgrammeError
		file     *project.FileError
		choose   *project.ChooseError
		place    *atomicfile.PathError
		known    []string
		sentence = err.Error()
	)
	switch {
	case errors.As(err, &usage):
		return usage
	case errors.As(err, &folder):
		return &usageError{sentence, a.toProject()}
	case errors.As(err, &unknown):
		known = unknown.Known
		if s := diag.DidYouMean(unknown.ID, known); s != "" {
			return &usageError{sentence, s}
		}
		if len(known) == 0 {
			return &usageError{sentence, "a programme is a folder in data/ with a programme.yaml"}
		}
		return &usageError{sentence, "it has: " + strings.Join(known, ", ")}
	case errors.As(err, &file):
		return &usageError{sentence, file.Hint}
	case errors.As(err, &place):
		return &usageError{sentence, place.Hint}
	case errors.As(err, &choose):
		return &usageError{sentence, "say which one with --programme"}
	case errors.Is(err, fs.ErrPermission):
		return &usageError{sentence, "give yourself the permission to read what is in the project"}
	case !a.running:
		return &usageError{sentence, "tipscore --help shows the commands and their use"}
	}
	return nil
}

// toProject returns a hint for somebody who is in the wrong folder. Often it is
// one inside of a project.
func (a *app) toProject() string {
	const depth = 4
	above := a.source
	for range depth {
		above = filepath.Join(above, "..")
		if _, err := project.Open(above); err == nil && a.source != "" {
			return "the project is the folder " + above + "; go there, or name it with --source " + quoted(above)
		}
	}
	return "name the project's folder with --source, or make a project with: tipscore init my-project"
}

// quoted returns a path as a shell wants it.
func quoted(path string) string {
	if strings.ContainsAny(path, " \t&;()$`*?!#<>|[]{}\"\\'") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}

// say writes a message and a hint to standard error. Empty ones are left out.
func (a *app) say(message, hint string) {
	if message != "" {
		fmt.Fprintf(a.streams.Err, "tipscore: %s\n", diag.Printable(message))
	}
	if hint != "" {
		fmt.Fprintf(a.streams.Err, "tipscore: hint: %s\n", diag.Printable(hint))
	}
}
