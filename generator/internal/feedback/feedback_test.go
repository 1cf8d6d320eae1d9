package feedback_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/diag"
	"tipscore/generator/internal/feedback"
	"tipscore/generator/observation/entry"
	"tipscore/generator/workbook/annotate"
	"tipscore/site"
)

func words(t *testing.T, lang string) entry.Words {
	t.Helper()
	w, err := entry.ReadWords(lang, site.FS)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func at(row, column int) diag.Pos {
	return diag.Pos{File: "w.xlsx", Sheet: "Prevención", Row: row, Column: column}
}

// One mistake made forty times reads as one.
func TestGroups(t *testing.T) {
	l := feedback.Letter{Words: words(t, "es"), Entry: true}
	l.Findings.Add(diag.Diagnostic{Rule: "unused-source", Severity: diag.Warning, Pos: at(1, 1), Message: "no answer cites s1"})
	for i := range 40 {
		l.Findings.Add(diag.Diagnostic{Rule: "unknown-option", Pos: at(i+3, 4), Got: "quizas", Expected: fmt.Sprint("0, ", i), Message: "x", Hint: `did you mean "quizás"?`})
		l.Findings.Add(diag.Diagnostic{Rule: "another", Pos: at(i+3, 5), Message: fmt.Sprintf("%q is not %d", "a", i), Hint: "mend it"})
	}
	l.Findings.Add(diag.Diagnostic{Rule: "no-data-sheet", Pos: diag.Pos{File: "w.xlsx"}, Message: "nothing"})
	c := l.Copy()
	if len(c.Page.Groups) != 4 {
		t.Fatalf("%d groups", len(c.Page.Groups))
	}
	g := c.Page.Groups[0]
	if g.Count != 40 || len(g.Places) != 10 || g.Rest != "y 30 más" || g.Kind != annotate.Wrong || g.What != "Esto no es una de las respuestas posibles." ||
		g.Expected != "vea la nota en cada celda" || !strings.HasPrefix(g.WhatToDo, "¿Quiso decir «quizás»? Elija") || !strings.Contains(g.WhatToDo, "columna Estado") {
		t.Errorf("%+v", g)
	}
	if p := g.Places[1]; p.Label != "Prevención D4" || p.Sheet != "Prevención" || p.Row != 4 || p.Column != 4 {
		t.Errorf("%+v", p)
	}
	if g := c.Page.Groups[1]; g.Count != 40 || g.What != "… is not …" || g.WhatToDo != "mend it" {
		t.Errorf("%+v", g)
	}
	if g := c.Page.Groups[2]; g.Places[0].Label != "todo el archivo" || g.Places[0].Sheet != "" {
		t.Errorf("%+v", g)
	}
	if g := c.Page.Groups[3]; g.Kind != annotate.Doubtful || g.Severity != "revisar" {
		t.Errorf("%+v", g)
	}
	if n := len(c.Marks); n != 82 {
		t.Errorf("%d marks", n)
	}
	if text := c.Marks[1].Text; !strings.Contains(text, "\nEn la celda: quizas\nQué se espera: 0, 0\nQué hacer: ¿Quiso") {
		t.Errorf("the note says %q", text)
	}
}

// What is expected is told in the language, too.
func TestExpected(t *testing.T) {
	l := feedback.Letter{Words: words(t, "es"), English: words(t, "en")}
	for english, want := range map[string]string{"a number from 0 to 100": "un número de 0 a 100", "0, 1": "0, 1", "": ""} {
		l.Findings = diag.List{{Rule: "out-of-range", Pos: at(3, 4), Message: "x", Expected: english}}
		if got := l.Copy().Page.Groups[0].Expected; got != want {
			t.Errorf("%q became %q, want %q", english, got, want)
		}
	}
}

// A list is text all through, and is known again.
func TestList(t *testing.T) {
	l := feedback.Letter{Words: words(t, "en")}
	l.Findings.Add(diag.Diagnostic{Rule: "another", Pos: diag.Pos{File: "w.csv", Line: 3, Column: 2}, Message: "=1", Got: "@x\x1b", Hint: "-2"})
	var b bytes.Buffer
	if err := l.WriteList(&b); err != nil || !l.IsList(b.Bytes()) || l.IsList([]byte("line,column\n")) {
		t.Errorf("not known again (%v)", err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 2 || strings.Join(rows[1], "|") != `3|2|must be mended|'=1|'@x\x1b||'-2` {
		t.Errorf("%q (%v)", rows, err)
	}
}

// Both languages have the same words, with the same columns in them, for the
// mistakes that are made most.
func TestWordsAreComplete(t *testing.T) {
	line := regexp.MustCompile(`(?m)^([\w-]+): (.*)$`)
	column := regexp.MustCompile(`\{\w+\}`)
	all := map[string]map[string]string{}
	for _, lang := range []string{"en", "es"} {
		data, err := fs.ReadFile(site.FS, "workbook/"+lang+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		all[lang] = map[string]string{}
		for _, m := range line.FindAllStringSubmatch(string(data), -1) {
			names := column.FindAllString(m[2], -1)
			slices.Sort(names)
			all[lang][m[1]] = strings.Join(names, " ")
		}
	}
	for _, pair := range [][2]string{{"en", "es"}, {"es", "en"}} {
		for key, names := range all[pair[0]] {
			if other, has := all[pair[1]][key]; !has || other != names {
				t.Errorf("%s: %q names %q in %s and %q in %s (there: %v)", key, key, names, pair[0], other, pair[1], has)
			}
		}
	}
	rules := "missing-source unknown-option empty-answer out-of-range not-whole wrong-type missing-cell unknown-source missing-currency missing-part " +
		"parts-disagree numerator-over-denominator date-as-text number-as-text unknown-state value-and-state wrong-level duplicate-source unused-source coded-differently"
	for _, rule := range strings.Fields(rules) {
		for _, key := range []string{"problem_" + rule, "todo_" + rule} {
			if _, has := all["es"][key]; !has {
				t.Errorf("there is no %s", key)
			}
		}
	}
}
