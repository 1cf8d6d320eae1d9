package webtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"tipscore/generator/internal/browser"
)

// keyboard uses the ranking without a mouse: it filters by name, and sorts by
// the head of a column.
func (r *reader) keyboard(t *testing.T, site string) {
	tab := r.open(t, wide(), site+"en/world/2006/")
	press := func(keys ...string) {
		t.Helper()
		for _, k := range keys {
			if err := tab.Press(k); err != nil {
				t.Fatal(err)
			}
		}
	}
	first := func() string {
		return eval[string](t, tab, `[...document.querySelectorAll("#ranking tbody tr")].filter((r) => r.checkVisibility())[0].querySelector("th a").textContent.trim()`)
	}
	rows := func() int {
		return eval[int](t, tab, `[...document.querySelectorAll("#ranking tbody tr")].filter((r) => r.checkVisibility()).length`)
	}
	all, best := rows(), first()

	eval[bool](t, tab, `document.querySelector("#ranking input").focus(), true`)
	press("dominIcan")
	if got := first(); rows() != 1 || got != "Dominican Republic" {
		t.Errorf("the filter leaves %d rows, the first of %s", rows(), got)
	}
	press(strings.Repeat(kb.Backspace, len("dominIcan")))
	press("cote")
	if got := first(); got != "Côte d'Ivoire" {
		t.Errorf("without the accent the filter finds %s", got)
	}
	press(strings.Repeat(kb.Backspace, len("cote")))
	if rows() != all {
		t.Errorf("an empty filter shows %d of %d rows", rows(), all)
	}

	r.tabTo(t, tab, `document.activeElement.matches("#ranking th:nth-child(2) button")`)
	press(kb.Enter)
	if got := first(); got != "Afghanistan" && got != "Albania" {
		t.Errorf("sorted by name the first is %s", got)
	}
	press(" ")
	if got := first(); !strings.HasPrefix(got, "Z") {
		t.Errorf("sorted by name, backwards, the first is %s", got)
	}
	if got := eval[string](t, tab, `document.activeElement.closest("th").getAttribute("aria-sort")`); got != "descending" {
		t.Errorf("aria-sort is %q", got)
	}
	r.tabTo(t, tab, `document.activeElement.matches("#ranking th:nth-child(3) button")`)
	press(kb.Enter, kb.Enter)
	if got := eval[string](t, tab, `document.querySelector("#ranking tbody tr td:nth-child(3)").textContent`); got != "100.0" {
		t.Errorf("sorted by score, downwards, the first score is %s (the best is %s)", got, best)
	}
	uncomplaining(t, tab)
}

// tabTo presses Tab until a condition holds. Every stop on the way has to show
// that it has the focus, and not under something else (WCAG 2.4.7, 2.4.11).
func (r *reader) tabTo(t *testing.T, tab *browser.Tab, condition string) {
	t.Helper()
	for range 60 {
		if err := tab.Press(kb.Tab); err != nil {
			t.Fatal(err)
		}
		stop := eval[string](t, tab, `(() => {
			const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
			const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(box.y + Math.min(box.height, 40) / 2, 1), innerHeight - 1);
			const top = document.elementFromPoint(x, y);
			if (style.outlineStyle == "none" || parseFloat(style.outlineWidth) < 2) return "no outline: " + e.outerHTML.slice(0, 120);
			if (!top || !(e.contains(top) || top.contains(e))) return "covered by " + (top ? top.outerHTML.slice(0, 80) : "nothing") + ": " + e.outerHTML.slice(0, 120);
			return "";
		})()`)
		if stop != "" {
			t.Errorf("the focus cannot be seen: %s", stop)
		}
		if eval[bool](t, tab, condition) {
			return
		}
	}
	t.Fatalf("Tab never came to %s", condition)
}

// explore opens the interactive form of every kind of chart, with the keyboard,
// and closes it again.
func (r *reader) explore(t *testing.T, site string) {
	tab := r.open(t, wide(), site+"en/world/dominican-republic/")
	if eval[int](t, tab, `document.querySelectorAll("[data-explore]").length`) == 0 {
		need(t, "the site was built without the library for exploring; run make")
	}
	for _, page := range []string{"en/", "en/world/", "en/world/2006/", "en/world/dominican-republic/", "es/world/albania/", "en/world/indicators/3p-prosecution/"} {
		for _, v := range []browser.View{wide(), {Width: 320, Height: 640, Dark: true}} {
			if err := tab.SetView(v); err != nil {
				t.Fatal(err)
			}
			if err := tab.Visit(site + page); err != nil {
				t.Fatal(err)
			}
			count := eval[int](t, tab, `document.querySelectorAll("[data-explore] > button").length`)
			if count == 0 {
				t.Errorf("%s has nothing to explore", page)
			}
			if kind := map[string]string{"en/world/2006/": "c-map", "en/world/dominican-republic/": "c-states"}[page]; kind != "" {
				if !eval[bool](t, tab, fmt.Sprintf(`document.querySelector(".figure:has(.%s) [data-explore] > button")`, kind)+" != null") {
					t.Errorf("%s has no %s to explore", page, kind)
				}
			}
			for i := range count {
				r.exploreOne(t, tab, page, i)
			}
			fits(t, tab, page)
			uncomplaining(t, tab)
		}
	}
}

