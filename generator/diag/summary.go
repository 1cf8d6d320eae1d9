package diag

import (
	"fmt"
	"strconv"
	"strings"
)

// Scope says how much was looked at, so that "no problems" can be believed.
type Scope struct {
	Workbooks int // files read
	Answers   int // answers found in them
}

// Files returns how many files have a finding.
func (l List) Files() int {
	seen := map[string]bool{}
	for _, d := range l {
		if d.Pos.File != "" {
			seen[d.Pos.File] = true
		}
	}
	return len(seen)
}

// Summary says in one line what the list holds: "3 errors, 1 warning in 2
// files", or "no problems in 12 workbooks, 4,096 answers".
func (l List) Summary(scope Scope) string {
	var counts []string
	for _, severity := range []Severity{Error, Warning, Question} {
		if n := l.Count(severity); n > 0 {
			counts = append(counts, plural(n, severity.String()))
		}
	}
	switch {
	case len(counts) == 0 && scope == Scope{}:
		return "no problems"
	case len(counts) == 0:
		return fmt.Sprintf("no problems in %s, %s", plural(scope.Workbooks, "workbook"), plural(scope.Answers, "answer"))
	case l.Files() == 0:
		return strings.Join(counts, ", ")
	}
	return strings.Join(counts, ", ") + " in " + plural(l.Files(), "file")
}

// plural returns "1 error", "2 errors" or "12,000 errors".
func plural(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return thousands(n) + " " + word
}

// thousands writes n with a comma before every third digit from the right.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
