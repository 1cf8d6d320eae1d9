package webtest_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"tipscore/generator/internal/browser"
)

// Expressions about the one chart that is open.
const (
	openChart = `echarts.getInstanceByDom(document.querySelector(".explore-box"))`
	// The fills of the shapes with a value, counted: {"rgb(94, 201, 98)": 51, ...}.
	countFills = `((fills) => fills.filter((f) => f.startsWith("rgb(")).reduce((n, f) => ({ ...n, [f]: (n[f] ?? 0) + 1 }), {}))`
	drawnFills = countFills + `([...document.querySelectorAll(".c-map [class*=c-step]")].map((e) => getComputedStyle(e).fill))`
	shownFills = countFills + `(` + openChart + `.getModel().getSeriesByIndex(0).getData().mapArray((i) => i).map((i) => {
		const data = ` + openChart + `.getModel().getSeriesByIndex(0).getData();
		if (isNaN(data.getRawDataItem(i).value)) return "";
		const e = document.createElement("i"); e.style.color = data.getItemVisual(i, "style").fill; document.body.append(e);
		const c = getComputedStyle(e).color; e.remove(); return c;
	}))`
)

// exploreMap holds that the explored map says and shows what the drawing does,
// that buttons move it, and that it leaves as it came.
func (r *reader) exploreMap(t *testing.T, site string) {
	for _, v := range []browser.View{wide(), {Width: 320, Height: 640, Dark: true}} {
		for _, page := range []string{"en/world/", "es/world/2006/"} {
			tab := r.open(t, v, site+page)
			before := eval[string](t, tab, `document.querySelector("#map-chart-drawing").innerHTML`)
			r.openOne(t, tab, "map-chart")
			drawn, shown := eval[map[string]int](t, tab, drawnFills), eval[map[string]int](t, tab, shownFills)
			if len(drawn) < 4 || fmt.Sprint(drawn) != fmt.Sprint(shown) {
				t.Errorf("%s: drawn in %v, explored in %v", page, drawn, shown)
			}
			r.mapTip(t, tab, page)
			r.roam(t, tab, page)
			fits(t, tab, page)
			if err := tab.Press(kb.Escape); err != nil {
				t.Fatal(err)
			}
			if got := eval[string](t, tab, `document.activeElement.closest("[data-explore]")?.dataset.explore ?? ""`); got != "map-chart" {
				t.Errorf("%s: after Escape the focus is at %q", page, got)
			}
			if after := eval[string](t, tab, `document.querySelector("#map-chart-drawing").innerHTML`); after != before {
				t.Errorf("%s: the drawing is not what it was", page)
			}
			uncomplaining(t, tab)
		}
	}
}

// openOne opens a chart with the keyboard.
func (r *reader) openOne(t *testing.T, tab *browser.Tab, id string) {
	t.Helper()
	if !eval[bool](t, tab, fmt.Sprintf(`(() => { const b = document.querySelector('[data-explore="%s"] > button'); b?.focus(); return b != null })()`, id)) {
		need(t, id+" has nothing to explore; run make")
	}
	if err := tab.Press(kb.Enter); err != nil {
		t.Fatal(err)
	}
	if err := tab.Wait(`document.querySelector(".explore-box svg path")`); err != nil {
		t.Fatalf("%s does not open: %v", id, err)
	}
}

// tip returns the words that point at an item of the open chart.
func tip(t *testing.T, tab *browser.Tab, name string) string {
	t.Helper()
	return eval[string](t, tab, fmt.Sprintf(`(async () => {
		const chart = %s, data = chart.getModel().getSeriesByIndex(0).getData();
		chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: data.indexOfName(%q) });
		await new Promise((done) => setTimeout(done, 100));
		return [...document.querySelectorAll(".explore-box text")].map((e) => e.textContent).find((s) => s == %[2]q) ?? "";
	})()`, openChart, name))
}

// mapTip holds that pointing at a place says name, score and level, in the words
// of its title in the drawing.
func (r *reader) mapTip(t *testing.T, tab *browser.Tab, page string) {
	t.Helper()
	title := eval[string](t, tab, `document.querySelector('.c-map a[href$="haiti/"] title').textContent`)
	if got := tip(t, tab, title); got != title || len(title) < len("Haiti: 8.3, x") {
		t.Errorf("%s: pointing at %q says %q", page, title, got)
	}
}

