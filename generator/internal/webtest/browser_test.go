package webtest_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"tipscore/generator/internal/browser"
)

// The pages in a real browser. One browser serves all of it; the pages run side
// by side, a tab each.
func TestInABrowser(t *testing.T) {
	r := &reader{browser: startBrowser(t), axe: readAxe(t)}
	world := serve(t, buildWorld(t), "/")
	awkward := serve(t, buildAwkward(t), "/tip/")
	t.Run("look", func(t *testing.T) {
		for _, page := range worldPages() {
			for _, lang := range []string{"en/", "es/"} {
				r.look(t, world, lang+page)
			}
		}
		r.look(t, world, "404.html")
		for _, page := range []string{"", "odd/", "odd/2023-Q4/", "odd/script/", "odd/long/", "odd/arabic/", "odd/town/", "odd/nothing/", "odd/sources/", "odd/indicators/help-01/"} {
			r.look(t, awkward, "en/"+page)
		}
	})
	t.Run("door", func(t *testing.T) { r.door(t, world) })
	t.Run("keyboard", func(t *testing.T) { r.keyboard(t, world) })
	t.Run("explore", func(t *testing.T) { r.explore(t, world) })
	t.Run("explore map", func(t *testing.T) { r.exploreMap(t, world) })
	t.Run("explore states", func(t *testing.T) { r.exploreStates(t, world) })
	t.Run("explore without scripts", func(t *testing.T) { r.exploreWithout(t, world) })
	t.Run("print", func(t *testing.T) { r.print(t, world) })
}

// worldPages returns an address of every kind of page, after the language's.
func worldPages() []string {
	return []string{
		"", "about/", "world/", "world/2006/", "world/dominican-republic/", "world/haiti/", "world/united-states/",
		"world/indicators/", "world/indicators/3p-prosecution/", "world/indicators/palermo-protocol/",
		"world/indicators/persons-convicted/2013/", "world/methodology/", "world/data/", "world/sources/",
	}
}

// reader opens pages and judges them.
type reader struct {
	browser *browser.Browser
	axe     string // the source of axe-core, "" if it is not there
}

func wide() browser.View   { return browser.View{Width: 1280, Height: 900} }
func narrow() browser.View { return browser.View{Width: 320, Height: 640} }

func startBrowser(t *testing.T) *browser.Browser {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes more than a moment")
	}
	path, ok := browser.Find()
	if !ok {
		need(t, "there is no Chromium (Debian: apt-get install chromium)")
	}
	b, err := browser.Start(t.Context(), path, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// need skips a test that lacks something, and fails it where all must be there.
func need(t *testing.T, missing string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	t.Skip(missing)
}

func readAxe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(repository + "/site/node_modules/axe-core/axe.min.js")
	switch {
	case err == nil:
		return string(source)
	case !errors.Is(err, fs.ErrNotExist):
		t.Fatal(err)
	case os.Getenv("CI") == "true":
		t.Fatal("axe-core is not there; run npm ci in site/")
	}
	t.Log("axe-core is not there and its checks are left out; run npm ci in site/")
	return ""
}

// serve serves a site below a path, as a server would that has others beside
// it, and returns the site's address.
func serve(t *testing.T, site fs.FS, below string) string {
	t.Helper()
	s := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(below, "/"), http.FileServerFS(site)))
	t.Cleanup(s.Close)
	return s.URL + below
}

func (r *reader) open(t *testing.T, v browser.View, address string) *browser.Tab {
	t.Helper()
	tab, err := r.browser.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	if err := tab.Visit(address); err != nil {
		t.Fatal(err)
	}
	return tab
}

// look judges one page in every view: wide and narrow, light and dark, with and
// without scripts.
func (r *reader) look(t *testing.T, site, page string) {
	t.Run(page, func(t *testing.T) {
		t.Parallel()
		tab := r.open(t, narrow(), site+page)
		if r.axe != "" {
			if err := tab.LoadAxe(r.axe); err != nil {
				t.Fatal(err)
			}
		}
		r.judge(t, tab, narrow(), "narrow")
		r.spacedOut(t, tab)
		r.judge(t, tab, wide(), "wide")
		for _, v := range []browser.View{narrow(), wide()} {
			v.Dark = true
			r.judge(t, tab, v, fmt.Sprintf("dark, %d px", v.Width), "color-contrast", "link-in-text-block")
		}
		uncomplaining(t, tab)
		r.withoutScripts(t, tab, site+page)
	})
}

