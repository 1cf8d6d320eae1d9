// Package scorecard turns the answers of a programme into scores from 0 to
// 100. It is pure arithmetic: no file, no clock, no random number, and the
// same dataset gives the same bits on every machine and number of cores.
//
//	card := scorecard.Compute(data)
//	dom := data.Programme.Index("DOM")
//	y2006 := data.Programme.PeriodIndex(period)
//	r := card.Result(dom, y2006, card.Node("overall"))
//	if r.Score.Known {
//		fmt.Println(card.Published(r.Score), r.Rank, "of", r.Of) // 58.3 64 of 162
//	}
//	card.Explain(dom, y2006).WriteText(os.Stdout, "en") // down to the cell
//
// An answer becomes an indicator score by its option or by goalposts
// (normalise.go). A theme, pillar and the overall score are weighted means of
// what is present below them (aggregate.go). Bands and ranks are decided on
// the published score, which is rounded once (round.go, band.go, rank.go).
//
// Invariants:
//   - A missing answer is never zero. It lowers the coverage and widens the
//     bounds, and a node whose coverage rule is not met has no score.
//   - What does not apply to a jurisdiction leaves the denominator, of the
//     score as of the coverage.
//   - Scores stay within 0 to 100, a better answer never lowers a score, and
//     multiplying all weights by one number changes nothing.
//   - Sums run in the order of the tree. A parent is never computed from
//     rounded children.
//   - Weights, thresholds and bands come from the framework, none stands here.
//
// The method, with its sources and a worked example, is docs/scoring.md.
package scorecard
