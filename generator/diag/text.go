package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Options says how [WriteText] writes. The zero value is right for a file or
// a pipe.
type Options struct {
	Color      bool  // mark severities and hints with terminal colours
	Width      int   // wrap long lists of expected values to this width; 0 never wraps
	MaxPerRule int   // findings of one rule in one sheet above which they are folded; 0 is 5, below 0 never folds
	Scope      Scope // what was looked at, for the last line
}

// How much of a text is shown. The rest is in JSON.
const (
	maxGot     = 40  // characters of a cell
	maxLine    = 400 // characters of a message, hint or list of expected values
	foldAbove  = 5   // the default of Options.MaxPerRule
	folded     = 3   // findings shown of a folded group
	gotColumn  = 12  // width of the cell's text before "expected:"
	indent     = "    "
	expectedIs = "expected: "
)

// WriteText writes the findings for a person to read, sorted, and ends with
// the line of [List.Summary], because that is where eyes end up:
//
//	data/KE-2025.xlsx!Prosecution!C14: error: "Yse" is not an answer to PROS-03 [allowed-value]
//	    C14 | Yse          expected: yes, partly, no, not-applicable
//	    hint: did you mean "yes"?
//	    rule: indicators/prosecution.yaml:42:5
//
// Where one rule is broken more than MaxPerRule times in a sheet, the first
// three are shown and the others counted with their range. All text passes
// through [Printable].
func WriteText(w io.Writer, list List, o Options) error {
	if o.MaxPerRule == 0 {
		o.MaxPerRule = foldAbove
	}
	t := textWriter{out: bufio.NewWriter(w), options: o}
	sorted := list.Sorted()
	groups := groupsOf(sorted)
	for _, d := range sorted {
		g := groups[groupOf(d)]
		g.seen++
		limit := len(g.places)
		if o.MaxPerRule > 0 && limit > o.MaxPerRule {
			limit = min(folded, o.MaxPerRule)
		}
		if g.seen > limit {
			continue
		}
		t.finding(d)
		if g.seen == limit && limit < len(g.places) {
			t.line(indent+"and %s more%s", thousands(len(g.places)-limit), rangeOf(g.places[limit:]))
		}
	}
	if len(list) > 0 {
		t.line("")
	}
	t.line("%s", list.Summary(o.Scope))
	return t.out.Flush()
}

// group identifies findings that are folded together.
type group struct {
	file, sheet, rule string
	severity          Severity
}

// members are the findings of a group, in order.
type members struct {
	places []Pos
	seen   int
}

func groupOf(d Diagnostic) group { return group{d.Pos.File, d.Pos.Sheet, d.Rule, d.Severity} }

func groupsOf(sorted List) map[group]*members {
	groups := map[group]*members{}
	for _, d := range sorted {
		k := groupOf(d)
		if groups[k] == nil {
			groups[k] = &members{}
		}
		groups[k].places = append(groups[k].places, d.Pos)
	}
	return groups
}

// rangeOf returns " (C18:C34)" or " (C18)" for cells, " (lines 18 to 34)" or
// " (line 18)" for lines, and "" for whole files.
func rangeOf(places []Pos) string {
	low, high := places[0], places[0]
	for _, p := range places[1:] {
		low.Row, high.Row = min(low.Row, p.Row), max(high.Row, p.Row)
		low.Line, high.Line = min(low.Line, p.Line), max(high.Line, p.Line)
		low.Column, high.Column = min(low.Column, p.Column), max(high.Column, p.Column)
	}
	switch {
	case low.Row > 0 && low.Cell() == high.Cell():
		return " (" + low.Cell() + ")"
	case low.Row > 0:
		return " (" + low.Cell() + ":" + high.Cell() + ")"
	case low.Line > 0 && low.Line == high.Line:
		return fmt.Sprintf(" (line %d)", low.Line)
	case low.Line > 0:
		return fmt.Sprintf(" (lines %d to %d)", low.Line, high.Line)
	}
	return ""
}

type textWriter struct {
	out     *bufio.Writer
	options Options
}

// line writes one line; bufio keeps the first error for Flush.
func (t *textWriter) line(format string, args ...any) {
	fmt.Fprintf(t.out, format+"\n", args...)
}

// paint wraps text in a terminal colour where colours are wanted.
func (t *textWriter) paint(code, text string) string {
	if !t.options.Color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (t *textWriter) finding(d Diagnostic) {
	const bold, red, yellow, cyan, green, blue = "1", "1;31", "1;33", "1;36", "32", "34"
	place := ""
	if !d.Pos.IsZero() {
		place = t.paint(bold, Printable(d.Pos.String())) + ": "
	}
	colour := red
	switch d.Severity {
	case Warning:
		colour = yellow
	case Question:
		colour = cyan
	}
	severity := t.paint(colour, d.Severity.String())
	t.line("%s%s: %s [%s]", place, severity, Printable(cut(d.Message, maxLine)), Printable(d.Rule))
	t.seen(d)
	if d.Hint != "" {
		t.line("%s%s", indent, t.paint(green, "hint: "+Printable(cut(d.Hint, maxLine))))
	}
	for _, r := range d.Related {
		note := r.Note
		if note == "" {
			note = "see"
		}
		t.line("%s%s: %s", indent, Printable(cut(note, maxLine)), t.paint(blue, Printable(r.Pos.String())))
	}
}

// seen writes what was typed and what is expected, on one line if they fit.
func (t *textWriter) seen(d Diagnostic) {
	got, expected := quoteSpace(Printable(cut(d.Got, maxGot))), Printable(cut(d.Expected, maxLine))
	if got != "" {
		label := d.Pos.Cell()
		if label == "" && d.Pos.Line > 0 {
			label = strconv.Itoa(d.Pos.Line)
		}
		if label != "" {
			got = label + " | " + padTo(got, gotColumn)
		}
		one := indent + strings.TrimRight(got, " ")
		if expected != "" {
			one = indent + got + " " + expectedIs + expected
		}
		if t.options.Width <= 0 || utf8.RuneCountInString(one) <= t.options.Width {
			t.line("%s", one)
			return
		}
		t.line("%s", strings.TrimRight(indent+got, " "))
	}
	if expected != "" {
		for _, l := range wrap(indent+expectedIs+expected, t.options.Width, len(indent+expectedIs)) {
			t.line("%s", l)
		}
	}
}

// quoteSpace puts quotes around a text whose first or last space would not be
// seen.
func quoteSpace(s string) string {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		return `"` + s + `"`
	}
	return s
}

// padTo fills s with spaces to n characters.
func padTo(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}

// wrap breaks a line at spaces into lines of at most width characters, the
// second and later ones indented by hang. A width of 0 returns it whole, and
// a word longer than a line stays whole.
func wrap(s string, width, hang int) []string {
	if width <= 0 || utf8.RuneCountInString(s) <= width {
		return []string{s}
	}
	words := strings.Split(s[hang:], " ")
	lines := []string{s[:hang] + words[0]}
	for _, word := range words[1:] {
		last := &lines[len(lines)-1]
		if utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) <= width {
			*last += " " + word
			continue
		}
		lines = append(lines, strings.Repeat(" ", hang)+word)
	}
	return lines
}
