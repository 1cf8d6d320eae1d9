package preview_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"tipscore/generator/diag"
	"tipscore/generator/internal/preview"
	"tipscore/generator/internal/project"
)

// desk is a project whose load and build the test decides.
type desk struct {
	mu       sync.Mutex
	findings diag.List
	failure  error
	builds   int
	broken   string // a page that cannot be made
}

// lazy is a site that makes its pages when they are opened.
type lazy struct {
	fs.FS
	broken string
}

func (l lazy) Open(name string) (fs.File, error) {
	if name == l.broken {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("the template is <broken>")}
	}
	return l.FS.Open(name)
}

func (d *desk) set(list diag.List, failure error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.findings, d.failure = list, failure
}

func (d *desk) load(context.Context) (*project.Loaded, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return &project.Loaded{Findings: d.findings, Scope: diag.Scope{Workbooks: 1, Answers: 2}}, nil
}

func (d *desk) build(context.Context, *project.Loaded) (fs.FS, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.failure != nil {
		return nil, d.failure
	}
	d.builds++
	page := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return lazy{broken: d.broken, FS: fstest.MapFS{
		"index.html":             page(fmt.Sprintf("<p>build %d</p></body></html>", d.builds)),
		"en/world/index.html":    page("<p>world</p>"),
		"en/404.html":            page("<p>no such page</p>"),
		"data/world/scores.csv":  page("a,b\n"),
		"data/manifest.json":     page("{}"),
		"style.css":              page("p{}"),
		"figures/dom.svg":        page("<svg/>"),
		"briefings/dom.pdf":      page("%PDF"),
		"workbooks/blank.xlsx":   page("PK"),
		"explore/explore.js":     page("1"),
		"unknown.ending-of-file": page("?"),
	}}, nil
}

func start(t *testing.T) (*preview.Server, *desk) {
	t.Helper()
	d := &desk{}
	s := preview.New(preview.Options{Load: d.load, Build: d.build})
	return s, d
}

// get asks the handler for a page as a browser on this machine does.
func get(t *testing.T, s *preview.Server, path string) *http.Response {
	t.Helper()
	r := httptest.NewRequest("GET", "http://localhost:1313"+path, nil)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFilesAreServedWithTheirTypes(t *testing.T) {
	s, _ := start(t)
	s.Refresh(t.Context(), nil)
	for path, want := range map[string]string{
		"/":                       "text/html; charset=utf-8",
		"/index.html":             "text/html; charset=utf-8",
		"/en/world/":              "text/html; charset=utf-8",
		"/data/world/scores.csv":  "text/csv; charset=utf-8",
		"/data/manifest.json":     "application/json",
		"/style.css":              "text/css; charset=utf-8",
		"/figures/dom.svg":        "image/svg+xml",
		"/briefings/dom.pdf":      "application/pdf",
		"/workbooks/blank.xlsx":   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"/explore/explore.js":     "text/javascript; charset=utf-8",
		"/unknown.ending-of-file": "application/octet-stream",
		"/__tipscore/preview.js":  "text/javascript; charset=utf-8",
		"/__tipscore/preview.css": "text/css; charset=utf-8",
		"/__tipscore/problems":    "text/html; charset=utf-8",
	} {
		r := get(t, s, path)
		if got := r.Header.Get("Content-Type"); r.StatusCode != 200 || got != want {
			t.Errorf("%s: status %d, type %q, want %q", path, r.StatusCode, got, want)
		}
		if got := r.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: Cache-Control %q", path, got)
		}
		if r.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: other origins may read it", path)
		}
	}
}

func TestPagesThatAreNotThere(t *testing.T) {
	s, _ := start(t)
	s.Refresh(t.Context(), nil)
	for path, want := range map[string]string{
		"/en/nowhere/":        "<p>no such page</p>",
		"/en/world/nope.html": "<p>no such page</p>",
		"/nowhere":            "the site has no such page",
		"/etc/passwd":         "the site has no such page",
		"/data/":              "the site has no such page", // a folder without a page is not listed
	} {
		r := get(t, s, path)
		if r.StatusCode != 404 || !strings.Contains(body(t, r), want) {
			t.Errorf("%s: status %d", path, r.StatusCode)
		}
	}
	for _, path := range []string{"/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd"} {
		if r := get(t, s, path); r.StatusCode == 200 {
			t.Errorf("%s: status %d", path, r.StatusCode)
		}
	}
	r := get(t, s, "/en/world")
	if r.StatusCode != 302 || r.Header.Get("Location") != "/en/world/" {
		t.Errorf("a folder without its slash: %d %q", r.StatusCode, r.Header.Get("Location"))
	}
}

