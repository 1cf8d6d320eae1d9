package webtest

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Scripts runs the page scripts that match a pattern against a handler, and
// returns a line for everything that did not hold. The error is about scripts
// that cannot be read. A page that a script says nothing else about must
// answer with status 200.
func Scripts(h http.Handler, scripts fs.FS, pattern string) (failures []string, err error) {
	names, err := fs.Glob(scripts, pattern)
	if err != nil {
		return nil, fmt.Errorf("page scripts: %w", err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no page script matches %s", pattern)
	}
	for _, name := range names {
		visits, err := readScript(scripts, name)
		if err != nil {
			return nil, err
		}
		for _, v := range visits {
			failures = append(failures, v.run(h)...)
		}
	}
	return failures, nil
}

func (v visit) run(h http.Handler) (failures []string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, v.path, nil))
	a, err := newAnswer(w)
	if err != nil {
		return []string{fmt.Sprintf("%s: GET %s: %v", v.place, v.path, err)}
	}
	claims := v.claims
	if !asksFor(claims, "code") {
		claims = append([]claim{{place: v.place, subject: "code", op: "==", value: "200"}}, claims...)
	}
	for _, c := range claims {
		got, ok := a.of(c.subject)
		switch {
		case !ok:
			failures = append(failures, fmt.Sprintf("%s: GET %s: there is no %s", c.place, v.path, c.subject))
		case !c.holds(got):
			failures = append(failures, fmt.Sprintf("%s: GET %s: %s is %q; want %s %q", c.place, v.path, c.subject, shortened(got), c.op, c.value))
		}
	}
	return failures
}

func asksFor(claims []claim, subject string) bool {
	for _, c := range claims {
		if c.subject == subject {
			return true
		}
	}
	return false
}

// answer is what the server said.
type answer struct {
	code int
	kind string
	body string
	page *page // nil if it is not HTML
}

func newAnswer(w *httptest.ResponseRecorder) (*answer, error) {
	a := &answer{code: w.Code, kind: w.Header().Get("Content-Type"), body: w.Body.String()}
	if strings.HasPrefix(a.kind, "text/html") {
		p, err := parsePage("page", w.Body.Bytes())
		if err != nil {
			return nil, err
		}
		a.page = p
	}
	return a, nil
}

// of returns a subject of the answer. The false result means that there is
// none.
func (a *answer) of(subject string) (string, bool) {
	switch subject {
	case "code":
		return strconv.Itoa(a.code), true
	case "type":
		return a.kind, true
	case "body":
		return a.body, true
	}
	if a.page == nil {
		return "", false
	}
	if id, ok := strings.CutPrefix(subject, "#"); ok {
		n := a.page.byID[id]
		if n == nil {
			return "", false
		}
		return text(n), true
	}
	if subject == "text" {
		subject = "body"
	}
	var found *html.Node
	for _, n := range a.page.all(subject) {
		if found == nil && n.Namespace == "" {
			found = n
		}
	}
	if found == nil {
		return "", false
	}
	return text(found), true
}

// shortened cuts a long text for a message.
func shortened(s string) string {
	if len(s) <= 300 {
		return s
	}
	return strings.ToValidUTF8(s[:300], "") + "..."
}
