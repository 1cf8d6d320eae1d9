// Package uncertainty says how firm scores and ranks are: it computes one
// period of a scorecard again, thousands of times, with other weights, other
// normalisations, other means, an indicator left out, and rubric answers that a
// second coder would have put one level higher or lower.
//
//	study := uncertainty.Of(card.Model(t, "country", uncertainty.Others(settings)), settings)
//	u := study.Units[0]
//	fmt.Println(u.Rank, u.Ranks.Low, u.Ranks.High) // 12 9 17
//
// What is varied, and how far, stands in the framework; see package doubt.
// Sources: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step
// 7; Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A
// 168 (2005), 307-323.
//
// Every run draws from a generator of its own, made of the seed and the number
// of the run, and its result has a place of its own. So the number of
// processors cannot show, and the same seed gives the same bits everywhere.
package uncertainty