func (r *reader) exploreOne(t *testing.T, tab *browser.Tab, page string, i int) {
	t.Helper()
	toggle := func() {
		t.Helper()
		if !eval[bool](t, tab, fmt.Sprintf(`(() => { const b = document.querySelectorAll("[data-explore] > button")[%d]; b.focus(); return document.activeElement == b })()`, i)) {
			t.Fatalf("%s: button %d does not take the focus", page, i)
		}
		if err := tab.Press(kb.Enter); err != nil {
			t.Fatal(err)
		}
	}
	boxes := `document.querySelectorAll(".explore-box").length`
	toggle()
	if err := tab.Wait(`document.querySelector(".explore-box svg path, .explore-box svg rect")`); err != nil {
		t.Fatalf("%s: chart %d does not open: %v", page, i, err)
	}
	if got := eval[string](t, tab, `document.querySelector(".explore-box [aria-label], .explore-box[aria-label]")?.getAttribute("aria-label") ?? ""`); got == "" {
		t.Errorf("%s: chart %d has no description", page, i)
	}
	fits(t, tab, page)
	for _, text := range eval[[]string](t, tab, faintTexts) {
		t.Errorf("%s: chart %d has text that is hard to read: %s", page, i, text)
	}
	r.exploredItems(t, tab, page)
	toggle()
	if err := tab.Wait(boxes + " == 0"); err != nil {
		t.Errorf("%s: chart %d does not close: %v", page, i, err)
	}
	if eval[bool](t, tab, `[...document.querySelectorAll(".drawing, .drawing > svg")].some((d) => !d.checkVisibility() && !d.closest("details:not([open])"))`) {
		t.Errorf("%s: after chart %d a drawing stays away", page, i)
	}
	if !eval[bool](t, tab, fmt.Sprintf(`document.activeElement == document.querySelectorAll("[data-explore] > button")[%d]`, i)) {
		t.Errorf("%s: after chart %d the focus is not on its button", page, i)
	}
}

// faintTexts finds the texts of an open chart with less than 4.5 to 1 between
// them and what is behind the chart (WCAG 1.4.3). axe-core does not look into
// drawings.
const faintTexts = `(() => {
	const rgb = (css) => css.match(/[\d.]+/g).map(Number);
	const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
		.reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
	const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
	return [...document.querySelectorAll(".explore-box text")].filter((e) => e.textContent.trim()).flatMap((e) => {
		const [a, b] = [light(rgb(getComputedStyle(e).fill)), light(ground(e.closest(".explore-box")))];
		const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		return contrast < 4.5 ? [e.textContent + " " + contrast.toFixed(1)] : [];
	});
})()`

// print holds that a page can be printed, on few sheets, for readers of all
// kinds.
func (r *reader) print(t *testing.T, site string) {
	for _, c := range []struct {
		page string
		most int // sheets
	}{
		{"en/world/dominican-republic/", 8}, {"es/world/haiti/", 8},
		{"en/world/indicators/palermo-protocol/", 12}, // a line for each of 197 governments
	} {
		tab := r.open(t, wide(), site+c.page)
		pdf, err := tab.PDF()
		if err != nil {
			t.Fatal(err)
		}
		count := browser.PDFPages(pdf)
		t.Logf("%s prints on %d sheets, %d bytes", c.page, count, len(pdf))
		if count < 1 || count > c.most {
			t.Errorf("%s prints on %d sheets, not on 1 to %d", c.page, count, c.most)
		}
		for _, part := range []string{"/StructTreeRoot", "/Lang"} {
			if !strings.Contains(string(pdf), part) {
				t.Errorf("%s: the PDF has no %s", c.page, part)
			}
		}
		paper := wide()
		paper.Print = true
		if err := tab.SetView(paper); err != nil {
			t.Fatal(err)
		}
		for _, wrong := range eval[[]string](t, tab, notForPaper) {
			t.Errorf("%s on paper: %s", c.page, wrong)
		}
	}
}

// notForPaper finds what can only be pressed, what is folded away and so lost,
// and heads of tables that would not come back on the next sheet: Chromium
// repeats none with a button in it.
const notForPaper = `(() => {
	const seen = (e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
	const wrong = [];
	for (const e of document.querySelectorAll("nav, input, .button, .explore, .skip, button:not(th button)")) if (seen(e)) wrong.push("to press: " + e.outerHTML.slice(0, 80));
	for (const e of document.querySelectorAll("th button")) {
		if (getComputedStyle(e).display != "contents") wrong.push("a button in a head: " + e.textContent);
		if (!["none", ""].includes(getComputedStyle(e, "::after").content)) wrong.push("a mark for sorting: " + e.textContent);
	}
	for (const e of document.querySelectorAll("main details")) if (seen(e) && ![...e.children].slice(1).every(seen)) wrong.push("folded away: " + e.textContent.trim().slice(0, 60));
	for (const e of document.querySelectorAll("main details > summary")) if (seen(e) && e.parentElement.offsetHeight < 2 * e.offsetHeight) wrong.push("a label of nothing: " + e.textContent);
	for (const e of document.querySelectorAll("main thead:not(.visually-hidden)")) if (seen(e) && getComputedStyle(e).display != "table-header-group") wrong.push("a head that comes once: " + e.textContent);
	for (const e of document.querySelectorAll(".scroll")) if (seen(e) && e.scrollHeight > e.clientHeight + 2) wrong.push("cut off: " + e.getAttribute("aria-label"));
	return wrong;
})()`
