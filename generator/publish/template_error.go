package publish

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// TemplateError says that Hugo could not use a file which the user has put in
// the place of an embedded one, or added.
type TemplateError struct {
	File string // in the project: "templates/jurisdiction.html"
	Err  error
}

func (e *TemplateError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *TemplateError) Unwrap() error { return e.Err }

var (
	sourceFile   = regexp.MustCompile(`(^|["\s(])` + sourceDir + `/([^":\s]+)`)
	templateName = regexp.MustCompile(`template: ([^":\s]+)`)
	projectFile  = regexp.MustCompile(`\b(?:templates|site)/[^":\s]+`)
	siteOfHugo   = regexp.MustCompile(`\[\w+ v\d\S* guest\] `)
)

// inProject names the files in a message of Hugo as the project has them, and
// leaves out what means something only inside of Hugo.
func inProject(message string) string {
	message = sourceFile.ReplaceAllStringFunc(message, func(found string) string {
		before, name, _ := strings.Cut(found, sourceDir+"/")
		return before + projectName(name)
	})
	message = siteOfHugo.ReplaceAllString(message, "")
	message, _, _ = strings.Cut(message, "\n>") // the lines around the place, drawn
	return strings.TrimSpace(message)
}

// projectName returns where a file of Hugo's source tree stands in a project.
func projectName(name string) string {
	if rest, ok := strings.CutPrefix(name, "layouts/"); ok {
		return "templates/" + rest
	}
	return "site/" + name
}

// blame makes an error about a file of the user's own layer a [TemplateError].
func blame(err error, layers []Layer) error {
	if err == nil || len(layers) == 0 {
		return err
	}
	message := inProject(err.Error())
	var named []string
	// Where a template breaks is told last; what Hugo was doing then is told first.
	for _, m := range templateName.FindAllStringSubmatch(message, -1) {
		named = append(named, "templates/"+m[1])
	}
	named = append(named, projectFile.FindAllString(message, -1)...)
	told := &toldError{message, err}
	for _, name := range named {
		if layers[0].has(name) {
			return &TemplateError{File: name, Err: told}
		}
	}
	return told
}

// has reports whether a layer has the file of a project.
func (l Layer) has(name string) bool {
	dir, rest, _ := strings.Cut(path.Clean(name), "/")
	tree := map[string]fs.FS{"site": l.Site, "templates": l.Templates}[dir]
	if tree == nil {
		return false
	}
	_, err := fs.Stat(tree, rest)
	return !errors.Is(err, fs.ErrNotExist) && err == nil
}

// toldError is an error in words that its reader can follow.
type toldError struct {
	message string
	cause   error
}

func (e *toldError) Error() string { return e.message }
func (e *toldError) Unwrap() error { return e.cause }