// The script stands in pages only, and before the end of the body if there is
// one.
func TestScriptIsInjectedIntoPagesOnly(t *testing.T) {
	s, _ := start(t)
	s.Refresh(t.Context(), nil)
	const script = `src="/__tipscore/preview.js"`
	for path, want := range map[string]bool{
		"/": true, "/en/world/": true, "/en/nowhere/": true,
		"/figures/dom.svg": false, "/data/manifest.json": false,
	} {
		if got := strings.Contains(body(t, get(t, s, path)), script); got != want {
			t.Errorf("%s: script %v, want %v", path, got, want)
		}
	}
	if page := body(t, get(t, s, "/")); !strings.HasSuffix(page, "</script></body></html>") {
		t.Errorf("the page ends %q", page)
	}
}

// A page on the web may have its name point at this machine; the browser then
// sends that name along.
func TestOnlyThisMachineIsAnswered(t *testing.T) {
	s, _ := start(t)
	s.Refresh(t.Context(), nil)
	for host, want := range map[string]int{
		"localhost:1313": 200, "localhost": 200, "127.0.0.1:1313": 200, "[::1]:1313": 200,
		"evil.example": 403, "evil.example:1313": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example:1313": 403, "": 403,
	} {
		for _, path := range []string{"/", "/__tipscore/problems"} {
			r := httptest.NewRequest("GET", path, nil)
			r.Host = host
			w := httptest.NewRecorder()
			s.Handler().ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("host %q, %s: status %d, want %d", host, path, w.Code, want)
			}
		}
	}
	r := httptest.NewRequest("POST", "http://localhost/", nil)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", w.Code)
	}
}

func hostile() diag.List {
	return diag.List{{
		Rule: "unknown-option", Pos: diag.Pos{File: "data/<b>.xlsx", Sheet: "S", Row: 2, Column: 4},
		Message: `"<script>alert(1)</script>" is not an answer`, Got: "<img src=x onerror=alert(1)>\u202e\x1b", Hint: "type another",
		Related: []diag.Related{{Pos: diag.Pos{File: "indicators/x.yaml", Line: 3}, Note: "rule"}},
	}}
}

func TestLastGoodSiteStays(t *testing.T) {
	s, d := start(t)
	s.Refresh(t.Context(), nil)
	d.set(hostile(), nil)
	s.Refresh(t.Context(), []string{"data/x.xlsx"})
	if page := body(t, get(t, s, "/")); !strings.Contains(page, "build 1") {
		t.Errorf("after an error in the data: %q", page)
	}
	d.set(nil, errors.New("a template is broken"))
	s.Refresh(t.Context(), nil)
	if page := body(t, get(t, s, "/")); !strings.Contains(page, "build 1") {
		t.Errorf("after a failed build: %q", page)
	}
	if page := body(t, get(t, s, "/__tipscore/problems")); !strings.Contains(page, "a template is broken") {
		t.Errorf("the failure is not shown: %s", page)
	}
	d.set(nil, nil)
	s.Refresh(t.Context(), nil)
	if page := body(t, get(t, s, "/")); !strings.Contains(page, "build 2") {
		t.Errorf("after the repair: %q", page)
	}
}

// A page that is open in the browser is made before a new site is shown; where
// it cannot be, the old site stays. A page that nobody has looked at fails when
// somebody does.
func TestPageThatCannotBeMade(t *testing.T) {
	s, d := start(t)
	s.Refresh(t.Context(), nil)
	get(t, s, "/en/world/")
	d.broken = "en/world/index.html"
	s.Refresh(t.Context(), nil)
	if page := body(t, get(t, s, "/en/world/")); !strings.Contains(page, "<p>world</p>") {
		t.Errorf("the page that was open: %q", page)
	}
	if page := body(t, get(t, s, "/__tipscore/problems")); !strings.Contains(page, "the template is &lt;broken&gt;") {
		t.Errorf("the failure is not shown: %s", page)
	}
	d.broken = "index.html"
	s.Refresh(t.Context(), nil)
	r := get(t, s, "/")
	page := body(t, r)
	if r.StatusCode != 500 || !strings.Contains(page, "the template is &lt;broken&gt;") || !strings.Contains(page, "preview.js") {
		t.Errorf("status %d, page %s", r.StatusCode, page)
	}
	d.broken = ""
	s.Refresh(t.Context(), nil)
	if page := body(t, get(t, s, "/")); !strings.Contains(page, "build 4") {
		t.Errorf("after the repair: %q", page)
	}
}

func TestProblemsAreShownAndEscaped(t *testing.T) {
	s, d := start(t)
	if page := body(t, get(t, s, "/")); !strings.Contains(page, "being built") {
		t.Errorf("before the first build: %q", page)
	}
	d.set(hostile(), nil)
	s.Refresh(t.Context(), nil)
	r := get(t, s, "/en/world/") // there is no site to show
	page := body(t, r)
	if r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d", r.StatusCode)
	}
	for _, want := range []string{
		"&lt;script&gt;alert(1)&lt;/script&gt;", `data/&lt;b&gt;.xlsx!S!D2`, "unknown-option", `\u202e\x1b`, "type another",
		"rule: <code>indicators/x.yaml:3</code>", "1 error in 1 file",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page of problems", want)
		}
	}
	for _, bad := range []string{"<script>alert", "<img src=x", "\x1b", "\u202e"} {
		if strings.Contains(page, bad) {
			t.Errorf("%q is in the page of problems", bad)
		}
	}
	if csp := r.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("Content-Security-Policy %q", csp)
	}
}

