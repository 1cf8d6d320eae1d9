package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// jsonVersion is the version of the document that [WriteJSON] writes. Fields
// are only ever added to it; a change of meaning would raise the number.
const jsonVersion = 1

type jsonDocument struct {
	Version     int              `json:"version"`
	Summary     jsonSummary      `json:"summary"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

type jsonSummary struct {
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Questions int `json:"questions"`
	Files     int `json:"files"`
	Workbooks int `json:"workbooks"`
	Answers   int `json:"answers"`
}

type jsonDiagnostic struct {
	Rule     string        `json:"rule"`
	Severity string        `json:"severity"`
	Place    string        `json:"place"`
	Position jsonPos       `json:"position"`
	Message  string        `json:"message"`
	Got      string        `json:"got,omitempty"`
	Expected string        `json:"expected,omitempty"`
	Hint     string        `json:"hint,omitempty"`
	Subject  string        `json:"subject,omitempty"`
	Related  []jsonRelated `json:"related,omitempty"`
}

type jsonPos struct {
	File   string `json:"file,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Cell   string `json:"cell,omitempty"`
	Row    int    `json:"row,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

type jsonRelated struct {
	Note     string  `json:"note,omitempty"`
	Place    string  `json:"place"`
	Position jsonPos `json:"position"`
}

// WriteJSON writes one JSON document with the findings, sorted, whole and
// never folded. docs/cli.md describes its fields.
func WriteJSON(w io.Writer, list List, scope Scope) error {
	doc := jsonDocument{
		Version: jsonVersion,
		Summary: jsonSummary{
			Errors:    list.Count(Error),
			Warnings:  list.Count(Warning),
			Questions: list.Count(Question),
			Files:     list.Files(),
			Workbooks: scope.Workbooks,
			Answers:   scope.Answers,
		},
		Diagnostics: []jsonDiagnostic{},
	}
	for _, d := range list.Sorted() {
		j := jsonDiagnostic{
			Rule: d.Rule, Severity: d.Severity.String(), Place: d.Pos.String(), Position: jsonPosOf(d.Pos),
			Message: d.Message, Got: d.Got, Expected: d.Expected, Hint: d.Hint, Subject: d.Subject,
		}
		for _, r := range d.Related {
			j.Related = append(j.Related, jsonRelated{Note: r.Note, Place: r.Pos.String(), Position: jsonPosOf(r.Pos)})
		}
		doc.Diagnostics = append(doc.Diagnostics, j)
	}
	return writeDocument(w, doc)
}

func jsonPosOf(p Pos) jsonPos {
	return jsonPos{File: p.File, Sheet: p.Sheet, Cell: p.Cell(), Row: p.Row, Line: p.Line, Column: p.Column}
}

// writeDocument writes v as indented JSON. Characters that a terminal could
// act on are written as \u escapes, which mean the same to every JSON reader.
func writeDocument(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("encode findings: %w", err)
	}
	var out bytes.Buffer
	for _, r := range b.String() {
		switch {
		case r == '\n' || visible(r):
			out.WriteRune(r)
		case r > 0xffff: // outside the first plane: a surrogate pair
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}
