package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"tipscore/generator/internal/browser"
)

// open starts a browser with one tab, and a server that answers every address
// with a page that has the body.
func open(t *testing.T, v browser.View, head, body string) (*browser.Tab, string) {
	t.Helper()
	path, ok := browser.Find()
	if !ok {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no Chromium; the tests of the pages need it (Debian: apt-get install chromium)")
		}
		t.Skip("there is no Chromium (Debian: apt-get install chromium)")
	}
	b, err := browser.Start(t.Context(), path, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	tab, err := b.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" && r.URL.Path != "/script.js" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path == "/script.js" {
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, `document.body.dataset.ran = "yes"`)
			return
		}
		fmt.Fprintf(w, `<!doctype html><html lang="en"><head><title>Page</title><link rel="icon" href="data:,">%s</head><body>%s</body></html>`, head, body)
	}))
	t.Cleanup(s.Close)
	return tab, s.URL
}

func visit(t *testing.T, tab *browser.Tab, address string) {
	t.Helper()
	if err := tab.Visit(address); err != nil {
		t.Fatal(err)
	}
}

// What a reader would never see on the page is heard: errors, failed loads,
// other hosts, breaches of the policy, dialogs.
func TestComplaints(t *testing.T) {
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	policy := `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`
	tab, address := open(t, browser.View{Width: 800, Height: 600}, policy, `
		<p style="color: red">x</p><img alt="" src="missing.png"><img alt="" src="`+other.URL+`/x.png">
		<script>console.error("oh", 7); alert("boo")</script><script>nothing.here()</script>`)
	visit(t, tab, address)
	if err := tab.Wait(`document.readyState == "complete"`); err != nil {
		t.Fatal(err)
	}
	all := strings.Join(tab.Complaints(), "\n")
	for _, want := range []string{"console: \"oh\" 7", "dialog: boo", "exception: ", "nothing is not defined", "status 404: " + address + "/missing.png",
		"request to another host: " + other.URL, "Content Security Policy"} {
		if !strings.Contains(all, want) {
			t.Errorf("no complaint holds %q:\n%s", want, all)
		}
	}
	tab2, quiet := open(t, browser.View{Width: 800, Height: 600}, "", `<p>x</p><script src="script.js"></script>`)
	visit(t, tab2, quiet)
	if got := tab2.Complaints(); len(got) > 0 {
		t.Errorf("a good page gives %q", got)
	}
}

func TestView(t *testing.T) {
	tab, address := open(t, browser.View{Width: 320, Height: 500, Dark: true}, "", `<p>x</p><script src="script.js"></script>`)
	visit(t, tab, address)
	seen := func(want string) {
		t.Helper()
		got, err := browser.Eval[string](tab, `[innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, document.body.dataset.ran].join(" ")`)
		if err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
	seen("320 true yes")
	if err := tab.SetView(browser.View{Width: 1280, Height: 900, NoScript: true}); err != nil {
		t.Fatal(err)
	}
	visit(t, tab, address)
	seen("1280 false ")
}

func TestKeysAndPromises(t *testing.T) {
	tab, address := open(t, browser.View{Width: 800, Height: 600}, "", `<a href="#a">A</a><label>B <input></label>`)
	visit(t, tab, address)
	for _, keys := range []string{kb.Tab, kb.Tab, "Zoë"} {
		if err := tab.Press(keys); err != nil {
			t.Fatal(err)
		}
	}
	got, err := browser.Eval[string](tab, `Promise.resolve(document.activeElement.value)`)
	if err != nil || got != "Zoë" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := browser.Eval[string](tab, `nothing.here`); err == nil {
		t.Error("an expression that throws is no error")
	}
}

func TestPDF(t *testing.T) {
	tab, address := open(t, browser.View{Width: 800, Height: 600}, "", `<h1>Print</h1>`)
	visit(t, tab, address)
	pdf, err := tab.PDF()
	if err != nil || browser.PDFPages(pdf) != 1 || !strings.Contains(string(pdf), "/StructTreeRoot") {
		t.Errorf("%d bytes, %d pages, %v", len(pdf), browser.PDFPages(pdf), err)
	}
}
