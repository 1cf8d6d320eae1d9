package webtest_test

import (
	"net/http"
	"os"
	"testing"

	"tipscore/generator/internal/webtest"
)

// buildPlain returns the site of testdata/plain.txtar.
func buildPlain(t *testing.T) *built {
	t.Helper()
	dir := t.TempDir()
	unpack(t, "testdata/plain.txtar", dir)
	return sites.plain.build(t, dir, "")
}

func TestPlainPassesTheChecks(t *testing.T) {
	site := buildPlain(t)
	findings, err := webtest.Check(site, webtest.Options{BaseURL: site.baseURL})
	if err != nil {
		t.Fatal(err)
	}
	show(t, findings)
}

func TestPlainScripts(t *testing.T) {
	failures, err := webtest.Scripts(http.FileServerFS(buildPlain(t)), os.DirFS("testdata/plain"), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range failures {
		t.Error(f)
	}
}