// judge looks at the page in a view with all rules of axe-core, or some. In long
// tables the first 30 rows stand for the others, which the same lines of a
// template have made.
func (r *reader) judge(t *testing.T, tab *browser.Tab, v browser.View, name string, rules ...string) {
	t.Helper()
	if err := tab.SetView(v); err != nil {
		t.Fatal(err)
	}
	fits(t, tab, name)
	if r.axe == "" {
		return
	}
	list, err := tab.Axe(browser.AxeOptions{Rules: rules, Exclude: "tbody tr:nth-child(n+31)"})
	if err != nil {
		t.Fatal(err)
	}
	for _, violation := range list {
		t.Errorf("%s: %s", name, violation)
	}
}

// fits holds that nobody has to scroll sideways (WCAG 1.4.10): only a table in
// a box of its own may be wider than the page.
func fits(t *testing.T, tab *browser.Tab, name string) {
	t.Helper()
	over := eval[string](t, tab, `(() => {
		const page = document.documentElement;
		if (page.scrollWidth <= innerWidth) return "";
		const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll"));
		return page.scrollWidth + " px: " + wide.slice(-3).map((e) => e.tagName + "." + e.getAttribute("class") + " " + e.textContent.slice(0, 40)).join("; ");
	})()`)
	if over != "" {
		t.Errorf("%s: the page is wider than the window: %s", name, over)
	}
}

// spacedOut holds that the page still fits when a reader sets wider spaces
// between lines, words and letters (WCAG 1.4.12).
func (r *reader) spacedOut(t *testing.T, tab *browser.Tab) {
	t.Helper()
	eval[bool](t, tab, `(() => {
		const wider = new CSSStyleSheet();
		wider.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
		document.adoptedStyleSheets = [wider];
		return true;
	})()`)
	fits(t, tab, "narrow, spaced out")
	eval[bool](t, tab, `(document.adoptedStyleSheets = []) && true`)
}

func eval[T any](t *testing.T, tab *browser.Tab, expression string) T {
	t.Helper()
	got, err := browser.Eval[T](tab, expression)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func uncomplaining(t *testing.T, tab *browser.Tab) {
	t.Helper()
	for _, c := range tab.Complaints() {
		t.Errorf("the browser complains: %s", c)
	}
}

// withoutScripts holds that a page without JavaScript has everything to read,
// and nothing that looks usable and is not.
func (r *reader) withoutScripts(t *testing.T, tab *browser.Tab, address string) {
	t.Helper()
	without := narrow()
	without.NoScript = true
	withText := eval[string](t, tab, visibleText)
	if err := tab.SetView(without); err != nil {
		t.Fatal(err)
	}
	if err := tab.Visit(address); err != nil {
		t.Fatal(err)
	}
	if dead := eval[[]string](t, tab, `[...document.querySelectorAll("button, input, select, textarea")].filter((e) => e.checkVisibility()).map((e) => e.outerHTML)`); len(dead) > 0 {
		t.Errorf("without scripts these controls are dead: %q", dead)
	}
	if text := eval[string](t, tab, visibleText); len(text) < 100 || withText != text {
		t.Errorf("without scripts the page reads %.200q, with them %.200q", text, withText)
	}
	uncomplaining(t, tab)
}

// visibleText reads the main part, controls left out.
const visibleText = `(() => {
	const words = [];
	const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const parent = walk.currentNode.parentElement;
		if (!parent.closest("script, label, button:not(th button)")) words.push(walk.currentNode.data);
	}
	return words.join(" ").replace(/\s+/g, " ").trim();
})()`

// door holds that the address of the site leads to its first language.
func (r *reader) door(t *testing.T, site string) {
	tab := r.open(t, narrow(), site)
	if err := tab.Wait(fmt.Sprintf("location.href.startsWith(%q)", site+"en/")); err != nil {
		t.Error(err)
	}
	uncomplaining(t, tab)
}
