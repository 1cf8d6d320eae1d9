package webtest_test

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tipscore/generator/internal/webtest"
)

func TestWorldPassesTheChecks(t *testing.T) {
	world := buildWorld(t)
	findings, err := webtest.Check(world, webtest.Options{BaseURL: world.baseURL})
	if err != nil {
		t.Fatal(err)
	}
	show(t, findings)
}

func TestWorldScripts(t *testing.T) {
	failures, err := webtest.Scripts(http.FileServerFS(buildWorld(t)), os.DirFS("testdata/world"), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range failures {
		t.Error(f)
	}
}

// Every page of the plan stands in the sitemap of its languages, and in the
// tree under its address.
func TestEveryPageHasItsTwins(t *testing.T) {
	world := buildWorld(t)
	for _, page := range pagesBelow(t, world, "en") {
		if page == "en/404.html" {
			continue // the first language has it at the root, where servers look
		}
		twin := "es" + strings.TrimPrefix(page, "en")
		if _, err := fs.Stat(world, twin); err != nil {
			t.Errorf("%s has no twin %s", page, twin)
		}
	}
	if got, want := len(pagesBelow(t, world, "es")), len(pagesBelow(t, world, "en"))+1; got != want {
		t.Errorf("%d Spanish pages, want %d", got, want)
	}
}

func pagesBelow(t *testing.T, site fs.FS, dir string) (pages []string) {
	t.Helper()
	err := fs.WalkDir(site, dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".html" {
			pages = append(pages, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// The most that a page may weigh on first load, compressed: the hard stops of
// the design. Pages with a map carry the outlines of all countries in their
// HTML; for them only the total counts.
func budgetOf(kind string) webtest.Budget {
	const kB = 1000
	b := webtest.Budget{HTML: 40 * kB, CSS: 20 * kB, JS: 15 * kB, Total: 100 * kB, Requests: 12}
	switch kind {
	case "front":
		b.Total = 150 * kB
	case "programme", "period":
		b.HTML, b.Total = 0, 150*kB
	}
	return b
}

var mainClass = regexp.MustCompile(`<main id="content" class="wide ([a-z]+)">`)

func TestWorldKeepsItsBudgets(t *testing.T) {
	world := buildWorld(t)
	scale := webtest.NewScale(world)
	type heaviest struct {
		page   string
		weight webtest.Weight
	}
	worst := map[string]heaviest{}
	for _, page := range append(pagesBelow(t, world, "en"), pagesBelow(t, world, "es")...) {
		raw, err := fs.ReadFile(world, page)
		if err != nil {
			t.Fatal(err)
		}
		kind := mainClass.FindSubmatch(raw)
		if kind == nil {
			t.Errorf("%s does not say its kind", page)
			continue
		}
		w, err := scale.Weigh(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, over := range w.Over(budgetOf(string(kind[1]))) {
			t.Errorf("%s: %s bytes", page, over)
		}
		if w.Total() > worst[string(kind[1])].weight.Total() {
			worst[string(kind[1])] = heaviest{page, w}
		}
	}
	for _, kind := range []string{"front", "programme", "period", "jurisdiction", "calculation", "indicator", "indicators", "methodology", "data", "sources", "about", "missing"} {
		h, ok := worst[kind]
		if !ok && kind != "missing" {
			t.Errorf("no page is of the kind %s", kind)
		}
		w := h.weight
		t.Logf("%-13s HTML %6d  CSS %5d  JS %5d  total %6d bytes in %d requests (%s)", kind, w.HTML, w.CSS, w.JS, w.Total(), w.Requests, h.page)
	}
}

// The library for exploring is loaded on a click, and still has a budget.
func TestExploringKeepsItsBudget(t *testing.T) {
	world := buildWorld(t)
	if _, err := fs.Stat(world, "explore/echarts.js"); err != nil {
		need(t, "the site was built without the library for exploring; run make")
	}
	w, err := webtest.NewScale(withScript{world, "explore/echarts.js"}).Weigh("page.html")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the library for exploring is %d bytes", w.JS)
	if w.JS > 250_000 {
		t.Errorf("the library is %d bytes, more than 250000", w.JS)
	}
}

// withScript is a site with one more page that loads a script.
type withScript struct {
	fs.FS
	script string
}

func (s withScript) ReadFile(name string) ([]byte, error) {
	if name == "page.html" {
		return fmt.Appendf(nil, `<!doctype html><script src="%s"></script>`, s.script), nil
	}
	return fs.ReadFile(s.FS, name)
}

// show prints findings, the first of each rule in full.
func show(t *testing.T, findings []webtest.Finding) {
	t.Helper()
	count := map[string]int{}
	var rules []string
	for _, f := range findings {
		if count[f.Rule]++; count[f.Rule] <= 5 {
			t.Error(f)
		}
		if count[f.Rule] == 6 {
			rules = append(rules, f.Rule)
		}
	}
	slices.Sort(rules)
	for _, rule := range rules {
		t.Errorf("%s: %d findings in all", rule, count[rule])
	}
}
