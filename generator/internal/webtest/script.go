package webtest

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// visit is one paragraph of a page script: a page and what must hold there.
type visit struct {
	place  string // "home.txt:12"
	path   string
	claims []claim
}

// claim is one line below GET.
type claim struct {
	place   string
	subject string // "code", "type", "title", "h1", "text", "body", or "#id"
	op      string // "==", "contains", "~", each with or without "!"
	value   string
	pattern *regexp.Regexp // of "~"
}

// readScript reads the visits of a script.
func readScript(fsys fs.FS, name string) ([]visit, error) {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read page script: %w", err)
	}
	var visits []visit
	fresh := true // a paragraph begins
	for i, line := range strings.Split(string(raw), "\n") {
		line = strings.TrimSpace(line)
		place := fmt.Sprintf("%s:%d", name, i+1)
		switch {
		case line == "":
			fresh = true
		case strings.HasPrefix(line, "# ") || line == "#":
		case fresh:
			path, ok := strings.CutPrefix(line, "GET ")
			if !ok {
				return nil, fmt.Errorf("%s: a paragraph begins with GET and an address, not with %q", place, line)
			}
			visits = append(visits, visit{place: place, path: path})
			fresh = false
		default:
			c, err := readClaim(place, line)
			if err != nil {
				return nil, err
			}
			at := &visits[len(visits)-1]
			at.claims = append(at.claims, c)
		}
	}
	return visits, nil
}

func readClaim(place, line string) (claim, error) {
	subject, rest, _ := strings.Cut(line, " ")
	op, value, _ := strings.Cut(strings.TrimSpace(rest), " ")
	c := claim{place: place, subject: subject, op: op, value: strings.TrimSpace(value)}
	switch {
	case strings.HasPrefix(subject, "#"):
	case subject == "code", subject == "type", subject == "title", subject == "h1", subject == "text", subject == "body":
	default:
		return c, fmt.Errorf("%s: %q is not one of code, type, title, h1, text, body, #id", place, subject)
	}
	if c.value == "" {
		return c, fmt.Errorf("%s: nothing stands after %q", place, op)
	}
	switch strings.TrimPrefix(op, "!") {
	case "==", "=", "contains":
	case "~":
		var err error
		if c.pattern, err = regexp.Compile(c.value); err != nil {
			return c, fmt.Errorf("%s: %w", place, err)
		}
	default:
		return c, fmt.Errorf("%s: %q is not one of ==, !=, contains, !contains, ~, !~", place, op)
	}
	return c, nil
}

// holds reports whether the claim is true of a text.
func (c claim) holds(got string) bool {
	var is bool
	switch strings.TrimPrefix(c.op, "!") {
	case "==", "=":
		is = got == c.value
	case "contains":
		is = strings.Contains(got, c.value)
	case "~":
		is = c.pattern.MatchString(got)
	}
	return is != strings.HasPrefix(c.op, "!")
}
