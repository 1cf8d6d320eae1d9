package scorecard

import (
	"tipscore/generator/programme"
	"tipscore/generator/scorecard/method"
)

// Rollup is one number for the places in a place. It stands beside the score
// of that place, which answers for its own duties, and is never part of it.
type Rollup struct {
	Score    Score
	Coverage float64 // share of the children, or of their people, that has a score; 0 to 1
	Children int     // to which the node applies
	Assessed int     // of those with a score
}

// Child is a place on its way into a roll-up.
type Child struct {
	Result Result
	People int
}

// RollUp makes one number of the results of the places in a place:
//
//	plain       the mean of the scores
//	population  the sum of people x score over the sum of the people
//
// Children to which the node does not apply are left out. There is no number
// where the children with a score are less than rule.Coverage of all, counted
// as the mean counts them.
//
// Worked number: towns of 30,000 and 10,000 people with 80 and 40 have 60
// plain and (30,000 x 80 + 10,000 x 40) / 40,000 = 70 by population.
func RollUp(rule programme.Rollup, children []Child) Rollup {
	var out Rollup
	var all, covered, total float64
	for _, c := range children {
		if !c.Result.Applies {
			continue
		}
		weight := 1.0
		if rule.Method == programme.PopulationMean {
			weight = float64(c.People)
		}
		out.Children++
		all += weight
		if c.Result.Score.Known {
			out.Assessed++
			covered += weight
			total += weight * c.Result.Score.Value
		}
	}
	if all == 0 {
		return out
	}
	out.Coverage = covered / all
	if covered > 0 && out.Coverage >= rule.Coverage-method.Tolerance {
		out.Score = Score{Value: total / covered, Known: true}
	}
	return out
}
