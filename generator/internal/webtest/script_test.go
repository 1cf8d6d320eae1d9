package webtest_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"tipscore/generator/internal/webtest"
)

func runScript(t *testing.T, script string) ([]string, error) {
	t.Helper()
	return webtest.Scripts(http.FileServerFS(goodSite(t)), fstest.MapFS{"s.txt": {Data: []byte(script)}}, "*.txt")
}

func TestScriptThatHolds(t *testing.T) {
	failures, err := runScript(t, `# A comment.
GET /en/
code == 200
type contains text/html
title == A good page
h1 == A good page
text contains Salt & pepper, more
text !contains Salt &amp;
body contains Salt &amp; pepper
body ~ <h2>F.*</h2>
body !~ <h7>
h1 != Another page
#content contains Figure
#content !contains Languages

GET /en
code == 301

GET /nowhere/
code == 404

GET /site.css
body contains icon.svg
`)
	if err != nil || len(failures) != 0 {
		t.Errorf("got %q, %v", failures, err)
	}
}

func TestScriptThatDoesNotHold(t *testing.T) {
	failures, err := runScript(t, "GET /en/\ntitle == Bad\ntext contains sugar\ntext !contains Salt\nbody !~ h1\n#nowhere contains x\n\nGET /nowhere/\n\nGET /site.css\nh1 == x\n")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"s.txt:2: ", "s.txt:3: ", "s.txt:4: ", "s.txt:5: ", "s.txt:6: ", "s.txt:8: ", "s.txt:11: "} {
		if i >= len(failures) || !strings.HasPrefix(failures[i], want) {
			t.Fatalf("failure %d does not begin with %q: %q", i, want, failures)
		}
	}
	if len(failures) != 7 {
		t.Errorf("got %d failures: %q", len(failures), failures)
	}
}

func TestScriptThatCannotBeRead(t *testing.T) {
	for _, script := range []string{
		"POST /en/\n", "GET /en/\ntitle is x\n", "GET /en/\ncolour == x\n", "GET /en/\nbody ~ (\n", "GET /en/\ntitle ==\n",
	} {
		if failures, err := runScript(t, script); err == nil || !strings.Contains(err.Error(), "s.txt:") {
			t.Errorf("%q: got %q, %v", script, failures, err)
		}
	}
	if _, err := webtest.Scripts(http.NotFoundHandler(), fstest.MapFS{}, "*.txt"); err == nil {
		t.Error("no script at all is no error")
	}
}