// roam holds that the buttons move the map: nearer, aside, and back no further
// than the whole.
func (r *reader) roam(t *testing.T, tab *browser.Tab, page string) {
	t.Helper()
	const zoom = openChart + `.getOption().series[0].zoom ?? 1`
	const centre = `JSON.stringify(` + openChart + `.getOption().series[0].center ?? null)`
	press := func(label string) {
		t.Helper()
		if !eval[bool](t, tab, fmt.Sprintf(`(() => { const b = document.querySelector('.roam:not([hidden]) [%s]'); b?.focus(); return b != null && b.ariaLabel.length > 2 })()`, label)) {
			t.Fatalf("%s: there is no named button %s", page, label)
		}
		if err := tab.Press(kb.Enter); err != nil {
			t.Fatal(err)
		}
	}
	if got := eval[float64](t, tab, zoom); got != 1 {
		t.Errorf("%s: the map opens at zoom %v", page, got)
	}
	press(`data-zoom="1.5"`)
	if got := eval[float64](t, tab, zoom); got < 1.4 {
		t.Errorf("%s: nearer is zoom %v", page, got)
	}
	for _, way := range []string{`data-x="1"`, `data-x="-1"`, `data-y="1"`, `data-y="-1"`} {
		at := eval[string](t, tab, centre)
		press(way)
		if eval[string](t, tab, centre) == at {
			t.Errorf("%s: the button %s does not move the map", page, way)
		}
	}
	for range 3 {
		press(`data-zoom="0.6667"`)
	}
	if got := eval[float64](t, tab, zoom); got < 0.999 {
		t.Errorf("%s: the map shrinks to zoom %v", page, got)
	}
}

// exploreStates holds that the explored row of an ordered category says every
// period of its table, the absent ones in their own row and look.
func (r *reader) exploreStates(t *testing.T, site string) {
	for _, v := range []browser.View{wide(), {Width: 320, Height: 640, Dark: true}} {
		tab := r.open(t, v, site+"en/world/haiti/")
		r.openOne(t, tab, "context-us-tip-tier")
		rows := eval[[]string](t, tab, `[...document.querySelectorAll("#context-us-tip-tier tbody tr")].map((r) => r.cells[0].textContent + ": " + r.cells[1].textContent)`)
		if len(rows) < 10 {
			t.Fatalf("the table has %d rows", len(rows))
		}
		for _, row := range rows {
			if got := tip(t, tab, row); got != row {
				t.Errorf("pointing at %q says %q", row, got)
			}
		}
		// The data of Haiti have no tier for seven years between the first and the last.
		if got := eval[int](t, tab, `document.querySelectorAll('.explore-box path[stroke-dasharray]').length`); got < 7 {
			t.Errorf("%d cells look not assessed, not 7 or more", got)
		}
		fits(t, tab, "en/world/haiti/")
		if !eval[bool](t, tab, `(dispatchEvent(new Event("beforeprint")), document.querySelector(".explore-box") == null && document.querySelector("#context-us-tip-tier svg").checkVisibility())`) {
			t.Error("on paper the explored chart stands in place of the drawing")
		}
		uncomplaining(t, tab)
	}
}

// exploreWithout holds that a reader without scripts misses nothing: no button
// that does nothing, the drawing and the table in full.
func (r *reader) exploreWithout(t *testing.T, site string) {
	v := wide()
	v.NoScript = true
	for page, id := range map[string]string{"en/world/": "map-chart", "en/world/haiti/": "context-us-tip-tier"} {
		tab := r.open(t, v, site+page)
		if eval[bool](t, tab, `[...document.querySelectorAll("[data-explore], .roam")].some((e) => e.checkVisibility())`) {
			t.Errorf("%s shows a button that needs a script", page)
		}
		if !eval[bool](t, tab, fmt.Sprintf(`[...document.querySelectorAll("#%[1]s svg")].every((e) => e.checkVisibility()) && document.querySelectorAll("#%[1]s tbody tr").length > 5`, id)) {
			t.Errorf("%s lacks the drawing or the table of %s", page, id)
		}
		uncomplaining(t, tab)
	}
}