// state is what the event stream sends.
type state struct {
	Site, Check int
	Note        string
}

// listen reads the event stream into a channel.
func listen(t *testing.T, address string) <-chan state {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), "GET", address+"/__tipscore/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Fatalf("type %q", got)
	}
	out := make(chan state)
	go func() {
		defer close(out)
		defer answer.Body.Close()
		lines := bufio.NewScanner(answer.Body)
		for lines.Scan() {
			data, ok := strings.CutPrefix(lines.Text(), "data: ")
			if !ok {
				continue
			}
			var s state
			if err := json.Unmarshal([]byte(data), &s); err != nil {
				t.Error(err)
				return
			}
			select {
			case out <- s:
			case <-t.Context().Done():
				return
			}
		}
	}()
	return out
}

// await returns the first state that is as wanted. The test's own time limit
// ends the waiting.
func await(t *testing.T, states <-chan state, wanted func(state) bool) state {
	t.Helper()
	for s := range states {
		if wanted(s) {
			return s
		}
	}
	t.Fatal("the event stream ended")
	return state{}
}

// From a save to the browser: a file is written, the project read and built
// again, and the open page told. Saves of office programs count once, and
// their passing files not at all.
func TestSaveReachesTheBrowser(t *testing.T) {
	dir := t.TempDir()
	books := filepath.Join(dir, "data", "demo")
	if err := os.MkdirAll(books, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("data/demo/book.xlsx", "one")
	d := &desk{}
	events := make(chan preview.Event, 100)
	s := preview.New(preview.Options{Dir: dir, Load: d.load, Build: d.build, Report: func(e preview.Event) { events <- e }})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- s.Run(ctx, l) }()
	<-events
	states := listen(t, "http://"+l.Addr().String())
	await(t, states, func(s state) bool { return s.Site == 1 && s.Note == "" })

	// Excel: write beside, move the old one away, move the new one in.
	write("data/demo/5A1B2C3D", "two")
	for _, move := range [][2]string{{"book.xlsx", "6A1B2C3D.tmp"}, {"5A1B2C3D", "book.xlsx"}} {
		if err := os.Rename(filepath.Join(books, move[0]), filepath.Join(books, move[1])); err != nil {
			t.Fatal(err)
		}
	}
	os.Remove(filepath.Join(books, "6A1B2C3D.tmp"))
	if e := <-events; !slices.Equal(e.Changed, []string{"data/demo/book.xlsx"}) {
		t.Errorf("changed: %q", e.Changed)
	}
	await(t, states, func(s state) bool { return s.Site == 2 })

	// Passing files and folders that do not make the site say nothing; a new
	// folder is watched from then on. One thing is told: the last.
	write("data/demo/.~lock.book.xlsx#", "")
	write("data/demo/~$book.xlsx", "")
	if err := os.MkdirAll(filepath.Join(dir, "public"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("public/index.html", "")
	d.set(hostile(), nil)
	if err := os.MkdirAll(filepath.Join(dir, "templates", "partials"), 0o755); err != nil {
		t.Fatal(err)
	}
	e := <-events
	if slices.ContainsFunc(e.Changed, func(f string) bool { return !strings.HasPrefix(f, "templates") }) {
		t.Errorf("changed: %q", e.Changed)
	}
	await(t, states, func(s state) bool { return s.Site == 2 && strings.Contains(s.Note, "1 error in 1 file") })

	d.set(nil, nil)
	write("templates/partials/head.html", "x")
	await(t, states, func(s state) bool { return s.Site == 3 && s.Note == "" })

	stop()
	if err := <-done; err != nil {
		t.Errorf("Run: %v", err)
	}
	if _, err := net.DialTimeout("tcp", l.Addr().String(), time.Second); err == nil {
		t.Error("the server still listens after Run")
	}
}

// A file that changes again right after a refresh is probably still being saved.
func TestAgain(t *testing.T) {
	d := &desk{}
	var events []preview.Event
	s := preview.New(preview.Options{Load: d.load, Build: d.build, Report: func(e preview.Event) { events = append(events, e) }})
	for _, files := range [][]string{nil, {"a.xlsx", "b.xlsx"}, {"b.xlsx"}, {"a.xlsx"}, {"a.xlsx"}} {
		s.Refresh(t.Context(), files)
	}
	for i, want := range []bool{false, false, true, false, true} {
		if events[i].Again != want {
			t.Errorf("refresh %d: again is %v", i+1, events[i].Again)
		}
	}
}
