package reading

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"tipscore/generator/disclosure"
	"tipscore/generator/indicator"
	"tipscore/generator/observation"
	"tipscore/generator/publish/wording"
	"tipscore/generator/release"
)

// Score is a score made readable. Text is "" where the score is unknown.
type Score struct {
	Text     string  // rounded as published: "58.3"
	Value    float64 // the same as a number, for charts
	Known    bool
	Hidden   bool   // known and kept back to protect people
	Applies  bool   // false where nothing under it is this jurisdiction's duty
	Absent   bool   // the jurisdiction was not there in the whole of the period
	Band     string // the band's name
	Step     int    // colour step 1 (weakest) to 5, 0 without a score
	Place    int    // of the band, from 1 for the weakest, 0 without a score
	Coverage string // percent without its sign: "67"
	Partial  bool   // coverage below 100 percent
	Low      string // bounds, if something is missing
	High     string
	Rank, Of int
	Change   wording.Change
}

// Score reads the result of jurisdiction j in period t at node n.
func (r *Reader) Score(j, t, n int) Score {
	got := r.Public.Result(j, t, n)
	f := r.Def.Framework
	out := Score{
		Known: got.Score.Known, Applies: got.Applies, Rank: got.Rank, Of: got.Of,
		Hidden:   r.Public.Hidden(j, t, n),
		Absent:   !r.Def.Exists(j, t),
		Coverage: strconv.FormatFloat(math.Floor(100*got.Coverage+1e-9), 'f', 0, 64),
		Partial:  got.Coverage < 1-1e-9,
	}
	if out.Partial && got.Applies && !out.Hidden {
		out.Low, out.High = wording.Decimals(got.Low, f.Rounding.Decimals), wording.Decimals(got.High, f.Rounding.Decimals)
	}
	if !got.Score.Known {
		return out
	}
	out.Value = r.Public.Published(got.Score)
	out.Text = wording.Decimals(out.Value, f.Rounding.Decimals)
	if got.Band >= 0 {
		out.Band, out.Step, out.Place = r.Text(f.Bands[got.Band].Title), r.Steps[got.Band], got.Band+1
	}
	if t > 0 {
		if d, ok := r.Public.Change(j, t, n); ok {
			out.Change = wording.ChangeOf(d, f.Rounding.Decimals)
			out.Change.Notable = r.Public.Trend(j, t, n) != 0
		} else {
			out.Change.Broken = r.Public.Result(j, t-1, n).Score.Known && len(r.Public.Breaks(j, t, n)) > 0
		}
	}
	return out
}

// Points is the short form of Score for a cell of a long table: the published
// score as text, "" if it is unknown, and its colour step.
func (r *Reader) Points(j, t, n int) (string, int) {
	got := r.Public.Result(j, t, n)
	if !got.Score.Known {
		return "", 0
	}
	text := wording.Decimals(r.Public.Published(got.Score), r.Def.Framework.Rounding.Decimals)
	if got.Band < 0 {
		return text, 0
	}
	return text, r.Steps[got.Band]
}

// Answer is an answer made readable.
type Answer struct {
	State   string // the state's id
	Known   bool
	Plain   bool   // Text can stand as it is: the answer is known, no date and no estimate
	Text    string // the option's title, or the number with its unit
	Option  string // the option's id, "" for numbers and dates
	Short   string // the option's short title, for the cell of a chart
	Anchor  string // the option's text
	ISODate string // dates only; templates write it in the language's way
	Sources []SourceLink

	Estimated bool // there is an estimate in it
}

// SourceLink points to a source on the sources page.
type SourceLink = wording.Link

// Answer makes an answer readable, with its sources.
func (r *Reader) Answer(a disclosure.Answer, i *indicator.Indicator) Answer {
	out := r.Said(a, i)
	for _, id := range a.Sources {
		if s, public := r.Sources[id]; public {
			out.Sources = append(out.Sources, SourceLink{Title: s.Title, URL: r.To(s.URL)})
		}
	}
	return out
}

// Said is Answer without the sources, for tables that do not show them.
func (r *Reader) Said(a disclosure.Answer, i *indicator.Indicator) Answer {
	out := Answer{State: a.State.String(), Known: a.State.HasValue()}
	if !out.Known {
		return out
	}
	out.Estimated = a.State == observation.Estimated
	out.Plain = i.Type != indicator.Date && !out.Estimated
	switch i.Type {
	case indicator.YesNo, indicator.Rubric, indicator.Category:
		out.Option = a.Value.Option
		out.Text = a.Value.Option
		if o := i.Option(a.Value.Option); o != nil {
			out.Text, out.Anchor, out.Short = r.Text(o.Title), r.Text(o.Text), cmp.Or(r.Text(o.Short), r.Text(o.Title))
		}
	case indicator.Date:
		out.ISODate = release.Value(i, a)
		out.Text = out.ISODate
	default:
		out.Text = r.number(a.Value, i)
	}
	return out
}

// number writes a number with its currency or percent sign, and the parts that
// make it, if they are known: "12 of 17 (70.6 %)".
func (r *Reader) number(v observation.Value, i *indicator.Indicator) string {
	unit := v.Currency.String()
	if i.Type != indicator.Money && r.Text(i.Unit) == "%" {
		unit = "%"
	}
	with := func(number string) string { return strings.TrimSpace(number + " " + unit) }
	if !v.HasParts {
		return with(wording.Grouped(v.Number))
	}
	quotient := with(wording.Grouped(math.Round(10*v.Number) / 10))
	if i.Type == indicator.Money {
		return r.Phrase("answer-spent", "part", with(wording.Grouped(v.Numerator)), "whole", wording.Grouped(v.Denominator), "quotient", quotient)
	}
	return r.Phrase("answer-parts", "part", wording.Grouped(v.Numerator), "whole", wording.Grouped(v.Denominator), "quotient", quotient)
}
