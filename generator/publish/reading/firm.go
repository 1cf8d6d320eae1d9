package reading

import (
	"math"

	"tipscore/generator/publish/wording"
)

// Firm says in words how far a score and a rank depend on choices of the method.
// A bound that is "" is that of nothing: the score does not move, or there is no
// rank.
type Firm struct {
	Low, High         string // the score, rounded as published
	RankLow, RankHigh int    // 0 without a rank
	Fixed             bool   // no choice moves the score
	Alike             []wording.Link
	Peers             bool // there is somebody to be told apart from

	From, To float64 // the score's interval, for drawing
}

// Firm returns how firm the score of jurisdiction j in period t is, nil where
// nothing is varied or there is no score.
func (r *Reader) Firm(j, t int) *Firm {
	f, ok := r.Public.Firm(j, t)
	if !ok {
		return nil
	}
	places := r.Def.Framework.Rounding.Decimals
	out := &Firm{
		Low: wording.Decimals(f.Score.Low, places), High: wording.Decimals(f.Score.High, places),
		Peers: r.Of[j] != nil && len(r.Of[j].Ranking[t]) > 1, From: f.Score.Low, To: f.Score.High,
	}
	out.Fixed = out.Low == out.High
	if f.Ranked {
		out.RankLow, out.RankHigh = int(math.Floor(f.Rank.Low)), int(math.Ceil(f.Rank.High))
	}
	for _, other := range f.Alike {
		out.Alike = append(out.Alike, wording.Link{Title: r.Name(other), URL: r.PlaceURL(other)})
	}
	return out
}
