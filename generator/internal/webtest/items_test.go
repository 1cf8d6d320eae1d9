package webtest_test

import (
	"testing"

	"tipscore/generator/internal/browser"
)

// exploredItems holds of an open map or strip of states that it shows what the
// drawing shows: as many shapes in each colour, and of each cell or country the
// same words.
func (r *reader) exploredItems(t *testing.T, tab *browser.Tab, page string) {
	t.Helper()
	for _, problem := range eval[[]string](t, tab, exploredItems) {
		t.Errorf("%s: %s", page, problem)
	}
}

// exploredItems compares the fills, in the colours of the page's scheme.
const exploredItems = `(() => {
	const box = document.querySelector(".explore-box"), place = box.closest("figure")?.querySelector("[data-explore]") ?? box.nextElementSibling;
	const drawing = document.getElementById(place.dataset.explore + "-drawing");
	const svg = drawing?.querySelector(".c-map, .c-states");
	if (!svg) return [];
	const option = JSON.parse(document.getElementById(place.dataset.explore + "-options").textContent);
	const style = getComputedStyle(document.documentElement);
	const palette = Object.fromEntries([1, 2, 3, 4, 5].map((i) => ["c-step-" + i, style.getPropertyValue("--c-step-" + i)]));
	const map = svg.matches(".c-map");
	const drawn = [...svg.querySelectorAll(map ? "path, circle" : 'rect[height="28"]')];
	const opened = [...box.querySelectorAll("svg path")];
	const hex = (css) => "#" + (css.match(/\d+/g) ?? []).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
	const problems = [];
	for (const [name, colour] of Object.entries(palette)) {
		const want = drawn.filter((e) => e.classList.contains(name)).length;
		const got = opened.filter((e) => hex(getComputedStyle(e).fill) === colour).length;
		const samples = (option.visualMap ?? []).flatMap((v) => v.pieces).filter((p) => p.color === "--" + name).length;
		if (got !== want + samples) problems.push(name + ": " + want + " in the drawing, " + got + " to explore");
	}
	const gaps = drawn.filter((e) => e.classList.contains("c-none") || e.classList.contains("c-hidden")).length;
	const hatched = opened.filter((e) => /^url/.test(e.getAttribute("fill") ?? "")).length;
	if (hatched < gaps) problems.push(gaps + " hatched in the drawing, " + hatched + " to explore");
	const items = new Set(option.series[0].data.map((d) => d.name));
	const lost = map ? [...svg.querySelectorAll("path > title, circle > title")].map((e) => e.textContent).filter((name) => !items.has(name)) : [];
	if (lost.length) problems.push("no item for " + lost.slice(0, 3));
	return problems;
})()`
