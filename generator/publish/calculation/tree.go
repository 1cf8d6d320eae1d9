package calculation

import (
	"html/template"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard/trace"
)

var escape = template.HTMLEscapeString

// step writes a node with everything below it as an item of a list.
func (w *writer) step(st *trace.Step) {
	title := "<strong>" + escape(w.read.Text(st.Title)) + "</strong>"
	if st.Indicator != nil {
		title = "<strong>" + string(wording.Link{Title: w.read.Text(st.Title), URL: w.read.IndicatorURL(st.Indicator)}.HTML()) + "</strong>"
	}
	w.out.WriteString(`<li class="` + escape(st.Kind) + `"><p class="sum">` + title + ` <span>` + escape(w.worth(st)) + "</span></p>")
	w.sum(st)
	if st.Indicator != nil {
		w.indicator(st)
	}
	w.around(st)
	if len(st.Children) > 0 {
		w.out.WriteString("<ul>")
		for _, c := range st.Children {
			w.step(c)
		}
		w.out.WriteString("</ul>")
	}
	w.out.WriteString("</li>\n")
}

func (w *writer) line(class, text string) {
	if text != "" {
		w.out.WriteString(`<p class="` + class + `">` + escape(text) + "</p>")
	}
}

// worth writes the score of a step and what it brings to the one above.
func (w *writer) worth(st *trace.Step) string {
	switch {
	case st.Hidden:
		return w.read.Word("hidden-score")
	case !st.Result.Applies:
		return w.read.Word("not-applicable-score")
	case !st.Result.Score.Known:
		return w.read.Word("not-scored")
	case st.Share > 0:
		return w.read.Phrase("calc-times", "score", w.working(st.Result.Score.Value), "weight", wording.Grouped(st.Weight),
			"total", wording.Grouped(st.Total), "points", w.working(st.Points))
	}
	return w.working(st.Result.Score.Value)
}

// sum writes how the scores below a step make its own.
func (w *writer) sum(st *trace.Step) {
	switch {
	case st.Indicator != nil || st.Hidden || !st.Result.Applies:
	case !st.Result.Score.Known:
		w.line("how", w.read.Phrase("calc-needs", "have", wording.Share(st.Have), "need", wording.Share(st.Need)))
	case !st.Additive():
		w.line("how", w.read.Word("calc-mean-"+string(st.Aggregate)))
	default:
		var parts []string
		for _, c := range st.Children {
			if c.Share > 0 {
				parts = append(parts, w.working(c.Points))
			}
		}
		text := strings.Join(parts, " + ")
		for _, a := range st.Adjusted {
			if a.Points != 0 {
				text += signed(a.Points)
			}
		}
		for _, r := range st.RedLines {
			text += signed(-r.Indicator.RedLine.Subtract)
		}
		if st == w.Root {
			w.line("how", w.read.Phrase("calc-sum-published", "parts", text, "score", w.working(st.Result.Score.Value), "published", w.published(st.Result.Score.Value)))
		} else if len(parts) > 1 || text != parts[0] {
			w.line("how", w.read.Phrase("calc-sum", "parts", text, "score", w.working(st.Result.Score.Value)))
		}
	}
}

func signed(x float64) string {
	if x < 0 {
		return " − " + wording.Grouped(-x)
	}
	return " + " + wording.Grouped(x)
}

// around writes bonuses, penalties and red lines at a step.
func (w *writer) around(st *trace.Step) {
	title := func(i *indicator.Indicator) string { return w.read.Text(i.Title) }
	for _, a := range st.Adjusted {
		if a.Points == 0 {
			continue
		}
		if a.Indicator.Adjusts == indicator.Penalty {
			w.line("how", w.read.Phrase("calc-penalty", "title", title(a.Indicator), "points", wording.Grouped(-a.Points)))
		} else {
			w.line("how", w.read.Phrase("calc-bonus", "title", title(a.Indicator), "points", wording.Grouped(a.Points)))
		}
		w.sources(a.Answer)
	}
	for _, r := range st.RedLines {
		w.line("how crossed", w.read.Phrase("calc-red-line", "title", title(r.Indicator), "points", wording.Grouped(r.Indicator.RedLine.Subtract)))
		w.sources(r.Answer)
	}
	if st.Cap != nil && st.Band != nil {
		w.line("how crossed", w.read.Phrase("calc-cap", "title", title(st.Cap.Indicator), "band", w.read.Text(st.Band.Title)))
	}
}

// indicator writes question, answer, rule and sources.
func (w *writer) indicator(st *trace.Step) {
	w.line("question", w.read.Text(st.Indicator.Question))
	state := observation.NotAssessed
	if st.Answer != nil {
		state = st.Answer.State
	}
	if state.HasValue() {
		said := w.read.Said(disclosure.Answer{State: state, Value: st.Answer.Value}, st.Indicator)
		text := w.read.Phrase("calc-answer", "answer", said.Text)
		if said.Estimated {
			text += " (" + w.read.Word("estimate") + ")"
		}
		w.line("answer", text)
	}
	if st.Rule != nil {
		w.line("how", w.rule(st))
	}
	if text := w.without(st, state); text != "" {
		w.line("how", text)
	}
	w.sources(st.Answer)
}

// without says why an indicator has no score, or not one of its own.
func (w *writer) without(st *trace.Step, state observation.State) string {
	switch {
	case !st.Result.Applies:
		return ""
	case st.Hidden, st.Result.Score.Known && !st.Result.Filled:
		return ""
	}
	for _, m := range w.Missing {
		if m.Indicator != st.Indicator {
			continue
		}
		text := w.read.Phrase("calc-missing", "state", w.read.Word("state-"+state.String()))
		if other := w.read.Def.Framework.Indicator(m.Waits); other != nil {
			text = w.read.Phrase("calc-waits", "title", w.read.Text(other.Title))
		} else if state.HasValue() {
			text = w.read.Word("calc-unscored")
		}
		if !w.Hidden() {
			text += " " + w.read.Phrase("calc-stake", "points", w.working(m.Stake))
		}
		return text
	}
	return ""
}

// sources writes links to the sources of an answer.
func (w *writer) sources(a *trace.Answer) {
	if a == nil {
		return
	}
	var links []wording.Link
	for _, s := range a.Sources {
		if link, public := w.read.Sources[s.ID]; public {
			links = append(links, wording.Link{Title: link.Title, URL: w.read.To(link.URL)})
		}
	}
	if len(links) > 0 {
		w.out.WriteString(`<p class="source">` + escape(w.read.Word("source")) + ": " + string(wording.Links(links)) + "</p>")
	}
}
