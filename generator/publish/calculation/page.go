package calculation

import (
	"html/template"
	"strconv"
	"strings"

	"tipscore/generator/publish/reading"
	"tipscore/generator/publish/wording"
	"tipscore/generator/scorecard/trace"
)

// Page is what stands on the page of a calculation.
type Page struct {
	Tree    template.HTML
	Missing []Missing
	Raise   []Raise
	Open    string // how far the missing answers leave the score open, "" for not at all
	Hidden  bool   // the overall score is kept back
}

// Missing is an answer that is not there.
type Missing struct {
	Title, URL string
	State      string
	Waits      string // title of the indicator whose answer it waits for, "" for none
	Points     string // what it could change, "" where that is not told
}

// Raise is a better answer with what it would bring.
type Raise struct {
	Title, URL    string
	Best          string // the best option, "" for numbers and dates
	Points, Score string
}

// writer writes one calculation for a reader of one language.
type writer struct {
	*trace.Trace
	read *reading.Reader
	out  strings.Builder
}

// New makes the page of a calculation that has passed the privacy gate.
func New(t *trace.Trace, read *reading.Reader) Page {
	p := Page{Hidden: t.Hidden()}
	if t.Root == nil {
		return p
	}
	w := &writer{Trace: t, read: read}
	w.out.WriteString(`<ul class="tree">`)
	w.step(t.Root)
	w.out.WriteString("</ul>")
	p.Tree = template.HTML(w.out.String())
	scored := 0
	for _, m := range t.Missing {
		one := Missing{Title: read.Text(m.Indicator.Title), URL: read.IndicatorURL(m.Indicator), State: read.Word("state-" + m.State.String())}
		if !p.Hidden {
			one.Points = w.working(m.Stake)
		}
		if other := read.Def.Framework.Indicator(m.Waits); other != nil {
			one.Waits = read.Text(other.Title)
		}
		if m.Indicator.Scored() {
			scored++
		}
		p.Missing = append(p.Missing, one)
	}
	if r := t.Root.Result; scored > 0 && !p.Hidden {
		p.Open = read.Phrase("calc-open", "n", strconv.Itoa(scored), "coverage", wording.Share(r.Coverage),
			"low", w.published(r.Low), "high", w.published(r.High))
	}
	for _, r := range t.Raise {
		one := Raise{Title: read.Text(r.Indicator.Title), URL: read.IndicatorURL(r.Indicator), Points: w.working(r.Gain), Score: w.working(r.Overall)}
		if r.Best != nil {
			one.Best = read.Text(r.Best.Title)
		}
		p.Raise = append(p.Raise, one)
	}
	return p
}

// working writes a number of the calculation, with two decimals more than a
// published score, so that it can be seen to be rounded once, at the end.
func (w *writer) working(x float64) string { return wording.Decimals(x, w.Decimals+2) }

func (w *writer) published(x float64) string { return wording.Decimals(x, w.Decimals) }
