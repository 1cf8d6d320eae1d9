// Package chart turns one chart spec into three forms of the same points: a
// static SVG for the page, a table to stand beside it, and an ECharts option for
// readers who want to explore.
//
//	t := chart.Timeline{
//		Head:    chart.Head{ID: "course", Title: "Scores 1999 to 2001", Desc: "...", Lang: "en", NoData: "no data"},
//		Periods: []string{"1999", "2000", "2001"},
//		Series:  []chart.Series{{Name: "Overall", Points: []chart.Point{chart.Known(25, "25.0"), {}, chart.Known(33.3, "33.3")}}},
//	}
//	t.SVG()             // <svg class="c c-timeline ..." role="img" ...>
//	t.Table()           // header and three rows
//	t.Option()          // JSON for ECharts
//	chart.Standalone(t) // a file to download
//	chart.Stylesheet()  // the CSS of every chart, once for the site
//
// The specs are Timeline, Bars, Strip, Columns, States, Map and Tiles, each a
// Figure, and Heat, whose static form is an HTML table. All but Tiles have an
// Option to explore.
// Texts come translated and numbers rounded for the public; the package knows
// no words, countries or thresholds, and imports nothing of ours.
//
// # Invariants
//
//   - An unknown point is never drawn as zero: a line breaks, a bar or a column
//     becomes a box of a look of its own with a word for it.
//   - The scale of scores is drawn from end to end, never cut to the data.
//   - The same spec gives the same bytes, and the three forms the same points.
//   - All text is real text, 12 px or larger on a 320 px phone and on a desk
//     screen: a chart is as wide as its box, its text is not scaled.
//   - No script, no style attribute, no colour in the SVG: classes only. Text
//     cannot break out of its place, whatever it holds.
//   - A name that is too long is shortened with "…" in the drawing and stands in
//     full in a <title>.
//   - Head.ID makes the ids of a chart: id-t (title), id-d (description), id-h
//     and id-x (hatches). It must be unique on its page.
//
// A page puts a chart in an element of class c-box; from 600 px on its width
// shows c-wide in place of c-narrow. A Map or Tiles with links is role="group" and not
// "img", because an image cannot hold links.
//
// # Classes
//
//	c                      every chart, with c-timeline, c-bars, c-strip, c-columns,
//	                       c-states, c-map, c-tiles, c-legend
//	c-start-N, c-end-N     margins of N px beside a plot
//	c-narrow, c-wide       only on a phone, only in a wide box
//	c-step-1 ... c-step-5  fills from weak to strong; c-on-1 ... c-on-5 text on them
//	c-state-1 ... 3        fills of answers: not met, partly, met; c-on-state-1 ... 3
//	c-none, c-na,          absent values: no data (hatched), not applicable (dash),
//	c-unassessed, c-hidden not assessed (dotted box), withheld (cross-hatched)
//	c-hatch, c-hatch-bg    inside the hatches; c-na-mark is the dash
//	c-line, c-line-1 ... 4 lines and their colours; c-dash-2 ... 6 their dashes
//	c-dots                 markers of a line, with c-round or c-square; c-full,
//	                       c-ring; c-hole is the inside of a hollow one
//	c-leader               from the end of a line to its label
//	c-bar, c-track         a bar or column, and the scale behind a bar
//	c-mark, c-mark-halo    a comparison mark or the rule of a highlight
//	c-mark-dots, c-rug     dots or ticks of a distribution
//	c-hi, c-hi-ring        the highlighted dot
//	c-span                 where its value may lie
//	c-band                 every second background band
//	c-grid, c-base, c-tick lines across, the base line, ticks of an axis
//	c-event, c-break       vertical rules; c-sign, c-break-note their labels
//	c-axis, c-axis-size    numbers and periods on axes; their size alone
//	c-key                  words under a chart
//	c-num, c-strong        bold numbers, bold labels; c-muted words for absent values
//	c-halo                 text with a rim, where it may lie on a line
//	c-current, c-target    a map: the page's own jurisdiction, unseen touch areas
//	c-file, c-head,        a downloaded picture: its root, title and source line
//	c-source
package chart
