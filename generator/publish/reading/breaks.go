package reading

import (
	"tipscore/generator/indicator"
	"tipscore/generator/programme"
	"tipscore/generator/publish/wording"
)

// Break tells that answers mean something else from a period on.
type Break struct {
	Period string
	Note   string       // what changed
	Of     wording.Link // the indicator, where it is not the subject already
	Places []wording.Link
	Own    bool // it concerns the named places alone
}

// Span is a row of periods by index: those after After, up to Last.
type Span struct{ After, Last int }

// Breaks returns where the answers of jurisdiction j to an indicator change
// their meaning in a span of periods.
func (r *Reader) Breaks(j int, i *indicator.Indicator, s Span) (list []Break) {
	for t := s.After + 1; t <= s.Last; t++ {
		if b := r.Def.Break(j, t, i.ID); b != nil {
			list = append(list, r.told(b))
		}
	}
	return list
}

// ScoreBreaks returns where the scores of node n stop being comparable in a
// span of periods.
func (r *Reader) ScoreBreaks(j, n int, s Span) (list []Break) {
	for t := s.After + 1; t <= s.Last; t++ {
		for _, b := range r.Public.Breaks(j, t, n) {
			told := r.told(b)
			if i := r.Def.Framework.Indicator(b.Indicator); i != nil {
				told.Of = wording.Link{Title: r.Text(i.Title), URL: r.IndicatorURL(i)}
			}
			list = append(list, told)
		}
	}
	return list
}

// AllBreaks returns where the answers of anybody to an indicator change their
// meaning, in the order of the definitions, with the places concerned.
func (r *Reader) AllBreaks(i *indicator.Indicator) (list []Break) {
	for k := range r.Def.Breaks {
		b := &r.Def.Breaks[k]
		if b.Indicator != i.ID {
			continue
		}
		told := r.told(b)
		for _, id := range b.Jurisdictions {
			if j := r.Def.Index(id); j >= 0 {
				told.Places = append(told.Places, wording.Link{Title: r.Name(j), URL: r.PlaceURL(j)})
			}
		}
		list = append(list, told)
	}
	return list
}

func (r *Reader) told(b *programme.Break) Break {
	return Break{Period: b.Period.String(), Note: r.Text(b.Note), Own: b.Jurisdictions != nil}
}

// Tell says a break in a sentence, for descriptions of drawings.
func (r *Reader) Tell(b Break) string {
	return r.Phrase("break-from", "period", b.Period, "note", b.Note)
}
