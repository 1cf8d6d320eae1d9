package project

import (
	"maps"
	"slices"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation"
)

// doubt is the set of definition files that have an error. What rests on one of
// them need not be true: an answer may be unknown only because the options of
// its indicator are misspelt. Such findings are held back until the file is
// correct; all others about workbooks come in the same run.
type doubt map[string]bool

// doubtIn returns the files in which the findings have an error, unless it is
// about the wording of texts, such as a missing translation: no answer is judged
// by those.
func doubtIn(findings ...diag.List) doubt {
	wording := []string{"missing-translation", "unknown-language", "empty-text", "line-break", "missing-name"}
	d := doubt{}
	for _, list := range findings {
		for _, f := range list {
			if f.Severity == diag.Error && !slices.Contains(wording, f.Rule) {
				d[f.Pos.File] = true
			}
		}
	}
	return d
}

// split parts the findings into those that hold and those that rest on a file
// in doubt.
func (d doubt) split(findings diag.List) (hold, rest diag.List) {
	if len(d) == 0 {
		return findings, nil
	}
	for _, f := range findings {
		if d.shakes(f) {
			rest.Add(f)
		} else {
			hold.Add(f)
		}
	}
	return hold, rest
}

// shakes reports whether a finding rests on a file in doubt. A finding names
// the places it rests on. That something is unknown rests on all files which
// could have named it.
func (d doubt) shakes(f diag.Diagnostic) bool {
	switch f.Rule {
	case "unknown-indicator":
		return d.below(indicatorsDir)
	case "unknown-jurisdiction":
		return d.below(dataDir)
	case "wrong-level":
		if d.below(dataDir) {
			return true
		}
	}
	return slices.ContainsFunc(f.Related, func(r diag.Related) bool { return d[r.Pos.File] && r.Pos.File != f.Pos.File })
}

// below reports whether a file in the folder is in doubt.
func (d doubt) below(dir string) bool {
	for file := range d {
		if strings.HasPrefix(file, dir+"/") {
			return true
		}
	}
	return false
}

// without returns the answers to questions that are not in doubt.
func (d doubt) without(answers []observation.Observation) []observation.Observation {
	if len(d) == 0 {
		return answers
	}
	return slices.DeleteFunc(slices.Clone(answers), func(o observation.Observation) bool { return d[o.Indicator.Pos.File] })
}

// notJudged says that some findings were held back, at the first file in doubt.
func (d doubt) notJudged() diag.Diagnostic {
	return diag.Diagnostic{
		Rule: "not-judged", Severity: diag.Warning, Pos: diag.Pos{File: slices.Min(slices.Collect(maps.Keys(d)))},
		Message: "this file has errors, so what rests on it could not be judged; there may be more findings about workbooks",
		Hint:    "correct the errors in this file and check again",
	}
}
