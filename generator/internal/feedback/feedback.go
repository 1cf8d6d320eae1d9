// Package feedback tells a monitor what is wrong in a workbook: findings become
// marks in a copy of it, in the language that it is written in. Where a file
// cannot be marked, they become a list in a .csv beside it.
//
// The words stand in site/workbook/<language>.yaml. A rule without words of its
// own keeps the message of the finding.
package feedback

import (
	"fmt"
	"regexp"
	"strings"

	"tipscore/generator/diag"
	"tipscore/generator/observation/entry"
	"tipscore/generator/workbook/annotate"
)

// Letter is what a monitor is told about one file.
type Letter struct {
	Findings diag.List // about this file alone, sorted
	Words    entry.Words
	English  entry.Words // in which findings are written
	Entry    bool        // the file is an entry workbook, with headings in its language
}

// maxPlaces is how many places of one mistake are named.
const maxPlaces = 10

// facted are the places of facts in a text; all are filled at once, as a fact
// may look like such a place.
var facted = regexp.MustCompile(`\{\w+\}`)

var meant = regexp.MustCompile(`did you mean "(.+)"\?`)

// told is one finding in the words of the letter.
type told struct{ what, typed, expected, todo string }

// tell puts a finding into words.
func (l Letter) tell(d diag.Diagnostic) told {
	t := told{diag.Printable(d.Message), diag.Printable(d.Got), diag.Printable(d.Expected), diag.Printable(d.Hint)}
	for _, key := range []string{"whole", "number", "percent", "date", "currency", "sources"} {
		if d.Expected != "" && d.Expected == l.English.Text("expected_"+key) {
			t.expected = l.Words.Text("expected_" + key)
		}
	}
	what, todo := l.Words.Text("problem_"+d.Rule), l.Words.Text("todo_"+d.Rule)
	if what == "" || todo == "" {
		return t
	}
	t.what, t.todo = l.fill(what, d.Facts), l.fill(todo, d.Facts)
	if m := meant.FindStringSubmatch(d.Hint); m != nil {
		t.todo = strings.ReplaceAll(l.Words.Text("problems_meant"), "{text}", diag.Printable(m[1])) + " " + t.todo
	}
	return t
}

// fill puts what is special about a finding into a text, and the names of
// columns as the reader sees them.
func (l Letter) fill(text string, facts map[string]string) string {
	for _, key := range []string{"value", "state", "sources", "currency", "numerator", "denominator", "comment"} {
		name := key
		if l.Entry {
			name = l.Words.Text("column_" + key)
		}
		text = strings.ReplaceAll(text, "{"+key+"}", name)
	}
	sheet := "Sources"
	if l.Entry {
		sheet = l.Words.Text("sheet_sources")
	}
	text = strings.ReplaceAll(text, "{sources_sheet}", sheet)
	return facted.ReplaceAllStringFunc(text, func(name string) string {
		if fact, has := facts[strings.Trim(name, "{}")]; has {
			return diag.Printable(fact)
		}
		return name
	})
}

// note is the text beside a cell.
func (l Letter) note(d diag.Diagnostic) string {
	t := l.tell(d)
	text := t.what
	for _, line := range [][2]string{{"problems_typed", t.typed}, {"problems_expected", t.expected}, {"problems_todo", t.todo}} {
		if line[1] != "" {
			text += "\n" + l.Words.Text(line[0]) + ": " + line[1]
		}
	}
	return text
}

// Copy returns the marks of the letter.
func (l Letter) Copy() annotate.Copy {
	w := l.Words
	c := annotate.Copy{Page: annotate.Page{
		Name: w.Text("problems_sheet"), Title: w.Text("problems_title"),
		Intro: []string{w.Text("problems_intro_1"), l.fill(w.Text("problems_intro_2"), nil)}, Groups: l.groups(),
	}}
	for i, key := range []string{"severity", "what", "count", "where", "expected", "todo"} {
		c.Page.Headings[i] = w.Text("problems_" + key)
	}
	for _, d := range l.Findings {
		c.Marks = append(c.Marks, annotate.Mark{
			Sheet: d.Pos.Sheet, Row: d.Pos.Row, Column: d.Pos.Column, Kind: kinds[d.Severity], Text: l.note(d),
		})
	}
	return c
}

// shape returns a message without what differs from cell to cell.
func shape(text string) string {
	return number.ReplaceAllString(quoted.ReplaceAllString(text, "…"), "…")
}

var (
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	number = regexp.MustCompile(`\S*\d\S*`)
)

// severities are in the order in which a reader is told.
var severities = [...]diag.Severity{diag.Error, diag.Warning, diag.Question}

// kinds are how cells are marked, by severity.
var kinds = [...]annotate.Kind{diag.Error: annotate.Wrong, diag.Warning: annotate.Doubtful, diag.Question: annotate.Asked}

// groups joins findings that are one mistake made many times: errors first,
// then in the order of their first cells.
func (l Letter) groups() []annotate.Group {
	type key struct {
		severity   diag.Severity
		rule, what string
	}
	at := map[key]int{}
	var groups []annotate.Group
	for _, severity := range severities {
		for _, d := range l.Findings {
			if d.Severity != severity {
				continue
			}
			t := l.tell(d)
			k := key{severity, d.Rule, shape(t.what)}
			i, seen := at[k]
			if !seen {
				i = len(groups)
				at[k] = i
				groups = append(groups, annotate.Group{Kind: kinds[severity], Severity: l.severity(d), What: t.what, Expected: t.expected, WhatToDo: t.todo})
			}
			l.join(&groups[i], t, k.what)
			if len(groups[i].Places) < maxPlaces {
				groups[i].Places = append(groups[i].Places, l.place(d.Pos))
			}
		}
	}
	for i := range groups {
		if n := groups[i].Count - len(groups[i].Places); n > 0 {
			groups[i].Rest = strings.ReplaceAll(l.Words.Text("problems_rest"), "{n}", fmt.Sprint(n))
		}
	}
	return groups
}

// join counts a finding in its group. What is not the same for all is left to
// the notes.
func (l Letter) join(g *annotate.Group, t told, shaped string) {
	g.Count++
	if g.What != t.what {
		g.What = shaped
	}
	for _, text := range []struct {
		have *string
		is   string
	}{{&g.Expected, t.expected}, {&g.WhatToDo, t.todo}} {
		if *text.have != text.is {
			*text.have = l.Words.Text("problems_each")
		}
	}
}

func (l Letter) severity(d diag.Diagnostic) string {
	return l.Words.Text("problems_" + d.Severity.String())
}

// place names where a finding is, with a link where it is on a sheet.
func (l Letter) place(p diag.Pos) annotate.Place {
	label := diag.Printable(p.Sheet)
	switch {
	case p.Sheet == "" && p.Line == 0:
		label = l.Words.Text("problems_file")
	case p.Line > 0:
		label = fmt.Sprintf("%s %d", l.Words.Text("problems_line"), p.Line)
	case p.Column > 0:
		label += " " + p.Cell()
	case p.Row > 0:
		label += fmt.Sprintf(", %s %d", l.Words.Text("problems_row"), p.Row)
	}
	return annotate.Place{Label: label, Sheet: p.Sheet, Row: p.Row, Column: p.Column}
}
