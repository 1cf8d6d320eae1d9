package preview

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strconv"

	"tipscore/generator/diag"
)

// message is what the browser is told of a state.
type message struct {
	Site  int    `json:"site"`  // a page of another number is outdated
	Check int    `json:"check"` // the same for the page of problems
	Note  string `json:"note"`  // shown on every page, "" if all is well
}

// events streams the state, now and whenever it changes (server-sent events,
// HTML standard section 9.2).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	control := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		now, outdated := s.next()
		data, err := json.Marshal(message{now.built, now.checked, now.note()})
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %s\n\n", data); err != nil {
			return
		}
		if err := control.Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-outdated:
		}
	}
}

// note says why the pages are not the newest state, "" if they are.
func (s state) note() string {
	switch {
	case s.failure != nil:
		return "The site could not be built. This is its last good state."
	case s.findings.HasErrors():
		return "The data have problems (" + s.findings.Summary(s.scope) + "). This is the last good state of the site."
	}
	return ""
}

// shown bounds the findings on the page of problems.
const shown = 200

// problemsPage is what assets/problems.html shows.
type problemsPage struct {
	Title, Text, Failure string
	Findings             []finding
	More                 int
	HasSite              bool
	Site, Check          string
}

type finding struct {
	Severity, Rule, Message, Place, Got, Expected, Hint string
	Related                                             []related
}

type related struct{ Note, Place string }

// problems serves the page with everything that is wrong.
func (s *Server) problems(w http.ResponseWriter, _ *http.Request) {
	now, status := s.current(), http.StatusOK
	if now.site == nil {
		status = http.StatusServiceUnavailable
	}
	showProblems(w, now, status)
}

// showProblems writes the page of problems of a state.
func showProblems(w http.ResponseWriter, now state, status int) {
	page := problemsPage{
		HasSite: now.site != nil,
		Site:    strconv.Itoa(now.built), Check: strconv.Itoa(now.checked),
	}
	switch {
	case now.checked == 0:
		page.Title, page.Text = "The site is being built", "This page changes by itself when it is done."
	case now.failure != nil:
		page.Title, page.Failure = "Building failed", diag.Printable(now.failure.Error())
	case len(now.findings) > 0:
		page.Title, page.Text = "Problems in the data", now.findings.Summary(now.scope)
	default:
		page.Title, page.Text = "No problems", now.findings.Summary(now.scope)
	}
	for i, d := range now.findings {
		if i == shown {
			page.More = len(now.findings) - shown
			break
		}
		page.Findings = append(page.Findings, findingOf(d))
	}
	t, err := template.ParseFS(assets, "assets/problems.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType(".html"))
	w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
	w.WriteHeader(status)
	if err := t.Execute(w, page); err != nil {
		return // the reader has gone away
	}
}

// findingOf makes a finding visible: the template escapes HTML, and
// [diag.Printable] what would turn or hide text.
func findingOf(d diag.Diagnostic) finding {
	f := finding{
		Severity: d.Severity.String(), Rule: d.Rule,
		Message: diag.Printable(d.Message), Place: diag.Printable(d.Pos.String()),
		Got: diag.Printable(d.Got), Expected: diag.Printable(d.Expected), Hint: diag.Printable(d.Hint),
	}
	for _, r := range d.Related {
		note := r.Note
		if note == "" {
			note = "see"
		}
		f.Related = append(f.Related, related{diag.Printable(note), diag.Printable(r.Pos.String())})
	}
	return f
}
