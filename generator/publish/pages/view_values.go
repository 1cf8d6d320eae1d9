package pages

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// ScoreView is a score made readable. Text is "" where the score is unknown.
type ScoreView struct {
	Text     string  // rounded as published: "58.3"
	Value    float64 // the same as a number, for charts
	Known    bool
	Hidden   bool   // known and kept back to protect people
	Applies  bool   // false where nothing under it is this jurisdiction's duty
	Band     string // the band's name
	Step     int    // colour step 1 (weakest) to 5, 0 without a score
	Coverage string // percent without its sign: "67"
	Partial  bool   // coverage below 100 percent
	Low      string // bounds, if something is missing
	High     string
	Rank, Of int
	Change   wording.Change
}

// score reads the result of jurisdiction j in period t at node n.
func (v *View) score(j, t, n int) ScoreView {
	e := v.edition()
	r := e.Public.Result(j, t, n)
	f := e.Def.Framework
	out := ScoreView{
		Known: r.Score.Known, Applies: r.Applies, Rank: r.Rank, Of: r.Of,
		Hidden:   e.Public.Hidden(j, t, n),
		Coverage: strconv.FormatFloat(math.Floor(100*r.Coverage+1e-9), 'f', 0, 64),
		Partial:  r.Coverage < 1-1e-9,
	}
	if out.Partial && r.Applies && !out.Hidden {
		out.Low, out.High = wording.Decimals(r.Low, f.Rounding.Decimals), wording.Decimals(r.High, f.Rounding.Decimals)
	}
	if !r.Score.Known {
		return out
	}
	out.Value = e.Public.Published(r.Score)
	out.Text = wording.Decimals(out.Value, f.Rounding.Decimals)
	if r.Band >= 0 {
		out.Band, out.Step = v.text(f.Bands[r.Band].Title), e.steps[r.Band]
	}
	if t > 0 {
		if d, ok := e.Public.Change(j, t, n); ok {
			out.Change = wording.ChangeOf(d, f.Rounding.Decimals)
			out.Change.Notable = e.Public.Trend(j, t, n) != 0
		}
	}
	return out
}

// points is the short form of score for a cell of a long table: the published
// score as text, "" if it is unknown, and its colour step.
func (v *View) points(j, t, n int) (string, int) {
	e := v.edition()
	r := e.Public.Result(j, t, n)
	if !r.Score.Known {
		return "", 0
	}
	text := wording.Decimals(e.Public.Published(r.Score), e.Def.Framework.Rounding.Decimals)
	if r.Band < 0 {
		return text, 0
	}
	return text, e.steps[r.Band]
}

// AnswerView is an answer made readable.
type AnswerView struct {
	State   string // the state's id
	Known   bool
	Plain   bool   // Text can stand as it is: the answer is known and no date
	Text    string // the option's title, or the number with its unit
	Option  string // the option's id, "" for numbers and dates
	Short   string // the option's short title, for the cell of a chart
	Anchor  string // the option's text
	ISODate string // dates only; templates write it in the language's way
	Sources []SourceLink
}

// SourceLink points to a source on the sources page.
type SourceLink = wording.Link

// answer makes an answer readable, with its sources.
func (v *View) answer(a disclosure.Answer, i *indicator.Indicator) AnswerView {
	out := v.said(a, i)
	for _, id := range a.Sources {
		if s, public := v.edition().sources[id]; public {
			out.Sources = append(out.Sources, SourceLink{Title: s.Title, URL: v.to(s.URL)})
		}
	}
	return out
}

// said is answer without the sources, for tables that do not show them.
func (v *View) said(a disclosure.Answer, i *indicator.Indicator) AnswerView {
	out := AnswerView{State: a.State.String(), Known: a.State.HasValue()}
	if !out.Known {
		return out
	}
	out.Plain = i.Type != indicator.Date
	switch i.Type {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		out.Option = a.Value.Option
		out.Text = a.Value.Option
		if o := i.Option(a.Value.Option); o != nil {
			out.Text, out.Anchor, out.Short = v.text(o.Title), v.text(o.Text), cmp.Or(v.text(o.Short), v.text(o.Title))
		}
	case indicator.Date:
		out.ISODate = release.Value(i, a)
		out.Text = out.ISODate
	case indicator.Money:
		out.Text = strings.TrimSpace(wording.Grouped(a.Value.Number) + " " + a.Value.Currency.String())
	default:
		out.Text = wording.Grouped(a.Value.Number)
		if unit := v.text(i.Unit); unit == "%" {
			out.Text += " %"
		}
	}
	return out
}
